"""What the safety rules say now, and keeping what they rest on. Synchronous.

The rules are `care`; here they meet the diary and the clock. A session may begin
only with the plan of `plan_to_start`, which raises while a form is due or
anything is locked, and leaves out what the answers have blocked.
"""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

import msgspec

from unpinch.care.allowed import Blocked, Modified, Ruling
from unpinch.care.due import form_due
from unpinch.care.lock import LockedNow, clear, locked_now, locks
from unpinch.care.numbers import countries, emergency_number, typed_number
from unpinch.care.records import CareRecord, ClearanceRecord, GateRecord, ScreenRecord
from unpinch.care.screen import form_after_hurt, questions
from unpinch.care.screening import after_alarm, pending
from unpinch.care.words import CareError, Form
from unpinch.exercises.plan import Part, Plan
from unpinch.journal.day import day_of
from unpinch.journal.entry import Kind
from unpinch.journal.sessions import Session
from unpinch.journal.store import shelf
from unpinch.runtime import clock, diary, judged, response
from unpinch.runtime.changed import changed
from unpinch.terms.event import PainKind

NOON = 12
_KEPT = (Kind.SCREEN, Kind.CLEARANCE, Kind.TRIAL)
# How many of the forms that named nothing can still mean anything: they are for one session.
_STILL_COUNT = 10
# An "it hurts" of which nothing more was said counts as the worst, as "not sure" does.
NOT_SAID = PainKind.ALARM


class CannotStartError(Exception):
    """No session may begin now; one line that says why."""


class LockedError(CannotStartError):
    """An answer has locked the exercises."""


class FormDueError(CannotStartError):
    """Questions come first."""

    def __init__(self, form: Form) -> None:
        """The form that is due."""
        super().__init__("The safety questions come first.")
        self.form = form


class RestingError(CannotStartError):
    """It hurt today, in a way that does not go on the same day."""


class NothingLeftError(CannotStartError):
    """The answers leave out every exercise that was chosen."""


class Told(msgspec.Struct, frozen=True):
    """One exercise that is changed or left out, in words."""

    exercise: str
    name: str
    ruling: Modified | Blocked


class Standing(msgspec.Struct, frozen=True):
    """How things stand now. `due`: the form that comes before the next session."""

    records: tuple[CareRecord, ...]
    rulings: dict[str, Ruling]
    locked: LockedNow | None
    due: Form | None
    resting: bool = False  # it hurt today: the exercises wait until tomorrow
    stirred: str = ""  # why it is easily stirred up today: the least dose, and fewer exercises

    @property
    def screened(self) -> tuple[ScreenRecord, ...]:
        """The outcomes, oldest first."""
        return tuple(record for record in self.records if isinstance(record, ScreenRecord))

    @property
    def judged(self) -> bool:
        """Whether the rulings are about single exercises, not about all of them."""
        return self.locked is None and any(
            one.form is Form.FIRST and one.complete and one.confirmed for one in self.screened
        )

    @property
    def left_out(self) -> tuple[Told, ...]:
        """The single exercises that the answers block, in the order of the handout."""
        return tuple(one for one in self._told if isinstance(one.ruling, Blocked))

    @property
    def changed(self) -> tuple[Told, ...]:
        """What is done in another form, in the order of the handout."""
        return tuple(one for one in self._told if isinstance(one.ruling, Modified))

    @property
    def _told(self) -> tuple[Told, ...]:
        return _told(self.rulings) if self.judged else ()


