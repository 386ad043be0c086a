"""Progress: whether it retreats, over the weeks, and what was done meanwhile."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unpinch.journal.course import by_week
from unpinch.journal.gist import gist
from unpinch.runtime import progress as diary_progress
from unpinch.web import over_time

# What may be looked at: weeks, and its name. Longer times have one row a week.
SPANS = {"12": (12, "Twelve weeks"), "52": (52, "A year"), "all": (None, "All of it")}


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """The weeks on one page."""
    named = request.GET.get("weeks", "12")
    span = named if named in SPANS else "12"
    course = diary_progress.course(SPANS[span][0])
    weekly = span != "12"
    shown = by_week(course) if weekly else course
    context = {
        "gist": gist(course),
        "course": course,
        "weekly": weekly,
        "spans": [(value, words, value == span) for value, (_, words) in SPANS.items()],
        "when": over_time.between(course.since, course.until),
        "maps": over_time.maps(shown),
        "shapes": over_time.shapes(),
        "rows": over_time.rows(shown),
        "changes": over_time.changes(course),
        "held": over_time.long(course.held_ms),
        "scales": over_time.SCALES,
        "data": over_time.data(shown),
        "charts": over_time.charts_are_there(),
    }
    return render(request, "unpinch/progress.html", context)
