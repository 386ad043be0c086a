from unpinch.handout import read

SHEET = """Leg lift
Purpose: Strengthen the thigh.
Starting position: Lie on your back with one knee bent.
Action: Slowly lift the straight leg. Hold for 5 seconds, then lower it.
Do not hold your breath. Stop if your back hurts.
Tip: Breathe out as you lift.
Repetitions: Repeat 10 times."""


def test_warnings_are_kept_with_their_exercise() -> None:
    one = read(SHEET).exercises[0]
    assert [span.text for span in one.cautions] == [
        "Do not hold your breath.",
        "Stop if your back hurts.",
    ]


def test_steps_are_the_orders_without_labels_warnings_and_tips() -> None:
    one = read(SHEET).exercises[0]
    assert [span.text for span in one.steps] == [
        "Lie on your back with one knee bent.",
        "Slowly lift the straight leg.",
        "Hold for 5 seconds, then lower it.",
        "Repeat 10 times.",
    ]


def test_warnings_of_the_introduction_are_kept_with_the_sheet() -> None:
    draft = read(
        "Please stop if you feel dizzy and call your doctor.\n\n## Bridge\n"
        "Lie on your back and lift your hips. Repeat 10 times."
    )
    assert [span.text for span in draft.cautions] == [
        "Please stop if you feel dizzy and call your doctor."
    ]
    assert len(draft.exercises) == 1
