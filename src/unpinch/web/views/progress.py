"""Progress: whether it retreats, over the weeks, and what was done meanwhile."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unpinch.runtime import progress as diary_progress
from unpinch.web import over_time, tables
from unpinch.web.rows import rows

# What may be looked at: weeks, and its name. Longer times have one row a week.
SPANS = {"12": (12, "Twelve weeks"), "52": (52, "A year"), "all": (None, "All of it")}


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """The weeks on one page."""
    named = request.GET.get("weeks", "12")
    span = named if named in SPANS else "12"
    told = diary_progress.progress(SPANS[span][0])
    found = rows(told, weekly=span != "12")
    context = {
        "gist": over_time.gist(told),
        "told": told,
        "weekly": span != "12",
        "spans": [(value, words, value == span) for value, (_, words) in SPANS.items()],
        "when": over_time.between(told.since, told.until),
        "maps": over_time.maps(told),
        "shapes": over_time.shapes(),
        "rows": bool(found),
        "tables": tables.tables(found),
        "happened": over_time.happened(told),
        "shortened": over_time.shortened(told),
        "scales": tables.SCALES,
        "activities": over_time.activities(told),
        "data": over_time.data(told, found),
        "charts": over_time.charts_are_there(),
    }
    return render(request, "unpinch/progress.html", context)
