"""The recordings of real bodies, where they are at hand. They are not part of the project."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from unpinch.body.landmarks import ALL_SWAPPED, Array, Frames
from unpinch.exercises import library
from unpinch.runtime.tapes import read_pictures, read_tape
from unpinch.watch.recognise import recognise
from unpinch.watch.telling import reports

FOOTAGE = Path(__file__).parents[3] / "shared" / "footage"
pytestmark = pytest.mark.skipif(not FOOTAGE.is_dir(), reason="no footage here")
CLASSES = {
    "A_": ("knees-to-chest", 0.8),
    "C_": ("opposition-stretch", 0.75),
    "D_": ("childs-pose", 0.85),
}


def test_most_real_holds_are_recognised_frame_by_frame_and_other_positions_are_not() -> None:
    with (FOOTAGE / "manifest.csv").open(encoding="utf-8") as file:
        rows = {each["id"]: each for each in csv.DictReader(file)}
    pictures = read_pictures(FOOTAGE / "landmarks.npz")
    assert pictures.ids is not None
    found = recognise(pictures.frames, library().values())
    kept = [
        (rows[name]["label"], each.exercise)
        for name, each in zip(pictures.ids, found, strict=True)
        if rows[name]["usable"] == "1"
    ]

    for key, (exercise, share) in CLASSES.items():
        own = [name == exercise for label, name in kept if label.startswith(key)]
        assert np.mean(own) >= share
    assert np.mean([name is None for label, name in kept if label.startswith("neg_")]) >= 0.95


CAMERAS: dict[str, Callable[[Array, Array], tuple[Array, Array]]] = {
    "mirrored": lambda picture, world: (_mirrored(picture), _mirrored(world)),
    "leaning to the left": lambda picture, world: (_leaning(picture, 10), _leaning(world, 10)),
    "leaning to the right": lambda picture, world: (_leaning(picture, -10), _leaning(world, -10)),
    "that sees less depth": lambda picture, world: (picture, world * (1.0, 1.0, 0.6)),
    "that sees more depth": lambda picture, world: (picture, world * (1.0, 1.0, 1.4)),
}


@pytest.mark.parametrize("name", CAMERAS)
def test_before_another_camera_the_same_bodies_show_the_same(name: str) -> None:
    with (FOOTAGE / "manifest.csv").open(encoding="utf-8") as file:
        rows = {each["id"]: each for each in csv.DictReader(file)}
    pictures = read_pictures(FOOTAGE / "landmarks.npz")
    assert pictures.ids is not None
    there = pictures.frames
    order = ALL_SWAPPED if name == "mirrored" else np.arange(33)
    picture, world = CAMERAS[name](there.picture, there.world)
    found = recognise(
        Frames(picture[:, order], world[:, order], there.visibility[:, order]), library().values()
    )
    labels = [rows[each]["label"] * (rows[each]["usable"] == "1") for each in pictures.ids]

    for key, (exercise, share) in CLASSES.items():
        own = [
            each.exercise == exercise
            for label, each in zip(labels, found, strict=True)
            if label.startswith(key)
        ]
        assert np.mean(own) >= share
    rest = [
        each.exercise is None
        for label, each in zip(labels, found, strict=True)
        if label.startswith("neg_")
    ]
    assert np.mean(rest) >= 0.95


def _mirrored(points: Array) -> Array:
    """The other way round; which side is whose is exchanged beside this."""
    turned = points.copy()
    turned[..., 0] *= -1.0
    return turned


def _leaning(points: Array, degrees: float) -> Array:
    cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    leant = points.copy()
    leant[..., :2] = points[..., :2] @ np.array([[cos, sin], [-sin, cos]])
    return leant


def test_the_clips_hold_what_their_labels_say() -> None:
    for label in json.loads((FOOTAGE / "video_labels.json").read_text("utf-8")):
        name = f"{label['repo'].split('/')[1]}-{Path(label['path']).stem}"
        tape = read_tape(FOOTAGE / "clips" / f"{name}.npz").recording
        if len(tape.at_ms) < 3:  # two frames show no hold
            continue

        report = reports([tape], library().values())[0]

        counted = [each for each in report.holds if each.counted]
        assert len(counted) == len(label["holds"]), name
        for truth, hold in zip(label["holds"], counted, strict=True):
            assert abs(hold.start_ms / 1000 - truth["start"]) < 0.75
            assert abs(hold.end_ms / 1000 - truth["end"]) < 0.75
