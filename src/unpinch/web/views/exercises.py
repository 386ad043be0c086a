"""Exercises: what the handout says, what we read into it, and the person's own choices."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from msgspec.structs import replace

from unpinch.exercises.choosing import Choice, ChoiceError
from unpinch.exercises.model import Caution, Exercise
from unpinch.runtime import diary
from unpinch.web import wording
from unpinch.web.forms import ChoiceForm, PaceForm, paces

_UNPROCESSABLE = 422


@dataclass(frozen=True)
class Shown:
    """One exercise as the page tells it."""

    exercise: Exercise
    variation: str | None
    variation_name: str
    steps: tuple[str, ...]
    feel: str
    note: str
    hold: str
    times: str
    times_ours: bool
    times_hint: str
    readings: list[tuple[str, str]]
    cautions: tuple[Caution, ...]
    form: ChoiceForm
    changed: bool
    low_end: str


@require_safe
def exercises(request: HttpRequest) -> HttpResponse:
    """Every exercise of the program, in its order."""
    return _page(request)


@require_POST
def choose(request: HttpRequest, exercise: str) -> HttpResponse:
    """Other points, or back to the low end. What is refused comes back with nothing lost."""
    if exercise not in {point.exercise for point in diary.program().parts}:
        raise Http404("The program has no such exercise.")
    others = tuple(one for one in diary.choices() if one.exercise != exercise)
    if "undo" in request.POST:
        diary.choose(others)
        return _back(exercise)
    form = _form(exercise, None, request.POST)
    if form.is_valid():
        try:
            diary.choose((*others, form.choice()))
        except ChoiceError as error:
            form.add_error("left_out", _sentence(str(error)))
    return _back(exercise) if form.is_valid() else _page(request, form)


@require_POST
def pace(request: HttpRequest) -> HttpResponse:
    """How much time there is between the holds, in the whole program."""
    form = PaceForm(request.POST)
    if not form.is_valid():
        return _page(request, pace=form)
    diary.change_settings(replace(diary.settings(), pace=form.cleaned_data["pace"]))
    return _back("pace")


def _back(place: str) -> HttpResponse:
    return redirect(f"{reverse('exercises')}?saved={place}#{place}")


def _page(
    request: HttpRequest, refused: ChoiceForm | None = None, pace: PaceForm | None = None
) -> HttpResponse:
    program = diary.program()
    context = {
        "program": program,
        "own": program.id != diary.PROGRAM,
        "often": program.readings.get("often", ""),
        "shown": [_shown(point.exercise, refused) for point in program.parts],
        "paces": paces(),
        "pace": diary.settings().pace,
        "pace_errors": pace.errors.get("pace", ()) if pace else (),
        "saved": request.GET.get("saved"),
    }
    status = _UNPROCESSABLE if refused or pace else 200
    return render(request, "unpinch/exercises.html", context, status=status)


def _form(exercise: str, choice: Choice | None, data: QueryDict | None = None) -> ChoiceForm:
    point = next(one for one in diary.program().parts if one.exercise == exercise)
    return ChoiceForm(diary.library()[exercise], point, choice, data)


def _shown(name: str, refused: ChoiceForm | None) -> Shown:
    exercise = diary.library()[name]
    choice = next((one for one in diary.choices() if one.exercise == name), None)
    form = refused if refused and refused.exercise.id == name else _form(name, choice)
    point = form.point
    variation = (choice.variation if choice else None) or point.variation
    found = exercise.variation(variation)
    text, dose = found.text if found else exercise.text, exercise.dose_of(variation)
    side = dose.first or "right"
    opposite = "left" if side == "right" else "right"
    steps = (text.start, text.move, text.hold, text.release)
    return Shown(
        exercise=exercise,
        variation=found.id if found else None,
        variation_name=found.name if found else "",
        steps=tuple(_filled(step, side, opposite) for step in steps),
        feel=text.feel,
        note=point.note,
        hold=wording.handout_hold(dose),
        times=wording.handout_times(dose),
        times_ours=wording.counting(exercise) is not None,
        times_hint=wording.times_hint(exercise, dose),
        readings=[
            (wording.READS.get(field, field.capitalize()), words)
            for field, words in exercise.readings.items()
        ],
        cautions=exercise.cautions,
        form=form,
        changed=choice is not None,
        low_end=f"{wording.seconds(point.hold_ms)}, {wording.times(point.repetitions)}",
    )


def _filled(text: str, side: str, opposite: str) -> str:
    return text.replace("{side}", side).replace("{opposite}", opposite)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
