"""My handout: a sheet is read, put right and confirmed. Nothing of it runs before that."""

from django.core.files.base import File
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from unpinch.handout.confirming import (
    ADDED,
    ALL,
    Edit,
    EntryError,
    Sitting,
    edited,
    settle,
    undone,
)
from unpinch.handout.settled import LONGEST_NAME
from unpinch.handout.writing import NotReadyError, how_often, write
from unpinch.runtime import composing, diary, extracting, own_exercises, programs, sitting
from unpinch.terms.refused import Refused as RefusedError
from unpinch.web.composed import owned
from unpinch.web.sheet import Refused, cards, first_question, on_the_sheet, pieces

KINDS = ".txt,.md,.html,.htm,.docx,.pdf"
_UNPROCESSABLE = 422
_LONGEST_FILE_NAME = 80


@require_safe
def handout(request: HttpRequest) -> HttpResponse:
    """Read a sheet; and the programs there are."""
    return start_page(request)


def start_page(
    request: HttpRequest,
    *,
    text: str = "",
    refused: str = "",
    program: tuple[str, str, str] | None = None,
    taking_in: tuple[str, ...] = (),
    exercise: tuple[str, str] | None = None,
) -> HttpResponse:
    """The first page.

    `program` is one that could not be renamed: its id, why, what was typed. `taking_in`: why the
    files of somebody else could not be taken in. `exercise` is one of the person's own that could
    not be deleted or put back: its id, why.
    """
    followed = diary.program()
    own = programs.own_ids()
    about = request.GET.get("program", "")
    undo = request.GET.get("saved") == "renamed" and composing.can_take_back(about)
    context = {
        "text": text,
        "refused": refused,
        "kinds": KINDS,
        "begun": sitting.in_hand(),
        "programs": sorted(diary.programs().values(), key=lambda one: one.id != followed.id),
        "library": diary.library(),
        "followed": followed.id,
        "own": own,
        "problem": program,
        "problem_of_none": program[1] if program and program[0] not in diary.programs() else "",
        "longest": LONGEST_NAME,
        "saved": request.GET.get("saved", ""),
        "about": about,
        "undo": undo,
        "before": _followed_before(request, followed.id),
        "taking_in": taking_in,
        "away": programs.away(),
        "new_exercise": diary.library().get(about),
        "own_exercises": owned(),
        "exercises_away": own_exercises.away(),
        "exercise_problem": exercise,
        "about_exercise": request.GET.get("exercise", ""),
    }
    status = _UNPROCESSABLE if refused or program or taking_in or exercise else 200
    return render(request, "unpinch/handout/start.html", context, status=status)


def _followed_before(request: HttpRequest, now: str) -> str:
    """The program that was followed until a moment ago, for who wants to go back to it."""
    before = request.GET.get("before", "")
    return before if before in diary.programs() and before != now else ""


@require_POST
def read(request: HttpRequest) -> HttpResponse:
    """Take what was typed, or a file. What is refused comes back with what was typed."""
    text, file = request.POST.get("text", ""), request.FILES.get("file")
    try:
        if file is None:
            sitting.begin(text)
        else:
            _read_file(file, text)
    except RefusedError as why:
        return start_page(request, text=text, refused=str(why))
    return redirect("handout-check")


def _read_file(file: "File[bytes]", text: str) -> None:
    name = (file.name or "your file")[-_LONGEST_FILE_NAME:]
    if text.strip():
        raise sitting.SheetError(
            f"There is text in the field, and the file {name}. Which one? Empty the field, "
            "or read the text without the file."
        )
    if (file.size or 0) > extracting.MOST_BYTES:
        raise sitting.SheetError(
            f"{name} has {(file.size or 0) / 1e6:.0f} MB, and "
            f"{extracting.MOST_BYTES / 1e6:.0f} MB is the most; "
            "save the pages with the exercises as a smaller file."
        )
    found = extracting.extract_bytes(file.read(), name)
    sitting.begin(found.text, name, found.remarks)


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """The sheet beside what was read from it, and the next question."""
    now = sitting.in_hand()
    return _page(request, now) if now else redirect("handout")


def _page(request: HttpRequest, now: Sitting, refused: Refused | None = None) -> HttpResponse:
    library = diary.library()
    ask, left, about = first_question(now, library)
    sheet = settle(now)
    answered = refused if refused and "value" in refused.typed else None
    cut = pieces(now.text, now.draft, ask)
    context = {
        "now": now,
        "pieces": cut,
        "asked": next((piece for piece in cut if piece.asked), None),
        "cards": cards(now, library, ask, None if answered else refused),
        "ask": ask,
        "about": about,
        "on_the_sheet": on_the_sheet(now, ask),
        "left": left,
        "answer_error": answered.errors["value"] if answered else "",
        "answer_typed": answered.typed["value"] if answered else "",
        "often": how_often(now, sheet),
        "not_ready": () if ask else _not_ready(now),
        "name_error": refused.errors.get("program", "") if refused else "",
        "name": refused.typed.get("program", sheet.name) if refused else sheet.name,
        "longest": LONGEST_NAME,
        "left_out": any(piece.left_out and piece.text.strip() for piece in cut),
        "known": [one for one in library.values() if not one.neutral],
        "missed": refused if refused and refused.exercise == ADDED else None,
    }
    status = _UNPROCESSABLE if refused else 200
    return render(request, "unpinch/handout/check.html", context, status=status)


