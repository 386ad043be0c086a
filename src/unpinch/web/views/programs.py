"""The programs there are: which one is followed, on paper and as files, and the person's own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from unpinch.handout.printing import printout
from unpinch.runtime import diary, programs
from unpinch.runtime.printing import pdf
from unpinch.web.views.handout import start_page

_PAPER = ("a4", "letter")


@require_POST
def follow(request: HttpRequest, number: str) -> HttpResponse:
    """From the next session on this program."""
    if number not in diary.programs():
        return start_page(request, program=(number, "There is no such program any more.", ""))
    before = diary.program().id
    diary.follow(number)
    where = f"{reverse('handout')}?saved=followed&program={number}&before={before}"
    return redirect(f"{where}#p-{number}")


@require_POST
def rename(request: HttpRequest, number: str) -> HttpResponse:
    """Another name for one of the person's own."""
    name = request.POST.get("name", "")
    try:
        programs.rename(number, name)
    except programs.ProgramError as why:
        return start_page(request, program=(number, str(why), name))
    return _back("renamed", number)


@require_POST
def duplicate(request: HttpRequest, number: str) -> HttpResponse:
    """A copy, which is the person's own."""
    try:
        made = programs.duplicate(number)
    except programs.ProgramError as why:
        return start_page(request, program=(number, str(why), ""))
    return redirect(f"{reverse('handout-program', args=[made.id])}?saved=begun")


@require_POST
def take_away(request: HttpRequest, number: str) -> HttpResponse:
    """Out of the list."""
    try:
        programs.take_away(number)
    except programs.ProgramError as why:
        return start_page(request, program=(number, str(why), ""))
    return redirect(f"{reverse('handout')}?saved=away&program={number}#programs")


@require_POST
def put_back(request: HttpRequest, number: str) -> HttpResponse:
    """Undo that."""
    try:
        programs.put_back(number)
    except programs.ProgramError as why:
        return start_page(request, program=(number, str(why), ""))
    return _back("back", number)


@require_safe
def files(_request: HttpRequest, number: str) -> HttpResponse:
    """Its files, to share, to edit, to keep."""
    try:
        content = programs.packed(number)
    except programs.ProgramError as why:
        raise Http404(str(why)) from None
    return _file(content, "application/zip", f"{number}.zip")


@require_safe
def paper(request: HttpRequest, number: str) -> HttpResponse:
    """On paper, with figures and a week to tick; with the person's choices if it is followed."""
    found = diary.programs().get(number)
    size = request.GET.get("paper", "a4")
    if found is None or size not in _PAPER:
        raise Http404("There is no such program, or no such paper.")
    chosen = diary.choices() if found.id == diary.program().id else ()
    made = printout(found, diary.library(), chosen, "letter" if size == "letter" else "a4")
    return _file(pdf(made), "application/pdf", f"{number}.pdf")


def _back(saved: str, number: str) -> HttpResponse:
    return redirect(f"{reverse('handout')}?saved={saved}&program={number}#p-{number}")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=kind,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )
