"""What is said around a turn that is not held: a movement there and back, or an activity.

A movement is counted before each repetition, which then takes its time there and back: that time
is a pace, no hold, and no clock is shown for it. An activity goes on by the clock. Both run in the
phase in which a hold runs, so pausing, pain and stopping are the same for all of them.
"""

from unpinch.exercises.circling import goes_round
from unpinch.exercises.plan import Part
from unpinch.session import words
from unpinch.session.said import Said
from unpinch.session.sets import Place
from unpinch.terms.cue import CueKind, Priority, Tone
from unpinch.terms.dose import Kind
from unpinch.terms.turn import Turn

# Between two repetitions, to say the number of the next; the pace changes it. [ours]
_COUNT_MS = 1_000
_BEGIN_MS, _SETTLE_MS = 3_000, 4_000
_MINUTE_MS = 60_000
# Below this an activity has no half-way worth saying, and no last minute.
_HALF_WAY_FROM_MS, _LAST_MINUTE_FROM_MS = 20_000, 2 * _MINUTE_MS
LEAST = {Kind.HOLD: "Hold.", Kind.MOVEMENT: "Go on.", Kind.ACTIVITY: "Keep going."}


def way_in(
    part: Part, turn: Turn, place: Place, pace: float, *, how: str, switch: bool, soft: str | None
) -> tuple[tuple[Said, ...], int]:
    """What to do, the first time on a side; then the number of the repetition and nothing else."""
    who, count = words.sentence(words.limb(part.moving, turn.side)), place.count
    kind, tone = (CueKind.SWITCH, Tone.SWITCH) if switch else (CueKind.AGAIN, None)
    room = _BEGIN_MS
    if how:
        kind = kind if switch else CueKind.MOVE
        caption, say = words.line(who or words.sentence(part.name)), words.join(who, how, soft)
    elif switch:
        caption = words.line(f"Switch sides: {who[:1].lower()}{who[1:]}", who)
        say = words.join(place.opening, caption, soft)
    elif turn.kind is Kind.ACTIVITY:
        caption, say = place.opening or count, words.join("Again.", place.opening or count, soft)
    elif place.opening:
        caption, say, room = place.opening, words.join(place.opening, soft), _COUNT_MS
    else:
        caption, say = count, words.join(f"{place.repetition}.", soft)
        room = _COUNT_MS - words.speech_ms(f"{place.repetition}.")
    length = words.speech_ms(say) + max(round(room * pace), 0)
    return (Said(0, kind, say, caption, Priority.STEP, length, tone),), length


def way_back(place: Place, pace: float) -> tuple[tuple[Said, ...], int]:
    """After a pause: which one it is, and time to begin again."""
    say = place.count if place.of > 1 else "Begin again."
    length = words.speech_ms(f"Going on. {say}") + round(_BEGIN_MS * pace)
    return (Said(0, CueKind.AGAIN, say, say, Priority.STEP, length),), length


def under_way(part: Part, turn: Turn) -> tuple[Said, ...]:
    """The repetition or the activity itself."""
    if turn.kind is Kind.MOVEMENT:
        circles = goes_round(part.name, part.words.move, part.words.hold)
        return _round(turn.hold_ms) if circles else _there_and_back(turn.hold_ms)
    return _keep_going(words.fill(part.words.hold, turn.side), turn.hold_ms)


def _round(whole_ms: int) -> tuple[Said, ...]:
    """One word for one circle."""
    say = words.fitting(whole_ms - 100, "Round.") or "Go."
    caption = "All the way round."
    return (Said(0, CueKind.THERE, say, caption, Priority.STEP, whole_ms, Tone.HOLD),)


def _there_and_back(whole_ms: int) -> tuple[Said, ...]:
    """A word for each way, where a repetition takes long enough for both."""
    half = whole_ms // 2
    there = words.fitting(half - 100, "There.", "Go.")
    back = words.fitting(whole_ms - half - 100, "And back.", "Back.")
    caption = "There and back."
    if not there or not back:
        say = words.fitting(whole_ms - 100, "There and back.", "Go.") or "Go."
        return (Said(0, CueKind.THERE, say, caption, Priority.STEP, whole_ms, Tone.HOLD),)
    return (
        Said(0, CueKind.THERE, there, caption, Priority.STEP, half, Tone.HOLD),
        Said(half, CueKind.BACK, back, caption, Priority.STEP, whole_ms - half),
    )


def _keep_going(hold: str, whole_ms: int) -> tuple[Said, ...]:
    marks = [(0, CueKind.GOING, "")]
    if whole_ms >= _HALF_WAY_FROM_MS:
        left = whole_ms - whole_ms // 2
        ahead = f" {lasting(left)} to go." if whole_ms >= _LAST_MINUTE_FROM_MS else ""
        marks.append((whole_ms // 2, CueKind.HALF, f"Half-way.{ahead}"))
    if whole_ms > _LAST_MINUTE_FROM_MS:
        marks.append((whole_ms - _MINUTE_MS, CueKind.LAST_MINUTE, "One minute to go."))
    ends = [*(offset for offset, _, _ in marks[1:]), whole_ms]
    goal = f"Keep going for {lasting(whole_ms)}."
    first = words.fitting(ends[0] - 300, words.join(goal, hold), goal, "Keep going.")
    said = [first or "Go.", *(say for _, _, say in marks[1:])]
    return tuple(
        Said(
            offset, kind, say, words.line("Keep going." if not offset else say),
            Priority.STEP, end - offset, None if offset else Tone.HOLD,
        )
        for (offset, kind, _), say, end in zip(marks, said, ends, strict=True)
    )  # fmt: skip


def way_out(
    part: Part, turn: Turn, pace: float, *, after: Turn | None
) -> tuple[tuple[Said, ...], int]:
    """Between two repetitions nothing; at the end of a side or of the exercise a rest."""
    if after is not None and after.side is turn.side and turn.kind is Kind.MOVEMENT:
        return (), 0
    release = "Rest." if after else words.fill(part.words.release, turn.side)
    if turn.kind is Kind.ACTIVITY:
        release = words.join(f"That was {lasting(turn.hold_ms)}.", release)
    length = words.speech_ms(release) + round(_SETTLE_MS * pace)
    return (
        Said(0, CueKind.RELEASE, release, "Rest.", Priority.STEP, length, Tone.RELEASE),
    ), length


def lasting(milliseconds: int) -> str:
    """How long, as one says it: "10 minutes", "90 seconds"."""
    minutes, rest = divmod(round(milliseconds / 1000), 60)
    if minutes < 2:
        return "1 minute" if (minutes, rest) == (1, 0) else _many(60 * minutes + rest, "second")
    return words.join(_many(minutes, "minute"), _many(rest, "second") if rest else None)


def _many(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"
