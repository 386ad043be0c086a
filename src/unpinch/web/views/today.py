"""Today: what is due, what was done, and one button."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from unpinch.exercises.choosing import ChoiceError
from unpinch.exercises.plan import Plan
from unpinch.journal.sessions import Session
from unpinch.runtime import diary, proposals, safety
from unpinch.session import timeline
from unpinch.web import feeling, standing, wording


@dataclass(frozen=True)
class Due:
    """One exercise of today's list."""

    id: str
    name: str
    variation: str | None
    variation_name: str
    dose: str
    note: str
    allowed: str
    read: str


@dataclass(frozen=True)
class Weekday:
    """One of the seven days: its name, and done, part or none."""

    name: str
    said: str
    mark: str
    now: bool


@require_safe
@never_cache  # going back from a session asks anew
def today(request: HttpRequest) -> HttpResponse:
    """The first page."""
    told = diary.today()
    now = safety.standing(told)
    plan, refused = _plan(now)
    stand = standing.stand(now, told)
    context = {
        "day": _long_day(told.day),
        "after_midnight": told.now.date() != told.day,
        "first_time": told.last is None,
        "running": told.running,
        "last": _last(told.last, told.day),
        "missed": _missed(told),
        "done_today": [one for one in told.done_today if one.ending != "open"],
        "whole_today": any(one.whole for one in told.done_today),
        "week": [_weekday(day, told.day) for day in told.week],
        "sessions_this_week": sum(len(day.sessions) for day in told.week),
        "due": [_due(plan, index) for index in range(len(plan.parts))] if plan else [],
        "refused": refused,
        "headline": _headline(plan) if plan else "",
        "left_out": _left_out(),
        "program": diary.program(),
        "own": diary.program().id != diary.PROGRAM,
        "stand": stand,
        "held_back": stand.asides[0].why if stand.asides and not (plan or refused) else "",
        "feel": feeling.on_today(told),
        "offer": proposals.offered(now),
        "gone": "gone" in request.GET,
    }
    return render(request, "unpinch/today.html", context)


def _plan(now: safety.Standing) -> tuple[Plan | None, str | None]:
    """Today's plan; if there is none because of the choices, why."""
    try:
        return safety.plan_shown(now), None
    except safety.NothingLeftError:
        return None, None  # the reasons stand with each exercise
    except ChoiceError as error:
        return None, str(error)


def _long_day(day: date) -> str:
    return f"{day:%A}, {day.day} {day:%B}"


def _headline(plan: Plan) -> str:
    count = wording.many(len(plan.parts), "exercise")
    return f"{count[:1].upper()}{count[1:]}, {wording.minutes(timeline(plan).total_ms)}."


def _left_out() -> str:
    """What the person has chosen to leave out."""
    library = diary.library()
    return wording.listed([library[one.exercise].name for one in diary.choices() if one.left_out])


def _due(plan: Plan, index: int) -> Due:
    part = plan.parts[index]
    exercise = diary.library()[part.exercise]
    own = exercise.dose_of(part.variation)
    variation = exercise.variation(part.variation)
    return Due(
        id=part.exercise,
        name=part.name,
        variation=part.variation,
        variation_name=variation.name if variation else "",
        dose=wording.dose(part),
        note=next(one.note for one in diary.program().parts if one.exercise == part.exercise),
        allowed="" if own.hold_ms.single else wording.handout_hold(own),
        read=wording.read_by_us(exercise),
    )


def _last(last: Session | None, today: date) -> str | None:
    if last is None or last.day == today:
        return None
    return wording.day_name(last.day, today)


def _missed(told: diary.Today) -> bool:
    """Whether a day or more went by without a session: then nothing has to be made up for."""
    return told.last is not None and (told.day - told.last.day).days > 1


def _weekday(day: diary.Day, today: date) -> Weekday:
    whole = any(session.whole for session in day.sessions)
    mark = "done" if whole else "part" if day.sessions else "none"
    said = {"done": "a whole session", "part": "part of a session", "none": "no session"}[mark]
    return Weekday(wording.weekday(day.day), said, mark, day.day == today)
