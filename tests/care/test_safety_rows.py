"""Every question of the rule set, each with what it must lead to.

The table is written out here and not read from the file: changing a row of the file
without changing it here, or the other way round, fails.
"""

import pytest

from tests.care.made import filled
from unpinch.care.rules import safety_rules
from unpinch.care.screen import outcome
from unpinch.care.words import Action, Answer, Form, Tier

NOW, DEPARTMENT, TODAY, NONE = "ambulance", "emergency department", "same day", "-"

# id    tier               action       locks  what it asks about (a word of the question)
ITEMS = [
    ("E1", "emergency", DEPARTMENT, True, "back passage or genitals"),
    ("E1b", "emergency", DEPARTMENT, True, "genitals are touched"),
    ("E2", "emergency", DEPARTMENT, True, "pee"),
    ("E3", "emergency", DEPARTMENT, True, "bowels"),
    ("E4", "emergency", DEPARTMENT, True, "both legs weak or numb"),
    ("E5", "emergency", DEPARTMENT, True, "runs down both legs"),
    ("E6", "emergency", TODAY, True, "sex"),  # alone; with any other: see below
    ("E7", "emergency", TODAY, True, "foot drop"),
    ("E8", "emergency", NOW, True, "drooping face"),
    ("E9", "emergency", NOW, True, "colder than the other"),
    ("E10", "emergency", TODAY, True, "swollen"),
    ("E10b", "emergency", NOW, True, "short of breath"),
    ("E11", "emergency", TODAY, True, "fever"),
    ("E12", "emergency", DEPARTMENT, True, "ever had cancer, and is something new"),
    ("E13", "emergency", DEPARTMENT, True, "crash"),
    ("E14", "emergency", NOW, True, "felt faint"),
    ("C1", "clinician first", NONE, True, "ever had cancer?"),
    ("C2", "clinician first", NONE, True, "lost weight"),
    ("C3", "clinician first", NONE, True, "lie still"),
    ("C4", "clinician first", NONE, True, "infection"),
    ("C5", "clinician first", NONE, True, "under 18"),
    ("C5b", "go with care", NONE, False, "50 or older"),
    ("C6", "clinician first", NONE, True, "brittle"),
    ("C7", "clinician first", NONE, True, "operation on your back"),
    ("C8", "clinician first", NONE, True, "artificial hip"),
    ("C8b", "clinician first", NONE, True, "artificial knee in the last 12 weeks"),
    ("C9", "clinician first", NONE, True, "pregnant"),
    ("C10", "clinician first", NONE, True, "heels"),
    ("C11", "clinician first", NONE, True, "both feet numb"),
    ("C12", "clinician first", NONE, True, "walking bring"),
    ("C13", "clinician first", NONE, True, "clumsy"),
    ("C14", "clinician first", NONE, True, "spine is inflamed"),
    ("C15", "clinician first", NONE, True, "6 weeks"),
    ("C16", "clinician first", NONE, True, "blood pressure"),
    ("G1", "go with care", NONE, False, "bending forward"),
    ("G2", "go with care", NONE, False, "kneel"),
    ("G3", "go with care", NONE, False, "wrists"),
    ("G4", "go with care", NONE, False, "balance"),
    ("G5", "go with care", NONE, False, "less than an hour ago"),
]
# Asked only after a yes to another item, so never the only one.
FOLLOWS = {"E1b": "E6", "E10b": "E10"}
# Facts that do not change: a clearance lasts.
STANDING = {"C1", "C5", "C6", "C8", "C14"}


def test_the_table_names_every_item_of_the_file_in_its_order() -> None:
    assert [row[0] for row in ITEMS] == [item.id for item in safety_rules().items]


@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_SURE])
@pytest.mark.parametrize(("item", "tier", "action", "locks", "about"), ITEMS)
def test_a_yes_or_not_sure_to_this_item_leads_to_its_tier_and_action(
    item: str, tier: str, action: str, locks: bool, about: str, answer: Answer
) -> None:
    yes = [item, FOLLOWS[item]] if item in FOLLOWS else [item]

    found = outcome(Form.FIRST, filled(Form.FIRST, yes, answer=answer, morning=True), morning=True)

    assert found.tier == tier
    assert (found.action or NONE) == action
    assert (item in found.locks) is locks
    assert found.needs_confirmation is locks
    assert set(found.items) == set(yes)
    row = safety_rules().item(item)
    assert row is not None
    assert about.lower() in row.ask.lower()


@pytest.mark.parametrize(("item", "tier", "action", "locks", "about"), ITEMS)
def test_each_item_says_something_of_its_own_and_names_source_reason_and_strength(
    item: str, tier: str, action: str, locks: bool, about: str
) -> None:
    row = safety_rules().item(item)

    assert row is not None
    assert len(row.says) > 20
    assert len(row.because) > 20
    assert len(row.source) > 15
    assert row.strength in safety_rules().strength
    assert bool(row.tell) is (tier == "emergency")
    assert row.standing is (item in STANDING)


