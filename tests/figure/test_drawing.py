"""What every drawing of every exercise must be."""

import re
from collections import Counter
from xml.etree import ElementTree

import pytest

from tests.figure.made import CASES, IDS, Case, library, others
from unpinch import figure
from unpinch.body import measure
from unpinch.exercises.model import Exercise
from unpinch.figure import shapes
from unpinch.figure.subject import prepare
from unpinch.terms.side import Side

SVG = "{http://www.w3.org/2000/svg}"
THEMES: tuple[figure.Theme, ...] = ("light", "dark", "page")
LARGEST = 14_100  # bytes, with the page's custom properties


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314  our own drawing


def drawn(case: Case, pose: str = "hold", theme: figure.Theme = "light", uid: str = "a") -> str:
    name, variation, side = case
    return figure.draw(library()[name], pose, side, variation=variation, theme=theme, uid=uid)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pose", ["start", "hold"])
@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_a_drawing_is_small_sound_and_speaks(case: Case, pose: str, theme: figure.Theme) -> None:
    text = drawn(case, pose, theme)
    root = parsed(text)
    assert root.get("role") == "img"
    said = [each for tag in ("title", "desc") for each in root.findall(f"{SVG}{tag}")]
    assert len(said) == 2
    assert root.get("aria-labelledby") == " ".join(each.get("id", "") for each in said)
    assert all(each.text and "{" not in each.text for each in said)
    assert len(text.encode()) <= LARGEST


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_a_drawing_obeys_the_pages_security_policy(case: Case) -> None:
    for element in parsed(drawn(case)).iter():
        assert element.tag not in (f"{SVG}style", f"{SVG}script", f"{SVG}foreignObject")
        assert not [key for key in element.attrib if key == "style" or key.startswith("on")]


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_every_id_belongs_to_its_own_drawing_and_every_link_leads_somewhere(case: Case) -> None:
    text = drawn(case, uid="here")
    ids = re.findall(r' id="([^"]+)"', text)
    assert all(each.startswith("here-") for each in ids)
    assert not [each for each, times in Counter(ids).items() if times > 1]
    linked = set(re.findall(r'(?:url\(|href=")#([^)"]+)', text))
    assert linked <= set(ids)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_start_and_hold_share_one_frame_and_one_build(case: Case) -> None:
    start, hold = (parsed(drawn(case, pose)) for pose in ("start", "hold"))
    assert start.get("viewBox") == hold.get("viewBox")
    assert [e.tag for e in start.iter()] == [e.tag for e in hold.iter()]
    assert [e.get("data-part") for e in start.iter()] == [e.get("data-part") for e in hold.iter()]


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_parts_that_move_have_names_of_their_own(case: Case) -> None:
    parts = re.findall(r'data-part="([^"]+)"', drawn(case))
    assert not [each for each, times in Counter(parts).items() if times > 1]


@pytest.mark.parametrize("name", ["knees-to-chest", "hamstring-stretch", "opposition-stretch"])
def test_the_left_side_is_the_right_one_mirrored_with_its_own_letters(name: str) -> None:
    right, left = (drawn((name, None, side)) for side in (Side.RIGHT, Side.LEFT))
    d = re.compile(r' d="([^"]+)"')
    assert "matrix(-1 0 0 1" in left
    assert "matrix(-1 0 0 1" not in right
    strokes = {shapes.R_STROKES: "R", shapes.L_STROKES: "L"}
    bodies = [[each for each in d.findall(text) if each not in strokes] for text in (right, left)]
    assert bodies[0] == bodies[1]
    letters = [
        [strokes[each] for each in d.findall(text) if each in strokes] for text in (right, left)
    ]
    expected = ["L", "R"] if name == "opposition-stretch" else ["R"]
    assert letters[0] == expected
    assert letters[1] == ["R" if letter == "L" else "L" for letter in expected]


def test_both_knees_and_childs_pose_carry_no_letter() -> None:
    for case in (("knees-to-chest", "both", Side.BOTH), ("childs-pose", None, None)):
        assert "tag-" not in drawn(case)


def test_the_light_shines_in_the_hold_only_and_not_where_the_sheet_names_no_place() -> None:
    glow = re.compile(r'<g data-part="glow" opacity="([^"]+)"')
    case = ("hamstring-stretch", None, Side.RIGHT)
    assert glow.findall(drawn(case, "start")) == ["0"]
    assert glow.findall(drawn(case, "hold")) == ["1"]
    assert not glow.findall(drawn(("opposition-stretch", None, Side.RIGHT)))


@pytest.mark.parametrize(
    ("exercise", "side"), list(others()), ids=lambda each: getattr(each, "id", str(each))
)
def test_an_exercise_nobody_has_drawn_before_is_drawn(
    exercise: Exercise, side: Side | None
) -> None:
    for pose in ("start", "hold"):
        text = figure.draw(exercise, pose, side, theme="light", uid="new")
        root = parsed(text)
        _, _, width, height = (int(each) for each in root.get("viewBox", "").split())
        assert 1000 < width < 2600, "the whole body lies in the picture"
        assert 300 < height < 1900
        assert "nan" not in text
    assert len({len(frame) for frame in figure.motion(exercise, side).frames}) == 1


def test_only_a_start_and_a_hold_can_be_drawn() -> None:
    with pytest.raises(figure.PoseError) as refused:
        drawn(("childs-pose", None, None), "middle")
    assert "\n" not in str(refused.value)
    assert "Child" in str(refused.value)
    assert '"middle" is not known; known are: start, hold.' in str(refused.value)


def test_no_drawn_hold_is_one_our_own_rules_would_call_a_fault() -> None:
    reach = prepare(library()["opposition-stretch"], Side.RIGHT, None)
    body = reach.body(1.0)
    arm, leg = body.arms[Side.RIGHT], body.legs[Side.LEFT]
    assert abs(arm.wrist[1] - arm.shoulder[1]) < 0.06, "the arm is level, at shoulder height"
    found = measure.angles(body, "hands and knees")
    assert -10.0 < found["left_hip_flexion"] < 15.0, "straight behind, from the hip alone"
    assert abs(leg.ankle[1] - leg.hip[1]) < 0.06, "level"
    raised = prepare(library()["hamstring-stretch"], Side.RIGHT, None).body(1.0)
    assert measure.angles(raised, "on the back")["right_knee_flexion"] <= 15.5
    drawn_in = prepare(library()["knees-to-chest"], Side.RIGHT, None).body(1.0)
    assert drawn_in.head[1] < 0.09, "the head is down"
    assert drawn_in.legs[Side.LEFT].ankle[1] < 0.06, "the other leg lies long"
