"""The printed PDF: its pages, its letters, and that it can be read again."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pypdf import PdfReader

from tests.handout.printed import SHIPPED, longest, program, ranged, shortest
from unpinch.exercises import library
from unpinch.exercises.choosing import Choice
from unpinch.exercises.model import Exercise, Program
from unpinch.handout import DraftExercise, read
from unpinch.handout.asking import asks
from unpinch.handout.confirming import Edit, Sitting, edited
from unpinch.handout.manner import pace
from unpinch.handout.printing import Paper, printout
from unpinch.handout.writing import Written, write
from unpinch.runtime.extracting import extract_bytes
from unpinch.runtime.printing import PrintError, pdf, write_pdf
from unpinch.terms.dose import Counted, Dose, Range, Sides
from unpinch.terms.side import Side

PAPERS: dict[Paper, tuple[int, int]] = {"a4": (595, 842), "letter": (612, 792)}


def pages(made: bytes) -> list[str]:
    return [
        " ".join(page.extract_text().replace("\u200b", "").split())
        for page in PdfReader(io.BytesIO(made)).pages
    ]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_shipped_program_has_a_page_for_each_exercise(paper: Paper) -> None:
    made = pdf(printout(SHIPPED, library(), paper=paper))

    box = PdfReader(io.BytesIO(made)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == PAPERS[paper]
    first, *each, last = pages(made)
    assert "Mon Tue Wed Thu Fri Sat Sun" in first
    assert [page.split(". ")[0] for page in each] == [
        "Knees to chest On the back; floor or bed",
        "Hamstring stretch On the back; floor",
        "Opposition stretch Hands and knees; floor",
        "Child's pose Hands and knees; floor",
    ]
    assert "what is known" in last


@pytest.mark.parametrize("paper", PAPERS)
def test_every_page_says_to_stop_and_the_honest_lines_are_there(paper: Paper) -> None:
    for made in (
        printout(SHIPPED, library(), paper=paper),
        printout(*shortest(), paper=paper),
        printout(*longest(), paper=paper),
    ):
        found = pages(pdf(made))

        assert all("If it hurts, let go and stop." in page for page in found)
        assert "does not diagnose" in found[0]
        assert "No clinician has reviewed" in found[0]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_shortest_program_is_one_page(paper: Paper) -> None:
    (page,) = pages(pdf(printout(*shortest(), paper=paper)))

    assert "Mon Tue Wed Thu Fri Sat Sun" in page
    assert "Hold for 15 seconds. Do this 2 times." in page


@pytest.mark.parametrize("paper", PAPERS)
def test_only_what_no_page_can_hold_goes_on_overleaf(paper: Paper) -> None:
    made, exercises = longest()

    found = pages(pdf(printout(made, exercises, paper=paper)))

    begun = [
        sum(
            page.replace(" ", "").startswith(each.name.replace(" ", "")) and "Hold for" in page
            for page in found
        )
        for each in exercises.values()
    ]
    assert begun == [1] * 12
    # A first page, twelve exercises, one of them with eight endless cautions, and the claims.
    assert 15 <= len(found) <= 18


def test_the_same_program_gives_the_same_bytes() -> None:
    one, two = (pdf(printout(SHIPPED, library())) for _ in range(2))

    assert one == two
    assert b"CreationDate (D:2" not in one


def test_only_our_typeface_is_in_it() -> None:
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in PdfReader(io.BytesIO(pdf(printout(SHIPPED, library())))).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }

    assert all("AtkinsonHyperlegible" in name for name in fonts)


@settings(max_examples=8)
@given(st.text(alphabet='#$_*[]@\\"`~<>{}()=+-/|&;%!\n\té漢ﷺ🦵\u202e\x00ab', max_size=40))
def test_any_name_can_be_printed(name: str) -> None:
    made, exercises = shortest()
    own = {each.id: replace(each, name=name or "x") for each in exercises.values()}

    assert pdf(printout(replace(made, name=name), own)).startswith(b"%PDF-")


def read_again(made: Program, exercises: dict[str, Exercise], *choices: Choice) -> list[str]:
    """The doses of the printed sheet, as the reader finds them."""
    printed = pdf(printout(made, exercises, choices))
    found = extract_bytes(printed, "printed.pdf")
    assert (found.ordered, found.remarks) == (True, ())
    return [dose_of(each) for each in read(found.text, exercises).exercises]


def dose_of(each: DraftExercise) -> str:
    assert each.hold_s
    assert each.reps
    hold, reps = (f"{one.min:g}-{one.max:g}" for one in (each.hold_s, each.reps))
    if each.sets:
        reps = f"{each.sets.min:g} sets of {reps}"
    return f"{hold} s, {reps} {each.reps.scope}, {each.sides.value if each.sides else None}"


@pytest.mark.parametrize(
    ("choices", "first", "last"),
    [
        ((), "15-15 s, 1-1 per_side, each_side", "15-15 s, 2-2"),
        (
            (
                Choice(exercise="knees-to-chest", hold_ms=20_000, repetitions=3),
                Choice(exercise="childs-pose", hold_ms=30_000, repetitions=3),
            ),
            "20-20 s, 3-3 per_side, each_side",
            "30-30 s, 3-3",
        ),
    ],
)
def test_the_printed_handout_is_read_with_the_same_doses(
    choices: tuple[Choice, ...], first: str, last: str
) -> None:
    assert read_again(SHIPPED, library(), *choices) == [
        first,
        "30-30 s, 3-3 per_side, each_side",
        "3-3 s, 20-20 total, alternating",
        f"{last} unspecified, None",
    ]


@pytest.mark.parametrize(
    "note",
    [
        "Put the cushion under your hips.",
        "Knees to chest first, then this one.",
        "Bridge.",
        "1. Lie down. 2. Breathe out.",
        "Stop if your back hurts.",
    ],
)
def test_a_note_is_printed_and_changes_no_dose_that_is_read_again(note: str) -> None:
    noted = replace(SHIPPED, parts=tuple(replace(part, note=note) for part in SHIPPED.parts))

    printed = " ".join(pages(pdf(printout(noted, library()))))

    assert printed.count(f"Note {note}") == 4
    assert read_again(noted, library()) == read_again(SHIPPED, library())


@pytest.mark.parametrize("paper", PAPERS)
def test_a_figure_of_the_position_stands_once_and_says_so(paper: Paper) -> None:
    guided = replace(library()["childs-pose"], neutral=True)

    (page,) = pages(pdf(printout(*program(guided), paper=paper)))[1:2]

    assert page.count("The position only. The movement is in the words.") == 1
    assert " Start " not in page


def test_a_word_wider_than_its_place_is_made_smaller() -> None:
    assert 4 < _size_in_the_week("W" * 40) < _size_in_the_week("WWW")


def _size_in_the_week(name: str) -> float:
    """The size of the exercises' names beside the days to tick."""
    found: list[float] = []

    def visit(text: str, _cm: object, tm: list[float], _font: object, size: float) -> None:
        if "WWW" in text:
            found.append(size * abs(tm[3]))

    own = {each.id: replace(each, name=name) for each in library().values()}
    made = PdfReader(io.BytesIO(pdf(printout(SHIPPED, own))))
    made.pages[0].extract_text(visitor_text=visit)
    return max(found)


