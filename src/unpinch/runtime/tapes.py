"""Landmark tapes on disk: .npz files with `t_ms`, `image`, `world`, and perhaps `size` and `ids`.

A frame in which nobody was seen is NaN. Files come from anywhere, so everything about them is
checked here and refused in one line; the coach never meets a bad array.
"""

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from unpinch.body.landmarks import COUNT, Frames, frames
from unpinch.runtime import unreadable
from unpinch.terms.refused import Refused
from unpinch.watch.recording import Recording

SUFFIX = ".npz"
SIMULATED = "simulated"
# Far more than a day at 60 frames a second would be something else.
_MOST_FRAMES, _MOST_BYTES = 2_000_000, 4_000_000_000
# A landmark this many pictures or metres away was not measured.
_FURTHEST = 1_000.0
_WANTED = {"image": (4,), "world": (3, 4)}


class TapeError(Refused):
    """One line: which tape, what is wrong, what to do."""


@dataclass(frozen=True)
class Tape:
    """What a tape holds. `label` says if it comes from a simulated patient."""

    recording: Recording
    label: str = ""

    @property
    def simulated(self) -> bool:
        """Whether nobody real is on it."""
        return self.label == SIMULATED


@dataclass(frozen=True)
class Pictures:
    """Frames that need not follow each other, with their names if they have any."""

    frames: Frames
    ids: tuple[str, ...] | None


def read_tape(path: Path) -> Tape:
    """A recording. Raises TapeError."""
    arrays = _arrays(path)
    image, world, size = _landmarks(path, arrays)
    if "t_ms" not in arrays:
        raise TapeError(
            f"{path}: has no t_ms, so it is no recording; `unpinch recognise` takes single frames."
        )
    return Tape(Recording(_times(path, arrays["t_ms"], len(image)), image, world, size),
                _label(arrays))  # fmt: skip


def read_pictures(path: Path) -> Pictures:
    """Single frames, of a tape or of a collection. Raises TapeError."""
    arrays = _arrays(path)
    image, world, size = _landmarks(path, arrays)
    ids = arrays.get("ids")
    if ids is not None and ids.shape != (len(image),):
        raise TapeError(f"{path}: ids has {_shape(ids)} where {len(image)} frames need as many.")
    named = None if ids is None else tuple(str(each) for each in ids)
    return Pictures(frames(image, world, size), named)


def write_tape(path: Path, **arrays: NDArray[Any]) -> None:
    """Write a tape. Raises TapeError."""
    try:
        with path.open("wb") as file:
            np.savez_compressed(file, allow_pickle=False, **arrays)
    except OSError as error:
        raise TapeError(
            f"{path}: cannot be written ({error.strerror or error}); choose another place with -o."
        ) from error


def _arrays(path: Path) -> dict[str, NDArray[Any]]:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(each.file_size for each in archive.infolist()) > _MOST_BYTES:
                raise TapeError(f"{path}: is too large for a tape; cut it into shorter ones.")
        with np.load(path, allow_pickle=False) as file:
            return {name: file[name] for name in file.files}
    except zipfile.BadZipFile:
        raise TapeError(f"{path}: is not a landmark tape; give an .npz file.") from None
    except OSError as error:
        raise TapeError(f"{path}: {unreadable.why(error)}") from error
    except (ValueError, EOFError, KeyError, zipfile.LargeZipFile, zlib.error) as error:
        raise TapeError(f"{path}: its arrays are damaged; record or copy it once more.") from error


def _landmarks(
    path: Path, arrays: dict[str, NDArray[Any]]
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float64] | None]:
    for name, widths in _WANTED.items():
        if name not in arrays:
            raise TapeError(f"{path}: has no {name}; a tape has t_ms, image and world.")
        given = arrays[name]
        if given.ndim != 3 or given.shape[1] != COUNT or given.shape[2] not in widths:
            raise TapeError(
                f"{path}: {name} has {_shape(given)}; it must be frames x {COUNT} x {widths[-1]}."
            )
        _number(path, name, given)
    image, world = arrays["image"].astype(np.float32), arrays["world"].astype(np.float32)
    if not len(image):
        raise TapeError(f"{path}: holds no frames; record again.")
    if len(image) > _MOST_FRAMES:
        raise TapeError(f"{path}: has {len(image)} frames; cut it into shorter tapes.")
    if len(image) != len(world):
        raise TapeError(
            f"{path}: image has {len(image)} frames and world {len(world)}; they must be as many."
        )
    _blank(image, world)
    return image, world, _size(path, arrays.get("size"), len(image))


def _blank(image: NDArray[np.float32], world: NDArray[np.float32]) -> None:
    """A frame with a hole in it, or with points from nowhere, is a frame that was not seen.

    Only the world may be missing: then the picture has to do.
    """
    with np.errstate(invalid="ignore"):
        flat = (np.abs(image[..., :2]) < _FURTHEST).all((-1, -2))
        deep = (np.abs(world[..., :3]) < _FURTHEST).all((-1, -2))
    image[~flat] = np.nan
    world[~(flat & deep)] = np.nan


def _times(path: Path, given: NDArray[Any], count: int) -> NDArray[np.int64]:
    if given.shape != (count,):
        raise TapeError(f"{path}: t_ms has {_shape(given)} where {count} frames need as many.")
    _number(path, "t_ms", given)
    times = given.astype(np.float64)
    if not np.isfinite(times).all() or (np.abs(times) > 1e15).any():
        raise TapeError(f"{path}: t_ms must be milliseconds, and some of them are no number.")
    back = np.flatnonzero(np.diff(times) < 0)
    if len(back):
        raise TapeError(
            f"{path}: t_ms runs backwards at frame {back[0] + 1}; sort the frames by time."
        )
    counted = np.round(times).astype(np.int64)
    if counted[0] < 0:  # holds are told in the tape's own time, and that begins at 0
        raise TapeError(
            f"{path}: t_ms begins at {counted[0]}, before 0; add {-counted[0]} to every time."
        )
    return counted


def _size(path: Path, given: NDArray[Any] | None, count: int) -> NDArray[np.float64] | None:
    if given is None:
        return None
    _number(path, "size", given)
    size = given.astype(np.float64)
    if size.shape not in ((2,), (count, 2)):
        raise TapeError(f"{path}: size has {_shape(size)}; it must be width and height.")
    if not (np.isfinite(size) & (size > 0) & (size < 1e6)).all():
        raise TapeError(f"{path}: size must be width and height in pixels, above 0.")
    return size


def _number(path: Path, name: str, given: NDArray[Any]) -> None:
    if given.dtype.kind not in "iuf":
        raise TapeError(f"{path}: {name} holds no numbers; write it as float32.")


def _label(arrays: dict[str, NDArray[Any]]) -> str:
    label = arrays.get("label")
    return str(label) if label is not None and label.shape == () else ""


def _shape(given: NDArray[Any]) -> str:
    return "shape " + (" x ".join(str(each) for each in given.shape) or "of one number")
