import pytest

from unpinch.exercises import library
from unpinch.exercises.model import Test, When
from unpinch.exercises.when import WhenError, say_when, when


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "moving_knee_flexion above 30 for 1 s",
            When(test=Test.ABOVE, measure="moving_knee_flexion", high=30, for_ms=1_000),
        ),
        (
            "moving_arm_incline below -25 for 1 s",
            When(test=Test.BELOW, measure="moving_arm_incline", low=-25, for_ms=1_000),
        ),
        (
            "hip_flexion outside 60 to 120 for 0.5 s",
            When(test=Test.OUTSIDE, measure="hip_flexion", low=60, high=120, for_ms=500),
        ),
        (
            "trunk_incline rises by 20 for 1 s",
            When(test=Test.RISES, measure="trunk_incline", high=20, for_ms=1_000),
        ),
        (
            "seat_to_heel falls by 0.3 for 2 s",
            When(test=Test.FALLS, measure="seat_to_heel", high=0.3, for_ms=2_000),
        ),
        (
            "moving_hip_flexion faster than 60 for 0.3 s",
            When(test=Test.FASTER, measure="moving_hip_flexion", high=60, for_ms=300),
        ),
        ("let go before 2.5 s", When(test=Test.LET_GO, for_ms=2_500)),
    ],
)
def test_a_condition_is_read_and_said_again_the_same(written: str, read: When) -> None:
    assert when(written) == read
    assert say_when(read) == written


@pytest.mark.parametrize(
    ("written", "slip"),
    [
        ("knee bent", '"knee bent" is not a rule'),
        ("moving_knee_flexion above thirty for 1 s", "is not a rule"),
        ("moving_knee_flexion above 30 to 40 for 1 s", '"outside" takes two numbers'),
        ("moving_knee_flexion outside 30 for 1 s", '"outside" takes two numbers'),
        ("moving_knee_flexion outside 40 to 30 for 1 s", "is upside down"),
        ("moving_knee_flexion above 30", 'does not say how long; add for example "for 1 s"'),
        ("moving_knee_flexion above 30 for 1", '"1" has no unit; write "1 s"'),
        ("moving_knee_flexion above 30 for 0 s", "too long or too short"),
        ("moving_knee_flexion above 30 for 11 s", "too long or too short"),
        ("moving_knee_flexion above 300 for 1 s", "300 is no moving_knee_flexion of a body"),
        ("moving_hip_flexion faster than -5 for 1 s", "write a number above 0"),
        ("lumbar_flexion above 30 for 1 s", 'a camera cannot see "lumbar_flexion"'),
        ("moving_knee_bend above 30 for 1 s", '"moving_knee_bend" is not a measure'),
        ("moving_knee_flexio above 30 for 1 s", 'did you mean "moving_knee_flexion"?'),
        ("let go before 1 to 2 s", "is a range; write one time"),
    ],
)
def test_a_condition_that_is_not_clear_is_refused(written: str, slip: str) -> None:
    with pytest.raises(WhenError) as refused:
        when(written)

    assert slip in str(refused.value)


def test_every_rule_of_the_library_is_said_as_it_is_written() -> None:
    for exercise in library().values():
        for rule in exercise.form:
            assert when(say_when(rule.when)) == rule.when
