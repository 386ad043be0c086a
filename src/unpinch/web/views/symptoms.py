"""How it feels: before a session, after it, and the next morning."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from unpinch.care.felt import Compared
from unpinch.care.symptoms import highest_rise
from unpinch.journal.sessions import Session
from unpinch.journal.symptoms import Moment, around
from unpinch.runtime import diary, symptoms
from unpinch.web import asking
from unpinch.web.forms_symptoms import (
    OVERALL,
    SCALES,
    SETTLED,
    WOKEN,
    AfterForm,
    BeforeForm,
    ComparedForm,
    MorningForm,
    SymptomsForm,
)

_UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def before(request: HttpRequest) -> HttpResponse:
    """Where it is before a session."""
    form = BeforeForm(request.POST or None, initial=_marks_again(request))
    if request.method == "POST" and form.is_valid():
        symptoms.report(Moment.BEFORE, form.report(), woken=form.woken_up(), key=_key(request))
        return redirect("today")
    context: dict[str, object] = {
        "heading": "Where is it now?",
        "moment": "before",
        "woken": asking.Scale("woken", "", WOKEN, _chosen(form, "woken")),
    }
    return _page(request, form, context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def after(request: HttpRequest, number: UUID) -> HttpResponse:
    """Where it is after a session."""
    session = _session(number)
    names = symptoms.activities()
    words = {f"activity_{index}": name for index, name in enumerate(names)}
    form = AfterForm(request.POST or None, initial={**words, **_marks_again(request)})
    if request.method == "POST" and form.is_valid():
        symptoms.choose_activities(form.activities())
        peak = form.cleaned_data["peak"]
        symptoms.report(Moment.AFTER, form.report(), session=number, peak=peak, key=_key(request))
        return redirect("today")
    context: dict[str, object] = {
        "heading": "How is it after the session?",
        "moment": "after",
        "session": session,
        "knelt": symptoms.knelt(session),
        "peak": asking.scale(form, "peak"),
        "overall": asking.Scale("overall", "", OVERALL, _chosen(form, "overall"))
        if symptoms.looks_back(session)
        else None,
        "activities": [
            (form[f"activity_{index}"], asking.scale(form, f"hard_{index}"))
            for index in range(symptoms.MOST_ACTIVITIES)
        ],
        "known_activities": len(names),
        "longest": symptoms.LONGEST_NAME,
    }
    return _page(request, form, context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def morning(request: HttpRequest, number: UUID) -> HttpResponse:
    """The morning after: one short answer, and a longer one for who likes."""
    session = _session(number)
    if request.method == "POST" and "compared" in request.POST:
        short = ComparedForm(request.POST)
        if short.is_valid():
            symptoms.compare(number, short.cleaned_data["compared"], key=_key(request))
        return redirect("morning", number)
    form = MorningForm(request.POST or None, initial=_marks_again(request))
    if request.method == "POST" and form.is_valid():
        symptoms.report(
            Moment.MORNING, form.report(), session=number, settled=form.settling(),
            key=_key(request),
        )  # fmt: skip
        return redirect("today")
    said = symptoms.of_session(number, Moment.MORNING)
    compared = said.record.compared if said else None
    context: dict[str, object] = {
        "heading": "The morning after",
        "moment": "morning",
        "compared": compared.value if compared else "",
        "worse": compared is Compared.MORE,
        "settled": asking.Scale("settled", "", SETTLED, _chosen(form, "settled")),
        "rose": _rose(session),
    }
    return _page(request, form, context)


def _page(request: HttpRequest, form: SymptomsForm, context: dict[str, object]) -> HttpResponse:
    latest = symptoms.latest_report()
    page = {
        "form": form,
        "key": request.POST.get("key") or str(symptoms.new_key()),
        "map": asking.drawn(form),
        "swatches": asking.swatches(),
        "lists": asking.lists(form),
        "scales": [asking.scale(form, field) for field in SCALES],
        "zones": asking.zones(),
        "as_last": latest is not None and "as" not in request.GET,
        **context,
    }
    status = _UNPROCESSABLE if form.is_bound else 200
    return render(request, "unpinch/symptoms/ask.html", page, status=status)


def _marks_again(request: HttpRequest) -> dict[str, object]:
    """The last marks, if the person asked for them."""
    return asking.initial(symptoms.latest_report()) if request.GET.get("as") == "last" else {}


def _session(number: UUID) -> Session:
    found = diary.session(number)
    if found is None:
        raise Http404("The diary has no such session.")
    return found


def _rose(session: Session) -> bool:
    """Whether anything was rated higher after the session than before it."""
    said = around([session], symptoms.since(session.day))[session.id]
    first, second = said.report(Moment.BEFORE), said.report(Moment.AFTER)
    rise = highest_rise(first, second) if first and second else None
    return rise is not None and rise > 0


def _chosen(form: SymptomsForm, field: str) -> str:
    found = form[field].value()
    return "" if found is None else str(found)


def _key(request: HttpRequest) -> UUID | None:
    """What makes a form that is sent twice be kept once."""
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        return None
