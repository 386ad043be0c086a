"""A form fault in a transcript: written, read, and refused in one line if it says nothing."""

import pytest

from unpinch.session.transcript import TranscriptError, read_transcript
from unpinch.terms.event import FormFault
from unpinch.terms.side import Side

_HEAD = "plan: leg-numbness\n"


def test_a_form_fault_is_read_with_its_name_and_side() -> None:
    read = read_transcript(_HEAD + "   4.200  > form fault      knee bent, right\n")

    assert read.events == (FormFault(4_200, "knee bent", Side.RIGHT),)


def test_a_form_fault_needs_no_side() -> None:
    read = read_transcript(_HEAD + "   4.200  > form fault      bouncing\n")

    assert read.events == (FormFault(4_200, "bouncing"),)


@pytest.mark.parametrize("details", ["", "knee bent, upwards"])
def test_a_form_fault_that_says_nothing_is_refused(details: str) -> None:
    with pytest.raises(TranscriptError, match="line 2"):
        read_transcript(_HEAD + f"   4.200  > form fault      {details}\n")
