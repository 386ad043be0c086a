"""A rule set that is incomplete or contradicts itself is refused on load, with place and remedy."""

import pytest

from unpinch.care.data import text_of
from unpinch.care.rules import read_rules, safety_rules
from unpinch.care.words import CareError

WHOLE = text_of("safety.toml")

E1_ACTION = 'action = "emergency department"\nsays = "A change of feeling'
E1_FORMS = 'forms = ["first use", "it got worse"]\nask = "Is there a numb'
E2_TELL = 'tell = "I have new trouble with passing water, and a numb leg."'
E6_ALONE = 'says_alone = "Phone a doctor or a nurse line today and tell them about this change."'
SHOWN = '"kneels" = { do = "modified", how = "Only as your physiotherapist has shown you." }'
STRAP = 'how = "Use a strap. Keep your back flat, do not curl up."\n'

#  in place of this                  put this                          and it says
BROKEN = [
    ('tier = "emergency"', 'tier = "go on"', "E1 action: only an emergency item has an action"),
    ('action = "ambulance"', 'action = "wait"', "Invalid enum value 'wait'"),
    (E1_ACTION, 'says = "A change of feeling', "E1 action: an emergency item needs its own"),
    (E1_ACTION, "standing = true\n" + E1_ACTION, "E1 standing: an emergency always locks again"),
    (E2_TELL, "", "E2 tell: say in one sentence"),
    (E6_ALONE, "", "E6 says_alone: say what the screen shows"),
    ('id = "E3"', 'id = "E2"', "E2: this id is used twice"),
    ('after = "E6"', 'after = "E60"', "E1b after: 'E60' is not an item"),
    ('part = "now"', 'part = "then"', "E1 part: 'then' is not one of the"),
    ('"E3", "E6"]', '"E3"]', "E6: the form 'before a session' asks it 0 times; ask it once"),
    ('"E3", "E6"]', '"E3", "E6", "E8"]', "E8: the form 'before a session' asks it 2 times"),
    ('"E3", "E6"]', '"E3", "E6", "E99"]', "S1: 'E99' is not an item"),
    (E1_FORMS, E1_FORMS.replace('"first use", ', ""), "E1: the form 'first use' asks it 0 times"),
    (
        'line = "A numb or odd feeling around the back passage or genitals"\n',
        "",
        "E1 has no `line`",
    ),
    ('strength = "G"', 'strength = "X"', "E1 strength: 'X' is not explained"),
    ('source = "General knowledge, not sourced"', 'source = " "', "E10b: a row needs its source"),
    ('when = ["C6"]', 'when = ["C66"]', "brittle bones: 'C66' is not an item"),
    ('childs-pose = { do = "block" }\n', "", "brittle bones: give each exercise its own cell"),
    (STRAP, "", "brittle bones, hamstring-stretch how: written for"),
    (SHOWN, SHOWN[:-2] + ', instead = { move = "Kneel." } }', "brittle bones, kneels instead"),
    ('{ do = "block" }', '{ do = "gate" }', "brittle bones, knees-to-chest: only a row that ends"),
    ('until = "you have been up for an hour"', "", "first hour until: written for"),
    ('when = ["G3"]', 'when = ["G2"]', "G3: no condition follows from it"),
    ("format = 1", "format = 2", "format: 2 is not known; this program reads 1"),
    ("rules = 2", "rules = 0", "rules: the version starts at 1"),
    ("rules = 2", "rulse = 2", "rulse"),
    ("[[item]]\n", "[[item]\n", "not TOML"),
    ('id = "ambulance"', 'id = "same day"', "each action needs one row"),
]


@pytest.mark.parametrize(("in_place_of", "put", "says"), BROKEN)
def test_a_broken_rule_set_is_refused_with_its_place(in_place_of: str, put: str, says: str) -> None:
    assert in_place_of in WHOLE

    with pytest.raises(CareError) as refused:
        read_rules(WHOLE.replace(in_place_of, put, 1), "safety.toml")

    assert says in str(refused.value)
    assert str(refused.value).startswith("safety.toml")
    assert "\n" not in str(refused.value)


def test_the_rule_set_as_shipped_is_read_and_says_that_nobody_has_reviewed_it() -> None:
    rules = safety_rules()

    assert rules.rules == 2
    assert rules.review.statement == "No clinician has reviewed these questions and rules yet."
