"""How things stand with the safety rules, in the words of the pages."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from unpinch.care.allowed import Blocked, Modified
from unpinch.care.lock import LockedNow
from unpinch.care.numbers import Country, countries
from unpinch.care.rules import safety_rules
from unpinch.care.screen import Said, weigh
from unpinch.care.shape import ActionScreen
from unpinch.care.words import Answer, Form
from unpinch.runtime import diary, safety, trial
from unpinch.runtime.safety import Standing, Told
from unpinch.web import wording
from unpinch.web.clearable import to_clear

TRIAL_WORDS = {
    trial.Next.OFFER: "Try one hold",
    trial.Next.HOLD: "Go on with the trial hold",
    trial.Next.AFTER: "Trial hold: how is it now?",
    trial.Next.WAIT: "Trial hold: tomorrow morning decides",
    trial.Next.MORNING: "Trial hold: how is it this morning?",
}
QUESTION_S = 8  # to read one and to answer it; ours


@dataclass(frozen=True)
class Aside:
    """One exercise that is left out or changed: what is done, why, and until when."""

    name: str
    left_out: bool
    how: str
    why: str
    until: str


@dataclass(frozen=True)
class Stop:
    """A lock as a page shows it. `screen`: the action of an emergency item, if one locks."""

    since: str
    screen: ActionScreen | None
    says: tuple[Said, ...]
    waiting: bool

    @property
    def heading(self) -> str:
        """What the page is called."""
        return self.screen.heading if self.screen else "First, a person has to check this."

    @property
    def number_only(self) -> bool:
        """Whether the screen shows the number and nothing else."""
        return self.screen is not None and self.screen.number_only

    @property
    def tells(self) -> tuple[str, ...]:
        """What to say on the phone, each once."""
        return tuple(dict.fromkeys(said.tell for said in self.says if said.tell))


@dataclass(frozen=True)
class Stand:
    """What Today and Safety show of all this."""

    stop: Stop | None
    due: Form | None
    asks: int
    asides: tuple[Aside, ...]
    judged: bool
    trial: str
    resting: bool
    stirred: str
    clearable: bool
    call: str | None

    @property
    def asks_words(self) -> str:
        """ "3 safety questions"."""
        return f"{self.asks} safety question{'' if self.asks == 1 else 's'}"


def stand(now: Standing, today: diary.Today) -> Stand:
    """How things stand, for a page."""
    step = trial.coming(now, today) if now.judged else None
    return Stand(
        stop=stop(now.locked, today.day) if now.locked else None,
        due=now.due,
        asks=safety.asks(now.due) if now.due else 0,
        asides=_together(aside(told) for told in (*now.left_out, *now.changed)),
        judged=now.judged,
        trial=TRIAL_WORDS.get(step, "") if step else "",
        resting=now.resting,
        stirred=now.stirred if now.judged else "",
        clearable=bool(to_clear(now)),
        call=safety.number_to_call(),
    )


def stop(locked: LockedNow, today: date) -> Stop:
    """The lock, with what was said about each item: the most urgent first."""
    rules = safety_rules()
    known = {item: Answer.YES for item in locked.items if rules.item(item)}
    return Stop(
        since=wording.day_name(locked.since, today),
        screen=rules.screen_of(locked.action) if locked.action else None,
        says=weigh(Form.FIRST, known, rules, finished=True).says,
        waiting=not locked.confirmed,
    )


def _together(asides: Iterable[Aside]) -> tuple[Aside, ...]:
    """What is said alike of several exercises is said once."""
    names: dict[Aside, list[str]] = {}
    for one in asides:
        names.setdefault(replace(one, name=""), []).append(one.name)
    return tuple(replace(one, name=wording.listed(named)) for one, named in names.items())


def aside(told: Told) -> Aside:
    """One ruling in words."""
    match told.ruling:
        case Blocked(reasons=why, until=until):
            return Aside(told.name, True, "", " ".join(why), " and ".join(until))
        case Modified(how=how, reasons=why):
            return Aside(told.name, False, " ".join(how), " ".join(why), "")


def expected() -> dict[str, str]:
    """What somebody who has not answered yet has to know: how long it takes, and when again."""
    return {
        "weeks": wording.number(safety_rules().again.full_form_after_days // 7),
        "first_takes": wording.minutes(safety.asks(Form.FIRST) * QUESTION_S * 1000),
    }


def country() -> Country | None:
    """The country whose number was chosen, if it was one of the list."""
    chosen = safety.chosen_number()
    if chosen is None or chosen.own:
        return None
    return countries().get(chosen.country or "")
