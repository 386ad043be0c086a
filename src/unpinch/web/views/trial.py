"""The one trial hold as pages: what it is, rating, and which leg."""

from functools import partial

from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unpinch.care.rules import safety_rules
from unpinch.care.words import Form
from unpinch.runtime import diary, safety, trial
from unpinch.runtime.hub import hub
from unpinch.terms.side import Side
from unpinch.web import asking
from unpinch.web.forms_safety import TrialForm
from unpinch.web.views.safety import opened

_UNPROCESSABLE = 422
_HEADINGS = {
    trial.Next.OFFER: "Before the trial hold: how is it now?",
    trial.Next.AFTER: "After the trial hold: how is it now?",
    trial.Next.MORNING: "The morning after: how is it now?",
}


@require_safe
@never_cache
def overview(request: HttpRequest) -> HttpResponse:
    """What the trial is, and what comes next."""
    today = diary.today()
    now = safety.standing(today)
    step = trial.coming(now, today)
    if step is None:
        return redirect("safety")
    context = {
        "step": step.value,
        "due": now.due,
        "gate": safety_rules().gate,
        "until": safety_rules().until,
        "rules": safety_rules(),
    }
    return render(request, "unpinch/safety/trial.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def rate(request: HttpRequest) -> HttpResponse:
    """How it is: before the hold, right after it, or the next morning."""
    today = diary.today()
    step = trial.coming(safety.standing(today), today)
    if step not in _HEADINGS:
        return redirect("safety-trial")
    form = TrialForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        trial.rate(form.report())
        return redirect("safety-trial")
    context = {
        "heading": _HEADINGS[step],
        "form": form,
        "lists": asking.lists(form),
        "scales": [(form[field], asking.scale(form, field)) for field in TrialForm.SCALES],
    }
    status = _UNPROCESSABLE if form.is_bound else 200
    return render(request, "unpinch/safety/rate.html", context, status=status)


@require_POST
async def start(request: HttpRequest) -> HttpResponse:
    """Hold it once, with the leg that was chosen."""
    side = {"left": Side.LEFT, "right": Side.RIGHT}.get(request.POST.get("leg", ""))
    if side is None:
        return redirect("safety-trial")
    try:
        await hub.start(partial(trial.plan_to_start, side))
    except safety.LockedError:
        return redirect("safety-stop")
    except safety.FormDueError as due:
        return await sync_to_async(_questions)(due.form)
    except (safety.CannotStartError, trial.TrialError):
        return redirect("safety-trial")
    return redirect("session")


def _questions(form: Form) -> HttpResponse:
    return opened(form)
