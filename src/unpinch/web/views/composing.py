"""A program of the person's own: put together, put in order, changed, and taken in from a file."""

from django.core.files.base import File
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST

from unpinch.exercises import composing as making
from unpinch.exercises.composing import WHOLE, ComposeError, Typed, TypedPart
from unpinch.exercises.model import MAIN
from unpinch.exercises.table import LONGEST_NAME
from unpinch.runtime import composing, diary, importing, programs
from unpinch.terms.refused import Refused
from unpinch.web.composed import Slips, choosable, parts
from unpinch.web.views.handout import start_page

_UNPROCESSABLE = 422
_MANY_LINES = 4
_LONGEST_FILE_NAME = 80


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Choose a name and the exercises; the rest is done on the page of the program."""
    chosen, name, slips = request.POST.getlist("exercise"), request.POST.get("name", ""), {}
    if request.method == "POST":
        try:
            made = composing.begin(name, chosen)
        except ComposeError as error:
            slips = error.by_place
        else:
            return redirect(f"{reverse('handout-program', args=[made.id])}?saved=begun")
    context = {
        "name": name,
        "chosen": chosen,
        "there": choosable(diary.library(), diary.programs().values()),
        "name_error": slips.get((WHOLE, "name"), ""),
        "parts_error": slips.get((WHOLE, "parts"), ""),
        "longest": LONGEST_NAME,
    }
    status = _UNPROCESSABLE if slips else 200
    return render(request, "unpinch/programs/new.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def program(request: HttpRequest, number: str) -> HttpResponse:
    """Everything of one program. Each button saves what was typed, and does its own besides."""
    try:
        programs.own(number)
    except programs.ProgramError as why:
        return start_page(request, program=(number, str(why), ""))
    if request.method != "POST":
        return _page(request, number, making.typed(programs.as_led(number)), {})
    act, _, about = request.POST.get("do", "save").partition(" ")
    now = _act(_typed(request.POST), act, about)
    try:
        composing.change(number, now)
    except ComposeError as error:
        return _page(request, number, now, error.by_place)
    said = {"saved": act if about in diary.library() or act == "save" else "save", "about": about}
    return redirect(f"{reverse('handout-program', args=[number])}?{urlencode(said)}")


def _typed(sent: QueryDict) -> Typed:
    """What was typed; an exercise that is gone since is gone here too."""
    library = diary.library()
    return Typed(
        name=sent.get("name", ""),
        often=sent.get("often", ""),
        parts=tuple(
            TypedPart(
                exercise=one,
                hold=sent.get(f"{one}-hold", ""),
                repetitions=sent.get(f"{one}-repetitions", ""),
                variation=sent.get(f"{one}-variation", MAIN),
                note=sent.get(f"{one}-note", ""),
            )
            for one in dict.fromkeys(sent.getlist("part"))
            if one in library
        ),
    )


def _act(now: Typed, act: str, about: str) -> Typed:
    match act:
        case "up":
            return making.moved(now, about, -1)
        case "down":
            return making.moved(now, about, 1)
        case "out":
            return making.without(now, about)
        case "add" if about in diary.library():
            return making.with_exercise(now, diary.library()[about])
        case _:
            return now


def _page(request: HttpRequest, number: str, now: Typed, slips: Slips) -> HttpResponse:
    library, there = diary.library(), programs.there(number)
    cards = parts(now, library, slips)
    about = request.GET.get("about", "")
    context = {
        "program": there,
        "typed": now,
        "parts": cards,
        "more": choosable(
            library, diary.programs().values(), (part.exercise for part in now.parts)
        ),
        "slips": slips,
        "wrong": [(card.exercise.name, *line) for card in cards for line in card.errors],
        "name_error": slips.get((WHOLE, "name"), ""),
        "often_error": slips.get((WHOLE, "often"), ""),
        "parts_error": slips.get((WHOLE, "parts"), ""),
        "longest": LONGEST_NAME,
        "longest_often": making.LONGEST_OFTEN,
        "saved": "" if slips else request.GET.get("saved", ""),
        "about": about,
        "about_name": library[about].name if about in library else "",
        "back": composing.can_take_back(number),
        "followed": diary.program().id == number,
    }
    status = _UNPROCESSABLE if slips else 200
    return render(request, "unpinch/programs/program.html", context, status=status)


@require_POST
def take_back(request: HttpRequest, number: str) -> HttpResponse:
    """Undo the last change; back to where it was asked for."""
    try:
        composing.take_back(number)
    except programs.ProgramError as why:
        return start_page(request, program=(number, str(why), ""))
    if request.POST.get("from") == "list":
        return redirect(f"{reverse('handout')}?saved=undone&program={number}#p-{number}")
    return redirect(f"{reverse('handout-program', args=[number])}?saved=undone")


@require_POST
def take_in(request: HttpRequest) -> HttpResponse:
    """A program or an exercise from a file."""
    file = request.FILES.get("file")
    if file is None:
        return start_page(request, taking_in=("Choose a file first.",))
    try:
        found = _read(file)
    except Refused as why:
        return start_page(request, taking_in=_few(why.lines))
    said, place = {"saved": "nothing new"}, "programs"
    if found.programs:
        said = {"saved": "taken in", "program": found.programs[0].id}
        place = f"p-{found.programs[0].id}"
    elif found.exercises:
        said = {"saved": "exercise in", "program": found.exercises[0].id}
    return redirect(f"{reverse('handout')}?{urlencode(said)}#{place}")


def _read(file: "File[bytes]") -> importing.TakenIn:
    name = (file.name or "your file")[-_LONGEST_FILE_NAME:]
    if (file.size or 0) > importing.MOST_BYTES:
        raise importing.ImportingError(
            f"{name} is larger than {importing.MOST_BYTES / 1e6:.0f} MB, the most for programs and "
            "exercises. Choose another file."
        )
    return importing.take_in(name, file.read())


def _few(lines: tuple[str, ...]) -> tuple[str, ...]:
    if len(lines) <= _MANY_LINES:
        return lines
    return (*lines[:_MANY_LINES], f"And {len(lines) - _MANY_LINES} more lines of this kind.")
