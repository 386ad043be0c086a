"""Single exercises in the manner of one kind of sheet or another, made up here.

Each must come out as exactly one exercise, with these values and no others.
"""

from typing import Any

import pytest

from unpinch.handout import read

FIELDS = ("hold_s", "hold_breaths", "duration_s", "reps", "sets", "rest_s")

STYLES: dict[str, tuple[str, dict[str, Any]]] = {
    "a surgeon's page with labels over their values": (
        "Wall Lean\nMain muscles worked: calf\nYou should feel this at the back of your leg\n"
        "Equipment needed: none\nRepetitions\n2 sets of 12\nDays per week\n5 to 6\n"
        "Step-by-step directions\n• Face a wall with your affected leg behind you.\n"
        "• Keep the heel down and lean in.\n• Hold this for 20 seconds and then relax for 20"
        " seconds.\nRepeat.\nTip\nDo not arch your back.\n",
        {"hold_s": 20, "rest_s": 20, "sets": 2, "reps": 12, "week": (5, 6),
         "sides": "affected_only"},
    ),
    "a page for older people, one block and one block more": (
        "1. Stand behind a firm chair and hold on to it. Breathe in.\n"
        "2. Breathe out and lift one leg to the back.\n3. Hold it for 1 second.\n"
        "4. Breathe in as you lower the leg.\n5. Repeat 8 to 10 times.\n"
        "6. Repeat 8 to 10 times with the other leg.\n7. Repeat 8 to 10 more times with each"
        " leg.\n",
        {"hold_s": 1, "reps": (8, 10), "sets": 2, "sides": "each_side"},
    ),
    "a dose before the orders, with a second block": (
        "Do each move for 8 to 10 repetitions. Rest, then repeat 8 to 10 more times.\n"
        "Sit in a chair with your feet flat. Lift one foot and hold for 1 second. Lower it."
        " Alternate legs.",
        {"reps": (8, 10), "sets": 2, "hold_s": 1, "sides": "alternating"},
    ),
    "a heading that carries the dose": (
        "BALANCE: hold 12 seconds, repeat 6 times, once a day\n"
        "Stand on one foot beside a table. Then switch feet.",
        {"hold_s": 12, "reps": 6, "day": (1, 1), "sides": "each_side"},
    ),
    "a sheet for dizziness": (
        "Hold a card in front of you. Turn your head from side to side with your eyes on the card."
        " Go on for one minute, or until dizziness subsides. Repeat 4 times a day.",
        {"duration_s": 60, "day": (4, 4)},
    ),
    "a weight to grow into": (
        "Arm curl\nRepetitions\n3 sets of 6\nDays per week\n3\n"
        "Equipment needed: a weight with which you can do 3 sets of 6, moving on to 3 sets of 10."
        " As this gets easier, go up a pound at a time, to 5 pounds at most.\n"
        "Step-by-step directions\n• Stand tall.\n• Bend your elbow and bring the weight up.\n"
        "• Hold for 3 seconds.\n• Slowly return and repeat.\n",
        {"hold_s": 3, "sets": 3, "reps": 6, "week": (3, 3)},
    ),
    "sessions for sets": (
        "Stand with a chair in front of you. Lift your leg out to the side. Do this 6 times per leg"
        " for 2 sessions.",
        {"reps": 6, "sets": 2, "sides": "each_side"},
    ),
    "yoga on a chair": (
        "Seated crescent. Sit sideways and stretch one leg behind you. Inhale and lift your arms."
        " Look up, and hold for four breaths. Repeat on the other side.",
        {"hold_breaths": 4, "sides": "each_side"},
    ),
    "three kinds of often": (
        "Squeeze a soft ball. Repeat 20 times per set, do 2 sets per session, do 2-3 sessions per"
        " day.",
        {"reps": 20, "sets": 2, "day": (2, 3)},
    ),
    "contractions with rests": (
        "Put a towel under your knee. Tighten your thigh. Hold for 6 seconds. Rest for 12 seconds"
        " between each contraction, 10 contractions. Do 3 sessions/day.",
        {"hold_s": 6, "rest_s": 12, "reps": 10, "day": (3, 3)},
    ),
    "a tempo told in counts of seconds": (
        "Lying on your side, lift the top leg to 30 degrees in a 2 second count, hold 1 second and"
        " lower in a 3 second count. Reps: 15. Sets: 2-3. Frequency: 1x/day, 3 days/week",
        {"hold_s": 1, "reps": 15, "sets": (2, 3), "tempo": True, "day": (1, 1), "week": (3, 3)},
    ),
    "an object that is held": (
        "Hold a stick with both hands, palms down. Raise it overhead and hold for 15-20 seconds."
        " Repeat 10 times.",
        {"hold_s": (15, 20), "reps": 10},
    ),
    "a goal after the dose": (
        "Lie on your back. Slide one foot up and down 12 times, 3 sets each leg, resting 30s"
        " between"
        " sets. Advance to 15 reps when this feels easy.",
        {"reps": 12, "sets": 3, "rest_s": 30, "sides": "each_side"},
    ),
    "steps counted on the way": (
        "Walk in a straight line with the heel of one foot in front of the toes of the other."
        " Take 10 to 20 steps.",
        {"reps": (10, 20)},
    ),
    "counts for tempo": (
        "Stand in front of a chair. Lower yourself toward it on a 4-count and rise again on a"
        " 2-count.",
        {"tempo": True},
    ),
    "steps that are named by number": (
        "1. Point your fingers up.\n2. Curl them into a fist. Hold for about 6 seconds.\n"
        "3. Repeat 8 to 12 times.\n4. Switch hands, and repeat steps 1 through 3.\n",
        {"hold_s": 6, "reps": (8, 12), "sides": "each_side"},
    ),
    "nine more": (
        "1. Lie on your back and pull your legs toward you.\n2. Pull until you feel a stretch.\n"
        "3. Hold for 15 seconds.\n4. Repeat 9 more times.\n",
        {"hold_s": 15, "reps": 10},
    ),
    "a total that is aimed for, on a line of its own": (
        "Exercise 2 - Heel lift\n\nLie on your back with a towel under the knee. Lift the heel."
        " Hold this for 10 seconds.\n\nTarget Repetitions = 10\n",
        {"hold_s": 10, "reps": 10},
    ),
    "blanks to be filled in by hand": (
        "Make a fist. Hold for _____ seconds. Repeat _____ times for each hand. Do _____ sets a"
        " day.",
        {"sides": "each_side"},
    ),
    "a set of some, as people say it": (
        "Bring your leg over the other and pull it toward you. Hold it for about 30 seconds. Try to"
        " achieve a set of 3 of these each day.",
        {"hold_s": 30, "reps": 3, "day": (1, 1)},
    ),
    "two columns of a leaflet, wrapped": (
        "Sit on a chair. Slowly\nstraighten your knee and hold for\n10 seconds. Repeat this\n"
        "5 times with each leg, three\ntimes a day.",
        {"hold_s": 10, "reps": 5, "day": (3, 3), "sides": "each_side"},
    ),
    "shorthand": (
        "Bridging: crook lying, lift bottom, hold 5 secs, x 10, TDS",
        {"hold_s": 5, "reps": 10, "day": (3, 3)},
    ),
    "shorthand with an apostrophe": (
        "SLR - lie on back, lift leg 6\", hold 5\", 3 x 10 reps, 2x/day",
        {"hold_s": 5, "sets": 3, "reps": 10, "day": (2, 2)},
    ),
}  # fmt: skip


@pytest.mark.parametrize("style", STYLES)
def test_one_exercise_is_read_as_one_with_its_own_dose(style: str) -> None:
    text, expected = STYLES[style]
    found = read(text).exercises
    assert len(found) == 1
    one = found[0]
    said: dict[str, Any] = {
        name: value.min if value.min == value.max else (value.min, value.max)
        for name in FIELDS
        if (value := getattr(one, name)) is not None
    }
    if one.tempo:
        said["tempo"] = True
    if one.sides:
        said["sides"] = one.sides.value
    if one.frequency and one.frequency.per_day:
        said["day"] = one.frequency.per_day
    if one.frequency and one.frequency.per_week:
        said["week"] = one.frequency.per_week
    assert said == expected
