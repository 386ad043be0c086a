"""A history in a file: weeks of somebody's diary in words, played through the real diary.

A line is one day or several alike: `3-5: before left numb foot, numbness 5; session; after;
morning`. What is not named after a session or the next morning is as it was before it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import msgspec

from tests.care.made import filled
from tests.conftest import Clock
from unpinch.care.felt import Settled
from unpinch.care.records import ScreenRecord
from unpinch.care.screen import outcome
from unpinch.care.symptoms import Leg, Patch, Report, Scale
from unpinch.care.words import Form
from unpinch.journal.entry import Kind
from unpinch.journal.progress import Progress
from unpinch.journal.symptoms import Moment
from unpinch.runtime import diary, progress, proposals, safety, symptoms
from unpinch.runtime.live import Live
from unpinch.terms.event import Hurts, PainKind, Started

FIRST_DAY = date(2026, 9, 1)
PATCHES = {
    "back": Patch.LOW_BACK,
    "buttock": Patch.BUTTOCK,
    "thigh": Patch.THIGH_BACK,
    "calf": Patch.CALF,
    "foot": Patch.SOLE,
    "toes": Patch.FOOT_TOP,
}
SCALES = {scale.value: scale.value.replace(" ", "_") for scale in Scale}


@dataclass(frozen=True)
class Line:
    """One line: the days it is about, and what happened, part by part."""

    text: str
    first: int
    last: int
    parts: tuple[str, ...]


@dataclass(frozen=True)
class History:
    """A file as it is read."""

    head: tuple[str, ...]
    proposals: bool
    answer: str
    screen: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass
class Player:
    """Plays a history, day by day, and notes what Unpinch did."""

    clock: Clock
    answer: str
    said: list[str] = field(default_factory=list)
    before: Report = field(default_factory=Report)
    session: UUID | None = None
    mornings: dict[int, tuple[UUID, str, Report]] = field(default_factory=dict)

    def at(self, day: int, hour: int) -> None:
        """Set the clock."""
        midnight = datetime.combine(FIRST_DAY, datetime.min.time(), UTC)
        self.clock.at = midnight + timedelta(days=day - 1, hours=hour)

    def play(self, day: int, parts: tuple[str, ...]) -> None:
        """One day: first the morning after the last one, then what the line says."""
        self.at(day, 8)
        self._morning(day)
        self._propose(day)
        self.session = None
        for hour, part in enumerate(parts, start=10):
            self.at(day, hour)
            word, _, rest = part.partition(" ")
            match word:
                case "says":
                    keep_form(Form.SHORT, (rest,))
                case "before":
                    rest, woken = without(rest, "woken")
                    self.before = report(rest)
                    symptoms.report(Moment.BEFORE, self.before, woken=woken is not None or None)
                case "session":
                    self._session(day, rest)
                case "after" if self.session:
                    rest, peak = without(rest, "peak")
                    after = report(rest, self.before)
                    symptoms.report(
                        Moment.AFTER, after, session=self.session, peak=int(peak) if peak else None
                    )
                case "morning" if self.session:
                    self.mornings[day + 1] = (self.session, rest, self.before)
                case _:
                    pass
        self._standing(day)

    def morning_only(self, day: int) -> None:
        """A day without a session: only the question of the morning."""
        self.at(day, 8)
        self._morning(day)

    def _note(self, day: int, words: str) -> None:
        self.said.append(f"  day {day:>2}  < {words}")

    def _morning(self, day: int) -> None:
        if day not in self.mornings:
            return
        session, words, before = self.mornings.pop(day)
        words, _, settled = words.partition("settled ")
        symptoms.report(
            Moment.MORNING,
            report(words.strip(" ,"), before),
            session=session,
            settled=Settled(settled) if settled else Settled.HALF_HOUR,
        )

    def _propose(self, day: int) -> None:
        offer = proposals.offered()
        if offer is None:
            return
        self._note(day, f"proposes  {offer.says} {offer.because}")
        if self.answer == "accept":
            proposals.accept(offer.proposal)
            self._note(day, "accepted")
        elif self.answer == "decline":
            proposals.decline(offer.proposal)
            self._note(day, "declined")

    def _session(self, day: int, words: str) -> None:
        now = safety.standing()
        if now.due is not None and now.locked is None:
            keep_form(now.due)
        try:
            plan = safety.plan_to_start()
        except safety.CannotStartError as refused:
            self._note(day, f"no session  {refused}")
            return
        self.session = uuid4()
        diary.write(Kind.SESSION_STARTED, plan, of_session=self.session)
        live = Live.begun(self.session, plan)
        live.apply(Started(0))
        if words.startswith("hurt "):
            _, _, kind = words.partition(" ")
            self.clock.pass_ms(50_000)
            live.apply(Hurts(50_000, kind=PainKind(kind)))
        self.clock.pass_ms(20 * 60_000)
        live.catch_up()
        diary.write(Kind.SESSION_ENDED, live.summary(), of_session=self.session)

    def _standing(self, day: int) -> None:
        now = safety.standing()
        held = [f"left out  {told.name}: {' '.join(told.ruling.reasons)}" for told in now.left_out]
        if now.locked is not None:
            action = f", {now.locked.action}" if now.locked.action else ""
            held = [f"locked  {now.locked.tier}{action}: {', '.join(now.locked.items)}"]
        for words in held:
            if not any(words in line for line in self.said):
                self._note(day, words)


def read(text: str) -> History:
    """The history in a file, without what Unpinch made of it."""
    head, settings, lines = [], dict[str, str](), []
    for row in text.split("\n== ")[0].splitlines():
        if row.startswith("#"):
            head.append(row)
        elif row[:1].isdigit():
            lines.append(_line(row))
        elif ":" in row and not row.startswith(" "):
            word, _, value = row.partition(":")
            settings[word] = value.strip()
    return History(
        head=tuple(head),
        proposals=settings["proposals"] == "on",
        answer=settings.get("decide", "nothing"),
        screen=tuple(one for one in settings.get("first use", "").split(", ") if one),
        lines=tuple(lines),
    )


def play(history: History, clock: Clock) -> tuple[list[str], Progress]:
    """The file again, with what Unpinch did after each line and said at the end."""
    player = Player(clock, history.answer)
    player.at(1, 7)
    keep_form(Form.FIRST, history.screen)
    proposals.switch(history.proposals)
    out = [*history.head, f"proposals: {'on' if history.proposals else 'off'}"]
    out += [f"decide: {history.answer}"] if history.proposals else []
    out += [f"first use: {', '.join(history.screen)}"] if history.screen else []
    out.append("")
    for line in history.lines:
        player.said.clear()
        for day in range(line.first, line.last + 1):
            while player.mornings and min(player.mornings) < day:
                player.morning_only(min(player.mornings))
            player.play(day, line.parts)
        out += [line.text, *player.said]
    player.morning_only(history.lines[-1].last + 1)
    found = progress.progress(8)
    return [*out, *told(found), ""], found


def told(found: Progress) -> Iterator[str]:
    """What the page would say."""
    yield "\n== said"
    yield from (one.says for one in found.summary)
    yield "\n== not known"
    yield from (one.says for one in found.unknown)
    if found.changes or found.stops:
        yield "\n== changed"
        for change in found.changes:
            was, now = (
                f"{at.hold_ms // 1000} s, {at.repetitions}" for at in (change.was, change.now)
            )
            yield f"day {_number(change.day):>2}  {change.name}: {was} to {now}. {change.because}"
        for stop in found.stops:
            yield f"day {_number(stop.day):>2}  stopped: {stop.exercise}. {stop.because}"


def without(words: str, name: str) -> tuple[str, str | None]:
    """The words without the part that begins with this name, and what stands after it there."""
    parts = [part.strip() for part in words.split(",")]
    named = [part for part in parts if part.partition(" ")[0] == name]
    rest = ", ".join(part for part in parts if part not in named)
    return rest, named[0].removeprefix(name).strip() if named else None


def report(words: str, like: Report | None = None) -> Report:
    """Left numb foot calf, leg pain 4, numbness 5."""
    made = like or Report()
    for each in (one.strip() for one in words.split(",")):
        if not each:
            continue
        if each.startswith(("left ", "right ")):
            side, feeling, *zones = each.split()
            name = "numb" if feeling == "numb" else "tingling"
            patches = tuple(PATCHES[zone] for zone in zones if zone != "nowhere")
            leg: Leg = getattr(made, side)
            made = msgspec.structs.replace(
                made, **{side: msgspec.structs.replace(leg, **{name: patches})}
            )
        else:
            scale, _, points = each.rpartition(" ")
            made = msgspec.structs.replace(made, **{SCALES[scale]: int(points)})
    return made


def keep_form(form: Form, yes: tuple[str, ...] = ()) -> None:
    """The form answered to its end, confirmed."""
    found = outcome(form, filled(form, yes, morning=safety.morning()), morning=safety.morning())
    safety.keep(
        ScreenRecord(
            at_ms=safety.now_ms(),
            day=safety.this_day(),
            rules=found.rules,
            form=form,
            tier=found.tier,
            action=found.action,
            items=found.items,
            locks=found.locks,
            confirmed=True,
            complete=found.complete,
        )
    )


def _line(row: str) -> Line:
    days, _, rest = row.partition(":")
    first, _, last = days.partition("-")
    parts = tuple(part.strip() for part in rest.split(";"))
    return Line(row, int(first), int(last or first), parts)


def _number(day: date) -> int:
    return (day - FIRST_DAY).days + 1
