"""How many events a second the engine takes: the whole program, a tick every 100 ms."""

from statistics import median
from time import perf_counter

from bench.row import Row
from unpinch import exercises
from unpinch.exercises.choosing import plan as plan_of
from unpinch.session import Script, State, advance, project, script, step
from unpinch.terms.event import Event, Started, Tick

PROGRAM = "leg-numbness"
TICK_MS = 100
REPEATS = 5
MS = 1_000.0


def bench() -> list[Row]:
    """Tape one session that goes by the clock, then time its replay and one projection."""
    plan = plan_of(exercises.programs()[PROGRAM], exercises.library())
    laid_out = script(plan)
    tape = _tape(laid_out)
    started, _ = step(laid_out, State(), tape[0])
    rates, projections = [], []
    for _ in range(REPEATS):
        before = perf_counter()
        state = State()
        for event in tape:
            state, _ = step(laid_out, state, event)
        rates.append(len(tape) / (perf_counter() - before))
        before = perf_counter()
        project(laid_out, started)
        projections.append((perf_counter() - before) * MS)
    return [
        Row("engine events a second", median(rates), "events", against=f"{len(tape)} events"),
        Row("projection of a whole session", median(projections), "ms"),
    ]


def _tape(laid_out: Script) -> list[Event]:
    tape: list[Event] = [Started(0)]
    state, _ = step(laid_out, State(), tape[0])
    while not state.over:
        state, _, sent = advance(laid_out, state, state.at_ms + TICK_MS)
        tape += [*sent, Tick(state.at_ms)]
    return tape
