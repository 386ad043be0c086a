"""The way from start to hold, as a client gets it."""

import gzip
import re
from itertools import pairwise
from xml.etree import ElementTree

import msgspec
import pytest

from tests.figure.made import CASES, IDS, Case, library
from unpinch import figure
from unpinch.body import grip
from unpinch.body import proportions as size
from unpinch.body.stance import SIDES
from unpinch.body.vector import Vec, add, distance, dot, sub
from unpinch.figure.motion import HOLE
from unpinch.figure.subject import prepare

LARGEST_GZIPPED = 25_000
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
SHARES = [step / 40 for step in range(41)]


def to_segment(point: Vec, start: Vec, end: Vec) -> tuple[float, float]:
    """How far a point lies from a segment, and where along it (0 start, 1 end)."""
    along = sub(end, start)
    place = max(0.0, min(1.0, dot(sub(point, start), along) / dot(along, along)))
    return distance(point, add(start, along, place)), place


def moved(case: Case) -> figure.Motion:
    name, variation, side = case
    return figure.motion(library()[name], side, variation)


def filled(motion: figure.Motion, frame: int) -> dict[tuple[str, str], str]:
    numbers = iter(motion.frames[frame])
    return {
        (slot.part, slot.attribute): re.sub(HOLE, lambda _: f"{next(numbers):g}", slot.text)
        for slot in motion.slots
    }


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_every_keyframe_has_a_number_for_every_hole(case: Case) -> None:
    motion = moved(case)
    holes = sum(slot.text.count(HOLE) for slot in motion.slots)
    assert 7 <= len(motion.frames) <= 13
    assert {len(frame) for frame in motion.frames} == {holes}
    assert len(gzip.compress(motion.json().encode())) <= LARGEST_GZIPPED


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_no_path_has_arcs_whose_flags_would_be_mixed(case: Case) -> None:
    assert not [
        slot for slot in moved(case).slots if slot.attribute == "d" and "a" in slot.text.lower()
    ]


@pytest.mark.parametrize("case", CASES, ids=IDS)
@pytest.mark.parametrize(("pose", "frame"), [("start", 0), ("hold", -1)])
def test_the_first_and_last_keyframes_are_the_two_drawings(
    case: Case, pose: str, frame: int
) -> None:
    name, variation, side = case
    text = figure.draw(library()[name], pose, side, variation=variation, theme="page", uid="x")
    root = ElementTree.fromstring(text)  # noqa: S314  our own drawing
    parts = {each.get("data-part"): each for each in root.iter()}
    for (part, attribute), value in filled(moved(case), frame).items():
        there = [float(number) for number in NUMBER.findall(parts[part].get(attribute, ""))]
        assert there == [float(number) for number in NUMBER.findall(value)], part


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_hands_on_their_way_stay_out_of_the_thighs(case: Case) -> None:
    subject = prepare(library()[case[0]], case[2], case[1])
    for share in SHARES:
        body = subject.body(share)
        for side in SIDES:
            for leg in body.legs.values():
                arm = body.arms[side]
                for joint in (arm.wrist, arm.knuckles, arm.fingertips):
                    away, place = to_segment(joint, leg.hip, leg.knee)
                    radius, _ = size.thickness(size.THIGH_FLESH, place)
                    assert away > radius * 0.85, f"{side} hand at {share}"


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_nothing_jumps_from_one_moment_to_the_next(case: Case) -> None:
    subject = prepare(library()[case[0]], case[2], case[1])
    bodies = [subject.body(share).joints() for share in SHARES]
    for before, after in pairwise(bodies):
        for name, joint in after.items():
            assert distance(before[name], joint) < 0.06, name


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_hands_that_hold_a_leg_stay_on_it_while_it_is_drawn_further(case: Case) -> None:
    subject = prepare(library()[case[0]], case[2], case[1])
    if not subject.holds_leg:
        return
    for share in (0.75, 0.85, 0.95, 1.0):
        body = subject.body(share)
        for side in SIDES:
            leg = body.legs[subject.hold.hands[side].leg]
            away, place = to_segment(body.arms[side].knuckles, leg.hip, leg.knee)
            radius, _ = size.thickness(size.THIGH_FLESH, place)
            assert away < radius + size.PALM_FLESH[0][1] + grip.SKIN_GAP + 0.02


def test_a_motion_survives_its_way_to_the_page() -> None:
    motion = moved(CASES[0])
    assert msgspec.json.decode(motion.json(), type=figure.Motion) == motion