class EmergencyNumber(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Whom to call: a country's number, or one of the person's own, which always wins."""

    country: str | None = None
    own: str | None = None


# ---------------------------------------------------------------- how things stand


def standing(today: diary.Today | None = None) -> Standing:
    """How things stand. `today` saves asking the diary twice."""
    today = today or diary.today()
    kept = records()
    locked = locked_now(kept)
    rulings = judged.rulings(_in_program(), kept)
    stirred = response.easily_stirred()
    if stirred:
        rulings = judged.on_a_least_day(rulings)
    return Standing(
        records=kept,
        rulings=rulings,
        locked=locked,
        stirred=stirred,
        due=_due(kept, today),
        resting=_hurt_today(today),
    )


def records() -> tuple[CareRecord, ...]:
    """What the diary keeps of the safety rules, in the order in which it took them up.

    Without the short forms of long ago that named nothing: they tell nothing any more, and
    there is one for every session.
    """
    entries = shelf.all_and_newest(_KEPT, Kind.SCREEN_CLEAR, _STILL_COUNT)
    return tuple(msgspec.json.decode(entry.body, type=CareRecord) for entry in entries)


def is_locked() -> bool:
    """Whether anything holds all exercises back."""
    return locked_now(records()) is not None


def morning() -> bool:
    """Whether it is before noon where the person is."""
    return clock.local_now().hour < NOON


def asks(form: Form) -> int:
    """How many questions this form has, if nothing is answered with yes."""
    return len(questions(form, {}, morning=morning()))


def left_out_before(session: UUID) -> tuple[Told, ...]:
    """What a session of the diary left out for safety's sake."""
    told = diary.session(session)
    if told is None or told.program == diary.TRIAL:
        return ()
    kept = tuple(record for record in records() if record.at_ms <= ms(told.started))
    found = _told(judged.rulings_on(_in_program(), kept)) if kept else ()
    return tuple(one for one in found if isinstance(one.ruling, Blocked))


def _due(kept: tuple[CareRecord, ...], today: diary.Today) -> Form | None:
    began = [ms(one.started) for one in _of_late(today)]
    return form_due(
        kept,
        now_ms=ms(clock.now()),
        today=today.day,
        session_began_ms=max(began, default=None),
        hurt=_unanswered_hurt(kept, today),
    )


def _unanswered_hurt(kept: Iterable[CareRecord], today: diary.Today) -> PainKind | None:
    """The last "it hurts" that calls for questions and that none have followed."""
    asked = [
        record.at_ms
        for record in kept
        if isinstance(record, ScreenRecord)
        and record.confirmed
        and record.form in (Form.WORSE, Form.FIRST)
    ]
    latest = max(asked, default=None)
    pains = [
        (ms(one.started) + pain.at_ms, pain.kind or NOT_SAID)
        for one in _of_late(today)
        for pain in one.summary.pains
        if form_after_hurt(pain.kind) is Form.WORSE
    ]
    open_ones = [pain for pain in pains if latest is None or pain[0] > latest]
    return max(open_ones, key=lambda pain: pain[0])[1] if open_ones else None


def _of_late(today: diary.Today) -> list[Session]:
    """Every session of the last seven days, and the last one before them if there is none."""
    told = [*(one for day in today.week for one in day.sessions), *today.trials]
    return [*told, today.last] if today.last is not None else told


def _hurt_today(today: diary.Today) -> bool:
    """Pain of a dangerous kind on this day, in a session or in a trial hold."""
    trials = (one for one in today.trials if one.day == today.day)
    return any(
        form_after_hurt(pain.kind) is Form.WORSE
        for one in (*today.done_today, *trials)
        for pain in one.summary.pains
    )


def _in_program() -> list[str]:
    return [one.exercise for one in diary.program().parts]


def _told(rulings: dict[str, Ruling]) -> tuple[Told, ...]:
    library = diary.library()
    return tuple(
        Told(exercise, library[exercise].name, ruling)
        for exercise, ruling in rulings.items()
        if isinstance(ruling, Modified | Blocked)
    )


# ---------------------------------------------------------------- the plan


def plan(now: Standing | None = None) -> Plan:
    """Today's plan without what is blocked, and with the changes of form in its words.

    Raises `NothingLeftError`, and `ChoiceError` as the plan itself does.
    """
    now = now or standing()
    whole = diary.least_plan() if now.stirred else diary.plan()
    parts = tuple(
        _said(part, ruling)
        for part in whole.parts
        if not isinstance(ruling := now.rulings[part.exercise], Blocked)
    )
    if not parts:
        raise NothingLeftError("Your answers leave out every exercise that you chose.")
    return msgspec.structs.replace(whole, parts=parts)


def plan_shown(now: Standing) -> Plan:
    """The plan to look at: the whole one while nothing is known about single exercises."""
    return plan(now) if now.judged else diary.plan()


def plan_to_start() -> Plan:
    """The plan of a session that may begin now. Raises `CannotStartError` if none may."""
    now = standing()
    refuse_if_not_free(now)
    return plan(now)


def refuse_if_not_free(now: Standing) -> None:
    """Raise `CannotStartError` while something is locked or questions come first."""
    if now.locked is not None:
        raise LockedError("An answer has locked the exercises until a clinician has examined you.")
    if now.due is not None and not (now.resting and now.due is not Form.WORSE):
        raise FormDueError(now.due)
    if now.resting:
        raise RestingError("It hurt today. Leave the exercises until tomorrow.")


def _said(part: Part, ruling: Ruling) -> Part:
    """The exercise as it is changed; nothing asks to go further."""
    return changed(part, diary.library()[part.exercise], ruling)


# ---------------------------------------------------------------- keeping


def alarmed() -> None:
    """The alarm row was pressed in a session: it locks at once, until it is confirmed or not.

    An answer that still waits for its own confirmation does not stand in for it: that one may
    be taken back.
    """
    waiting = pending(after_alarm(), now_ms(), this_day())
    closed = {lock.item for lock in locks(records())}
    if waiting is not None and not set(waiting.locks) <= closed:
        keep(waiting)


def keep(record: CareRecord) -> None:
    """Write a record into the diary."""
    match record:
        case ScreenRecord():
            kind = Kind.SCREEN_CLEAR if _named_nothing(record) else Kind.SCREEN
        case ClearanceRecord():
            kind = Kind.CLEARANCE
        case GateRecord():
            kind = Kind.TRIAL
    diary.write(kind, record)


def _named_nothing(record: ScreenRecord) -> bool:
    """A short form with everything answered, and all of it with no."""
    said = record.items or record.corrected
    return record.form is Form.SHORT and record.confirmed and record.complete and not said


def clear_for(
    items: tuple[str, ...], examined_on: date, exercises: tuple[str, ...] = ()
) -> ClearanceRecord:
    """Keep that a clinician has examined the person for these. Raises `CareError`."""
    unknown = set(exercises) - {one.exercise for one in diary.program().parts}
    if unknown:
        raise CareError(f"clearance: {min(unknown)!r} is not in your program; name one that is")
    named = tuple(dict.fromkeys((*exercises, *map(judged.row_of, exercises))))
    found = clear(
        records(), items, examined_on, today=this_day(), at_ms=now_ms(), exercises=named,
        stopped=response.for_a_clinician(),
    )  # fmt: skip
    keep(found)
    return found


def now_ms() -> int:
    """The clock as records carry it."""
    return ms(clock.now())


def this_day() -> date:
    """The person's own day."""
    return day_of(clock.local_now())


def ms(at: datetime) -> int:
    """A moment as records carry it."""
    return round(at.timestamp() * 1000)


# ---------------------------------------------------------------- whom to call


def chosen_number() -> EmergencyNumber | None:
    """What the person has chosen; none if they were never asked."""
    entry = shelf.newest(Kind.EMERGENCY_NUMBER)
    return msgspec.json.decode(entry.body, type=EmergencyNumber) if entry else None


def number_to_call() -> str | None:
    """The number itself. None means that the person must be asked: it is never guessed."""
    chosen = chosen_number()
    return emergency_number(chosen.country, chosen.own) if chosen else None


def choose_number(country: str | None, own: str | None) -> None:
    """From now on this number. Raises `CareError`."""
    if own:
        own = typed_number(own)
    elif country not in countries():
        raise CareError("Choose a country from the list, or type your own number.")
    diary.write(Kind.EMERGENCY_NUMBER, EmergencyNumber(country or None, own or None))