def test_all_answered_with_no_may_go_on() -> None:
    found = outcome(Form.FIRST, filled(Form.FIRST))

    assert (found.tier, found.action, found.items, found.needs_confirmation) == (
        Tier.GO,
        None,
        (),
        False,
    )
    assert found.complete


@pytest.mark.parametrize("other", [row[0] for row in ITEMS if row[1] == "emergency"])
def test_a_change_in_sex_with_any_other_emergency_item_is_for_the_department_at_least(
    other: str,
) -> None:
    if other == "E6":
        return
    yes = {"E6", other, *([FOLLOWS[other]] if other in FOLLOWS else [])}

    found = outcome(Form.FIRST, filled(Form.FIRST, yes))

    assert found.action in (Action.EMERGENCY_DEPARTMENT, Action.AMBULANCE)
    assert "E6" in found.locks


def test_a_change_in_sex_alone_says_phone_today_and_with_another_says_within_hours() -> None:
    alone = outcome(Form.FIRST, filled(Form.FIRST, ["E6"]))
    both = outcome(Form.FIRST, filled(Form.FIRST, ["E6", "E7"]))

    assert [line.says for line in alone.says] == [
        "Phone a doctor or a nurse line today and tell them about this change."
    ]
    assert "within hours" in both.says[0].says


def test_fifty_and_older_alone_advises_a_check_and_leaves_every_exercise_alone() -> None:
    found = outcome(Form.FIRST, filled(Form.FIRST, ["C5b"]))

    assert (found.tier, found.locks) == (Tier.CARE, ())
    assert "check a first time" in found.says[0].says


def test_fifty_and_older_with_an_item_that_locks_is_locked_by_that_item() -> None:
    found = outcome(Form.FIRST, filled(Form.FIRST, ["C5b", "C3"]))

    assert (found.tier, found.locks) == (Tier.CLINICIAN, ("C3",))


# action        fills the screen with the number and nothing else
SCREENS = [
    ("ambulance", True),
    ("emergency department", True),
    ("same day", False),
]


@pytest.mark.parametrize(("action", "number_only"), SCREENS)
def test_only_the_two_most_urgent_actions_show_the_number_and_nothing_else(
    action: str, number_only: bool
) -> None:
    assert safety_rules().screen_of(Action(action)).number_only is number_only


def test_there_are_no_other_actions() -> None:
    assert [screen.id.value for screen in safety_rules().actions] == [row[0] for row in SCREENS]


# form                item  asked singly, on a group's screen, or not at all
SHORT = {
    "E1": "S1",
    "E2": "S1",
    "E3": "S1",
    "E6": "S1",
    "E4": "S2",
    "E5": "S2",
    "E7": "S2",
    "E9": "S2",
    "E10": "S2",
    "E8": "S3",
    "E11": "S3",
    "E12": "S3",
    "E13": "S3",
    "E14": "S3",
}
WORSE = {
    "E1": "E1",
    "E2": "E2",
    "E3": "E3",
    "E4": "E4",
    "E5": "E5",
    "E7": "E7",
    "E9": "E9",
    "E10": "E10",
    "E6": "S4",
    "E8": "S4",
    "E11": "S4",
    "E12": "S4",
    "E13": "S4",
    "E14": "S4",
}


@pytest.mark.parametrize(("form", "places"), [(Form.SHORT, SHORT), (Form.WORSE, WORSE)])
def test_each_emergency_item_has_its_own_line_or_question_in_this_form(
    form: Form, places: dict[str, str]
) -> None:
    rules = safety_rules()
    emergencies = {r.id for r in rules.items if r.tier is Tier.EMERGENCY and r.after is None}

    assert set(places) == emergencies
    for item, place in places.items():
        group = rules.group(place)
        row = rules.item(item)
        assert row is not None
        if group is None:
            assert form in row.forms
        else:
            assert item in group.items
            assert form in group.forms
            assert row.line


@pytest.mark.parametrize("form", [Form.SHORT, Form.WORSE])
@pytest.mark.parametrize(
    ("item", "action"), [(row[0], row[2]) for row in ITEMS if row[1] == "emergency"]
)
def test_each_emergency_item_leads_to_the_same_action_in_the_shorter_forms(
    form: Form, item: str, action: str
) -> None:
    yes = [item, FOLLOWS[item]] if item in FOLLOWS else [item]

    found = outcome(form, filled(form, yes))

    assert (found.tier, found.action) == (Tier.EMERGENCY, Action(action))
    assert set(found.items) == set(yes)
