"""Whatever words of the vocabulary a file uses, there is a drawing and never a crash."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figure.made import Words, made_up
from unpinch import figure
from unpinch.body.vocabulary import GLOW, HANDS, MOVING, POSE_ANGLES, POSTURES
from unpinch.terms.side import Side

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
WORDS = st.fixed_dictionaries(
    {"hands": st.sampled_from(HANDS), "glow": st.lists(st.sampled_from(GLOW), max_size=2)},
    optional={name: st.integers(-180, 180) for name in POSE_ANGLES},
)
WIDEST = 5000  # five times the body's height: anything beyond is a slip of arithmetic


@settings(max_examples=25)
@given(
    st.sampled_from(POSTURES),
    st.sampled_from(MOVING),
    st.sampled_from([None, *Side]),
    WORDS,
    WORDS,
)
def test_any_pose_in_the_vocabulary_is_drawn_and_moves(
    posture: str, moving: str, side: Side | None, start: Words, hold: Words
) -> None:
    exercise = made_up("Anything", posture, moving, start, hold)
    text = figure.draw(exercise, "hold", side, theme="light", uid="any")
    assert "nan" not in text
    assert "inf" not in text
    frame = [int(number) for number in re.findall(r'viewBox="([^"]+)"', text)[0].split()]
    assert max(abs(number) for number in frame) < WIDEST
    motion = figure.motion(exercise, side)
    assert len({len(each) for each in motion.frames}) == 1
