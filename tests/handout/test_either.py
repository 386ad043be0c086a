"""A sheet that names one side is said for the side that works, and never names the wrong one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.handout.test_writing import answered, sitting, written
from unpinch.exercises.choosing import plan
from unpinch.exercises.wording import LONGEST
from unpinch.handout.either import for_either_side
from unpinch.handout.spoken import spoken
from unpinch.session import State, project, script, step
from unpinch.session.words import fill
from unpinch.terms.event import Started
from unpinch.terms.side import Side

HEEL_SLIDES = """Heel slides
Lie on your back with your legs straight. Slowly slide your right heel towards your bottom, then
slide it back. Repeat 4 times. Then do the other leg.
"""
SIDES = ("left", "right")


def test_on_the_other_side_a_session_names_the_other_heel() -> None:
    files = written(answered(sitting(HEEL_SLIDES), kind="movement", often="daily"))
    led = script(plan(files.program, files.library))
    begun, _ = step(led, State(), Started(0))
    said = [cue.say for cue in project(led, begun).cues]

    assert any("Right side. Slowly slide your right heel" in each for each in said)
    assert any("Left side. Slowly slide your left heel" in each for each in said)
    assert not any("other leg" in each for each in said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Lift your left leg, keep the right knee bent.",
         "Lift your {side} leg, keep the {opposite} knee bent."),
        ("Lie on your left side. Lift your right leg.",
         "Lie on your {opposite} side. Lift your {side} leg."),
        ("Bend your right hip to a right angle.", "Bend your {side} hip to a right angle."),
        ("Right arm up.", "Your {side} arm up."),
        ("Roll both knees to the left, then to the right.",
         "Roll both knees to the left, then to the right."),
        ("Sit up right away.", "Sit up right away."),
    ],
)  # fmt: skip
def test_the_limb_that_is_named_first_is_the_one_that_works(words: str, said: str) -> None:
    assert for_either_side({"move": words}, Side.RIGHT) == {"move": said}


def test_the_start_is_said_once_and_names_the_side_that_begins() -> None:
    sheet = {"start": "Lie on your right side.", "move": "Lift your left leg."}

    assert for_either_side(sheet, Side.RIGHT) == {
        "start": "Lie on your left side.",
        "move": "Lift your {side} leg.",
    }


@given(st.sampled_from(SIDES), st.sampled_from([Side.LEFT, Side.RIGHT]), st.integers(0, 130))
def test_whatever_side_works_the_words_name_it_and_fit(side: str, works: Side, more: int) -> None:
    words = f"Slide your {side} heel up{' and' * (more // 4)}."
    made = for_either_side({"move": words}, Side.RIGHT)["move"]
    named = fill(made, works)

    assert len(made) <= LONGEST or len(words) > LONGEST
    assert f"{works.opposite} heel" not in named


def test_the_other_leg_is_the_sides_and_no_step() -> None:
    assert spoken(["Slide your heel up.", "Then do the other leg."]).move == "Slide your heel up."
