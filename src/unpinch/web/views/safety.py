"""The safety check: how things stand, one question a screen, and what comes of it."""

from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unpinch.care.page import review_page
from unpinch.care.records import ClearanceRecord
from unpinch.care.rules import safety_rules
from unpinch.care.screen import Outcome, Question
from unpinch.care.screening import Confirmation, Screening, asked, shows
from unpinch.care.words import Answer, CareError, Form
from unpinch.runtime import diary, safety
from unpinch.runtime.answering import answering
from unpinch.runtime.hub import hub
from unpinch.session import timeline
from unpinch.web import standing, wording

_FORMS = {"first": Form.FIRST, "short": Form.SHORT, "worse": Form.WORSE}
_ANSWERS = {answer.name.lower().replace("_", "-"): answer for answer in Answer}


@require_safe
@never_cache
def state(request: HttpRequest) -> HttpResponse:
    """Why we ask, how things stand, and what to do about it."""
    told = diary.today()
    now = safety.standing(told)
    finished = [one for one in now.screened if one.confirmed and one.complete]
    context = {
        "stand": standing.stand(now, told),
        "form": next((name for name, form in _FORMS.items() if form is now.due), ""),
        **standing.expected(),
        "answered": wording.day_name(finished[-1].day, told.day) if finished else "",
        "number": safety.number_to_call(),
        "country": standing.country(),
        "rules": safety_rules(),
    }
    return render(request, "unpinch/safety/state.html", context)


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a form: the one that was named, else the one that is due."""
    named = _FORMS.get(request.POST.get("form", ""))
    form = named or safety.standing().due
    return opened(form) if form else redirect("safety")


def opened(form: Form) -> HttpResponse:
    """Begin this form; who does not know yet whom to call chooses that first."""
    answering.begin(form)
    return redirect("safety-number" if safety.number_to_call() is None else "safety-now")


@require_safe
@never_cache
def now(_request: HttpRequest) -> HttpResponse:
    """Go to where the form in hand is."""
    return _onward()


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
async def question(request: HttpRequest, number: int) -> HttpResponse:
    """One question. What is answered with something that locks also ends a running session."""
    answer = await sync_to_async(_question)(request, number)
    await _stop_if_locked(request)
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
async def confirm(request: HttpRequest) -> HttpResponse:
    """You answered this. Is that right?"""
    answer = await sync_to_async(_confirm)(request)
    await _stop_if_locked(request)
    return answer


@require_safe
@never_cache
def answers(request: HttpRequest) -> HttpResponse:
    """What was answered in the form in hand, each one press away from being changed."""
    screening = answering.now()
    found = shows(screening) if screening else None
    if screening is None or isinstance(found, Confirmation):
        return _onward()
    rows = [
        (number, one, screening.answers[one.id])
        for number, one in enumerate(asked(screening), start=1)
        if one.id in screening.answers
    ]
    context = {"rows": rows, "finished": isinstance(found, Outcome)}
    return render(request, "unpinch/safety/answers.html", context)


@require_safe
@never_cache
def outcome(request: HttpRequest) -> HttpResponse:
    """What the answers came to: go on, or go on with care."""
    screening = answering.now()
    found = shows(screening) if screening else None
    if screening is None or not isinstance(found, Outcome):
        return _onward()
    told = diary.today()
    now = safety.standing(told)
    context = {
        "worse": screening.form is Form.WORSE,
        "stand": standing.stand(now, told),
        "says": [one.says for one in found.says],
        "running": told.running,
        "rules": safety_rules(),
        **_ahead(now),
    }
    return render(request, "unpinch/safety/outcome.html", context)


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """The whole rule set, to review and to print."""
    return render(request, "unpinch/safety/rules.html", {"page": review_page()})


def _ahead(now: safety.Standing) -> dict[str, object]:
    """What a session would be now; why there can be none."""
    try:
        plan = safety.plan_shown(now)
    except (safety.CannotStartError, ValueError) as error:
        return {"refused": str(error)}
    count = wording.many(len(plan.parts), "exercise")
    return {"ahead": f"{count[:1].upper()}{count[1:]}, {wording.minutes(timeline(plan).total_ms)}."}


def _question(request: HttpRequest, number: int) -> HttpResponse:
    screening = answering.now()
    if screening is None:
        return redirect("safety")
    if request.method == "POST":
        return _answered(request, screening)
    here = asked(screening)
    found = shows(screening)
    reached = here.index(found) + 1 if isinstance(found, Question) else len(here)
    if not 1 <= number <= reached:
        return _onward()
    one = here[number - 1]
    given = screening.answers.get(one.id)
    context = {
        "question": one,
        "number": number,
        "of": len(here),
        "again": one.id in screening.asked_again,
        "given": given.value if given else "",
        "examined": any(isinstance(record, ClearanceRecord) for record in safety.records()),
        "words": safety_rules().answers,
        "wishes": _wishes(),
    }
    return render(request, "unpinch/safety/question.html", context)


def _answered(request: HttpRequest, screening: Screening) -> HttpResponse:
    answer = _ANSWERS.get(request.POST.get("answer", ""))
    asked_for = request.POST.get("question", "")
    if answer is not None and any(one.id == asked_for for one in asked(screening)):
        try:
            answering.give(asked_for, answer)
        except CareError:
            return redirect("safety")
    return _onward()


def _confirm(request: HttpRequest) -> HttpResponse:
    screening = answering.now()
    found = shows(screening) if screening else None
    if not isinstance(found, Confirmation):
        return _onward()
    right = request.POST.get("right", "")
    if request.method == "POST" and right in ("yes", "no"):
        answering.confirm(right=right == "yes")
        return _onward()
    context = {"found": found, "words": safety_rules().answers, "wishes": _wishes()}
    return render(request, "unpinch/safety/confirm.html", context)


def _onward() -> HttpResponse:
    """Wherever the form in hand is; without one, where a lock or the overview is."""
    return redirect(whereto())


def whereto() -> str:
    """The address of the page that comes now."""
    screening = answering.now()
    if screening is None:
        return reverse("safety-stop" if safety.is_locked() else "safety")
    match shows(screening):
        case Question(id=wanted):
            places = [one.id for one in asked(screening)]
            return reverse("safety-question", args=[places.index(wanted) + 1])
        case Confirmation():
            return reverse("safety-confirm")
        case Outcome():
            return reverse("safety-stop" if safety.is_locked() else "safety-outcome")


async def _stop_if_locked(request: HttpRequest) -> None:
    if request.method == "POST" and await sync_to_async(safety.is_locked)():
        await hub.stop()


def _wishes() -> dict[str, object]:
    settings = diary.settings()
    return {"voice": settings.voice, "rate": settings.rate}
