"""A recording: look at it again, take it along, delete it."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from unpinch.runtime import diary, recordings, replaying
from unpinch.runtime.recordings import Kept
from unpinch.runtime.tapes import TapeError

_BINARY = "application/octet-stream"
_NO_CACHE = {"Cache-Control": "no-store"}


@require_safe
def recording(request: HttpRequest, name: str) -> HttpResponse:
    """The skeleton, moving again."""
    return render(request, "unpinch/recording.html", {"one": _kept(name)})


@require_safe
def frames(_request: HttpRequest, name: str) -> HttpResponse:
    """Every frame of it, as the camera sent them."""
    try:
        told = replaying.messages(recordings.path_of(_kept(name).name))
    except TapeError as error:
        raise Http404 from error
    return HttpResponse(told, content_type=_BINARY, headers=_NO_CACHE)


@require_safe
def found(_request: HttpRequest, name: str) -> HttpResponse:
    """What the coach sees in it."""
    try:
        seen = replaying.found(recordings.path_of(_kept(name).name), diary.library().values())
    except TapeError as error:
        raise Http404 from error
    told = [
        {
            "exercise": each.exercise,
            "side": each.side,
            "start_ms": each.start_ms,
            "end_ms": each.end_ms,
            "fault": each.fault,
        }
        for each in seen
    ]
    return JsonResponse({"found": told}, headers=_NO_CACHE)


@require_safe
def tape(_request: HttpRequest, name: str) -> HttpResponse:
    """The tape itself, for `unpinch watch` or for somebody who is shown it."""
    path = recordings.path_of(_kept(name).name)
    headers = {**_NO_CACHE, "Content-Disposition": f'attachment; filename="{path.name}"'}
    return HttpResponse(path.read_bytes(), content_type=_BINARY, headers=headers)


@require_POST
def delete(_request: HttpRequest, name: str) -> HttpResponse:
    """Delete this one."""
    recordings.delete(_kept(name).name)
    return redirect(f"{reverse('data')}#recordings")


@require_POST
def delete_all(_request: HttpRequest) -> HttpResponse:
    """Delete every one of them."""
    recordings.delete_all()
    return redirect(f"{reverse('data')}#recordings")


def _kept(name: str) -> Kept:
    for one in recordings.kept():
        if one.name == name:
            return one
    raise Http404("There is no such recording.")
