"""What goes onto a printed handout."""

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.handout.printed import SHIPPED, longest, program, said, shortest
from unpinch.exercises import library
from unpinch.exercises.choosing import Choice, ChoiceError
from unpinch.exercises.model import Caution
from unpinch.handout.layout import LAYOUT
from unpinch.handout.printed import legible
from unpinch.handout.printing import SHEET, printout


def test_the_handouts_program_is_on_it_in_order() -> None:
    exercises = said(printout(SHIPPED, library()))["exercises"]

    assert [each["name"] for each in exercises] == [
        "Knees to chest",
        "Hamstring stretch",
        "Opposition stretch",
        "Child's pose",
    ]
    assert [(each["hold"], each["count"]) for each in exercises] == [
        (
            "Hold for 15 seconds.",
            "Do this once on each leg: first the right leg, then the left leg.",
        ),
        (
            "Hold for 30 seconds.",
            "Do this 3 times on each leg: first the right leg, then the left leg.",
        ),
        (
            "Hold for 3 seconds.",
            "Do this 20 times in all, alternating sides, the right hand and left leg first.",
        ),
        ("Hold for 15 seconds.", "Do this 2 times."),
    ]


def test_what_the_handout_says_and_what_we_read_are_told_apart() -> None:
    exercises = said(printout(SHIPPED, library()))["exercises"]

    assert [(each["handout"], each["reading"]) for each in exercises] == [
        ("15 to 60 seconds", "1 to 4 times on each leg, at most 60 seconds on one leg"),
        ("30 seconds", "3 times on each leg"),
        ("3 seconds", "20 times in all"),
        ("15 to 30 seconds", "2 to 3 times"),
    ]
    assert all(each["readings"] for each in exercises)


def test_cautions_of_the_handout_and_ours_are_told_apart() -> None:
    pose = library()["childs-pose"]
    theirs = Caution(says="Stop if it hurts.", because="x", ours=False)
    made = printout(*program(replace(pose, cautions=(theirs, *pose.cautions))))

    (exercise,) = said(made)["exercises"]

    assert exercise["cautions"] == ["Stop if it hurts."]
    assert exercise["additions"] == [each.says for each in pose.cautions]


def test_choices_are_printed_and_what_is_left_out_is_not() -> None:
    choices = (
        Choice(exercise="knees-to-chest", hold_ms=30_000, variation="both"),
        Choice(exercise="childs-pose", left_out=True),
    )

    sheet = said(printout(SHIPPED, library(), choices))

    first = sheet["exercises"][0]
    assert len(sheet["exercises"]) == 3
    assert (first["name"], first["variation"]) == ("Knees to chest", "Both knees")
    assert (first["hold"], first["count"]) == (
        "Hold for 30 seconds.",
        "Do this once, with both legs.",
    )
    assert first["steps"][1].startswith("Slowly draw both knees")


def test_what_is_outside_the_handout_is_not_printed() -> None:
    with pytest.raises(ChoiceError, match="longer than the handout allows"):
        printout(SHIPPED, library(), [Choice(exercise="childs-pose", hold_ms=90_000)])


def test_that_it_begins_at_the_low_end_is_said_only_where_it_does() -> None:
    chosen = [Choice(exercise="childs-pose", hold_ms=30_000)]

    assert len(said(printout(SHIPPED, library()))["readings"]) == 2
    assert len(said(printout(SHIPPED, library(), chosen))["readings"]) == 1


def test_going_deeper_is_said_only_where_there_is_a_second_time() -> None:
    once, thrice = said(printout(SHIPPED, library()))["exercises"][:2]

    assert (once["again"], bool(thrice["again"])) == ("", True)


def test_every_figure_that_is_asked_for_is_there_and_has_words() -> None:
    made = printout(*longest())

    figures = [each[pose] for each in said(made)["exercises"] for pose in ("start", "held")]
    assert {each["file"] for each in figures} == set(made.files) - {SHEET}
    for each in figures:
        svg = ElementTree.fromstring(made.files[each["file"]])  # noqa: S314 - our own drawing
        width, height = map(int, svg.attrib["viewBox"].split()[2:])
        assert each["shape"] == round(width / height, 3)
        assert each["alt"].endswith((", start", ", hold"))


def test_no_side_is_left_open() -> None:
    for made in (printout(SHIPPED, library()), printout(*longest())):
        for each in said(made)["exercises"]:
            words = " ".join((*each["steps"], each["again"], each["feel"], each["count"]))
            assert "{" not in words


def test_it_says_what_it_is_not_and_when_to_stop() -> None:
    words = " ".join(LAYOUT.split())

    assert "does not diagnose" in words
    assert "No clinician has reviewed the safety questions" in words
    assert "If it hurts, let go and stop." in words
    assert "numbness between the legs" in words.lower()


@settings(max_examples=25)
@given(st.text(max_size=80), st.text(max_size=80))
def test_nothing_a_person_wrote_is_ever_read_as_typst(name: str, source: str) -> None:
    plain, pose = shortest()
    own = {each.id: replace(each, name=name, source=source) for each in pose.values()}

    made = printout(replace(plain, name=name, source=source), own)

    assert made.source == LAYOUT
    sheet = said(made)
    assert sheet["name"] == sheet["exercises"][0]["name"] == legible(name)


@given(st.text(max_size=200))
def test_legible_words_are_one_line_that_can_be_broken(words: str) -> None:
    line = legible(words)

    assert line.replace("\u200b", "").isprintable()
    assert all(len(part) <= 16 for part in line.replace("-", " ").replace("\u200b", " ").split())


@pytest.mark.parametrize(
    ("often", "boxes"),
    [
        ("once a day", 1),
        ("regularly", 1),
        ("twice a day", 2),
        ("2-3 times daily", 3),
        ("morning and evening", 2),
        ("3 times a week", 1),
        ("ten times a day", 4),
        ("Child's pose: twice a day; the others: once a day", 2),
        ("Bridge: twice a day; the others: 3 times a day", 3),
    ],
)
def test_a_day_of_the_week_has_a_box_for_each_time(often: str, boxes: int) -> None:
    made, own = shortest()

    (exercise,) = said(printout(replace(made, often=often), own))["exercises"]

    assert exercise["a-day"] == boxes
