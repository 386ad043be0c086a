"""A plan laid out as stations: what is said, when, and how long each phase lasts.

The engine walks the stations and never looks at a text. Times are milliseconds
from the beginning of a phase; in a hold they are milliseconds *held*, so a
person who drifts out hears the half-way call at half of the hold.

Ours, not the handout's: how long getting ready, moving and resting take. They
follow from the length of the words and the pace, and never shorten a hold.
"""

import msgspec
from msgspec.structs import replace

from unpinch.exercises.plan import Part, Plan
from unpinch.session import going, words
from unpinch.session.said import Said
from unpinch.session.sets import Place, places
from unpinch.terms.cue import CueKind, Priority, Tone
from unpinch.terms.dose import Kind
from unpinch.terms.side import Side
from unpinch.terms.turn import Turn

_PACE = {"slow": 1.5, "calm": 1.0, "brisk": 0.7}
# Long enough to lie down or turn over without hurry, then to settle. [ours]
_SETTLE_MS, _TURN_OVER_MS = 5_000, 12_000
# 2 to 3 s into and out of a position, no bouncing (CLINICAL 4.2, general knowledge). [ours]
_MOVE_MS, _LOWER_MS = 3_000, 2_500
_REST_MS = 4_000
# A page needs a moment to open, and says the first words once it has: the next ones wait so long,
# so that they need not be dropped. [ours]
_OPENING_MS = 2_500
# Before a rest between sets ends it is said what comes. [ours]
_SOON_MS = 10_000
# A hold this short has no half-way, and its changes are brief.
_SHORT_HOLD_MS = 6_000
_HALF_WAY_FROM_MS = 10_000
_BREATH_EVERY_MS = 6_000
_SWITCH_MS = 8_000  # time to change legs and hands, first time on a side


class Station(msgspec.Struct, frozen=True):
    """One turn with everything said around it."""

    turn: Turn
    place: Place
    part: int
    name: str
    variation: str | None
    limb: str
    side: Side | None  # of the limb that works, as the screen names it
    as_drawn: bool
    first_of_part: bool
    turn_over: bool
    switch: bool
    ready: tuple[Said, ...]
    ready_ms: int
    move: tuple[Said, ...]
    move_ms: int
    gentle: tuple[Said, ...]  # instead of `move`, after too much stretch
    gentle_ms: int
    back: tuple[Said, ...]  # after a pause, where `move` is but a number
    back_ms: int
    hold: tuple[Said, ...]
    gentle_hold: tuple[Said, ...]
    release: tuple[Said, ...]
    release_ms: int

    def way(self, *, gentle: bool, back: bool) -> tuple[tuple[Said, ...], int]:
        """The words on the way into the turn, and how long it takes."""
        if back and self.back:
            return self.back, self.back_ms
        return (self.gentle, self.gentle_ms) if gentle else (self.move, self.move_ms)


class Script(msgspec.Struct, frozen=True):
    """All stations of a session, in order."""

    plan: Plan
    stations: tuple[Station, ...]


def script(plan: Plan) -> Script:
    """Lay out a plan. A plan without turns is an empty script."""
    stations: list[Station] = []
    posture: str | None = None
    for index, part in enumerate(plan.parts):
        for position, place in enumerate(places(part)):
            stations.append(_station(plan, index, position, place, posture, not stations))
        posture = part.posture if part.turns else posture
    return Script(plan=plan, stations=tuple(stations))


def _station(
    plan: Plan, index: int, position: int, place: Place, posture: str | None, very_first: bool
) -> Station:
    part, pace = plan.parts[index], _PACE[plan.pace]
    turn = part.turns[position]
    before = part.turns[position - 1] if position else None
    switch = before is not None and before.side is not turn.side
    new_side = all(t.side is not turn.side for t in part.turns[:position])
    turn_over = posture is not None and posture != part.posture
    ready, ready_ms = _ready(part, pace, very_first, turn_over) if not position else ((), 0)
    held = turn.kind is Kind.HOLD
    hold = _hold(part, turn, first=not position) if held else going.under_way(part, turn)
    feel = part.words.feel if not position else ""
    told = not feel or words.fill(feel, turn.side) in hold[0].say
    doing = (part.words.move, None if held else part.words.hold) if new_side else ()
    how = words.join(*doing, None if told else feel)
    move, move_ms = _move(part, turn, place, pace, how=how, switch=switch, gentle=False)
    gentle, gentle_ms = _move(part, turn, place, pace, how=how, switch=switch, gentle=True)
    back, back_ms = ((), 0) if held else going.way_back(place, pace)
    after = part.turns[position + 1] if position + 1 < len(part.turns) else None
    set_over = position in part.rest_after
    if part.ease_ms and after is not None:
        release, release_ms = _ease(part, turn, pace, set_over=set_over)
    elif set_over:
        release, release_ms = _between_sets(part, turn)
    else:
        release, release_ms = _release(part, turn, pace, first=not position, after=after)
    return Station(
        turn=turn,
        place=place,
        part=index,
        name=part.name,
        variation=part.variation,
        limb=words.limb(part.moving, turn.side),
        side=words.working_side(part.moving, turn.side),
        as_drawn=part.as_drawn,
        first_of_part=not position,
        turn_over=turn_over,
        switch=switch,
        ready=ready,
        ready_ms=ready_ms,
        move=move,
        move_ms=move_ms,
        gentle=gentle,
        gentle_ms=gentle_ms,
        back=back,
        back_ms=back_ms,
        hold=hold,
        gentle_hold=_gently(hold) if held else hold,
        release=release,
        release_ms=release_ms,
    )


