"""Every fact of the handout stands in its place. The table is DESIGN.md section 2."""

import pytest

from unpinch.exercises import library, programs
from unpinch.exercises.model import Exercise
from unpinch.exercises.naming import called, names_of
from unpinch.terms.dose import Counted, Range, Sides
from unpinch.terms.side import Side

ALL = library()
PROGRAM = programs()["leg-numbness"]


def words(exercise: Exercise) -> str:
    text = exercise.text
    said = [text.start, text.move, text.hold, text.release, text.feel, text.deeper, text.breathe]
    return " ".join(said).lower()


def test_the_four_exercises_come_in_the_handouts_order() -> None:
    assert [part.exercise for part in PROGRAM.parts] == [
        "knees-to-chest",
        "hamstring-stretch",
        "opposition-stretch",
        "childs-pose",
    ]
    assert set(ALL) == {part.exercise for part in PROGRAM.parts}


@pytest.mark.parametrize(
    ("name", "hold_s", "repetitions", "sides", "first", "counted"),
    [
        ("knees-to-chest", (15, 60), (1, 4), Sides.ONE_THEN_OTHER, Side.RIGHT, Counted.EACH_SIDE),
        (
            "hamstring-stretch",
            (30, 30),
            (3, 3),
            Sides.ONE_THEN_OTHER,
            Side.RIGHT,
            Counted.EACH_SIDE,
        ),
        ("opposition-stretch", (3, 3), (20, 20), Sides.ALTERNATING, Side.RIGHT, Counted.IN_TOTAL),
        ("childs-pose", (15, 30), (2, 3), None, None, Counted.IN_TOTAL),
    ],
)
def test_doses_are_the_handouts(
    name: str,
    hold_s: tuple[int, int],
    repetitions: tuple[int, int],
    sides: Sides | None,
    first: Side | None,
    counted: Counted,
) -> None:
    dose = ALL[name].dose

    assert dose.hold_ms == Range(hold_s[0] * 1000, hold_s[1] * 1000)
    assert dose.repetitions == Range(*repetitions)
    assert (dose.sides, dose.first, dose.counted) == (sides, first, counted)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        (
            "knees-to-chest",
            ["on your back", "on the floor or on a bed", "slowly", "knee toward your chest",
             "behind the knee with both hands", "further, gently", "lower back", "buttocks",
             "back of the upper thigh"],
        ),
        (
            "hamstring-stretch",
            ["on your back", "feet flat on the floor", "straighten your {side} leg",
             "toward your body", "at the back of the thigh", "closer", "slightly bent",
             "does not lock", "lower your leg", "deeper this time, if you can",
             "back of the leg"],
        ),
        (
            "opposition-stretch",
            ["hands and knees", "back straight", "look forward", "{side} hand forward",
             "at shoulder height", "{opposite} leg behind you", "keep your balance",
             "lower your arm and leg"],
        ),
        (
            "childs-pose",
            ["hands and knees", "lean back", "buttocks rest on your heels", "arms long",
             "palms on the floor", "reach your arms forward", "deep breath", "back up",
             "lower back", "the buttocks"],
        ),
    ],
)  # fmt: skip
def test_every_fact_of_the_handout_is_said(name: str, facts: list[str]) -> None:
    for fact in facts:
        assert fact in words(ALL[name]), fact


def test_both_knees_are_a_variation_of_knees_to_chest() -> None:
    both = ALL["knees-to-chest"].variation("both")

    assert both is not None
    assert both.dose.sides is Sides.TOGETHER
    assert both.dose.hold_ms == ALL["knees-to-chest"].dose.hold_ms
    assert "both knees" in both.text.move
    assert "{" not in "".join([both.text.start, both.text.move, both.text.hold, both.text.release])


@pytest.mark.parametrize(
    ("name", "glow"),
    [
        ("knees-to-chest", {"low back", "buttock", "back of the thigh"}),
        ("hamstring-stretch", {"back of the thigh"}),
        ("opposition-stretch", set()),
        ("childs-pose", {"low back", "buttock"}),
    ],
)
def test_it_glows_where_the_handout_says_it_is_felt(name: str, glow: set[str]) -> None:
    assert set(ALL[name].pose("hold").glow) == glow


def test_eyes_are_open_and_forward_on_hands_and_knees() -> None:
    assert ALL["opposition-stretch"].pose("start").eyes == "open"
    assert ALL["opposition-stretch"].pose("hold").eyes == "open"


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("knees-to-chest", {"repetitions", "sides", "first", "at_most"}),
        ("hamstring-stretch", {"repetitions"}),
        ("opposition-stretch", {"counted"}),
        ("childs-pose", {"repetitions"}),
    ],
)
def test_what_the_handout_leaves_open_is_marked_as_our_reading(name: str, fields: set[str]) -> None:
    assert fields <= set(ALL[name].readings)


def test_how_often_is_regularly_and_daily_is_our_suggestion() -> None:
    assert PROGRAM.often == "regularly"
    assert "Once a day is our suggestion" in PROGRAM.readings["often"]


def test_the_handouts_opening_is_told_as_its_claims_each_with_what_is_known() -> None:
    told = " ".join(claim.says for claim in PROGRAM.claims).lower()

    for fact in ["presses on its nerves", "sciatica", "discs of the lower back",
                 "from there down the leg", "pain, numbness and tingling", "feeling can be lost",
                 "regular stretching", "stiff and tight", "in the lower back"]:  # fmt: skip
        assert fact in told, fact
    assert all(claim.known for claim in PROGRAM.claims)


def test_an_exercises_aim_never_stands_without_what_is_known() -> None:
    for exercise in ALL.values():
        assert bool(exercise.text.aim) == bool(exercise.text.known)
        assert not exercise.text.aim or "handout" in exercise.text.aim


def test_cautions_are_ours_because_the_handout_has_none() -> None:
    assert all(caution.ours for exercise in ALL.values() for caution in exercise.cautions)
    assert all(exercise.cautions for exercise in ALL.values())


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_number_that_judges_a_body_says_why(name: str) -> None:
    exercise = ALL[name]

    assert {"start", "hold"} <= set(exercise.accept)
    assert exercise.form
    for accept in exercise.accept.values():
        assert all(bound.because for bound in accept.bounds.values())
    assert all(rule.because for rule in exercise.form)


@pytest.mark.parametrize("name", sorted(ALL))
def test_the_voice_praises_nothing_and_promises_nothing(name: str) -> None:
    for word in ("great", "good", "well done", "perfect", "heal", "cure", "relieve", "!", "°"):
        assert word not in words(ALL[name])


def test_one_name_means_one_exercise() -> None:
    owners: dict[str, set[str]] = {}
    for exercise in ALL.values():
        for name in names_of(exercise):
            owners.setdefault(name, set()).add(exercise.id)

    assert all(len(ids) == 1 for ids in owners.values())


@pytest.mark.parametrize("name", ["superman", "knee hug", "straight leg raise", "cat cow"])
def test_a_name_that_other_sheets_use_for_something_else_is_no_alias(name: str) -> None:
    assert all(called(name) not in names_of(exercise) for exercise in ALL.values())


def test_the_library_can_be_changed_by_nobody() -> None:
    library().clear()
    programs().clear()

    assert len(library()) == 4
    assert len(programs()) == 1
