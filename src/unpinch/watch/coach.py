"""The coach: landmark frames in, events out, for one person or for hundreds at once.

Every session has a slot, a row in each array. Live sessions hand in what is queued as one batch;
recordings are stepped through side by side. There is no second way through this code.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unpinch.body.landmarks import Array, Frames
from unpinch.body.sight import INDEX, MEASURES, measure, visible
from unpinch.exercises.model import Exercise
from unpinch.terms.event import CameraFound, CameraLost, FormFault, InPosition, OutOfPosition
from unpinch.terms.side import Side
from unpinch.watch import hold
from unpinch.watch.brief import Brief, Briefs, brief, nothing, stacked
from unpinch.watch.form import Form, Scene, faults, let_go
from unpinch.watch.hold import Look, Memory
from unpinch.watch.judge import HIDDEN, Flags, judge
from unpinch.watch.smooth import Smooth, smooth, speed_of

CoachEvent = InPosition | OutOfPosition | CameraLost | CameraFound | FormFault
Rows = NDArray[np.intp]

# A frame after a longer pause stands for no more time than this.
_LONGEST_MS = 1_000.0
_TRUNK = INDEX["trunk_incline"]
_KNEES = [INDEX["left_knee_flexion"], INDEX["right_knee_flexion"]]


@dataclass(frozen=True)
class Noticed:
    """An event of one slot, and what a recording wants to know beside it.

    An event's own time is when the coach knew. `begin_ms` and `end_ms` are dated back to when
    the hold truly began and, once it is over, ended. `again`: the hold goes on after a break in
    which the start position was not passed. Without an event it is for recordings only: a hold
    that does not count, because the start position was never seen.
    """

    slot: int
    event: CoachEvent | None
    side: Side | None = None
    begin_ms: int = 0
    end_ms: int = 0
    over: bool = False
    again: bool = False


class Coach:
    """Watches any number of sessions, each with its own exercise."""

    def __init__(self) -> None:
        """No slots yet."""
        self._briefs: list[Brief] = []
        self._stacked: Briefs | None = None
        self._memory = Memory.blank(0)
        self._smooth = Smooth.blank(0)
        self._form = Form.blank(0, 0, len(MEASURES))

    def open(self, slots: int = 1) -> list[int]:
        """Make room for so many more sessions; their slots."""
        first = len(self._briefs)
        self._briefs += [nothing()] * slots
        self._grow()
        return list(range(first, first + slots))

    def watch(self, slot: int, exercise: Exercise | None, variation: str | None = None) -> bool:
        """What this slot does now; None: nothing. False if the camera has nothing to go by."""
        found = brief(exercise, variation) if exercise else None
        self._briefs[slot] = found or nothing()
        self._stacked = None
        row = np.array([slot])
        before, blank = self._memory.take(row), Memory.blank(1)
        for name in ("at_ms", "unseen_ms", "found_ms", "lost", "ever"):
            setattr(blank, name, getattr(before, name))
        self._memory.put(row, blank)
        self._grow()
        self._form.put(row, Form.blank(1, self._form.named.shape[1], len(MEASURES)))
        return found is not None

    def rest(self, slot: int) -> None:
        """The session's hold is over: the next one needs the start position first."""
        memory = self._memory
        memory.holding[slot] = memory.armed[slot] = memory.anew[slot] = False
        memory.in_ms[slot] = memory.start_ms[slot] = 0.0

    def step(self, slots: Sequence[int], at_ms: Sequence[float], frames: Frames) -> list[Noticed]:
        """Take in one frame for each of these slots, one row each.

        A frame that is not later than the slot's last one is passed over. A row of NaN says that
        nobody was seen.
        """
        rows, now = np.asarray(slots, dtype=np.intp), np.asarray(at_ms, dtype=np.float64)
        later = ~(now <= self._memory.at_ms[rows])
        if not later.all():
            rows, now, frames = rows[later], now[later], frames.only(later)
        if not len(rows):
            return []
        there = frames.seen
        if there.all():
            return self._look(rows, now, frames)
        noticed = self._blind(rows[~there], now[~there])
        if there.any():
            noticed += self._look(rows[there], now[there], frames.only(there))
        return noticed

    def finish(self, slots: Sequence[int]) -> list[Noticed]:
        """The recordings end: close the holds that are running."""
        rows = np.asarray(slots, dtype=np.intp)
        memory = self._memory.take(rows)
        noticed = self._over(rows, memory, memory.last_in, memory.holding.copy())
        self._memory.put(rows, memory)
        return noticed

    def unseen(self, slots: Sequence[int]) -> Flags:
        """Which slots showed too little in their last frame."""
        unseen: Flags = self._memory.unseen_ms[np.asarray(slots, dtype=np.intp)] > 0.0
        return unseen

    def _blind(self, rows: Rows, at_ms: Array) -> list[Noticed]:
        """Nobody is in the picture: nothing changes but the time without sight."""
        memory = self._memory.take(rows)
        nobody = np.zeros(len(rows), bool)
        lost, found = hold.sight(memory, at_ms, _passed(memory, at_ms), nobody)
        self._memory.put(rows, memory)
        return _of_sight(rows, at_ms, lost, found)

    def _look(self, rows: Rows, at_ms: Array, frames: Frames) -> list[Noticed]:
        briefs, memory = self._all().of(rows), self._memory.take(rows)
        steady, clear = smooth(self._smooth.take(rows), measure(frames), visible(frames), at_ms)
        look = _looked(memory, briefs, steady, clear, at_ms)
        lost, found = hold.sight(memory, at_ms, look.passed_ms, look.seen)
        hold.follow(memory, look)
        hold.arm(memory, look, briefs.has_start)
        entered = hold.enter(memory, look)
        left = hold.leave(memory, look)
        noticed = _of_sight(rows, at_ms, lost, found) + self._begun(rows, memory, entered)
        form, broken = self._judge_form(rows, briefs, memory, look, (steady, clear), entered)
        end = hold.ended(memory)
        form, early = let_go(form, briefs.rules, left & memory.counted, end - hold.began(memory))
        noticed += self._faulty(rows, memory, broken | early)
        noticed += self._over(rows, memory, end, left)
        self._form.put(rows, form)
        self._smooth.put(rows, steady)
        self._memory.put(rows, memory)
        return noticed

    def _judge_form(
        self,
        rows: Rows,
        briefs: Briefs,
        memory: Memory,
        look: Look,
        seen: tuple[Smooth, Array],
        entered: Flags,
    ) -> tuple[Form, Flags]:
        form = self._form.take(rows)
        at_start = (look.start >= 0.0) & (memory.start_ms > 0.0) & (look.speed < hold.STILL)
        form.settle(seen[0].steady, at_start, look.passed_ms)
        inside = look.seen & (look.slack >= hold.OUT_SLACK)
        scene = Scene(
            smooth=seen[0],
            visible=seen[1],
            way=memory.votes.argmax(-1),
            passed_ms=look.passed_ms,
            at_ms=look.at_ms,
            still=memory.holding & memory.counted & inside & (look.speed < hold.STILL),
            inside=memory.armed & inside,
            begun=entered & ~memory.again,
        )
        return faults(form, briefs.rules, scene)

    def _side(self, slot: int, votes: Array) -> Side | None:
        sides = self._briefs[slot].sides
        return sides[min(int(votes.argmax()), len(sides) - 1)]

    def _begun(self, rows: Rows, memory: Memory, which: Flags) -> list[Noticed]:
        begin = hold.began(memory)
        return [
            Noticed(
                slot=int(rows[n]),
                event=InPosition(int(memory.at_ms[n])) if memory.counted[n] else None,
                side=self._side(int(rows[n]), memory.votes[n]),
                begin_ms=int(begin[n]),
                again=bool(memory.again[n]),
            )
            for n in np.flatnonzero(which)
        ]

    def _over(self, rows: Rows, memory: Memory, end: Array, which: Flags) -> list[Noticed]:
        begin, over = hold.began(memory), np.flatnonzero(which)
        noticed = [
            Noticed(
                slot=int(rows[n]),
                event=OutOfPosition(int(memory.at_ms[n])) if memory.counted[n] else None,
                over=True,
                side=self._side(int(rows[n]), memory.votes[n]),
                begin_ms=int(begin[n]),
                end_ms=int(max(end[n], begin[n])),
                again=bool(memory.again[n]),
            )
            for n in over
        ]
        hold.close(memory, over)
        return noticed

    def _faulty(self, rows: Rows, memory: Memory, broken: Flags) -> list[Noticed]:
        noticed = []
        for n, rule in zip(*np.nonzero(broken), strict=True):
            slot = int(rows[n])
            side = self._side(slot, memory.votes[n])
            event = FormFault(
                int(memory.at_ms[n]), fault=self._briefs[slot].faults[rule], side=side
            )
            noticed.append(Noticed(slot, event, side))
        return noticed

    def _all(self) -> Briefs:
        if self._stacked is None:
            self._stacked = stacked(self._briefs, self._form.named.shape[1])
        return self._stacked

    def _grow(self) -> None:
        """More slots, or more rules than ever: the arrays grow, what is in them stays."""
        rows, had = len(self._briefs), len(self._memory.at_ms)
        rules = max(len(each.faults) for each in self._briefs)
        kept = np.arange(had)
        self._stacked = None
        if rows > had:
            memory, smoothed = Memory.blank(rows), Smooth.blank(rows)
            memory.put(kept, self._memory)
            smoothed.put(kept, self._smooth)
            self._memory, self._smooth = memory, smoothed
        if rows > had or rules > self._form.named.shape[1]:
            self._form = self._form.grown(rows, max(rules, self._form.named.shape[1]))


