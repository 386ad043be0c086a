"""The camera's model files: made from known weights, the same bytes each time."""

import os
import struct
import tomllib
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from tools import make_task

PACKAGE = Path(__file__).resolve().parents[2] / "node_modules" / "@mediapipe" / "pose"
IN_CI = os.environ.get("CI") == "true"

needs_weights = pytest.mark.skipif(
    not PACKAGE.is_dir() and not IN_CI, reason="npm has not fetched the weights"
)


@needs_weights
def test_the_model_files_have_the_bytes_that_are_written_down(tmp_path: Path) -> None:
    known = tomllib.loads(make_task.TABLE.read_text("utf-8"))["models"]

    made = make_task.make(PACKAGE, tmp_path)

    assert {path.name: make_task.sha256(path) for path in made} == known


@needs_weights
def test_the_weights_are_carried_over_untouched_and_aligned(tmp_path: Path) -> None:
    lite, _ = make_task.make(PACKAGE, tmp_path)
    data = lite.read_bytes()

    with zipfile.ZipFile(lite) as archive:
        entries = archive.infolist()
        networks = {entry.filename: archive.read(entry) for entry in entries}

    for entry in entries:
        name, extra = struct.unpack_from("<HH", data, entry.header_offset + 26)
        assert (entry.header_offset + 30 + name + extra) % make_task.ALIGNMENT == 0
        assert entry.compress_type == zipfile.ZIP_STORED
    assert networks["pose_detector.tflite"].endswith((PACKAGE / make_task.DETECTOR).read_bytes())
    assert networks["pose_landmarks_detector.tflite"].endswith(
        (PACKAGE / "pose_landmark_lite.tflite").read_bytes()
    )


@needs_weights
def test_the_graft_adds_one_named_buffer_and_moves_nothing_else() -> None:
    old = (PACKAGE / "pose_landmark_lite.tflite").read_bytes()
    added = make_task.metadata(make_task.LANDMARK_SCALING)

    new = make_task.graft(old, added)

    before, after, shift = root_of(old), root_of(new), len(new) - len(old)
    assert shift % make_task.ALIGNMENT == 0
    assert after.version == before.version
    assert after.buffers[:-1] == [target + shift for target in before.buffers]
    assert after.entries[:-1] == [target + shift for target in before.entries]
    assert new[data_of(new, after.buffers[-1]) :].startswith(added)


def test_unknown_weights_are_refused_with_both_hashes(tmp_path: Path) -> None:
    (tmp_path / make_task.DETECTOR).write_bytes(b"not a network")

    with pytest.raises(make_task.WeightsError, match=r"SHA-256 is [0-9a-f]{64}, weights.toml says"):
        make_task.make(tmp_path, tmp_path / "out")


def root_of(data: bytes) -> SimpleNamespace:
    """Read version, buffers and metadata entries as a flatbuffer reader does."""
    (root,) = struct.unpack_from("<I", data)

    def vector(field: int) -> list[int]:
        start = follow(data, root, field)
        (count,) = struct.unpack_from("<I", data, start)
        places = [start + 4 + 4 * number for number in range(count)]
        return [place + struct.unpack_from("<I", data, place)[0] for place in places]

    (version,) = struct.unpack_from("<I", data, slot_of(data, root, 0))
    return SimpleNamespace(version=version, buffers=vector(4), entries=vector(6))


def slot_of(data: bytes, table: int, field: int) -> int:
    (back,) = struct.unpack_from("<i", data, table)
    (offset,) = struct.unpack_from("<H", data, table - back + 4 + 2 * field)
    return int(table + offset)


def follow(data: bytes, table: int, field: int) -> int:
    slot = slot_of(data, table, field)
    return int(slot + struct.unpack_from("<I", data, slot)[0])


def data_of(data: bytes, buffer: int) -> int:
    return follow(data, buffer, 0) + 4
