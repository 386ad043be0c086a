"""Asking how it feels, and keeping the answers. Synchronous.

Nothing here has to be answered. A question that was passed over is asked again
only while its answer can still mean something.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID, uuid4

import msgspec

from unpinch.care.felt import Compared, Settled
from unpinch.care.movement import POSTURES
from unpinch.care.response_rules import response_rules
from unpinch.care.symptoms import Report
from unpinch.care.words import Trait
from unpinch.journal.entry import Kind
from unpinch.journal.sessions import Session
from unpinch.journal.store import shelf
from unpinch.journal.symptoms import Activities, Kept, Moment, SymptomRecord, kept
from unpinch.runtime import diary, response
from unpinch.terms.refused import Refused

MOST_ACTIVITIES = 3
LONGEST_NAME = 60
ONE_DAY = timedelta(days=1)
_LOOKS_BACK_AFTER_DAYS = 7  # a week has good and bad days to look back on; ours
_SHORT_ANSWERS_BETWEEN = 20  # so far back a full report is looked for


class SymptomsError(Refused):
    """One line: what cannot be kept, and what to do."""


def knelt(session: Session) -> bool:
    """Whether the person was in a kneeling exercise: then shin and foot are asked after by name."""
    library = diary.known()
    begun = (library.get(one.exercise) for one in session.summary.exercises if one.held_ms)
    return any(Trait.KNEELS in POSTURES[one.posture] for one in begun if one is not None)


class Asked(msgspec.Struct, frozen=True):
    """What is worth asking now.

    `before`: nothing was marked yet for the next session. `after`: the session that
    ended today and was not rated. `morning`: yesterday's session, whose next
    morning this is.
    """

    before: bool
    after: Session | None
    morning: Session | None

    @property
    def anything(self) -> bool:
        """Whether there is a question at all."""
        return self.before or self.after is not None or self.morning is not None


# ---------------------------------------------------------------- keeping


def new_key() -> UUID:
    """A key for one set of answers, so that what is sent twice is kept once."""
    return uuid4()


def report(
    moment: Moment,
    given: Report,
    *,
    session: UUID | None = None,
    peak: int | None = None,
    settled: Settled | None = None,
    woken: bool | None = None,
    key: UUID | None = None,
) -> bool:
    """Keep a set of answers. False if one with this key was kept before.

    After a session and the next morning the session has to be named.
    """
    _must_be_known(moment, session)
    if peak is not None and not 0 <= peak <= 10:
        raise SymptomsError(f"strongest: {peak} is not from 0 to 10; rate it again")
    record = SymptomRecord(
        moment=moment, rules=_rules(), report=given, peak=peak, settled=settled, woken=woken,
        compared=_compared(session) if moment is Moment.MORNING else None,
    )  # fmt: skip
    return _keep(record, session, key)


def compare(session: UUID, answer: Compared, *, key: UUID | None = None) -> bool:
    """Keep the short answer of the next morning."""
    _must_be_known(Moment.MORNING, session)
    record = SymptomRecord(moment=Moment.MORNING, rules=_rules(), compared=answer)
    return _keep(record, session, key)


def choose_activities(names: Iterable[str]) -> tuple[str, ...]:
    """From now on these activities are rated. Raises `SymptomsError`.

    This is the one place where a person's own words about their body are kept.
    """
    found = tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
    if len(found) > MOST_ACTIVITIES:
        raise SymptomsError("activities: three at the most; leave out the others")
    if any(len(name) > LONGEST_NAME for name in found):
        raise SymptomsError(f"activities: {LONGEST_NAME} letters at the most; write it shorter")
    if found != activities():
        diary.write(Kind.ACTIVITIES, Activities(found))
    return found


# ---------------------------------------------------------------- what was kept


def activities() -> tuple[str, ...]:
    """The activities that are rated now, in the person's own words."""
    entry = shelf.newest(Kind.ACTIVITIES)
    return msgspec.json.decode(entry.body, type=Activities).names if entry else ()


def since(day: date) -> tuple[Kept, ...]:
    """Every answer from that day on, oldest first."""
    return kept(shelf.since(day, Kind.SYMPTOMS))


def first_day() -> date | None:
    """The day of the first answer there is."""
    entry = shelf.first(Kind.SYMPTOMS)
    return entry.day if entry else None


def latest_report() -> Report | None:
    """What was marked and rated last."""
    found = kept(shelf.latest(Kind.SYMPTOMS, _SHORT_ANSWERS_BETWEEN))
    return next((one.record.report for one in reversed(found) if one.record.report), None)


def of_session(session: UUID, moment: Moment) -> Kept | None:
    """The last answer about a session."""
    own = kept(entry for entry in shelf.of_session(session) if entry.kind is Kind.SYMPTOMS)
    return next((one for one in reversed(own) if one.record.moment is moment), None)


# ---------------------------------------------------------------- what to ask


def asked(today: diary.Today | None = None) -> Asked:
    """What is worth asking now."""
    today = today or diary.today()
    given = since(today.day)
    ended = [one for one in today.done_today if one.ending != "open"]
    last = ended[-1] if ended else None
    marked = any(one.record.moment is Moment.BEFORE for one in given)
    return Asked(
        before=not marked and not today.done_today,
        after=last if last and not _given(given, last.id, Moment.AFTER) else None,
        morning=_yesterday(today, given),
    )


def looks_back(session: Session) -> bool:
    """Whether "since you began" can be asked: not on the first day, when there is no since."""
    first = shelf.first_day(Kind.SESSION_STARTED, Kind.SYMPTOMS) or session.day
    return (session.day - first).days >= _LOOKS_BACK_AFTER_DAYS


def _keep(record: SymptomRecord, session: UUID | None, key: UUID | None) -> bool:
    """Write it, and at once whatever the stop rules make of it."""
    new = diary.write(Kind.SYMPTOMS, record, key=key, of_session=session)
    response.write_down()
    return new


def _yesterday(today: diary.Today, given: tuple[Kept, ...]) -> Session | None:
    """The session whose next morning this is, while no new one was begun."""
    last = today.last
    if last is None or last.day != today.day - ONE_DAY:
        return None
    return None if _given(given, last.id, Moment.MORNING) else last


def _given(given: tuple[Kept, ...], session: UUID, moment: Moment) -> bool:
    return any(one.session == session and one.record.moment is moment for one in given)


def _compared(session: UUID | None) -> Compared | None:
    """The short answer that was already given: a longer one does not take it back."""
    found = of_session(session, Moment.MORNING) if session else None
    return found.record.compared if found else None


def _must_be_known(moment: Moment, session: UUID | None) -> None:
    if moment is Moment.BEFORE:
        if session is not None:
            raise SymptomsError("before: name no session; the next one of the day is found")
    elif session is None or diary.session(session) is None:
        raise SymptomsError(f"{moment}: the diary has no such session; name one that is there")


def _rules() -> int:
    return response_rules().rules
