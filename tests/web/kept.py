"""Sessions put into the diary as if they had been done."""

from uuid import UUID, uuid4

from tests.conftest import Clock
from unpinch.journal.entry import Kind
from unpinch.runtime import diary
from unpinch.runtime.live import Live
from unpinch.terms.event import Event, Started


def keep(clock: Clock, *events: Event, minutes: int = 20) -> UUID:
    """A session that ran for so long with these events, written to the diary."""
    plan, session = diary.plan(), uuid4()
    diary.write(Kind.SESSION_STARTED, plan, of_session=session)
    live = Live.begun(session, plan)
    for event in (Started(0), *events):
        diary.write(Kind.SESSION_EVENT, event, of_session=session)
    clock.pass_ms(minutes * 60_000)
    for event in events:
        live.apply(event)
    live.catch_up()
    diary.write(Kind.SESSION_ENDED, live.summary(), of_session=session)
    return session
