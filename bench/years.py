"""A diary of so many days, generated; and how long its pages take. Run in a process of its own.

python -m bench.years make FOLDER DAYS      fill an empty diary, a session a day with all answers
python -m bench.years time FOLDER           milliseconds of the pages, as JSON

Milliseconds of work, not of waiting: a busy machine changes them little.
"""

import json
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from time import process_time
from uuid import UUID

import msgspec

from unpinch.care.felt import Settled
from unpinch.care.records import ScreenRecord
from unpinch.care.rules import safety_rules
from unpinch.care.symptoms import Leg, Patch, Report
from unpinch.care.words import Form, Tier
from unpinch.journal.day import day_of
from unpinch.journal.decisions import Switched
from unpinch.journal.entry import Entry, Kind
from unpinch.journal.sessions import Reached
from unpinch.journal.symptoms import Moment, SymptomRecord
from unpinch.runtime import clock
from unpinch.runtime.folder import choose
from unpinch.runtime.opening import open_diary
from unpinch.session import State, advance, script, step, summary
from unpinch.terms.event import Started

ROUNDS, MS = 15, 1_000.0
BATCH = 5_000
# Progress first: the first page of a process pays for what all of them load.
PAGES = {"progress": "/progress/", "today": "/"}
REACH = (Patch.SOLE, Patch.CALF, Patch.THIGH_BACK)


def entries(days: int) -> Iterator[Entry]:
    """The diary, oldest first: forms, answers, sessions with a mark at every turn's end."""
    from unpinch.runtime import diary

    plan = diary.plan()
    laid_out = script(plan)
    state, _ = step(laid_out, State(), Started(0))
    told = summary(laid_out, advance(laid_out, state, 3_600_000)[0])
    turns, now = len(plan.turns), clock.local_now()
    numbers = iter(range(1, sys.maxsize))

    def entry(kind: Kind, at: datetime, body: object, session: UUID | None = None) -> Entry:
        raw = msgspec.Raw(msgspec.json.encode(body))
        key = UUID(int=next(numbers))
        return Entry(key=key, kind=kind, at=at, day=day_of(at), session=session, body=raw)

    yield entry(Kind.PROPOSALS, now - timedelta(days=days), Switched(True))
    last: UUID | None = None
    for number in range(days):
        began = now - timedelta(days=days - 1 - number, hours=1)
        session = UUID(int=next(numbers))
        felt = _report(number / days)
        if last is not None:
            morning = SymptomRecord(Moment.MORNING, 1, felt, settled=Settled.HALF_HOUR)
            yield entry(Kind.SYMPTOMS, began, morning, last)
        yield entry(
            Kind.SCREEN_CLEAR if number else Kind.SCREEN, began, _screen(began, first=number == 0)
        )
        yield entry(Kind.SYMPTOMS, began, SymptomRecord(Moment.BEFORE, 1, felt))
        yield entry(Kind.SESSION_STARTED, began, plan, session)
        yield entry(Kind.SESSION_EVENT, began, Started(0), session)
        for turn in range(turns):
            yield entry(Kind.SESSION_REACHED, began, Reached(turn * 10_000), session)
        yield entry(Kind.SESSION_ENDED, began + timedelta(minutes=10), told, session)
        after = SymptomRecord(Moment.AFTER, 1, felt, peak=4)
        yield entry(Kind.SYMPTOMS, began + timedelta(minutes=12), after, session)
        last = session


def make(days: int) -> None:
    """Fill the diary."""
    from unpinch.journal.store.models import EntryRow

    batch: list[EntryRow] = []
    for one in entries(days):
        values = {name: getattr(one, name) for name in one.__struct_fields__}
        body = bytes(one.body).decode()
        batch.append(EntryRow(**{**values, "kind": one.kind.value, "body": body}))
        if len(batch) == BATCH:
            EntryRow.objects.bulk_create(batch)
            batch = []
    EntryRow.objects.bulk_create(batch)


def timed() -> dict[str, float]:
    """Each page: the first of a process, then the median as it is, and after a new answer."""
    from django.test import Client

    client = Client(SERVER_NAME="localhost")

    def page(address: str, *, new: bool = False) -> Callable[[], float]:
        def ask() -> float:
            if new:
                _answer()
            before = process_time()
            answer = client.get(address)
            took = (process_time() - before) * MS
            if answer.status_code != 200:
                raise RuntimeError(f"{address}: {answer.status_code}")
            return took

        return ask

    found = {}
    for name, address in PAGES.items():
        found[f"{name}, first of a process"] = page(address)()
        found[name] = _median(page(address))
        found[f"{name}, after a new answer"] = _median(page(address, new=True))
    return found


def _answer() -> None:
    from unpinch.runtime import symptoms

    symptoms.report(Moment.BEFORE, _report(0.9))


def _median(ask: Callable[[], float]) -> float:
    ask()
    return median(ask() for _ in range(ROUNDS))


def _report(gone: float) -> Report:
    """The numbness leaves the foot, then the calf, over the years."""
    leg = Leg(numb=(REACH[min(2, int(gone * 3))],))
    rated = 6 - int(gone * 4)
    return Report(left=leg, leg_pain=rated, back_pain=2, numbness=rated, tingling=rated - 1)


def _screen(at: datetime, *, first: bool) -> ScreenRecord:
    return ScreenRecord(
        at_ms=round(at.timestamp() * 1000),
        day=day_of(at),
        rules=safety_rules().rules,
        form=Form.FIRST if first else Form.SHORT,
        tier=Tier.GO,
        items=(),
        locks=(),
        confirmed=True,
        complete=True,
    )


def main(words: list[str]) -> None:
    """Make or time the diary in a folder."""
    choose(Path(words[1]))
    open_diary()
    if words[0] == "make":
        make(int(words[2]))
    else:
        print(json.dumps(timed()))


if __name__ == "__main__":
    main(sys.argv[1:])
