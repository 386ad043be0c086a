from pathlib import Path
from typing import Any

import numpy as np
import pytest

from unpinch.runtime.tapes import TapeError, read_pictures, read_tape, write_tape

FRAMES = 5


def arrays(**changed: Any) -> dict[str, Any]:
    given = {
        "t_ms": np.arange(FRAMES) * 67,
        "image": np.full((FRAMES, 33, 4), 0.5, np.float32),
        "world": np.full((FRAMES, 33, 4), 0.1, np.float32),
        "size": np.array([640, 480]),
    } | changed
    return {name: value for name, value in given.items() if value is not None}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tape.npz"


def test_what_is_written_is_read_again(path: Path) -> None:
    write_tape(path, **arrays(label=np.array("simulated")))

    tape = read_tape(path)

    assert tape.simulated
    assert tape.recording.at_ms.tolist() == [0, 67, 134, 201, 268]
    assert tape.recording.image.shape == (FRAMES, 33, 4)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"t_ms": None}, "has no t_ms"),
        ({"image": None}, "has no image"),
        ({"world": None}, "has no world"),
        ({"image": np.zeros((FRAMES, 32, 4))}, "image has shape 5 x 32 x 4"),
        ({"world": np.zeros((FRAMES, 33))}, "world has shape 5 x 33"),
        ({"world": np.zeros((4, 33, 4))}, "as many"),
        ({"t_ms": np.array([0, 67, 50, 100, 130])}, "runs backwards at frame 2"),
        ({"t_ms": np.arange(5) * 33 - 3000}, "begins at -3000, before 0; add 3000 to every time"),
        ({"t_ms": np.arange(5) - 0.6}, "begins at -1, before 0"),
        ({"t_ms": np.arange(4)}, "where 5 frames need as many"),
        ({"t_ms": np.array([0, 1, np.nan, 3, 4])}, "no number"),
        ({"t_ms": np.array(list("abcde"))}, "holds no numbers"),
        ({"size": np.array([640])}, "width and height"),
        ({"size": np.array([640.0, -1.0])}, "above 0"),
        ({"size": np.array(640.0)}, "shape of one number"),
        ({"image": np.zeros((0, 33, 4)), "world": np.zeros((0, 33, 4))}, "holds no frames"),
        ({"image": np.full((FRAMES, 33, 4), "x")}, "holds no numbers"),
    ],
)
def test_a_malformed_tape_is_refused_in_one_line(
    path: Path, changed: dict[str, Any], said: str
) -> None:
    np.savez(path, **arrays(**changed))

    with pytest.raises(TapeError, match=said) as refused:
        read_tape(path)

    assert str(refused.value).startswith(f"{path}: ")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 and then nothing"])
def test_a_file_of_another_kind_is_refused_in_one_line(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    with pytest.raises(TapeError, match="not a landmark tape"):
        read_tape(path)


def test_a_tape_cut_short_or_holding_objects_is_refused(path: Path) -> None:
    write_tape(path, **arrays())
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(TapeError):
        read_tape(path)

    np.savez(path, **arrays(image=np.array([object()] * FRAMES, dtype=object)))
    with pytest.raises(TapeError):
        read_tape(path)


def test_a_frame_with_a_hole_in_it_is_a_frame_that_was_not_seen(path: Path) -> None:
    image = arrays()["image"].copy()
    image[1, 4, 0], image[2, 7, 1] = np.nan, np.inf
    np.savez(path, **arrays(image=image))

    seen = read_tape(path).recording.frames().seen

    assert seen.tolist() == [True, False, False, True, True]


def test_single_frames_need_no_times_and_may_have_names_and_sizes_of_their_own(path: Path) -> None:
    names, sizes = np.array(list("abcde")), np.array([[640, 480]] * FRAMES)
    np.savez(path, **arrays(t_ms=None, ids=names, size=sizes))

    pictures = read_pictures(path)

    assert pictures.ids == ("a", "b", "c", "d", "e")
    assert pictures.frames.picture[0, 0].tolist() == [320.0, 240.0]


def test_names_that_do_not_match_the_frames_are_refused(path: Path) -> None:
    np.savez(path, **arrays(ids=np.array(["a"])))

    with pytest.raises(TapeError, match="ids has shape 1"):
        read_pictures(path)
