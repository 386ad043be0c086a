"""The camera's frames on the socket: whatever comes, one line at most, and the session goes on."""

import json
import struct
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import KEEPS_A_FIXTURE
from unpinch.runtime.frame import BYTES
from unpinch.web.coach import Page

pytestmark = pytest.mark.usefixtures("diary", "clock")

_headers = st.tuples(
    st.integers(0, 3),
    st.integers(0, 65_535),
    st.integers(0, 65_535),
    st.integers(0, 3),
    st.floats(),
    st.integers(0, 2**32 - 1),
).map(lambda header: struct.pack("<HHHHdI4x", *header) + b"\0" * (BYTES - 24))
_frames = st.one_of(st.binary(max_size=2_000), st.binary(min_size=BYTES, max_size=BYTES), _headers)


class _Socket:
    """A page's socket without a network."""

    def __init__(self) -> None:
        self.told: list[dict[str, Any]] = []

    async def tell(self, text: str) -> None:
        self.told.append(json.loads(text))


async def test_a_frame_before_hello_is_refused() -> None:
    socket = _Socket()
    await Page(socket.tell).see(b"\0" * BYTES)

    assert socket.told == [{"type": "refused", "key": None, "why": "Say hello first."}]


async def test_the_same_refusal_is_said_once() -> None:
    socket = _Socket()
    page = Page(socket.tell)
    await page.hear(json.dumps({"type": "hello", "tab": str(uuid4())}))
    for _ in range(20):
        await page.see(b"too short")
    await page.close()

    assert len([each for each in socket.told if each["type"] == "refused"]) == 1


@settings(max_examples=100, suppress_health_check=KEEPS_A_FIXTURE)
@given(frames=st.lists(_frames, min_size=100, max_size=100))
async def test_ten_thousand_nonsense_frames_leave_it_serving(frames: list[bytes]) -> None:
    socket = _Socket()
    page = Page(socket.tell)
    await page.hear(json.dumps({"type": "hello", "tab": str(uuid4())}))
    for frame in frames:
        await page.see(frame)
    await page.hear(json.dumps({"type": "camera off"}))
    await page.hear("nonsense")
    await page.close()

    assert socket.told[-1]["type"] == "refused"
    assert all("\n" not in told.get("why", "") for told in socket.told)
