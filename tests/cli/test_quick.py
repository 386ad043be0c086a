"""The quick way to read `serve` understands what the ordinary way understands."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import KEEPS_A_FIXTURE
from unpinch.cli import opening
from unpinch.cli.app import app
from unpinch.cli.main import COMMANDS
from unpinch.cli.quick import plain_serve
from unpinch.cli.serve import Serving

_words = st.lists(
    st.one_of(
        st.sampled_from(
            ["--no-browser", "--lan", "--host", "--port", "--data", "localhost", "8000", "there/x",
             "--help", "-1", "--prot", "٣", "0x10", "08", "", "--port=9", "--", "1234567",
             "65535", "65536"]
        ),
        st.text(max_size=4),
    ),
    max_size=6,
)  # fmt: skip


@settings(suppress_health_check=KEEPS_A_FIXTURE)
@given(words=_words)
def test_both_ways_understand_the_same(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    quick = plain_serve(["serve", *words])
    if quick is None:
        return
    heard: list[Serving] = []
    monkeypatch.setattr(opening, "open_coach", heard.append)
    app("serve", COMMANDS)(["serve", *words], prog_name="unpinch", standalone_mode=False)

    assert heard == [quick]


def test_the_usual_words_are_read_quickly() -> None:
    words = ["serve", "--no-browser", "--port", "8000", "--data", "there"]

    assert plain_serve(words) == Serving(None, 8000, browser=False, data=Path("there"))
    assert plain_serve(["serve", "--lan"]) == Serving(None, 8440, browser=True, data=None, lan=True)
    assert plain_serve(["serve", "--help"]) is None
    assert plain_serve(["plan"]) is None
