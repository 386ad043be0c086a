import numpy as np
import pytest

from unpinch.body import ground, measure, posing
from unpinch.body.landmarks import ALL_SWAPPED, Frames, frames, shape_of
from unpinch.body.sight import INDEX, visible
from unpinch.body.sight import measure as seen
from unpinch.exercises import library
from unpinch.patient.camera import View, picture, seen_from, world
from unpinch.patient.points import landmarks
from unpinch.patient.way import stance
from unpinch.terms.side import Side

SIDE_ON = View(turn=0.0, height=0.3, away=6.0, field=40.0)
NAMES = sorted(library())


def filmed(name: str, pose: str, view: View = SIDE_ON) -> tuple[Frames, dict[str, float]]:
    exercise = library()[name]
    settled = ground.settle(stance(exercise, pose, None, Side.RIGHT))
    body = posing.pose(settled)
    axes, _ = seen_from(view, landmarks(body)[None] * 1.7)
    flat = picture(view, axes)
    image = np.concatenate([flat, flat[..., :1], np.ones_like(flat[..., :1])], axis=-1)
    size = np.array([view.width, view.tall])
    return frames(image, world(axes), size), measure.angles(body, exercise.posture)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("pose", ["start", "hold"])
@pytest.mark.parametrize("turn", [0.0, 180.0, 25.0])
def test_what_is_seen_is_what_was_posed(name: str, pose: str, turn: float) -> None:
    shown, posed = filmed(name, pose, View(turn=turn, height=0.3, away=6.0, field=40.0))

    row = seen(shown)[0]

    for side in ("left", "right"):
        for joint in ("hip_flexion", "knee_flexion"):
            told = abs(posed[f"{side}_{joint}"])
            told = 360.0 - told if told > 180.0 else told
            assert row[INDEX[f"{side}_{joint}"]] == pytest.approx(told, abs=16.0)


@pytest.mark.parametrize(("name", "up"), [("hamstring-stretch", 1), ("childs-pose", -1)])
def test_the_chest_looks_up_or_down_from_either_side(name: str, up: int) -> None:
    for turn in (0.0, 180.0, 40.0):
        shown, _ = filmed(name, "hold", View(turn=turn, height=0.3, away=4.0))

        assert seen(shown)[0, INDEX["chest"]] * up > 0.7


def test_exchanging_all_sides_exchanges_the_measures_and_turns_the_chest() -> None:
    shown, _ = filmed("opposition-stretch", "hold")

    exchanged = Frames(
        shown.picture[..., ALL_SWAPPED, :],
        shown.world[..., ALL_SWAPPED, :],
        shown.visibility[..., ALL_SWAPPED],
    )
    there, swapped = seen(shown)[0], seen(exchanged)[0]

    assert swapped[INDEX["left_hip_flexion"]] == pytest.approx(there[INDEX["right_hip_flexion"]])
    assert swapped[INDEX["trunk_incline"]] == pytest.approx(there[INDEX["trunk_incline"]])
    assert swapped[INDEX["chest"]] == pytest.approx(-there[INDEX["chest"]])


@pytest.mark.parametrize(("width", "tall"), [(640, 480), (1280, 720), (500, 500), (720, 1280)])
def test_the_shape_of_a_picture_is_found_when_nobody_wrote_it_down(width: int, tall: int) -> None:
    view = View(turn=10.0, height=0.4, away=4.0, width=width, tall=tall)
    exercise = library()["knees-to-chest"]
    points = landmarks(posing.pose(ground.settle(stance(exercise, "hold", None, Side.LEFT))))
    axes, _ = seen_from(view, points[None] * 1.7)

    assert shape_of(picture(view, axes), world(axes))[0] == pytest.approx(width / tall, rel=0.02)


def test_a_hidden_wrist_hides_what_needs_it_and_nothing_else() -> None:
    shown, _ = filmed("opposition-stretch", "hold")
    shown.visibility[0, 15] = 0.05

    clear = visible(shown)[0]

    assert clear[INDEX["left_elbow_flexion"]] == 0.05
    assert clear[INDEX["left_arm_incline"]] == 0.05
    assert clear[INDEX["left_shoulder_flexion"]] == 1.0
    assert clear[INDEX["right_elbow_flexion"]] == 1.0