def _looked(memory: Memory, briefs: Briefs, steady: Smooth, clear: Array, at_ms: Array) -> Look:
    start = judge(steady.steady, clear, briefs.start)
    held = judge(steady.steady, clear, briefs.hold)
    side = held.slack.argmax(-1)
    row = np.arange(len(side))
    whole = (clear[:, _TRUNK] >= HIDDEN) & (clear[:, _KNEES].max(-1) >= HIDDEN)
    near = held.slack[row, side] >= hold.OUT_SLACK
    return Look(
        at_ms=at_ms,
        passed_ms=_passed(memory, at_ms),
        start=np.where(start.seen, start.slack, -np.inf).max(-1),
        slack=held.slack[row, side],
        side=side,
        speed=speed_of(steady, briefs.weight),
        seen=np.where(near, held.seen[row, side], whole),
    )


def _passed(memory: Memory, at_ms: Array) -> Array:
    passed: Array = np.nan_to_num(np.minimum(at_ms - memory.at_ms, _LONGEST_MS))
    return passed


def _of_sight(rows: Rows, at_ms: Array, lost: Flags, found: Flags) -> list[Noticed]:
    gone = [Noticed(int(rows[n]), CameraLost(int(at_ms[n]))) for n in np.flatnonzero(lost)]
    back = [Noticed(int(rows[n]), CameraFound(int(at_ms[n]))) for n in np.flatnonzero(found)]
    return gone + back
