"""A video file to landmarks, with the same weights as in the browser (the extra `video`).

Only mediapipe 0.10.33 will do: newer builds report to their maker. Frames are looked at one
after the other, at most about 15 a second, and none is kept.
"""

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from unpinch.terms.refused import Refused
from unpinch.watch.recording import Recording

SUFFIXES = (".mp4", ".mov", ".m4v", ".mkv", ".webm", ".avi", ".mpg", ".mpeg", ".mjpeg", ".gif")
INSTALL = 'pip install "unpinch[video]"'
_WEIGHTS = Path(__file__).parents[1] / "web/static/vendor/models/pose_landmarker_full.task"
_MOST_A_SECOND = 15.0
_POINTS = 33
# Both libraries talk on stderr of what is no concern of the person.
_QUIET = {"GLOG_minloglevel": "2", "OPENCV_LOG_LEVEL": "SILENT", "OPENCV_FFMPEG_LOGLEVEL": "-8"}

Progress = Callable[[float], None]


class FilmError(Refused):
    """One line: what is missing or wrong, and what to do."""


def read_film(path: Path, progress: Progress = lambda _share: None) -> Recording:
    """The landmarks of a film. Raises FilmError."""
    if not path.is_file():
        raise FilmError(f"{path}: there is no such file.")
    vision, cv2 = _libraries(path)
    if not _WEIGHTS.is_file():
        raise FilmError(f"{path}: the camera's model is not there; run `make setup` with npm.")
    film = cv2.VideoCapture(str(path))
    try:
        if not film.isOpened():
            raise FilmError(f"{path}: cannot be read as a film; give an .mp4 file or a tape.")
        with _landmarker(vision) as landmarker:
            return _marked(path, film, landmarker, vision, cv2, progress)
    finally:
        film.release()


def _libraries(path: Path) -> tuple[Any, Any]:
    for name, level in _QUIET.items():
        os.environ.setdefault(name, level)
    try:
        return import_module("mediapipe"), import_module("cv2")
    except ModuleNotFoundError:
        raise FilmError(
            f"{path}: watching a film needs the extra video; install it with: {INSTALL}"
        ) from None
    except (ImportError, OSError) as error:
        raise FilmError(
            f"{path}: the extra video does not load ({error}); on Debian and Ubuntu it needs "
            "libegl1 and libgles2."
        ) from error


def _landmarker(mediapipe: Any) -> Any:
    tasks = mediapipe.tasks
    return tasks.vision.PoseLandmarker.create_from_options(
        tasks.vision.PoseLandmarkerOptions(
            base_options=tasks.BaseOptions(model_asset_path=str(_WEIGHTS)),
            running_mode=tasks.vision.RunningMode.VIDEO,
        )
    )


def _marked(
    path: Path, film: Any, landmarker: Any, mediapipe: Any, cv2: Any, progress: Progress
) -> Recording:
    rate = film.get(cv2.CAP_PROP_FPS) or 30.0
    count = film.get(cv2.CAP_PROP_FRAME_COUNT)
    every = max(1, round(rate / _MOST_A_SECOND))
    times: list[int] = []
    images, worlds = [], []
    number, size = 0, (1, 1)
    while film.grab():
        if number % every == 0:
            shown, pixels = film.retrieve()
            if not shown:
                break
            size = (pixels.shape[1], pixels.shape[0])
            at_ms = max(round(1000.0 * number / rate), times[-1] + 1 if times else 0)
            picture = mediapipe.Image(
                image_format=mediapipe.ImageFormat.SRGB,
                data=cv2.cvtColor(pixels, cv2.COLOR_BGR2RGB),
            )
            found = landmarker.detect_for_video(picture, at_ms)
            times.append(at_ms)
            images.append(_points(found.pose_landmarks))
            worlds.append(_points(found.pose_world_landmarks))
            progress(number / count if count > 0 else 0.0)
        number += 1
    if not times:
        raise FilmError(f"{path}: holds no pictures; give another film.")
    return Recording(
        np.array(times, dtype=np.int64), np.stack(images), np.stack(worlds),
        np.array(size, dtype=np.float64),
    )  # fmt: skip


def _points(people: Any) -> NDArray[np.float32]:
    """The one person's points, or NaN if nobody was seen."""
    if not people:
        return np.full((_POINTS, 4), np.nan, np.float32)
    return np.array([(p.x, p.y, p.z, p.visibility) for p in people[0]], dtype=np.float32)
