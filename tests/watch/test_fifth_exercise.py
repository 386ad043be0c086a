"""A fifth exercise, made up here as a file: coached and simulated without a line of code."""

import numpy as np

from tests.watch.filming import coached
from unpinch.exercises.reading import read_exercise
from unpinch.patient.recorded import patient
from unpinch.terms.side import Side

KICKBACK = """
format  = 1
name    = "Leg back"
source  = "Made up for a test"
posture = "hands and knees"
place   = "floor"
moving  = "leg"

[text]
start   = "Come onto your hands and knees."
move    = "Stretch your {side} leg out behind you."
hold    = "Keep it there."
release = "Bring the knee back."

[dose]
hold        = "5 s"
repetitions = 2
sides       = "alternating"
first       = "left"
counted     = "in total"

[pose.start]
trunk_incline    = 12
hip_flexion      = 78
knee_flexion     = 90
shoulder_flexion = 74
hands            = "on the mat"

[pose.hold]
trunk_incline        = 12
moving_hip_flexion   = 5
moving_knee_flexion  = 2
resting_hip_flexion  = 78
resting_knee_flexion = 90
shoulder_flexion     = 74
hands                = "on the mat"

[accept.start]
chest        = "down"
hip_flexion  = { from = 50, to = 115, because = "Knees under the hips." }
knee_flexion = { from = 55, to = 130, because = "On the knees." }

[accept.hold]
chest                = "down"
moving_hip_flexion   = { to = 60, because = "The leg is behind." }
moving_knee_flexion  = { to = 60, because = "And straight, nearly." }
resting_hip_flexion  = { from = 50, because = "The other knee stays." }
shoulder_flexion     = { to = 120, because = "Both hands stay down." }

[[form]]
fault   = "leg high"
when    = "moving_leg_incline above 20 for 1 s"
say     = "A little lower."
because = "A test."
"""


def test_a_fifth_exercise_is_coached_from_its_file_alone() -> None:
    exercise = read_exercise(KICKBACK, "leg-back.toml")
    made = patient(exercise, np.random.default_rng(1))

    report = coached(made, exercise)

    assert report.repetitions == len(made.holds) == 2
    assert [each.side for each in report.holds] == [Side.LEFT, Side.RIGHT]
    assert report.faults == []


def test_its_form_rule_works_too() -> None:
    exercise = read_exercise(KICKBACK, "leg-back.toml")
    made = patient(exercise, np.random.default_rng(2), faults=("leg high",))

    named = [(each.fault, each.side) for each in coached(made, exercise).faults]

    assert named == [("leg high", Side.LEFT), ("leg high", Side.RIGHT)]


def test_a_rule_about_what_falls_from_the_start_position_works_too() -> None:
    falls = (
        KICKBACK
        + """
[[form]]
fault   = "other foot lifting"
when    = "resting_knee_flexion falls by 20 for 1 s"
say     = "Leave the other shin where it is."
because = "A test."
"""
    )
    exercise = read_exercise(falls, "leg-back.toml")
    big, small = (
        patient(exercise, np.random.default_rng(2), faults=("other foot lifting",), size=size)
        for size in (1.5, 0.6)
    )

    assert {each.fault for each in coached(big, exercise).faults} == {"other foot lifting"}
    assert coached(small, exercise).faults == []
