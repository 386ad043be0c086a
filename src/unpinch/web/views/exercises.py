"""Exercises: what the handout says, what we read into it, and the person's own choices."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST
from msgspec.structs import replace

from unpinch.exercises.choosing import Choice, ChoiceError
from unpinch.exercises.model import Caution, Exercise
from unpinch.runtime import diary
from unpinch.terms.dose import Range
from unpinch.web import wording
from unpinch.web.forms import ChoiceForm, PaceForm, paces

_UNPROCESSABLE = 422
# What was pressed, besides an exercise's card: no exercise can have such an id.
_PAGE, _PACE = "_page", "_pace"


@dataclass(frozen=True)
class Shown:
    """One exercise as the page tells it."""

    exercise: Exercise
    variation: str | None
    variation_name: str
    steps: tuple[tuple[str, bool], ...]  # the words, and whether they are ours
    feel: str
    note: str
    turn: str
    ask_turn: str
    hold: str
    hold_from: str
    times: str
    times_from: str
    rest: str
    rest_from: str
    times_hint: str
    readings: list[tuple[str, str, str]]  # about what, whose it is, and the sentence
    cautions: tuple[Caution, ...]
    form: ChoiceForm
    changed: bool
    low_end: str


@require_http_methods(["GET", "HEAD", "POST"])
def exercises(request: HttpRequest) -> HttpResponse:
    """Every exercise of the program, in its order."""
    return _save(request, _PAGE) if request.method == "POST" else _page(request)


@require_POST
def choose(request: HttpRequest, exercise: str) -> HttpResponse:
    """Other points, or back to the low end; and what was changed on the other cards."""
    if exercise not in {point.exercise for point in diary.program().parts}:
        raise Http404("The program has no such exercise.")
    return _save(request, exercise)


@require_POST
def pace(request: HttpRequest) -> HttpResponse:
    """How much time there is between the holds, in the whole program."""
    return _save(request, _PACE)


def _save(request: HttpRequest, pressed: str) -> HttpResponse:
    """All or nothing of what the page holds. What is refused comes back with nothing lost."""
    typed = _typed(request.POST, pressed)
    pace = PaceForm(request.POST) if "pace" in request.POST or pressed == _PACE else None
    sound = all(form.is_valid() for form in typed.values()) and (pace is None or pace.is_valid())
    if not sound:
        return _page(request, typed, pace, pressed)
    changed = {form.exercise.id: form.choice() for form in typed.values() if form.differs()}
    undone = {pressed} if "undo" in request.POST else set[str]()
    kept = [one for one in diary.choices() if one.exercise not in changed.keys() | undone]
    try:
        if changed or undone:
            diary.choose((*kept, *changed.values()))
    except ChoiceError as error:
        form = typed.get(pressed) or next(iter(typed.values()))
        form.add_error("left_out", _sentence(str(error)))
        return _page(request, typed, pace, pressed)
    if pace is not None:
        diary.change_settings(replace(diary.settings(), pace=pace.cleaned_data["pace"]))
    return _back(pressed, also=bool(changed.keys() - {pressed}))


def _typed(filled: QueryDict, pressed: str) -> dict[str, ChoiceForm]:
    """A form for each card that was sent; not for the one that goes back to the low end."""
    sent = {*filled.getlist("card"), pressed}
    if "undo" in filled:
        sent.discard(pressed)
    there = [point.exercise for point in diary.program().parts if point.exercise in sent]
    now = {one.exercise: one for one in diary.choices()}
    return {name: _form(name, now.get(name), filled) for name in there}


def _back(place: str, *, also: bool) -> HttpResponse:
    more = "&also=1" if also and place != _PAGE else ""
    return redirect(f"{reverse('exercises')}?saved={place}{more}#{place.lstrip('_')}")


def _page(
    request: HttpRequest,
    typed: Mapping[str, ChoiceForm] | None = None,
    pace: PaceForm | None = None,
    pressed: str = "",
) -> HttpResponse:
    program = diary.program()
    shown = [_shown(point.exercise, (typed or {}).get(point.exercise)) for point in program.parts]
    context = {
        "program": program,
        "own": program.id != diary.PROGRAM,
        "often": program.readings.get("often", ""),
        "shown": shown,
        "pressed": pressed,
        "elsewhere": [one for one in shown if one.form.errors and one.exercise.id != pressed],
        "paces": paces(),
        "pace": (pace.data.get("pace") if pace else None) or diary.settings().pace,
        "pace_errors": pace.errors.get("pace", ()) if pace else (),
        "saved": request.GET.get("saved"),
        "also": "also" in request.GET,
    }
    status = 200 if typed is None else _UNPROCESSABLE
    return render(request, "unpinch/exercises.html", context, status=status)


def _form(exercise: str, choice: Choice | None, data: QueryDict | None = None) -> ChoiceForm:
    point = next(one for one in diary.program().parts if one.exercise == exercise)
    return ChoiceForm(diary.library()[exercise], point, choice, data)


def _shown(name: str, typed: ChoiceForm | None) -> Shown:
    exercise = diary.library()[name]
    choice = next((one for one in diary.choices() if one.exercise == name), None)
    form = typed or _form(name, choice)
    point = form.point
    variation = (choice.variation if choice else None) or point.variation
    found = exercise.variation(variation)
    text, dose = found.text if found else exercise.text, exercise.dose_of(variation)
    least = replace(dose, hold_ms=Range(point.hold_ms, point.hold_ms))
    side = dose.first or "right"
    opposite = "left" if side == "right" else "right"
    steps = (text.start, text.move, text.hold, text.release)
    return Shown(
        exercise=exercise,
        variation=found.id if found else None,
        variation_name=found.name if found else "",
        steps=tuple((_filled(step, side, opposite), exercise.adds(step)) for step in steps),
        feel=text.feel,
        note=point.note,
        turn=wording.TURNS[dose.kind],
        ask_turn=wording.ASK_TURN[dose.kind],
        hold=wording.handout_hold(dose),
        hold_from=wording.comes_from(exercise, dose.kind),
        times=wording.handout_times(dose),
        times_from=wording.comes_from(exercise, "repetitions", "counted"),
        rest=wording.handout_rest(dose),
        rest_from=wording.comes_from(exercise, "rest"),
        times_hint=wording.times_hint(exercise, dose),
        readings=[
            (wording.READS.get(field, field.capitalize()), wording.whose(words), words)
            for field, words in exercise.readings.items()
        ],
        cautions=exercise.cautions,
        form=form,
        changed=choice is not None,
        low_end=f"{wording.handout_hold(least)}, {wording.times(point.repetitions)}",
    )


def _filled(text: str, side: str, opposite: str) -> str:
    return text.replace("{side}", side).replace("{opposite}", opposite)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
