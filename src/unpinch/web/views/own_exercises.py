"""The person's own exercises: deleted, and put back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from unpinch.runtime import own_exercises
from unpinch.web.views.handout import start_page


@require_POST
def take_away(request: HttpRequest, number: str) -> HttpResponse:
    """Out of the list, if nothing uses it."""
    try:
        own_exercises.take_away(number)
    except own_exercises.OwnExerciseError as why:
        return start_page(request, exercise=(number, str(why)))
    return _back("exercise away", number)


@require_POST
def put_back(request: HttpRequest, number: str) -> HttpResponse:
    """Undo that."""
    try:
        own_exercises.put_back(number)
    except own_exercises.OwnExerciseError as why:
        return start_page(request, exercise=(number, str(why)))
    return _back("exercise back", number)


def _back(saved: str, number: str) -> HttpResponse:
    return redirect(f"{reverse('handout')}?saved={saved}&exercise={number}#own-exercises")
