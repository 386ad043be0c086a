"""Sentences as physiotherapists write them, made up here, and the dose each one holds.

A field that is not named in a row must stay empty: what is not in the text is never invented.
"""

from typing import Any

import pytest

from unpinch.handout import read
from unpinch.handout.draft import DraftExercise

ROOM = "Lie on your back with your knees bent. {} "
FIELDS = ("hold_s", "hold_breaths", "duration_s", "reps", "sets", "rest_s")


def only(text: str) -> DraftExercise:
    found = read(text).exercises
    assert len(found) == 1, [one.name for one in found]
    return found[0]


def doses(text: str) -> dict[str, Any]:
    one = only(text)
    values = {name: getattr(one, name) for name in FIELDS}
    said: dict[str, Any] = {
        name: (value.min, value.max) for name, value in values.items() if value is not None
    }
    if one.tempo is not None:
        said["tempo"] = True
    return said


def check(sentence: str, **expected: Any) -> None:
    want: dict[str, Any] = {
        name: value if isinstance(value, tuple | bool) else (value, value)
        for name, value in expected.items()
    }
    assert doses(ROOM.format(sentence)) == want


HOLDS: list[tuple[str, Any]] = [
    ("Hold for 30 seconds.", 30),
    ("Hold 30 secs.", 30),
    ("Hold 30 sec.", 30),
    ("Hold 30s.", 30),
    ('Hold for 30".', 30),
    ("Hold: 30 seconds", 30),
    ("Hold - 30 seconds", 30),
    ("Hold this for a count of five.", 5),
    ("Hold for a slow count of ten.", 10),
    ("Hold for ten counts.", 10),
    ("Hold and count to 5.", 5),
    ("Count to five, then lower the leg.", 5),
    ("Hold for an eight-count.", 8),
    ("Hold the stretch for 20-30 seconds.", (20, 30)),
    ("Hold the stretch for 20 – 30 seconds.", (20, 30)),
    ("Hold the stretch for 20—30 seconds.", (20, 30)),
    ("Hold for twenty to thirty seconds.", (20, 30)),
    ("Hold for between 20 and 30 seconds.", (20, 30)),
    ("Hold for 20 seconds to 1 minute.", (20, 60)),
    ("Hold for 45 secs - 1 min.", (45, 60)),
    ("Hold for one to two minutes.", (60, 120)),
    ("Hold for half a minute.", 30),
    ("Hold for a minute and a half.", 90),
    ("Hold for 1½ minutes.", 90),
    ("Hold for 1 minute 30 seconds.", 90),
    ("Hold for a full minute.", 60),
    ("Hold for a second or two.", (1, 2)),
    ("Hold for at least 20 seconds.", (20, None)),
    ("Hold for atleast 20 seconds.", (20, None)),
    ("Hold for a minimum of 20 seconds.", (20, None)),
    ("Hold for 20 seconds or more.", (20, None)),
    ("Hold for 20+ seconds.", (20, None)),
    ("Hold for up to 30 seconds.", (None, 30)),
    ("Hold for no more than 30 seconds.", (None, 30)),
    ("Hold for up to a minute or longer.", (None, 60)),
    ("Hold for at least 15 to 30 seconds.", (15, 30)),
    ("Hold this position, breathing slowly and evenly, for 25 seconds.", 25),
    ("Hold while breathing in and out for 10 seconds.", 10),
    ("Stay here for 40 seconds.", 40),
    ("Remain in the stretch for 40 secs.", 40),
    ("Keep the muscle tight for six seconds.", 6),
    ("Maintain this for 12 seconds.", 12),
    ("Maintain the contraction for 12 seconds.", 12),
    ("Squeeze your buttocks together for 5 seconds.", 5),
    ("Press the back of the knee into the bed for 5 seconds.", 5),
    ("Tighten the muscle at the front of the thigh for 10 seconds, then let go.", 10),
    ("Pause for 2 seconds at the top.", 2),
    ("Pull gently and stay there for 15-20 secs.", (15, 20)),
    ("Sustain the stretch for 60 seconds.", 60),
    ("Rest here for 30 seconds.", 30),
    ("Relax into the stretch for 30 seconds.", 30),
    ("Let the arm hang for 2 minutes.", 120),
    ("Lie like this for 5 minutes.", 300),
    ("Lower the leg after 10 seconds.", 10),
    ("After about 10 seconds, release and lower.", 10),
    ("Return to the start after 5 to 10 seconds.", (5, 10)),
    ("Raise the hips with a 5-second hold.", 5),
    ("Raise the hips (5 sec hold).", 5),
    ("Raise the hips and add a 3- to 5-second hold.", (3, 5)),
    ("You should aim to hold it for 20 seconds.", 20),
    ("Try to hold this for 20 seconds.", 20),
    ("Hold your knee with both hands for 20 to 30 seconds.", (20, 30)),
    ("Holding for 5 seconds each time, lift the hips.", 5),
    ("Holding on to the back of your thigh, stay there for 20 seconds.", 20),
    ("Gently hold the end position (about 6 seconds).", 6),
    ("For 20 seconds, hold the knee close.", 20),
    ("The stretch should be held for 30 seconds.", 30),
    ("Hold 5.", 5),
    ("Rest your forehead on your hands for 30 seconds.", 30),
    ("Relax for 30 seconds in this position.", 30),
    ("Hold the stretch for 20 sec. and let go.", 20),
    ("Hold for 5, then relax.", 5),
]


