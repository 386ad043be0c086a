"""One exercise as moving picture: its start as SVG, and the way to the hold."""

import gzip
import hashlib
from functools import lru_cache
from itertools import pairwise

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from unpinch import figure as figures
from unpinch.runtime import diary
from unpinch.runtime.own_files import Stamp, own_files_stamp
from unpinch.terms.side import Side

NONE = "-"
SCALE = 1000  # the drawing's numbers have three decimals at most
Row = list[int]


class Way(msgspec.Struct, frozen=True):
    """The keyframes as small numbers, which pack into half: a limb hardly changes its speed.

    `first` are the first keyframe's numbers, times `scale`. Each row of `bends` says how much the
    change from one keyframe to the next differs from the change before.
    """

    format: int
    slots: tuple[tuple[str, str, str], ...]
    scale: int
    first: Row
    bends: list[Row]


class Picture(msgspec.Struct, frozen=True):
    """What the session page fetches once for each exercise, variation and side."""

    start: str
    way: Way


def way(motion: figures.Motion) -> Way:
    """Keyframes as bends. `picture.js` makes keyframes of them again."""
    rows = [[round(number * SCALE) for number in frame] for frame in motion.frames]
    steps = _differences(rows)
    slots = tuple((slot.part, slot.attribute, slot.text) for slot in motion.slots)
    return Way(motion.format, slots, SCALE, rows[0], [steps[0], *_differences(steps)])


def _differences(rows: list[Row]) -> list[Row]:
    return [[b - a for a, b in zip(*pair, strict=True)] for pair in pairwise(rows)]


@require_safe
def figure(request: HttpRequest, exercise: str, variation: str, side: str) -> HttpResponseBase:
    """The picture, packed. "-" stands for no variation and for no side."""
    body, mark = _packed(exercise, variation, side, own_files_stamp())
    if request.headers.get("If-None-Match") == mark:
        return HttpResponseNotModified()
    response = HttpResponse(body, content_type="application/json")
    response["Content-Encoding"] = "gzip"
    response["ETag"] = mark
    response["Cache-Control"] = "private, no-cache"
    return response


@lru_cache(maxsize=200)
def _packed(exercise: str, variation: str, side: str, _stamp: Stamp) -> tuple[bytes, str]:
    own = diary.library().get(exercise)
    variation_id = None if variation == NONE else variation
    if own is None or (variation_id and own.variation(variation_id) is None):
        raise Http404("No such exercise or variation.")
    if side != NONE and side not in set(Side):
        raise Http404("No such side.")
    which = None if side == NONE else Side(side)
    uid = f"s-{exercise}-{variation}-{side}"
    start = figures.draw(own, "start", which, variation=variation_id, theme="page", uid=uid)
    picture = Picture(start, way(figures.motion(own, which, variation_id)))
    body = gzip.compress(msgspec.json.encode(picture), compresslevel=9, mtime=0)
    return body, f'"{hashlib.sha256(body).hexdigest()[:16]}"'
