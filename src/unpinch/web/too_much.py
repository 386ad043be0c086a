"""More text than is taken in at all: refused before any page sees it, so it is said here."""

from importlib import import_module

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.views.defaults import bad_request


def too_much(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page of the handout, which is where long texts go, with one line; else as ever."""
    if not isinstance(exception, RequestDataTooBig):
        return bad_request(request, exception)
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1_000_000
    line = (
        f"That is more than {most} MB of text; leave only the pages with the exercises. "
        "Go back in your browser to find what you typed."
    )
    # Loaded only now: no page pays for it at the start.
    handout = import_module("unpinch.web.views.handout")
    page: HttpResponse = handout.start_page(request, refused=line)
    return page