@pytest.mark.parametrize(("sentence", "hold"), HOLDS)
def test_a_hold_is_read_with_both_its_ends(sentence: str, hold: Any) -> None:
    check(sentence, hold_s=hold)


COUNTS: list[tuple[str, Any]] = [
    ("Repeat 10 times.", 10),
    ("Repeat ten times.", 10),
    ("Repeat x 10.", 10),
    ("Repeat x10.", 10),
    ("Repeat 10x.", 10),
    ("Repeat 10 X.", 10),
    ("Repeat × 10.", 10),
    ("Lift the hips x10.", 10),
    ("Lift the hips. 10 reps.", 10),
    ("Lift the hips. Reps: 10", 10),
    ("Lift the hips. Reps - 10", 10),
    ("Lift the hips. Repetitions = 10", 10),
    ("Lift the hips. Repetitions: 8-12", (8, 12)),
    ("Repeat 8 to 12 times.", (8, 12)),
    ("Repeat five to 10 times.", (5, 10)),
    ("Repeat 5 or 6 times.", (5, 6)),
    ("Repeat once or twice.", (1, 2)),
    ("Repeat twice.", 2),
    ("Repeat this movement three times.", 3),
    ("Repeat the whole exercise 3 times.", 3),
    ("Repeat for 10 repetitions.", 10),
    ("Repeat for a total of 12 repetitions.", 12),
    ("Repeat about ten times.", 10),
    ("Repeat this at least 10 times.", (10, None)),
    ("Repeat up to 10 times.", (None, 10)),
    ("Repeat four more times.", 5),
    ("Repeat another 4 times.", 5),
    ("Repeat a further 2 times.", 3),
    ("Repeat 2-3 more times.", (3, 4)),
    ("Do this 12 times.", 12),
    ("Do 12 repetitions.", 12),
    ("Do 12 of these.", 12),
    ("Do 12 on each side.", 12),
    ("Do ten each leg.", 10),
    ("Do 10-15 with each leg.", (10, 15)),
    ("Perform 10 repetitions.", 10),
    ("Perform this exercise ten times with each leg.", 10),
    ("Complete 15 reps.", 15),
    ("Aim for 10 repetitions.", 10),
    ("Lift and lower the hips 10 times.", 10),
    ("Do 15 heel raises.", 15),
    ("Do ten slow, controlled squats.", 10),
    ("Make 5 small circles each way.", 5),
    ("Circle the ankle 10 times clockwise, then 10 times anticlockwise.", 10),
    ("Circle the ankle ten times in each direction.", 10),
    ("Do 10 circles one way and then 10 the other way.", 10),
    ("Do a dozen repetitions.", 12),
    ("Start with 5 repetitions.", 5),
    ("Bend and straighten the knee. Repeat 10.", 10),
    ("Slide the heel up and down, 10 repetitions.", 10),
    ("Slide the heel up and down (10 times).", 10),
    ("Slide the heel 20 times.", 20),
    ("Number of repetitions: 10", 10),
    ("Target repetitions = 10", 10),
    ("Repeat the movement 10 times slowly.", 10),
    ("Tilt the pelvis; repeat 10 times.", 10),
    ("Repeat this 10 times in a row.", 10),
    ("Try to do 10 repetitions.", 10),
    ("Alternate legs for 20 repetitions.", 20),
]