def test_a_program_that_was_read_is_printed_and_read_with_the_same_doses() -> None:
    """Sets, sides in turn and answers of the person's own included."""
    text = (
        "Clamshells\nLie on your side. Lift the top knee. Hold for 3 seconds. "
        "3 sets of 10 on each side.\n\n"
        "Superman\nLie face down. Lift one arm and the opposite leg. Hold for 5 seconds. "
        "Alternate for 20 repetitions.\n\n"
        "Bridge\nLie on your back. Lift your hips. Hold for 5 seconds. Repeat 10 times.\n\n"
        "Calf stretch\nStand at the wall. Step back with one leg. Do this 2 times on each leg.\n"
    )
    written = _confirmed(text)

    printed = " ".join(pages(pdf(printout(written.program, written.library))))
    assert "As you answered: " in printed
    assert "As we read it" not in printed
    assert "Our reading" not in printed
    assert read_again(written.program, written.library) == [
        "3-3 s, 3 sets of 10-10 per_side, each_side",
        "5-5 s, 20-20 total, alternating",
        "5-5 s, 10-10 unspecified, None",
        "7-7 s, 2-2 per_side, each_side",
    ]


def _confirmed(text: str) -> Written:
    """A sheet with every question answered by its first choice."""
    now, answers = (
        Sitting(text=text, draft=read(text)),
        {"sides": "none", "often": "daily", "hold_ms": "7"},
    )
    while open_ones := asks(now, library()):
        ask = open_ones[0]
        value = answers.get(ask.field) or ask.choices[0][0]
        now = edited(now, Edit(ask.exercise, {ask.field: value}))
    return write(now, library(), [])


