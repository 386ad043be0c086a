"""Made-up sessions for the laws: anything a person, a camera and a clock may do, in any order."""

from hypothesis import strategies as st

from tests.session.plans import part, plan
from unpinch.exercises.plan import Plan
from unpinch.session import Outcome, Result, Script, State, advance, script, step
from unpinch.session.project import next_event
from unpinch.terms.cue import Cue, Phase
from unpinch.terms.dose import Kind
from unpinch.terms.event import (
    CameraFound,
    CameraLost,
    Eased,
    Event,
    Hurts,
    InPosition,
    LeftOut,
    OutOfPosition,
    PainKind,
    PainPlace,
    Paused,
    Repeated,
    Resumed,
    Skipped,
    Started,
    Stopped,
    Tick,
)
from unpinch.terms.side import Side

_PLAIN = (InPosition, OutOfPosition, Paused, Resumed, Repeated, CameraLost, CameraFound, Tick)
_ENDING = (Skipped, LeftOut, Eased, Stopped)

_times = st.integers(0, 240_000)
_sides = st.sampled_from(
    [(Side.RIGHT, Side.LEFT), (Side.BOTH,), (None,), (Side.RIGHT, Side.LEFT) * 3]
)


@st.composite
def _parts(draw: st.DrawFn) -> object:
    hold = draw(st.sampled_from([2, 3, 5, 15, 30, 60]))
    ceiling = draw(st.sampled_from([hold * 1.5, 60 if hold < 60 else 90]))
    sides, repetitions = draw(_sides), draw(st.integers(1, 3))
    ends = (
        st.sets(st.integers(0, len(sides) * repetitions - 2)) if repetitions > 1 else st.just(set())
    )
    return part(
        draw(st.sampled_from(["Knees to chest", "Hamstring stretch", "Child's pose"])),
        hold_s=hold,
        ceiling_s=ceiling,
        sides=sides,
        repetitions=repetitions,
        rest_after=tuple(sorted(draw(ends))),
        rest_s=draw(st.sampled_from([1, 30, 90])),
        posture=draw(st.sampled_from(["on the back", "hands and knees"])),
        kind=draw(st.sampled_from(Kind)),
    )


plans: st.SearchStrategy[Plan] = st.builds(
    lambda parts, pace: plan(*parts, pace=pace),
    st.lists(_parts(), min_size=1, max_size=3),
    st.sampled_from(["slow", "calm", "brisk"]),
)

plain_events: st.SearchStrategy[Event] = st.one_of(*[st.builds(kind, _times) for kind in _PLAIN])
pains = st.builds(
    Hurts,
    _times,
    where=st.none() | st.sampled_from(PainPlace),
    kind=st.none() | st.sampled_from(PainKind),
)
any_events: st.SearchStrategy[Event] = st.one_of(
    plain_events, pains, *[st.builds(kind, _times) for kind in _ENDING]
)


def tapes(events: st.SearchStrategy[Event] = any_events) -> st.SearchStrategy[list[Event]]:
    """Up to forty events in time order, after the start."""
    return st.lists(events, max_size=40).map(
        lambda some: [Started(0), *sorted(some, key=lambda event: event.at_ms)]
    )


def walk(whole: Script, tape: list[Event]) -> list[tuple[State, Event, State, tuple[Cue, ...]]]:
    """Every step of a session: the state before, the event, the state after, and its cues.

    What falls due by itself, and what the pacer sends, are steps of their own.
    """
    steps: list[tuple[State, Event, State, tuple[Cue, ...]]] = []
    state = State()
    for event in tape:
        while (due := next_event(whole, state)) is not None and due.at_ms <= event.at_ms:
            after, cues = step(whole, state, due)
            steps.append((state, due, after, cues))
            state = after
        after, cues = step(whole, state, event)
        steps.append((state, event, after, cues))
        state = after
    return steps


def end_state(whole: Script, tape: list[Event], until_ms: int = 10_000_000) -> State:
    """Where a session stands long after its tape."""
    state = walk(whole, tape)[-1][2]
    return advance(whole, state, until_ms)[0]


def outcomes_of(whole: Script, state: State, *results: Result) -> list[Outcome]:
    """The outcomes with these results."""
    return [outcome for outcome in state.outcomes if outcome.result in results]


__all__ = [
    "Phase",
    "end_state",
    "outcomes_of",
    "pains",
    "plain_events",
    "plans",
    "script",
    "tapes",
    "walk",
]