def _ready(
    part: Part, pace: float, very_first: bool, turn_over: bool
) -> tuple[tuple[Said, ...], int]:
    """The welcome (once), the name of the exercise, and how to lie or kneel."""
    said: list[Said] = []
    at = 0
    if very_first:
        at = words.speech_ms(words.WELCOME) + _OPENING_MS
        said.append(
            Said(
                0, CueKind.WELCOME, words.WELCOME, "If it hurts, just let go.", Priority.SAFETY, at
            )
        )
    name = (
        words.sentence(part.name)
        if very_first
        else f"Next: {part.name[:1].lower()}{part.name[1:]}."
    )
    say = words.join(name, words.fill(part.words.start, None))
    settle = _TURN_OVER_MS if turn_over or very_first else _SETTLE_MS
    room = words.speech_ms(say) + round(settle * pace)
    kind = CueKind.EXERCISE if very_first else CueKind.NEXT
    caption = words.line(name, words.sentence(part.name))
    tone = None if very_first else Tone.SWITCH
    said.append(Said(at, kind, say, caption, Priority.STEP, room, tone))
    return tuple(said), at + room


def _move(
    part: Part, turn: Turn, place: Place, pace: float, *, how: str, switch: bool, gentle: bool
) -> tuple[tuple[Said, ...], int]:
    """Which side, and what to do: all of it (`how`) the first time on a side, then briefly."""
    who = words.sentence(words.limb(part.moving, turn.side))
    how = words.fill(how, turn.side)
    if turn.kind is not Kind.HOLD:
        soft = words.GENTLY if gentle else None
        return going.way_in(part, turn, place, pace, how=how, switch=switch, soft=soft)
    deeper = None if gentle else part.words.deeper
    soft = words.GENTLY if gentle else None
    count = place.opening or place.count
    short = turn.hold_ms < _SHORT_HOLD_MS
    kind, caption = CueKind.AGAIN, words.line(f"{who.rstrip('.')}, {count}".lstrip(", "), who)
    if switch:
        kind, caption = CueKind.SWITCH, words.line(f"Switch sides: {who[:1].lower()}{who[1:]}", who)
        say = words.join(place.opening, who if short and not how else caption, how, soft)
    elif how:
        kind, caption = CueKind.MOVE, words.line(who or words.sentence(part.name))
        say = words.join(who, how, soft)
    else:
        say = words.join("Again.", count if turn.of > 1 else None, deeper, soft)
    least = words.speech_ms(say) + (300 if short and not how else _MOVE_MS * pace)
    floor = _SWITCH_MS if switch and not short else _MOVE_MS
    length = max(round(least), round(floor * pace) if not short else 2_500)
    tone = Tone.SWITCH if switch else None
    return (Said(0, kind, say, caption, Priority.STEP, length, tone),), length


def _hold(part: Part, turn: Turn, *, first: bool) -> tuple[Said, ...]:
    """Hold, a breath where there is room, half-way, and the last three seconds."""
    marks = _count_marks(turn.hold_ms)
    half = turn.hold_ms // 2
    if turn.hold_ms >= _HALF_WAY_FROM_MS:
        marks.append((half, CueKind.HALF, "Half-way.", Priority.STEP, None))
    marks.sort(key=lambda mark: mark[0])
    first_room = (marks[0][0] if marks else turn.hold_ms) - 300
    hold = words.fill(part.words.hold, turn.side)
    feel = words.fill(part.words.feel, turn.side) if first else ""
    say = words.fitting(
        first_room, words.join("Hold.", hold, feel), words.join("Hold.", hold), "Hold."
    )
    caption = "Hold." if turn.hold_ms < _SHORT_HOLD_MS else "Hold. Breathe slowly."
    said = [Said(0, CueKind.HOLD, say or "Hold.", caption, Priority.STEP, first_room, Tone.HOLD)]
    for place, (offset, kind, text, priority, tone) in enumerate(marks):
        following = marks[place + 1][0] if place + 1 < len(marks) else turn.hold_ms
        said.append(Said(offset, kind, text, text, priority, following - offset, tone))
    return _with_breaths(part.words.breathe, said, turn.hold_ms)