SIDED = (
    (None, None, Counted.IN_TOTAL, "unspecified, None"),
    (Sides.ONE_THEN_OTHER, Side.LEFT, Counted.EACH_SIDE, "per_side, each_side"),
    (Sides.ALTERNATING, Side.RIGHT, Counted.EACH_SIDE, "per_side, alternating"),
    (Sides.ALTERNATING, Side.LEFT, Counted.IN_TOTAL, "total, alternating"),
)


@pytest.mark.parametrize(("sides", "first", "counted", "read_as"), SIDED)
@pytest.mark.parametrize(("hold_s", "repetitions"), [(1, 2), (2.5, 12), (120, 30)])
def test_any_dose_is_read_again_as_it_was_printed(
    sides: Sides | None,
    first: Side | None,
    counted: Counted,
    read_as: str,
    hold_s: float,
    repetitions: int,
) -> None:
    like = library()["hamstring-stretch" if sides else "childs-pose"]
    stretch = ranged(like, int(hold_s * 1000), repetitions)
    dose = Dose(
        hold_ms=stretch.dose.hold_ms,
        repetitions=stretch.dose.repetitions,
        sides=sides,
        first=first,
        counted=counted,
    )

    (dose_read,) = read_again(*program(replace(stretch, dose=dose)))

    ends = f"{hold_s:g}-{hold_s:g} s, {repetitions}-{repetitions}"
    assert dose_read == f"{ends} {read_as}"


def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(PrintError, match=r"cannot be written \(No such file or directory\);"):
        write_pdf(tmp_path / "no" / "x.pdf", printout(*shortest()))


UNHELD = """Ankle pumps

Lie on your back. Bend your ankle up and down slowly. Keep it moving, do not hold.
3 sets of 10 on each side.

Walking

Walk on level ground for 10 minutes twice a day.

Heel raises

Stand at the kitchen worktop. Rise onto your toes, then lower slowly. Repeat 12 times.
2 sets, rest 45 seconds between sets.
"""


def test_a_movement_and_a_walk_are_printed_as_such_and_read_again_as_such() -> None:
    written = _confirmed(UNHELD)
    made = pdf(printout(written.program, written.library))
    printed = " ".join(" ".join(pages(made)).split())

    pumps, walk, raises = read(extract_bytes(made, "printed.pdf").text, written.library).exercises

    assert "Do 3 sets of 10 on each side:" in printed
    assert "Do 2 sets of 12." in printed
    assert "Rest for 45 seconds between sets." in printed
    assert "Keep going for 10 minutes." in printed
    for word in ("Hold for", "Stay there", "30 times", "Let go slowly"):
        assert word not in printed
    assert [each.hold_s for each in (pumps, walk, raises)] == [None, None, None]
    assert (walk.duration_s and walk.duration_s.min, walk.reps) == (600, None)
    told = [(each.sets and each.sets.min, each.reps and each.reps.min) for each in (pumps, raises)]
    assert told == [(3, 10), (2, 12)]
    assert pumps.tempo
    assert pumps.tempo.value.startswith("2 seconds to get there")


def test_a_circle_is_printed_without_a_way_back_and_read_again_with_the_same_pace() -> None:
    written = _confirmed("Ankle circles\nSit. Draw circles with your foot. Repeat 5 times.\n")
    made = pdf(printout(written.program, written.library))
    printed = " ".join(" ".join(pages(made)).split())

    (again,) = read(extract_bytes(made, "printed.pdf").text, written.library).exercises

    assert "Each circle takes 4 seconds" in printed
    assert "come back" not in printed.replace("Come back to the start", "")
    assert pace(again.tempo) == Range(4_000, 4_000)


def test_our_words_are_told_from_the_sheets_on_paper() -> None:
    written = _confirmed("Bridge\nLift your hips. Hold for 5 seconds. Repeat 10 times.\n")

    printed = " ".join(" ".join(pages(pdf(printout(written.program, written.library)))).split())

    assert "Let go slowly, and come back to the start. (our words)" in printed
    assert "Lift your hips. (our words)" not in printed
