"""About: what this is, what it is not, what is known, and where the diary lies."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unpinch.runtime import diary, folder


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """A page to read, and to print."""
    context = {"folder": folder.data_folder(), "program": diary.program()}
    return render(request, "unpinch/about.html", context)
