"""A session that is running: its tape, its clock, and where it stands."""

from bisect import insort
from collections.abc import Iterable
from uuid import UUID

from unpinch.exercises.plan import Part, Plan
from unpinch.journal.sessions import Tape
from unpinch.runtime import clock
from unpinch.session import Projection, State, Summary, advance, project, script, step, summary
from unpinch.session.project import next_event
from unpinch.terms.cue import Cue
from unpinch.terms.event import Event, Started


class Live:
    """One running session. Not thread-safe: the hub takes turns.

    The tape holds only what came from outside. Where the session stands follows
    from the tape and the clock, so a late delivery is put in its place and the
    rest is played again; the order of arrival makes no difference.
    """

    def __init__(self, session: UUID, plan: Plan, events: Iterable[Event], now_ms: int) -> None:
        """Begin at `now_ms` on the session's clock; the tape may already hold events."""
        self.id = session
        self._script = script(plan)
        self._events = sorted(events, key=_time)
        self._zero = clock.running_ms() - now_ms
        self._state = State()
        self._said: list[Cue] = []
        self._play()

    @classmethod
    def begun(cls, session: UUID, plan: Plan) -> "Live":
        """A new session, starting now."""
        return cls(session, plan, [Started(0)], 0)

    @classmethod
    def from_tape(cls, session: UUID, tape: Tape) -> "Live":
        """A session from the diary, its clock where it was last known to be."""
        return cls(session, tape.plan, tape.events, tape.reached_ms)

    @property
    def state(self) -> State:
        """Where the session stood when it was last brought up to date."""
        return self._state

    @property
    def plan(self) -> Plan:
        """The plan it follows."""
        return self._script.plan

    @property
    def part(self) -> Part | None:
        """The exercise whose turn it is."""
        stations = self._script.stations
        return self.plan.parts[stations[self._state.turn].part] if stations else None

    def now_ms(self) -> int:
        """The session's clock."""
        return clock.running_ms() - self._zero

    def set_clock(self, now_ms: int) -> None:
        """Move the clock: a page that went on alone knows better where the session is."""
        self._zero = clock.running_ms() - now_ms

    def catch_up(self) -> None:
        """Bring the state up to the clock."""
        if not self._state.over:
            self._advance(self.now_ms())

    def apply(self, event: Event) -> None:
        """Take in an event; one from the past is put in its place and the rest played again."""
        if event.at_ms < self._state.at_ms:
            insort(self._events, event, key=_time)
            self._play()
            return
        self._events.append(event)
        self._step(event)

    def lately(self, within_ms: int) -> tuple[Cue, ...]:
        """What fell due in the last moments: a page that hears of it late can still say it."""
        since = self.now_ms() - within_ms
        return tuple(cue for cue in self._said if cue.at_ms >= since)

    def projection(self) -> Projection:
        """What will happen if nothing else does."""
        return project(self._script, self._state)

    def summary(self) -> Summary:
        """What became of it so far."""
        return summary(self._script, self._state)

    def next_change_ms(self) -> int | None:
        """Milliseconds until something happens by itself; None if nothing will."""
        event = next_event(self._script, self._state)
        return None if event is None else max(0, event.at_ms - self.now_ms())

    def _play(self) -> None:
        self._state, self._said = State(), []
        for event in self._events:
            self._step(event)
        self.catch_up()

    def _step(self, event: Event) -> None:
        self._advance(event.at_ms)
        self._state, cues = step(self._script, self._state, event)
        self._said += cues

    def _advance(self, to_ms: int) -> None:
        self._state, cues, _ = advance(self._script, self._state, to_ms)
        self._said += cues


def _time(event: Event) -> int:
    return event.at_ms
