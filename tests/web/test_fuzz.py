"""Nonsense in every form, address and socket message: refused or shown, never a broken page."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import KEEPS_A_FIXTURE, Clock
from unpinch.web.coach import Page

_FIELDS = (
    "hold", "repetitions", "variation", "left_out", "pace", "voice", "rate", "speech", "tones",
    "theme", "text_size", "answer", "right", "country", "number", "date", "items", "confirmed",
    "form", "back", "change", "question", "state", "examined",
)  # fmt: skip
_texts = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "",
            "0",
            "-1",
            "61",
            "1e400",
            "NaN",
            "yes",
            "no",
            "not sure",
            "on",
            "2026-02-30",
            "9" * 400,
        ]
    ),
)
_forms = st.dictionaries(
    st.one_of(st.sampled_from(_FIELDS), st.text(min_size=1, max_size=8)), _texts, max_size=8
)
_segments = st.one_of(
    st.sampled_from(["knees-to-chest", "childs-pose", "both", "main", "right", "left", "-", "0"]),
    st.from_regex(r"[a-zA-Z0-9_-]{1,12}", fullmatch=True),
)
_relaxed = settings(
    max_examples=40,
    suppress_health_check=KEEPS_A_FIXTURE,
)


def _patterns() -> list[str]:
    return [str(p.pattern) for p in get_resolver().url_patterns if isinstance(p, URLPattern)]


def _addresses() -> st.SearchStrategy[str]:
    """Every route, with anything that fits the gaps."""

    def fill(pattern: str, gaps: list[str], number: int) -> str:
        kinds = {"int": str(number), "uuid": "00000000-0000-0000-0000-00000000000" + str(number)}
        rest = iter(gaps)
        return "/" + re.sub(
            r"<(?:(\w+):)?\w+>", lambda gap: kinds.get(gap[1] or "str") or next(rest, "x"), pattern
        )

    return st.builds(
        fill, st.sampled_from(_patterns()), st.lists(_segments, max_size=4), st.integers(0, 9)
    )


@pytest.fixture
def plain(client: Client) -> Client:
    """A client that hands on what a broken page raises."""
    client.raise_request_exception = True
    return client


@_relaxed
@given(address=_addresses(), form=_forms)
def test_no_form_and_no_address_breaks_a_page(
    plain: Client, address: str, form: dict[str, str]
) -> None:
    for answer in (plain.get(address, form), plain.post(address, form)):
        assert answer.status_code < 500, address


@_relaxed
@given(form=_forms)
def test_every_form_takes_nonsense(plain: Client, form: dict[str, str]) -> None:
    for pattern in _patterns():
        if "<" not in pattern:
            assert plain.post(f"/{pattern}", form).status_code < 500, pattern


class _Heard:
    """A page's socket without a network: what it was told."""

    def __init__(self) -> None:
        self.told: list[dict[str, Any]] = []

    async def tell(self, text: str) -> None:
        self.told.append(json.loads(text))


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=5,
)
_messages = st.one_of(
    st.text(max_size=200),
    _values.map(json.dumps),
    st.fixed_dictionaries(
        {"type": st.sampled_from(["hello", "event", "speak", "state", "x"])},
        optional={
            "tab": st.text(max_size=8) | st.uuids().map(str),
            "key": st.text(max_size=8) | st.uuids().map(str),
            "session": _values | st.uuids().map(str),
            "now_ms": _values,
            "event": _values
            | st.fixed_dictionaries(
                {
                    "event": st.sampled_from(["paused", "hurts", "stopped", "in position", "tick"]),
                    "at_ms": st.integers() | _values,
                },
                optional={"kind": _values, "where": _values},
            ),
        },
    ).map(json.dumps),
    st.just("x" * 5_000),
)


@pytest.mark.usefixtures("diary", "clock")
@settings(max_examples=150, suppress_health_check=KEEPS_A_FIXTURE)
@given(messages=st.lists(_messages, min_size=1, max_size=12))
async def test_nonsense_on_the_socket_is_refused_in_one_line(messages: list[str]) -> None:
    heard = _Heard()
    page = Page(heard.tell)
    for message in messages:
        await page.hear(message)
    await page.hear(None)
    await page.close()

    assert heard.told[-1]["type"] == "refused"
    assert all("\n" not in told.get("why", "") for told in heard.told)


@pytest.mark.usefixtures("diary")
async def test_a_flood_of_texts_is_refused_until_it_ebbs(clock: Clock) -> None:
    heard = _Heard()
    page = Page(heard.tell)
    for _ in range(400):
        await page.hear("x")

    assert {told["why"] for told in heard.told[:300]} == {"This message cannot be read."}
    assert {told["why"][:8] for told in heard.told[300:]} == {"Too many"}
    clock.pass_ms(10_001)
    await page.hear("x")
    assert heard.told[-1]["why"] == "This message cannot be read."
