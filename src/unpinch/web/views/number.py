"""Whom to call: the country's emergency number, or one that the person types in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from unpinch.care.numbers import countries
from unpinch.care.words import CareError, Form
from unpinch.runtime import safety
from unpinch.runtime.answering import answering
from unpinch.web import standing
from unpinch.web.forms_safety import NumberForm

_UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def number(request: HttpRequest) -> HttpResponse:
    """Choose it, then go on with the questions if they wait."""
    chosen = safety.chosen_number()
    initial = {"country": chosen.country, "own": chosen.own} if chosen else {}
    form = NumberForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            safety.choose_number(form.cleaned_data["country"], form.cleaned_data["own"])
        except CareError as error:
            form.add_error("own" if form.cleaned_data["own"] else "country", str(error))
        else:
            return redirect("safety-now" if answering.now() else "safety")
    rows = sorted(countries().values(), key=lambda row: row.name)
    begun = answering.now()
    context = {"form": form, "rows": rows, "waiting": begun is not None}
    if begun is not None and begun.form is Form.FIRST and chosen is None:
        context |= {"why": True, **standing.expected()}
    status = _UNPROCESSABLE if form.is_bound else 200
    return render(request, "unpinch/safety/number.html", context, status=status)
