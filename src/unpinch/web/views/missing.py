"""What an address gets that leads nowhere: a page with a way back; parts of pages get one line."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

_PARTS = ("/static/", "/figure/")


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - named so
    """There is no such page."""
    if request.path.startswith(_PARTS):
        return HttpResponse("There is no such file.", status=404, content_type="text/plain")
    return render(request, "unpinch/missing.html", status=404)
