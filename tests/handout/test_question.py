import pytest

from unpinch.handout import read
from unpinch.handout.draft import Question

ROOM = "Lie on your back and bend your knees. {}"


def asked(words: str) -> list[Question]:
    found = read(ROOM.format(words)).exercises
    assert len(found) == 1
    return list(found[0].questions)


def test_silence_about_how_many_is_asked() -> None:
    assert [question.about for question in asked("Hold for 30 seconds.")] == ["reps"]


def test_a_vague_count_is_asked_with_the_sheets_words() -> None:
    question = asked("Hold for 30 seconds. Repeat several times.")[0]
    assert "several times" in question.text
    assert question.span is not None


def test_a_vague_hold_is_asked_with_the_sheets_words() -> None:
    question = asked("Hold for a few seconds. Repeat 10 times.")[0]
    assert question.about == "hold_s"
    assert "a few seconds" in question.text


def test_an_exercise_by_the_clock_needs_no_count() -> None:
    assert asked("Roll your knees from side to side for 2 minutes.") == []


def test_one_leg_without_the_other_is_asked() -> None:
    questions = asked("Lift one leg. Hold for 30 seconds. Repeat 10 times.")
    assert [question.about for question in questions] == ["sides"]
    assert questions[0].text.startswith("The other leg too?")


@pytest.mark.parametrize("words", ["Repeat 2 times.", "Repeat three times.", "Repeat 4-5 times."])
def test_a_small_repeat_may_mean_one_more(words: str) -> None:
    questions = asked("Hold for 30 seconds. " + words)
    assert [question.about for question in questions] == ["reps"]
    assert questions[0].reading == questions[0].choices[0]


@pytest.mark.parametrize(
    "words", ["Repeat 10 times.", "Do 3 repetitions.", "Repeat 2 more times.", "Do this 3 times."]
)
def test_a_count_that_can_be_read_in_one_way_is_not_asked(words: str) -> None:
    assert asked("Hold for 30 seconds. " + words) == []


def test_a_count_over_two_sides_is_asked() -> None:
    questions = asked("Lift your right foot. Alternate legs for 20 repetitions.")
    assert [question.text for question in questions] == ["20 in all, or 20 on each side?"]


def test_two_different_holds_are_asked() -> None:
    questions = asked("Hold for 5 seconds. Lift higher and hold for 10 seconds. Do 10 repetitions.")
    assert [question.choices for question in questions] == [("5 s", "10 s")]


def test_a_goal_alone_asks_where_to_begin() -> None:
    assert [q.about for q in asked("Hold 5 seconds. Work up to 20 repetitions.")] == ["reps"]


def test_how_often_is_asked_once_for_the_sheet() -> None:
    sheet = (
        "## Bridge\nLie down and lift your hips. 10 times.{}\n\n"
        "## Clam\nLie on your side and lift your knee. 10 times."
    )
    assert len(read(sheet.format("")).questions) == 1
    assert len(read(sheet.format(" Twice a day.")).questions) == 1
    assert read(sheet.format("") + "\n\nDo all exercises daily.").questions == ()
