"""Your diary: take it with you, copy it, erase it."""

from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from unpinch.runtime import folder, keeping, recordings, sharing
from unpinch.runtime.answering import answering
from unpinch.runtime.cameras import cameras
from unpinch.runtime.devices import devices
from unpinch.runtime.hub import hub
from unpinch.web.in_a_terminal import in_a_terminal

WORD = "erase"
_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "fhir": "application/fhir+json",
}
# Programs go by the end of a name: a FHIR bundle is JSON.
_NAMES = {"fhir": "unpinch-diary.fhir.json"}
_UNPROCESSABLE = 422


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """What can be done with the diary, and where it lies."""
    return _page(request)


@require_safe
def download(_request: HttpRequest, kind: str) -> HttpResponse:
    """The diary as a file for others to read."""
    if kind not in _TYPES:
        return HttpResponse("There is json, csv and fhir.", status=404, content_type="text/plain")
    return _file(
        b"".join(sharing.document(kind)), _TYPES[kind], _NAMES.get(kind, f"unpinch-diary.{kind}")
    )


@require_safe
def backup(_request: HttpRequest) -> HttpResponse:
    """The whole diary as one file, to put back with `unpinch restore`."""
    name = f"unpinch-{sharing.today():%Y-%m-%d}.backup"
    return _file(keeping.copy_of_all(), "application/octet-stream", name)


@require_http_methods(["POST"])
async def erase(request: HttpRequest) -> HttpResponse:
    """Erase everything, once the word was typed."""
    if request.POST.get("word", "").strip().lower() != WORD:
        answer: HttpResponse = await sync_to_async(_page)(request, wrong=True)
        return answer
    await hub.forget()
    devices.forget()
    await cameras.forget()
    left = await sync_to_async(keeping.erase)()
    answering.forget()  # a form half answered is part of it
    _forget_what_was_worked_out()
    return await sync_to_async(render)(request, "unpinch/erased.html", {"left": left})


def _forget_what_was_worked_out() -> None:
    """What Progress remembers of the diary. Loaded here, so that the first page does not wait."""
    from unpinch.runtime import progress
    from unpinch.web import tables

    progress.forget()
    tables.drawn.cache_clear()


def _page(request: HttpRequest, *, wrong: bool = False) -> HttpResponse:
    context = {
        "folder": folder.data_folder(),
        "command": in_a_terminal("restore FILE"),
        "word": WORD,
        "recordings": recordings.kept(),
        "wrong": wrong,
    }
    return render(request, "unpinch/data.html", context, status=_UNPROCESSABLE if wrong else 200)


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    """A download that no cache keeps. Its name says if it is of nobody."""
    name = f"{folder.SIMULATED}-{name}" if folder.is_simulated() else name
    return HttpResponse(
        content,
        content_type=kind,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )
