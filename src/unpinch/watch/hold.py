"""When a hold begins and ends: the memory of the coach, one row a session.

    start position held -> armed -> in the hold's posture and still -> hold -> out of it, or moving

Getting into position is never counted: only who was in the start position is armed, and a hold
that begins otherwise is followed but does not count. Still means
slow for what the movement was: a person who comes in slowly is still only when the slow movement
has ended. What cannot be seen changes nothing: a hold that is running runs on. After 20 s of it
the coach says that it cannot see, and the clock takes over.

The hysteresis: into the hold at slack 0, out of it below -8 degrees. The dwell: half a second
in, 0.3 s out. Begin and end are then dated back to when they happened.
"""

from dataclasses import dataclass, fields
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from unpinch.body.landmarks import Array
from unpinch.watch.judge import Flags
from unpinch.watch.table import Table

ARM_MS, IN_MS, OUT_MS, MOVING_MS = 350.0, 500.0, 300.0, 500.0
IN_SLACK, OUT_SLACK = 0.0, -8.0
# Degrees a second, over all angles of the hold: slower is still, faster has left.
STILL, MOVING = 20.0, 30.0
# Still also means slow against the movement in or out: this share of its peak.
_SHARE_OF_PEAK, _PEAK_LASTS_MS = 0.5, 4_000.0
_LEVELS = np.array([8.0, 10.0, 12.0, 14.0, 16.0, 18.0, 20.0])
# What the filters are late by.
_LATE_MS = 280.0
UNSEEN_MS, FOUND_MS = 20_000.0, 1_000.0
# Further from both poses than this for so long is something else altogether: begin again.
_ELSEWHERE, _ELSEWHERE_MS = -40.0, 3_000.0

_FLAGS = ("armed", "anew", "again", "holding", "counted", "lost", "ever")
_UNKNOWN = ("at_ms", "onset", "in_since", "below", "last_below")
_WIDE = {"below": len(_LEVELS), "last_below": len(_LEVELS), "votes": 2}


@dataclass
class Memory(Table):
    """One row a session. Times in milliseconds; NaN where nothing is known yet."""

    at_ms: Array
    start_ms: Array  # how long in the start position
    armed: Flags
    anew: Flags  # the start position was passed since the last hold
    again: Flags  # the present hold goes on from one that was interrupted
    in_ms: Array  # how long in the hold's posture and still
    in_since: Array
    holding: Flags
    counted: Flags  # the present hold began armed
    onset: Array
    peak: Array  # the fastest lately
    came: Array  # the peak of the way in
    below: Array  # (rows, levels): since when slower than each level
    last_below: Array  # (rows, levels): when last slower
    last_in: Array  # when last in the posture
    out_ms: Array
    moving_ms: Array
    votes: Array  # (rows, 2): how long each side fitted best
    unseen_ms: Array
    found_ms: Array
    lost: Flags
    ever: Flags  # somebody was seen at some time
    elsewhere_ms: Array

    @classmethod
    def blank(cls, rows: int) -> "Memory":
        """Nothing seen yet."""
        made: dict[str, Any] = {}
        for each in fields(cls):
            shape = (rows, _WIDE[each.name]) if each.name in _WIDE else (rows,)
            made[each.name] = np.full(shape, np.nan if each.name in _UNKNOWN else 0.0)
            if each.name in _FLAGS:
                made[each.name] = np.zeros(rows, bool)
        return cls(**made)


class Look(NamedTuple):
    """What one frame shows, one row a session."""

    at_ms: Array
    passed_ms: Array
    visible: Array  # how well each measure is seen
    start: Array  # slack of the start position
    slack: Array  # of the hold, with the better side
    side: NDArray[np.intp]  # that side
    speed: Array
    seen: Flags


def sight(memory: Memory, at_ms: Array, passed_ms: Array, seen: Flags) -> tuple[Flags, Flags]:
    """How long nothing was seen; in which rows sight was lost now, and in which found."""
    memory.ever |= seen
    memory.unseen_ms = np.where(seen, 0.0, memory.unseen_ms + passed_ms)
    memory.found_ms = np.where(seen, memory.found_ms + passed_ms, 0.0)
    lost = ~memory.lost & (memory.unseen_ms >= UNSEEN_MS)
    found = memory.lost & (memory.found_ms >= FOUND_MS)
    memory.lost = (memory.lost | lost) & ~found
    memory.at_ms[:] = at_ms  # not the array itself: the filter keeps its own, of what it saw
    return lost, found


def follow(memory: Memory, look: Look) -> None:
    """Speed, its peak, and since when it has been slow."""
    memory.peak = np.maximum(look.speed, memory.peak * np.exp(-look.passed_ms / _PEAK_LASTS_MS))
    slow = look.speed[:, None] < _LEVELS
    now = look.at_ms[:, None]
    memory.below = np.where(slow, np.fmin(memory.below, now), np.nan)
    # Slow again in the start position is not slow in the hold.
    inside = ~memory.holding | ~look.seen | (look.slack >= OUT_SLACK / 2.0)
    memory.last_below = np.where(slow & inside[:, None], now, memory.last_below)