def _not_ready(now: Sitting) -> tuple[tuple[int, str, str], ...]:
    """Which exercise keeps it from being saved, its name, and why."""
    try:
        write(now, diary.library(), diary.programs())
    except NotReadyError as error:
        many = settle(now).exercises
        return tuple((n, many[n].name if n >= 0 else "", why) for n, why in error.reasons)
    return ()


@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """The answer to the question that stands there."""
    now = sitting.in_hand()
    if now is None:
        return redirect("handout")
    ask, _, _ = first_question(now, diary.library())
    value = request.POST.get("value", "")
    asked = (request.POST.get("exercise", ""), request.POST.get("field", ""))
    if ask is None or asked != (str(ask.exercise), ask.field):
        return redirect("handout-check")  # answered in another window, or sent twice
    try:
        sitting.keep(edited(now, Edit(ask.exercise, {ask.field: value})))
    except EntryError as error:
        return _page(request, now, Refused(ask.exercise, {"value": str(error)}, {"value": value}))
    return _back("next")


@require_POST
def change(request: HttpRequest, number: int) -> HttpResponse:
    """Put one exercise right, or leave it out. Only what was changed is an edit."""
    now = sitting.in_hand()
    if now is None or number >= len(settle(now).exercises):
        return redirect("handout")
    typed = {name: value for name, value in request.POST.items() if name in _shown(now, number)}
    changes = {
        name: value
        for name, value in typed.items()
        if " ".join(str(value).split()) != _shown(now, number)[name]
        and not (value == "" and name != "name")
    }
    if "kept" in request.POST:
        changes = {"kept": "yes" if request.POST["kept"] == "yes" else "no"}
    errors = _errors(now, number, {key: str(value) for key, value in changes.items()})
    if errors:
        said = {key: str(value) for key, value in typed.items()}
        return _page(request, now, Refused(number, errors, said))
    if changes:
        edit = Edit(number, {key: str(value) for key, value in changes.items()})
        sitting.keep(edited(now, edit))
    return _back(f"exercise-{number}")


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """An exercise that was missed: its name, and what it is. The rest is asked for."""
    now, library = sitting.in_hand(), diary.library()
    if now is None:
        return redirect("handout")
    typed = {name: str(request.POST.get(name, "")) for name in ("name", "exercise", "move")}
    ours = library.get(typed["exercise"])
    changes = {**typed, "name": typed["name"] if typed["name"].strip() or not ours else ours.name}
    if ours is not None:
        del changes["move"]  # ours has words of its own
    try:
        sitting.keep(edited(now, Edit(ADDED, {k: v for k, v in changes.items() if v})))
    except EntryError as error:
        return _page(request, now, Refused(ADDED, {error.field: str(error)}, typed))
    return _back(f"exercise-{len(settle(now).exercises)}")


def _shown(now: Sitting, number: int) -> dict[str, str]:
    """What stood in each field."""
    card = cards(now, diary.library(), None, None)[number]
    return {entry.name: entry.value for entry in (*card.entries, *card.words)}


def _errors(now: Sitting, number: int, changes: dict[str, str]) -> dict[str, str]:
    found = {}
    for name, value in changes.items():
        try:
            edited(now, Edit(number, {name: value}))
        except EntryError as error:
            found[error.field] = str(error)
    return found


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take the last answer or correction back."""
    now = sitting.in_hand()
    if now is not None and now.edits:
        sitting.keep(undone(now))
    back = request.POST.get("back", "")
    return _back(back) if back.startswith("exercise-") else redirect("handout-check")


@require_POST
def drop(_request: HttpRequest) -> HttpResponse:
    """Throw the sheet away."""
    sitting.forget()
    return redirect("handout")


@require_POST
def confirm(request: HttpRequest) -> HttpResponse:
    """Save it as files of the person's own, and follow it from now on."""
    now = sitting.in_hand()
    if now is None:
        return redirect("handout")
    name = request.POST.get("program", "")
    try:
        named = edited(now, Edit(ALL, {"program": name}))
    except EntryError as error:
        return _page(request, now, Refused(ALL, {"program": str(error)}, {"program": name}))
    if first_question(now, diary.library())[0] is not None:
        return redirect("handout-check")
    try:
        made = programs.confirm(named)
    except NotReadyError:
        return _page(request, now)
    return redirect(f"{reverse('handout')}?saved=confirmed&program={made.id}#p-{made.id}")


def _back(place: str) -> HttpResponse:
    return redirect(f"{reverse('handout-check')}#{place}")
