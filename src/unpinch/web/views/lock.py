"""What is shown while the exercises are locked, and the one thing that opens them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from unpinch.care.rules import safety_rules
from unpinch.care.words import CareError
from unpinch.runtime import diary, safety
from unpinch.web import standing
from unpinch.web.clearable import to_clear
from unpinch.web.forms_safety import ClearanceForm
from unpinch.web.views.safety import whereto

_UNPROCESSABLE = 422


@require_safe
@never_cache
def stop(request: HttpRequest) -> HttpResponse:
    """The lock. For an ambulance or an emergency department: the number and nothing else.

    What is not confirmed yet is asked first. This page is the last stop, whatever was answered: it
    sends on only to a page that would not send back here.
    """
    now = safety.standing()
    if now.locked is None:
        return redirect("safety")
    if not now.locked.confirmed and (onward := whereto()) != request.path:
        return redirect(onward)
    shown = standing.stop(now.locked, safety.this_day())
    name = "emergency" if shown.number_only else "stop"
    context = {
        "stop": shown,
        "call": safety.number_to_call(),
        "country": standing.country(),
        "rules": safety_rules(),
    }
    return render(request, f"unpinch/safety/{name}.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def clearance(request: HttpRequest) -> HttpResponse:
    """A clinician has examined me for this: dated, and for what is ticked only."""
    now = safety.standing()
    items = to_clear(now)
    if not items:
        return redirect("safety")
    library = diary.library()
    exercises = [(part.exercise, library[part.exercise].name) for part in diary.program().parts]
    form = ClearanceForm(items, exercises, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            safety.clear_for(*form.said())
        except CareError as error:
            form.add_error("examined_on", _sentence(str(error)))
        else:
            return redirect(f"{reverse('safety')}?saved=clearance")
    context = {"form": form, "rules": safety_rules(), "today": safety.this_day()}
    status = _UNPROCESSABLE if form.is_bound else 200
    return render(request, "unpinch/safety/clearance.html", context, status=status)


def _sentence(error: str) -> str:
    """The error without its place: it stands beside the field."""
    why = error.partition(": ")[2]
    return f"{why[:1].upper()}{why[1:]}."
