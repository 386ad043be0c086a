"""The coach: landmark frames in, events out, for one person or for hundreds at once.

Every session has a slot, a row in each array. Live sessions hand in their frames as they come, any
number at once; recordings are stepped through side by side. There is no second way through this
code. A call of numpy costs as much for one row as for fifty, so what counts here is how many there
are: rows are picked out and put back only when they are not all of them.
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
from unpinch.watch.brief import HOLD, START, Brief, Briefs, brief, nothing, stacked
from unpinch.watch.form import Form, Scene, faults, let_go
from unpinch.watch.hold import Look, Memory
from unpinch.watch.judge import HIDDEN, Flags, judge
from unpinch.watch.smooth import Smooth, smooth, speed_of
from unpinch.watch.table import Table

CoachEvent = InPosition | OutOfPosition | CameraLost | CameraFound | FormFault
Rows = NDArray[np.intp]

# A frame after a longer pause stands for no more time than this.
_LONGEST_MS = 1_000.0
_TRUNK = INDEX["trunk_incline"]
_KNEES = np.array([INDEX["left_knee_flexion"], INDEX["right_knee_flexion"]])


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


@dataclass
class Known(Table):
    """What was seen of each session up to now."""

    memory: Memory
    smooth: Smooth
    form: Form

    @classmethod
    def blank(cls, rows: int, rules: int) -> "Known":
        """Nothing seen yet."""
        return cls(Memory.blank(rows), Smooth.blank(rows), Form.blank(rows, rules, len(MEASURES)))


class Coach:
    """Watches any number of sessions, each with its own exercise."""

    def __init__(self) -> None:
        """No slots yet."""
        self._briefs: list[Brief] = []
        self._stacked: Briefs | None = None
        self._free: list[int] = []
        self._known = Known.blank(0, 0)

    def open(self, slots: int = 1) -> list[int]:
        """Make room for so many more sessions; their slots."""
        more = max(slots - len(self._free), 0)
        self._free += range(len(self._briefs), len(self._briefs) + more)
        self._briefs += [nothing()] * more
        self._grow()
        opened, self._free = self._free[:slots], self._free[slots:]
        return opened

    def close(self, slot: int) -> None:
        """This session is over: all of it is forgotten, and the slot is free for another."""
        self._briefs[slot] = nothing()
        self._stacked = None
        self._known[np.array([slot])] = Known.blank(1, self._rules)
        self._free.append(slot)

    def watch(self, slot: int, exercise: Exercise | None, variation: str | None = None) -> bool:
        """What this slot does now; None: nothing. False if the camera has nothing to go by."""
        found = brief(exercise, variation) if exercise else None
        self._briefs[slot] = found or nothing()
        self._stacked = None
        row = np.array([slot])
        before, blank = self._memory[row], Memory.blank(1)
        for name in ("at_ms", "unseen_ms", "found_ms", "lost", "ever"):
            setattr(blank, name, getattr(before, name))
        self._memory[row] = blank
        self._grow()
        self._known.form[row] = Form.blank(1, self._rules, len(MEASURES))
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
        rows, now = np.array(slots, dtype=np.intp), np.array(at_ms, dtype=np.float64)
        old = now <= self._memory.at_ms[rows]
        if old.any():
            rows, now, frames = rows[~old], now[~old], frames.only(~old)
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
        memory = self._memory[rows]
        noticed = self._over(rows, memory, memory.last_in, memory.holding.copy())
        self._memory[rows] = memory
        return noticed

    def unseen(self, slot: int) -> bool:
        """Whether this slot showed too little in its last frame."""
        return bool(self._memory.unseen_ms[slot] > 0.0)

    def _blind(self, rows: Rows, at_ms: Array) -> list[Noticed]:
        """Nobody is in the picture: nothing changes but the time without sight."""
        memory = self._memory[rows]
        nobody = np.zeros(len(rows), bool)
        lost, found = hold.sight(memory, at_ms, _passed(memory, at_ms), nobody)
        self._memory[rows] = memory
        return _of_sight(rows, at_ms, lost, found)

    def _look(self, rows: Rows, at_ms: Array, frames: Frames) -> list[Noticed]:
        briefs, known = self._all(), self._known
        every = len(rows) == len(self._briefs) and bool((rows == np.arange(len(rows))).all())
        if not every:
            briefs, known = briefs[rows], known[rows]
        clear = smooth(known.smooth, measure(frames), visible(frames), at_ms)
        noticed = self._judge(rows, briefs, known, _looked(briefs, known, clear, at_ms))
        if not every:
            self._known[rows] = known
        return noticed

    def _judge(self, rows: Rows, briefs: Briefs, known: Known, look: Look) -> list[Noticed]:
        memory = known.memory
        lost, found = hold.sight(memory, look.at_ms, look.passed_ms, look.seen)
        hold.follow(memory, look)
        hold.arm(memory, look, briefs.has_start)
        entered = hold.enter(memory, look)
        left = hold.leave(memory, look)
        noticed = _of_sight(rows, look.at_ms, lost, found) + self._begun(rows, memory, entered)
        broken = _broken(briefs, known, look, entered)
        if not left.any():
            return noticed + self._faulty(rows, memory, broken)
        end = hold.ended(memory)
        early = let_go(known.form, briefs.rules, left & memory.counted, end - hold.began(memory))
        noticed += self._faulty(rows, memory, broken | early)
        return noticed + self._over(rows, memory, end, left)

    def _side(self, slot: int, votes: Array) -> Side | None:
        sides = self._briefs[slot].sides
        return sides[min(int(votes.argmax()), len(sides) - 1)]

    def _begun(self, rows: Rows, memory: Memory, which: Flags) -> list[Noticed]:
        begun = which.nonzero()[0]
        if not len(begun):
            return []
        begin = hold.began(memory)
        return [
            Noticed(
                slot=int(rows[n]),
                event=InPosition(int(memory.at_ms[n])) if memory.counted[n] else None,
                side=self._side(int(rows[n]), memory.votes[n]),
                begin_ms=int(begin[n]),
                again=bool(memory.again[n]),
            )
            for n in begun
        ]

    def _over(self, rows: Rows, memory: Memory, end: Array, which: Flags) -> list[Noticed]:
        begin, over = hold.began(memory), which.nonzero()[0]
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
            self._stacked = stacked(self._briefs, self._rules)
        return self._stacked

    @property
    def _memory(self) -> Memory:
        return self._known.memory

    @property
    def _rules(self) -> int:
        """There is room for so many rules."""
        return len(self._known.form.named.T)

    def _grow(self) -> None:
        """More slots, or more rules than ever: the arrays grow, what is in them stays."""
        known, rows, had = self._known, len(self._briefs), len(self._memory.at_ms)
        rules = max(self._rules, *(len(each.faults) for each in self._briefs))
        self._stacked = None
        if rows > had:
            kept, self._known = known, Known.blank(rows, 0)
            self._known.memory[np.arange(had)] = kept.memory
            self._known.smooth[np.arange(had)] = kept.smooth
        if rows > had or rules > known.form.named.shape[1]:
            self._known.form = known.form.grown(rows, rules)


def _looked(briefs: Briefs, known: Known, clear: Array, at_ms: Array) -> Look:
    steady = known.smooth.steady
    found = judge(steady, clear, briefs.poses)
    start = np.where(found.seen[:, START], found.slack[:, START], -np.inf).max(-1)
    held, held_seen = found.slack[:, HOLD], found.seen[:, HOLD]
    side = held.argmax(-1)
    slack = held.max(-1)
    whole = (clear[:, _TRUNK] >= HIDDEN) & (clear.take(_KNEES, -1).max(-1) >= HIDDEN)
    return Look(
        at_ms=at_ms,
        passed_ms=_passed(known.memory, at_ms),
        visible=clear,
        start=start,
        slack=slack,
        side=side,
        speed=speed_of(known.smooth, briefs.weight),
        seen=np.where(slack >= hold.OUT_SLACK, held_seen[np.arange(len(side)), side], whole),
    )


def _broken(briefs: Briefs, known: Known, look: Look, entered: Flags) -> Flags:
    """Which rules of form are broken from now on."""
    memory, form, slow = known.memory, known.form, look.speed < hold.STILL
    at_start = (look.start >= 0.0) & (memory.start_ms > 0.0) & slow
    form.settle(known.smooth.steady, at_start, look.passed_ms)
    inside = look.seen & (look.slack >= hold.OUT_SLACK)
    scene = Scene(
        smooth=known.smooth,
        visible=look.visible,
        way=memory.votes.argmax(-1),
        passed_ms=look.passed_ms,
        at_ms=look.at_ms,
        still=memory.holding & memory.counted & inside & slow,
        inside=memory.armed & inside,
        begun=entered & ~memory.again,
    )
    return faults(form, briefs.rules, scene)


def _passed(memory: Memory, at_ms: Array) -> Array:
    """Since the last frame; nothing before the first."""
    passed: Array = np.fmax(np.minimum(at_ms - memory.at_ms, _LONGEST_MS), 0.0)
    return passed


def _of_sight(rows: Rows, at_ms: Array, lost: Flags, found: Flags) -> list[Noticed]:
    gone = [Noticed(int(rows[n]), CameraLost(int(at_ms[n]))) for n in lost.nonzero()[0]]
    back = [Noticed(int(rows[n]), CameraFound(int(at_ms[n]))) for n in found.nonzero()[0]]
    return gone + back
