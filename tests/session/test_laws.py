"""The laws of the engine (DESIGN 5). Each was broken by hand once, and a test here died."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.session.plans import plan as small_plan
from tests.session.tapes import any_events, end_state, pains, plain_events, plans, tapes, walk
from unpinch.exercises.plan import Plan
from unpinch.session import Result, Script, State, advance, script, step, summary
from unpinch.session.pacer import pacer
from unpinch.terms.cue import Cue, CueKind, Phase
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
    Paused,
    Repeated,
    Resumed,
    Skipped,
    Started,
    Stopped,
    Tick,
)
from unpinch.terms.side import Side

_LONG = 10_000_000
_IN_A_TURN = (Phase.MOVING, Phase.HOLDING, Phase.AWAY)
_ASKING = (CueKind.HOLD, CueKind.MOVE, CueKind.AGAIN, CueKind.SWITCH, CueKind.COME_BACK)


@given(plans, tapes(), pains)
def test_pain_ends_the_hold_in_any_phase_and_nothing_restarts_it(
    plan: Plan, tape: list[Event], pain: Hurts
) -> None:
    whole = script(plan)
    before = [event for event in tape if event.at_ms <= pain.at_ms]
    hurt = walk(whole, [*before, pain])[-1][2]

    assert hurt.phase in (Phase.HURT, Phase.STOPPED, Phase.FINISHED)

    turn = hurt.turn
    later = [event for event in tape if event.at_ms > pain.at_ms]
    for was, _, now, _ in walk(whole, [*before, pain, *later]):
        if was.pains and now.phase is Phase.HOLDING:
            closed = [outcome.turn for outcome in was.outcomes]
            assert now.turn not in closed, "a turn that was over is held again"
    ended = [o for o in end_state(whole, [*before, pain, *later]).outcomes if o.turn == turn]
    assert len(ended) <= 1


@given(plans, tapes(plain_events), st.integers(0, 240_000), st.booleans())
def test_a_hold_that_hurt_is_not_held_again_paused_or_not(
    plan: Plan, tape: list[Event], at_ms: int, paused: bool
) -> None:
    """Going on gently after too much stretch goes on with the next one."""
    whole = script(plan)
    before = [event for event in tape if event.at_ms <= at_ms]
    pause: list[Event] = [Paused(at_ms)] if paused else []
    gently: list[Event] = [Hurts(at_ms, kind=PainKind.STRETCH), Eased(at_ms), CameraLost(at_ms)]
    hurt_in: set[int] = set()
    for was, event, now, _ in walk(whole, [*before, *pause, *gently, Tick(_LONG)]):
        assert now.phase is not Phase.HOLDING or now.turn not in hurt_in
        if isinstance(event, Hurts) and (was.waiting or was.phase) in _IN_A_TURN:
            hurt_in.add(was.turn)


@given(plans, tapes(), pains)
def test_after_pain_nothing_goes_on_by_itself(plan: Plan, tape: list[Event], pain: Hurts) -> None:
    whole = script(plan)
    before = [event for event in tape if event.at_ms <= pain.at_ms]
    hurt = walk(whole, [*before, pain])[-1][2]

    later, cues, sent = advance(whole, hurt, hurt.at_ms + _LONG)

    assert later.phase is hurt.phase
    assert (cues, sent) == ((), ())


@given(plans, tapes(), tapes(plain_events), st.sampled_from(PainKind))
def test_only_too_much_stretch_may_go_on(
    plan: Plan, tape: list[Event], after: list[Event], kind: PainKind
) -> None:
    whole = script(plan)
    state = walk(whole, tape)[-1][2]
    state, _ = step(whole, state, Hurts(state.at_ms, kind=kind))
    if state.over and kind is PainKind.STRETCH:
        return

    for event in [*after, Skipped(_LONG), Eased(_LONG)]:
        state, cues = step(whole, state, event)
        if kind is not PainKind.STRETCH:
            assert state.over
            assert not [cue for cue in cues if cue.kind in _ASKING]


@given(plans, tapes(), st.lists(any_events, max_size=12))
def test_nothing_goes_on_before_it_is_known_that_it_was_only_stretch(
    plan: Plan, tape: list[Event], more: list[Event]
) -> None:
    whole = script(plan)
    state = walk(whole, tape)[-1][2]
    if state.over or state.phase in (Phase.READY, Phase.HURT):
        return
    state, _ = step(whole, state, Hurts(state.at_ms))

    for event in [*more, Eased(_LONG), LeftOut(_LONG), Skipped(_LONG), Resumed(_LONG)]:
        if not isinstance(event, (Hurts, Stopped)):
            state, cues = step(whole, state, event)
            assert state.phase is Phase.HURT
            assert cues == ()


@given(plans, tapes(), st.lists(any_events, max_size=20))
def test_only_the_person_ends_a_pause(plan: Plan, tape: list[Event], more: list[Event]) -> None:
    """Whatever the camera and the clock say meanwhile, and however long it lasts."""
    whole = script(plan)
    state = walk(whole, tape)[-1][2]
    if state.over or state.phase in (Phase.READY, Phase.HURT):
        return
    state, _ = step(whole, state, Paused(state.at_ms))
    held = (state.held_ms, state.asked_ms, state.outcomes)

    seen: list[Event] = [CameraFound(_LONG), InPosition(_LONG), OutOfPosition(_LONG)]
    for event in [*more, *seen, InPosition(_LONG), CameraLost(_LONG), Tick(2 * _LONG)]:
        if not isinstance(event, (Resumed, Skipped, LeftOut, Hurts, Stopped)):
            state, cues = step(whole, state, event)
            assert state.phase is Phase.PAUSED
            assert cues == ()
            assert (state.held_ms, state.asked_ms, state.outcomes) == held


@given(plans, tapes(), st.lists(any_events, max_size=20))
def test_nothing_happens_after_a_stop(plan: Plan, tape: list[Event], more: list[Event]) -> None:
    whole = script(plan)
    state = walk(whole, tape)[-1][2]
    if state.phase is Phase.FINISHED:
        return
    state, _ = step(whole, state, Stopped(state.at_ms))

    assert state.over
    for event in more:
        after, cues = step(whole, state, event)
        assert replace(after, pains=()) == replace(state, pains=()), "only a pain may be told"
        assert cues == ()


@given(plans, tapes())
def test_never_more_than_the_dose(plan: Plan, tape: list[Event]) -> None:
    whole = script(plan)
    state = end_state(whole, tape)

    assert len({outcome.turn for outcome in state.outcomes}) == len(state.outcomes)
    for outcome in state.outcomes:
        whole_ms = whole.stations[outcome.turn].turn.hold_ms
        assert 0 <= outcome.held_ms <= whole_ms
        assert outcome.result is not Result.DONE or outcome.held_ms == whole_ms
    done = Counter(
        (
            whole.stations[o.turn].turn.exercise,
            whole.stations[o.turn].part,
            whole.stations[o.turn].turn.side,
        )
        for o in state.outcomes
        if o.result is Result.DONE
    )
    asked = Counter((s.turn.exercise, s.part, s.turn.side) for s in whole.stations)
    assert all(done[key] <= asked[key] for key in done)


@given(plans, tapes())
def test_nobody_is_asked_to_stay_longer_than_the_ceiling_gaps_included(
    plan: Plan, tape: list[Event]
) -> None:
    whole = script(plan)
    asked: Counter[int] = Counter()
    every = [*walk(whole, tape)]
    last = every[-1][2]
    steps = [(was, now) for was, _, now, _ in every] + _to_the_end(whole, last)
    for was, now in steps:
        if was.phase in (Phase.HOLDING, Phase.AWAY):
            over = next((o.at_ms for o in now.outcomes if o.turn == was.turn), now.at_ms)
            asked[was.turn] += min(over, now.at_ms) - was.at_ms
    for turn, longest in asked.items():
        assert longest <= whole.stations[turn].turn.ceiling_ms


def _to_the_end(whole: Script, state: State) -> list[tuple[State, State]]:
    """Step by step to the end, half a second at a time where the engine leaves room."""
    pairs = []
    while not state.over and state.phase not in (Phase.PAUSED, Phase.HURT, Phase.READY):
        paced = pacer(whole, state)
        event: Event = Tick(state.at_ms + 500)
        if paced is not None and paced.at_ms <= event.at_ms:
            event = paced
        if not state.by_clock and state.phase is Phase.MOVING:
            break
        after, _ = step(whole, state, event)
        pairs.append((state, after))
        state = after
    return pairs


@given(plans, st.lists(st.one_of(plain_events), max_size=15))
def test_both_sides_get_equal_time_unless_something_was_cut_short(
    plan: Plan, events: list[Event]
) -> None:
    whole = script(plan)
    state = end_state(whole, [Started(0), *sorted(events, key=lambda e: e.at_ms)])
    if (
        any(o.result is not Result.DONE for o in state.outcomes)
        or state.phase is not Phase.FINISHED
    ):
        return

    for part in range(len(plan.parts)):
        held: Counter[Side | None] = Counter()
        for outcome in state.outcomes:
            if whole.stations[outcome.turn].part == part:
                held[whole.stations[outcome.turn].turn.side] += outcome.held_ms
        assert held[Side.LEFT] == held[Side.RIGHT]


@given(plans, tapes())
def test_hold_time_runs_only_while_in_position(plan: Plan, tape: list[Event]) -> None:
    whole = script(plan)
    held: Counter[int] = Counter()
    for was, event, _, _ in walk(whole, tape):
        if was.phase is Phase.HOLDING:
            until = max(event.at_ms, was.at_ms)
            whole_hold = was.since_ms + whole.stations[was.turn].turn.hold_ms - was.held_ms
            held[was.turn] += max(0, min(until, whole_hold) - was.at_ms)
    state = walk(whole, tape)[-1][2]
    for outcome in state.outcomes:
        assert outcome.held_ms <= held[outcome.turn]


@given(plans, tapes(), st.lists(st.integers(0, 300_000), max_size=30))
def test_cues_do_not_depend_on_how_often_the_clock_ticks(
    plan: Plan, tape: list[Event], ticks: list[int]
) -> None:
    whole = script(plan)
    sparse = _all_cues(whole, tape)
    with_ticks = sorted(
        [*enumerate(tape), *((-1, Tick(t)) for t in ticks)], key=lambda one: one[1].at_ms
    )
    dense = _all_cues(whole, [event for _, event in with_ticks])

    assert dense == sparse


@given(plans, tapes(), st.lists(st.integers(0, 300_000), max_size=30))
def test_cues_carry_the_time_they_fell_due_not_the_time_of_the_tick(
    plan: Plan, tape: list[Event], ticks: list[int]
) -> None:
    """Without the pacer, so that one tick may cover many cues."""
    whole = script(plan)
    late = [*tape, Tick(400_000)]
    dense = sorted([*late, *map(Tick, ticks)], key=lambda event: event.at_ms)

    assert _stepped(whole, dense) == _stepped(whole, late)


@given(plans, tapes())
def test_replay_gives_the_same_cues(plan: Plan, tape: list[Event]) -> None:
    assert _all_cues(script(plan), tape) == _all_cues(script(plan), tape)


@given(plans, tapes(), st.lists(st.integers(0, 300_000), max_size=20))
def test_saying_it_again_never_adds_a_hold(plan: Plan, tape: list[Event], again: list[int]) -> None:
    whole = script(plan)
    more = sorted([*tape, *(Repeated(t) for t in again)], key=lambda event: event.at_ms)
    state = end_state(whole, more)

    turns = [outcome.turn for outcome in state.outcomes]
    assert turns == sorted(set(turns))


@given(plans, tapes())
def test_time_never_runs_backwards(plan: Plan, tape: list[Event]) -> None:
    whole = script(plan)
    backwards = [tape[0], *reversed(tape[1:])]
    last = 0
    for was, _, now, cues in walk(whole, backwards):
        assert now.at_ms >= was.at_ms
        for cue in cues:
            assert cue.at_ms >= last
            last = cue.at_ms


@given(plans, tapes())
def test_every_turn_that_is_over_has_one_outcome_in_order(plan: Plan, tape: list[Event]) -> None:
    whole = script(plan)
    state = end_state(whole, tape)
    turns = [outcome.turn for outcome in state.outcomes]

    assert turns == sorted(set(turns))
    if state.phase is Phase.FINISHED:
        assert turns == list(range(len(whole.stations)))


@given(plans, tapes())
def test_the_summary_counts_no_more_than_was_asked(plan: Plan, tape: list[Event]) -> None:
    whole = script(plan)
    told = summary(whole, end_state(whole, tape))

    for about, part in zip(told.exercises, plan.parts, strict=True):
        assert about.holds <= about.of == len(part.turns)
        assert about.held_ms <= sum(turn.hold_ms for turn in part.turns)


def test_the_pacer_says_nothing_when_the_camera_leads() -> None:
    state = State(phase=Phase.MOVING, by_clock=False)

    assert pacer(script(small_plan()), state) is None


def _all_cues(whole: Script, tape: list[Event]) -> list[Cue]:
    """Every cue of a session, run on by the clock to the end."""
    state = State()
    cues: list[Cue] = []
    for event in tape:
        state, due, _ = advance(whole, state, event.at_ms)
        state, answer = step(whole, state, event)
        cues += [*due, *answer]
    return [*cues, *advance(whole, state, _LONG)[1]]


def _stepped(whole: Script, tape: list[Event]) -> list[Cue]:
    state = State()
    cues: list[Cue] = []
    for event in tape:
        state, more = step(whole, state, event)
        cues += more
    return cues


def test_a_hold_that_ran_out_of_time_before_it_was_whole_is_part_done() -> None:
    whole = script(small_plan())
    state, _ = step(whole, State(), Started(0))
    for event in (CameraFound(0), Tick(60_000), InPosition(60_000), OutOfPosition(65_000)):
        state, _ = step(whole, state, event)
    state, cues = step(whole, state, Tick(125_000))

    assert [(one.result, one.held_ms) for one in state.outcomes] == [(Result.PART_DONE, 5_000)]
    assert CueKind.PART_DONE in [cue.kind for cue in cues]


def test_in_position_twice_is_no_error() -> None:
    whole = script(small_plan())
    state, _ = step(whole, State(), Started(0))
    state, _ = step(whole, state, Tick(60_000))
    once, _ = step(whole, state, InPosition(60_000))
    twice, cues = step(whole, once, InPosition(61_000))

    assert twice.phase is Phase.HOLDING
    assert not [cue for cue in cues if cue.kind is CueKind.HOLD]