@pytest.mark.parametrize(("sentence", "count"), COUNTS)
def test_repetitions_are_read_with_both_their_ends(sentence: str, count: Any) -> None:
    check(sentence, reps=count)


TOGETHER: list[tuple[str, dict[str, Any]]] = [
    ("Do 3 sets of 10.", {"sets": 3, "reps": 10}),
    ("Do three sets of ten repetitions.", {"sets": 3, "reps": 10}),
    ("Do 2-3 sets of 8-12 reps.", {"sets": (2, 3), "reps": (8, 12)}),
    ("3 x 10", {"sets": 3, "reps": 10}),
    ("3x10", {"sets": 3, "reps": 10}),
    ("3 × 10 reps", {"sets": 3, "reps": 10}),
    ("3 sets x 10 reps", {"sets": 3, "reps": 10}),
    ("10 reps x 3 sets", {"sets": 3, "reps": 10}),
    ("10 reps x 3", {"sets": 3, "reps": 10}),
    ("10 x 3", {"sets": 3, "reps": 10}),
    ("Repeat 10 times for three sets.", {"sets": 3, "reps": 10}),
    ("Repeat 10 times. Do 3 sets.", {"sets": 3, "reps": 10}),
    ("Reps: 10. Sets: 3.", {"sets": 3, "reps": 10}),
    ("Sets: 3 Reps: 10 Hold: 5 sec", {"sets": 3, "reps": 10, "hold_s": 5}),
    ("Sets 3 Reps 10", {"sets": 3, "reps": 10}),
    ("3 sets of 12 each side", {"sets": 3, "reps": 12}),
    ("10 reps, 2 sets", {"sets": 2, "reps": 10}),
    ("Complete 2 sets of 15 repetitions on each leg.", {"sets": 2, "reps": 15}),
    ("Repeat 10 times. Rest; then repeat 10 more times.", {"sets": 2, "reps": 10}),
    ("Do 8 reps. Rest, and then do 8 more reps.", {"sets": 2, "reps": 8}),
    ("10 x 5 seconds", {"reps": 10, "hold_s": 5}),
    ("10 x 5 sec holds", {"reps": 10, "hold_s": 5}),
    ("3 x 30 secs", {"reps": 3, "hold_s": 30}),
    ("3 x 30s each side", {"reps": 3, "hold_s": 30}),
    ("3 x 30\"", {"reps": 3, "hold_s": 30}),
    ("30 secs x 3", {"reps": 3, "hold_s": 30}),
    ("2 x 10 x 5 secs", {"sets": 2, "reps": 10, "hold_s": 5}),
    ("Hold 30 secs x 3.", {"reps": 3, "hold_s": 30}),
    ("Hold 5 secs, x10.", {"reps": 10, "hold_s": 5}),
    ("Hold 5 sec, repeat 10x.", {"reps": 10, "hold_s": 5}),
    ("Hold 5, repeat 10.", {"reps": 10, "hold_s": 5}),
    ("Hold for 5 seconds and repeat 10 times.", {"reps": 10, "hold_s": 5}),
    ("Hold for 20-30 secs. Repeat 3-5 times.", {"reps": (3, 5), "hold_s": (20, 30)}),
    ("Repeat 10 times, holding for 5 seconds each time.", {"reps": 10, "hold_s": 5}),
    ("10 repetitions of 5 seconds", {"reps": 10, "hold_s": 5}),
    ("10 reps with a 5 second hold", {"reps": 10, "hold_s": 5}),
    ("3 sets of 30 seconds", {"sets": 3, "hold_s": 30}),
    ("Hold for 10 seconds. Rest for 10 seconds. Repeat 10 times.",
     {"hold_s": 10, "rest_s": 10, "reps": 10}),
    ("Squeeze for 5 seconds, relax for 5 seconds, repeat 10 times.",
     {"hold_s": 5, "rest_s": 5, "reps": 10}),
    ("3 sets of 10 with 60 seconds rest between sets", {"sets": 3, "reps": 10, "rest_s": 60}),
    ("3 sets of 10. Rest 1-2 minutes between sets.",
     {"sets": 3, "reps": 10, "rest_s": (60, 120)}),
    ("Do 10 reps. Take a 30-second break between sets.", {"reps": 10, "rest_s": 30}),
    ("Repeat 10 times without a break.", {"reps": 10, "rest_s": 0}),
    ("Hold for 3 seconds, then lower slowly over 3 seconds. Repeat 10 times.",
     {"hold_s": 3, "tempo": True, "reps": 10}),
    ("Take 3 seconds to lift and 3 seconds to lower. 10 reps.", {"tempo": True, "reps": 10}),
    ("Lower to a slow count of four. Repeat 8 times.", {"tempo": True, "reps": 8}),
    ("Lift for 2 counts, hold for 2 counts, lower for 2 counts.", {"hold_s": 2, "tempo": True}),
    ("Do this for 2 minutes.", {"duration_s": 120}),
    ("Repeat for 30 seconds.", {"duration_s": 30}),
    ("Continue for 1-2 minutes.", {"duration_s": (60, 120)}),
    ("March on the spot for 45 seconds.", {"duration_s": 45}),
    ("Roll the ball under your foot for five minutes.", {"duration_s": 300}),
    ("Walk on your toes, keeping your back straight, for 30 seconds.", {"duration_s": 30}),
    ("Keep going for one minute.", {"duration_s": 60}),
    ("Gently rock from side to side for up to two minutes.", {"duration_s": (None, 120)}),
    ("Hold for 5-10 breaths.", {"hold_breaths": (5, 10)}),
    ("Stay here for five slow, deep breaths.", {"hold_breaths": 5}),
    ("Stay for a breath.", {"hold_breaths": 1}),
    ("Hold for 3 to 5 full breaths, then come back.", {"hold_breaths": (3, 5)}),
    ("Remain in the pose for 10 breaths.", {"hold_breaths": 10}),
    ("Hold for 30 seconds, or 5 breaths. Repeat twice.",
     {"hold_s": 30, "hold_breaths": 5, "reps": 2}),
    ("Stay there for 10-15 seconds and then pulse. Hold this pose for 20 seconds and release.",
     {"hold_s": 20}),
    ("Start with 5 repetitions and build up to 20.", {"reps": 5}),
    ("Hold for 10 seconds, building up to 60 seconds.", {"hold_s": 10}),
    ("Begin by holding for 5 seconds and gradually increase to 30 seconds.", {"hold_s": 5}),
    ("Do 5. Work up to 15 repetitions.", {"reps": 5}),
    ("Hold for 10 seconds. As you get stronger, hold for 30 seconds.", {"hold_s": 10}),
    ("Work up to 3 sets of 10.", {"sets": 3, "reps": 10}),
    ("Repeat 10 times. Once you can do 20 repetitions, add a weight.", {"reps": 10}),
    ("Hold 20 seconds, 3 times on each side, twice a day.", {"hold_s": 20, "reps": 3}),
    ("Repeat 10 times, 3 times a day.", {"reps": 10}),
    ("Repeat 10 times, x3 daily.", {"reps": 10}),
    ("10 reps, 2x/day", {"reps": 10}),
    ("10 times every hour", {"reps": 10}),
    ("10 reps BD", {"reps": 10}),
    ("Do 10 reps, rest for 1 minute and repeat a further 10 times.",
     {"reps": 10, "rest_s": 60, "sets": 2}),
    ("Rest your leg for 10 seconds, then repeat. 5 times.", {"rest_s": 10, "reps": 5}),
    ("Work for 10 to 15 repetitions.", {"reps": (10, 15)}),
    ("Start with 6 to 10 and slowly work up to 20 reps.", {"reps": (6, 10)}),
    ("Take 5 seconds to go down and 3 seconds to come up. 2 sets of 15 to 20 reps.",
     {"tempo": True, "sets": 2, "reps": (15, 20)}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TOGETHER)
def test_each_number_of_a_dose_goes_to_its_own_field(
    sentence: str, expected: dict[str, Any]
) -> None:
    check(sentence, **expected)


DECOYS = [
    "Bend the knee to 90 degrees.",
    "Raise the leg to a 45-degree angle.",
    "Lift the leg about 6 inches off the bed.",
    "Lift the leg 10 cm off the floor.",
    'Place your feet 12" apart.',
    "Stand 2 feet away from the wall and lean your hands on it.",
    "Use a 2 pound weight around the ankle.",
    "Hold a 1 kg weight in each hand.",
    "Hold 2 weights at your sides.",
    "Hold on to a chair with both hands.",
    "Hold your breath for 3 seconds.",
    "Place two fingers under your back.",
    "Lift one leg.",
    "Lift one leg at a time.",
    "Take one step back with your left foot.",
    "Take two steps away from the wall.",
    "You may feel worse for the first 2 or 3 times.",
    "Go back to step 3.",
    "See page 12 for the picture.",
    "See figure 2.",
    "Do this for 6 weeks.",
    "You can start this in week 2.",
    "This is safe for people over 65 years old.",
    "Call 555 123 4567 if you have questions and bend your knee.",
    "Stop if the pain lasts for more than 20 minutes.",
    "Put ice on the knee for 15 minutes afterwards.",
    "Your pain should stay below 4 out of 10.",
    "Your pain should stay below 4/10.",
    "Keep your weight 50% on each leg.",
    "Do not hold for more than 30 seconds.",
    "Do not hold any one stance.",
    "Hold your leg behind the knee.",
    "Turn halfway to the side.",
    "Keep both knees together.",
    "If you can hold it for 30 seconds, try the next level and lift the arm.",
    "If you feel the muscle letting go, rest for 10 seconds.",
    "Rest 60 seconds before moving to the next exercise.",
    "Warm up for 5 minutes first.",
    "Progression: hold for 60 seconds with a weight of 1 kg. ".replace(" of 1 kg", ""),
    "Variation: hold for 20 seconds with both legs.",
    "Take deep breaths.",
    "Take a deep breath in.",
    "Breathe in and lift the arms.",
    "Repeat on the other side.",
    "Repeat with the other leg.",
    "Bend your knees a quarter of the way.",
    "Hold for a few seconds.",
    "Hold briefly.",
    "Hold for as long as you can.",
    "Repeat several times.",
    "Repeat.",
    "Repeat until you are tired.",
    "Repeat a few times.",
    "Hold for a couple of seconds.",
    "Bend one or two fingers.",
    "Make a fist with each of your 2 hands.",
    "Rest your hands on your thighs.",
    "Rest here.",
    "Rest by sitting back.",
    "Even a 15-minute walk a few times a week can help. Lift your arm.",
    "Ideal time: 10 minutes",
    "Repeat steps 1 through 3.",
    "This is one repetition.",
    "Lie on your back at the side of 2 chairs.",
]


@pytest.mark.parametrize("sentence", DECOYS)
def test_a_number_that_is_no_dose_is_left_alone(sentence: str) -> None:
    said = doses(ROOM.format(sentence))
    goal = {
        name
        for name in said
        if name != "tempo" and (value := getattr(only(ROOM.format(sentence)), name)) and value.goal
    }
    assert not set(said) - goal


VAGUE = [
    ("Hold for a few seconds.", "a few seconds"),
    ("Hold for several seconds.", "several seconds"),
    ("Hold for a couple of seconds.", "a couple of seconds"),
    ("Stay for several breaths.", "several breaths"),
    ("Hold for as long as you can.", "for as long as you can"),
    ("Hold it briefly.", "Hold it briefly"),
    ("Repeat several times.", "several times"),
    ("Repeat a couple of times.", "a couple of times"),
    ("Lift the hips to muscle fatigue.", "to muscle fatigue"),
    ("Lower the hips. Repeat.", "Repeat."),
    ("Lower the hips and repeat the exercise.", "and repeat the exercise."),
]


@pytest.mark.parametrize(("sentence", "words"), VAGUE)
def test_a_dose_without_a_number_is_marked_vague_and_stays_empty(sentence: str, words: str) -> None:
    one = only(ROOM.format(sentence))
    assert [span.text for span in one.vague_dose] == [words]
    assert doses(ROOM.format(sentence)) == {}


def test_a_vague_word_is_not_marked_when_a_number_answers_it() -> None:
    one = only(ROOM.format("Lower the hips and repeat. Do this 10 times."))
    assert one.vague_dose == ()


@pytest.mark.parametrize(
    ("sentence", "goal"),
    [("Work up to 20 repetitions.", 20), ("Gradually build up to 15 repetitions.", 15)],
)
def test_a_goal_that_stands_alone_is_kept_and_marked_as_a_goal(sentence: str, goal: int) -> None:
    reps = only(ROOM.format(sentence)).reps
    assert reps is not None
    assert (reps.max, reps.goal) == (goal, True)
