"""The recordings of real bodies, where they are at hand. They are not part of the project."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

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