def arm(memory: Memory, look: Look, has_start: Flags) -> None:
    """The start position, held for a moment, arms; being somewhere else for long disarms."""
    there = (look.start >= 0.0) & look.seen & ~memory.holding
    memory.start_ms = np.where(
        there, memory.start_ms + look.passed_ms, np.maximum(memory.start_ms - look.passed_ms, 0.0)
    )
    memory.start_ms = np.minimum(memory.start_ms, 2.0 * ARM_MS)
    ready = (memory.start_ms >= ARM_MS) | (~has_start & look.seen & (look.slack < OUT_SLACK))
    ready &= ~memory.holding
    memory.armed |= ready
    memory.anew |= ready
    far = (np.maximum(look.start, look.slack) < _ELSEWHERE) & look.seen
    memory.elsewhere_ms = np.where(far, memory.elsewhere_ms + look.passed_ms, 0.0)
    memory.armed &= (memory.elsewhere_ms < _ELSEWHERE_MS) | memory.holding


def enter(memory: Memory, look: Look) -> Flags:
    """In which rows the hold begins now."""
    fits = ~memory.holding & look.seen & (look.slack >= IN_SLACK)
    fits &= look.speed < STILL
    first = fits & (memory.in_ms == 0.0)
    if first.any():
        memory.in_since[first] = look.at_ms[first]
        memory.came[first] = memory.peak[first]
        memory.votes[first] = 0.0
    memory.in_ms = np.where(
        fits, memory.in_ms + np.where(first, 1.0, look.passed_ms),
        np.where(memory.holding, memory.in_ms, np.maximum(memory.in_ms - look.passed_ms, 0.0)),
    )  # fmt: skip
    _vote(memory, look, fits | (memory.holding & look.seen & (look.slack >= OUT_SLACK)))
    entered = fits & (memory.in_ms >= IN_MS)
    if entered.any():
        memory.again[entered] = ~memory.anew[entered]
        memory.counted[entered] = memory.armed[entered]
        memory.holding |= entered
        memory.onset[entered] = np.nan
        memory.last_in[entered] = look.at_ms[entered]
    _date_onset(memory)
    return entered


def leave(memory: Memory, look: Look) -> Flags:
    """In which rows the hold has ended by now. What is not seen ends nothing."""
    seen = memory.holding & look.seen
    out, moving = seen & (look.slack < OUT_SLACK), seen & (look.speed >= MOVING)
    passed = look.passed_ms
    memory.out_ms = np.where(out, memory.out_ms + passed, np.maximum(memory.out_ms - passed, 0.0))
    memory.moving_ms = np.where(
        moving, memory.moving_ms + passed, np.maximum(memory.moving_ms - passed, 0.0)
    )
    memory.last_in = np.where(seen & ~out, look.at_ms, memory.last_in)
    return memory.holding & ((memory.out_ms >= OUT_MS) | (memory.moving_ms >= MOVING_MS))


def ended(memory: Memory) -> Array:
    """When the hold that is being left truly ended: at the last moment that was slow."""
    slow = _at_level(memory.last_below, memory.peak)
    end = np.fmin(slow, memory.last_in) - _LATE_MS
    return np.maximum(end, began(memory))


def began(memory: Memory) -> Array:
    """When the present hold began."""
    return np.where(np.isnan(memory.onset), memory.in_since, memory.onset) - _LATE_MS


def close(memory: Memory, rows: NDArray[np.intp]) -> None:
    """The hold is over."""
    memory.holding[rows] = memory.anew[rows] = False
    for clock in (memory.in_ms, memory.out_ms, memory.moving_ms):
        clock[rows] = 0.0


def _vote(memory: Memory, look: Look, counts: Flags) -> None:
    gained = np.where(counts, look.passed_ms + 1.0, 0.0)
    row = np.arange(len(gained))
    memory.votes[row, look.side] += gained


def _date_onset(memory: Memory) -> None:
    """Still for what the way in was: known at once, or only when the last of it has ended."""
    undated = memory.holding & np.isnan(memory.onset)
    if undated.any():
        slow = _at_level(memory.below, memory.came)
        known = undated & ~np.isnan(slow)
        memory.onset[known] = np.fmax(slow, memory.in_since)[known]


def _at_level(times: Array, peak: Array) -> Array:
    """Of the times of each level, that of the level which is slow for this peak."""
    level = (_SHARE_OF_PEAK * peak[:, None] >= _LEVELS[1:]).sum(-1)
    found: Array = times[np.arange(len(level)), level]
    return found