def _gently(hold: tuple[Said, ...]) -> tuple[Said, ...]:
    """The same hold without a word about going further."""
    say = words.fitting(hold[0].room_ms, words.HOLD_GENTLY, "Hold.") or "Hold."
    return (replace(hold[0], say=say), *hold[1:])


def _count_marks(hold_ms: int) -> list[tuple[int, CueKind, str, Priority, Tone | None]]:
    """The last three seconds; a hold of three seconds begins with "hold" instead of "three"."""
    return [
        (hold_ms - left * 1000, CueKind.COUNT, words.COUNTS[3 - left], Priority.COUNT, Tone.COUNT)
        for left in (3, 2, 1)
        if hold_ms - left * 1000 >= 1_000
    ]


def _with_breaths(breathe: str | None, said: list[Said], hold_ms: int) -> tuple[Said, ...]:
    """Breathing cues in the gaps, only where they can be said without running into the next cue."""
    if not breathe:
        return tuple(said)
    need = words.speech_ms(breathe) + 300
    filled: list[Said] = []
    for place, now in enumerate(said):
        filled.append(now)
        until = said[place + 1].offset_ms if place + 1 < len(said) else hold_ms
        at = now.offset_ms + words.speech_ms(now.say) + 700
        while now.kind is not CueKind.COUNT and at + need <= until:
            filled.append(
                Said(at, CueKind.BREATHE, breathe, "Breathe slowly.", Priority.EXTRA, need)
            )
            at += max(_BREATH_EVERY_MS, need)
    return tuple(filled)


def _release(
    part: Part, turn: Turn, pace: float, *, first: bool, after: Turn | None
) -> tuple[tuple[Said, ...], int]:
    """Let go, come back, rest. Between short holds there is no rest, only the way down."""
    last = after is None
    if turn.kind is not Kind.HOLD:
        return going.way_out(part, turn, pace, after=after)
    short = turn.hold_ms < _SHORT_HOLD_MS
    release = words.fill(part.words.release, turn.side)
    if short and not first and not last:
        return (
            Said(0, CueKind.RELEASE, "Down.", "Slowly down.", Priority.STEP, 1_500, Tone.RELEASE),
        ), 1_500
    say = words.join(release, None if short or last else "Rest.")
    length = words.speech_ms(say) + round((_LOWER_MS if short or last else _REST_MS) * pace)
    caption = "Let go. Rest." if not short else "Slowly down."
    return (Said(0, CueKind.RELEASE, say, caption, Priority.STEP, length, Tone.RELEASE),), length


def _between_sets(part: Part, turn: Turn) -> tuple[tuple[Said, ...], int]:
    """Let go, and rest as long as the exercise file says: no pace changes that."""
    held = turn.kind is Kind.HOLD
    release = words.fill(part.words.release, turn.side) if held else None
    say = words.join(release, words.rest_for(part.rest_ms))
    length = max(words.speech_ms(say) + _LOWER_MS, part.rest_ms)
    soon = length - _SOON_MS
    tells = soon > words.speech_ms(say) + _LOWER_MS
    room = soon if tells else length
    caption = "Let go. Rest." if held else "Rest."
    let_go = Said(0, CueKind.RELEASE, say, caption, Priority.STEP, room, Tone.RELEASE)
    next_set = Said(soon, CueKind.NEXT, words.SOON, "Next set soon.", Priority.STEP, _SOON_MS)
    return ((let_go, next_set) if tells else (let_go,)), length


def _ease(part: Part, turn: Turn, pace: float, *, set_over: bool) -> tuple[tuple[Said, ...], int]:
    """A rest that a change of form asks for after each hold, and the way back from it."""
    say = words.join(words.fill(part.words.release, turn.side), part.words.rest or "Rest.")
    rest = max(round(part.ease_ms * max(pace, 1.0)), part.rest_ms if set_over else 0)
    room = words.speech_ms(say) + rest
    caption = "Let go. Rest." if turn.kind is Kind.HOLD else "Rest."
    let_go = Said(0, CueKind.RELEASE, say, caption, Priority.STEP, room, Tone.RELEASE)
    if not part.words.back:
        return (let_go,), room
    back = part.words.back
    length = words.speech_ms(back) + round(_SETTLE_MS * max(pace, 1.0))
    caption = words.line(back, "Back into position.")
    again = Said(room, CueKind.AGAIN, back, caption, Priority.STEP, length, Tone.SWITCH)
    return (let_go, again), room + length
