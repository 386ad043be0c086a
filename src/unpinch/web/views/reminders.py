"""Reminders: on which days, at which times, as a calendar file, and while a page is open."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unpinch.journal.reminders import MOST_TIMES, Reminders
from unpinch.runtime import diary, reminders, safety
from unpinch.web import wording
from unpinch.web.forms_reminders import DAYS, RemindersForm

_UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def choose(request: HttpRequest) -> HttpResponse:
    """Choose the days and the times."""
    chosen = reminders.chosen()
    form = RemindersForm(chosen, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        reminders.choose(form.chosen())
        return redirect(f"{reverse('reminders')}?saved=reminders")
    context = {
        "form": form,
        "days": DAYS,
        "most": MOST_TIMES,
        "given": sum(bool(field.value()) for field in form.times),
        "saved": "saved" in request.GET and not form.is_bound,
        "following": _following(),
        "any": bool(chosen.days),
    }
    status = _UNPROCESSABLE if form.is_bound else 200
    return render(request, "unpinch/reminders.html", context, status=status)


@require_POST
def none(_request: HttpRequest) -> HttpResponse:
    """From now on no reminders."""
    reminders.choose(Reminders())
    return redirect(f"{reverse('reminders')}?saved=reminders")


@require_safe
@never_cache
def calendar(_request: HttpRequest) -> HttpResponse:
    """The calendar file; with nothing chosen there is none."""
    if not reminders.chosen().days:
        return redirect("reminders")
    headers = {"Content-Disposition": f'attachment; filename="{reminders.FILE_NAME}"'}
    return HttpResponse(
        reminders.calendar_file(), content_type=reminders.MEDIA_TYPE, headers=headers
    )


@require_safe
@never_cache
def due(_request: HttpRequest) -> JsonResponse:
    """Whether there is anything to be reminded of just now."""
    today = diary.today()
    now = safety.standing(today)
    free = now.locked is None and not now.resting and today.running is None
    return JsonResponse({"due": free and not today.done_today})


def _following() -> str:
    """ "Tomorrow at 18:30"."""
    found = reminders.following()
    if found is None:
        return ""
    at, ahead = found
    day = {0: "today", 1: "tomorrow"}.get(ahead) or f"{at:%A}"
    return f"{day} at {wording.clock(at.time())}"
