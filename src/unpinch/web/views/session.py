"""The session page, its beginning and its end."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from asgiref.sync import sync_to_async
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe
from msgspec.structs import replace

from unpinch.care.words import Form
from unpinch.exercises.choosing import ChoiceError
from unpinch.journal.sessions import Session
from unpinch.journal.symptoms import Moment
from unpinch.runtime import diary, safety, symptoms
from unpinch.runtime.hub import hub
from unpinch.runtime.safety import CannotStartError, FormDueError
from unpinch.session import Summary
from unpinch.terms.event import PainKind
from unpinch.web import standing, wording
from unpinch.web.views.safety import opened


@dataclass(frozen=True)
class Outcome:
    """One line of what a session came to."""

    name: str
    icon: str
    style: str
    said: str
    held: str


@require_POST
async def start(_request: HttpRequest) -> HttpResponse:
    """Begin, or join what is running, and go to the page that shows it.

    Where questions come first, to them; where something is locked, to what is said about it.
    """
    if await sync_to_async(safety.is_locked)():
        return redirect("safety-stop")
    try:
        await hub.start()
    except FormDueError as due:
        return await sync_to_async(opened)(due.form)
    except (ChoiceError, CannotStartError):
        return redirect("today")  # which says what is in the way
    return redirect("session")


@require_safe
async def session(request: HttpRequest) -> HttpResponse:
    """The page that leads. Without a running session there is nothing to show."""
    if await hub.running() is None:
        return redirect("today")
    if await sync_to_async(safety.is_locked)():
        return redirect("safety-stop")
    return await _filled(request, "unpinch/session.html", _leading)


@require_safe
async def done(request: HttpRequest, number: UUID) -> HttpResponse:
    """What was done, part done, left out, and where it hurt."""
    told = await sync_to_async(diary.session)(number)
    if told is None:
        raise Http404("The diary has no such session.")
    unwritten = hub.not_written_yet(number)
    if unwritten is not None:
        told = replace(told, summary=unwritten)
    context = lambda: {**_told(told), "unwritten": unwritten is not None}  # noqa: E731
    return await _filled(request, "unpinch/done.html", context)


async def _filled(request: HttpRequest, template: str, context: Any) -> HttpResponse:
    """Fill a template in a thread: it asks the diary."""
    return await sync_to_async(lambda: render(request, template, context()))()


def _leading() -> dict[str, object]:
    settings = diary.settings()
    return {
        "wishes": {
            "voice": settings.voice,
            "rate": settings.rate,
            "speech": settings.speech,
            "tones": settings.tones,
            "vibration": settings.vibration,
            "flash": settings.flash,
            "camera": settings.camera,
            "which_camera": settings.which_camera,
            "record": settings.record,
        },
        "call": safety.number_to_call(),
        "places": [(place.value, words) for place, words in wording.PLACES.items()],
    }


def _told(session: Session) -> dict[str, object]:
    told = session.summary
    return {
        "heading": _heading(told),
        "lasted": wording.minutes(told.lasted_ms),
        "outcomes": [
            Outcome(one.name, *wording.result(one), wording.held(one)) for one in told.exercises
        ],
        "asides": [standing.aside(one) for one in safety.left_out_before(session.id)],
        "worse": safety.standing().due is Form.WORSE,
        "trial": session.program == diary.TRIAL,
        "pains": _pains(told),
        "number": session.id,
        "rated": symptoms.of_session(session.id, Moment.AFTER) is not None,
        "advice": _advice(told),
    }


def _heading(told: Summary) -> str:
    if any(pain.kind is not PainKind.STRETCH for pain in told.pains) and told.ending != "finished":
        return "We stopped because it hurt."
    return {
        "finished": "That is all for today.",
        "stopped": "You stopped here.",
        "open": "This session is still open.",
    }[told.ending]


def _pains(told: Summary) -> list[str]:
    said = []
    for pain in told.pains:
        felt = wording.FELT[pain.kind] if pain.kind else "you did not say what it felt like"
        where = wording.PLACES[pain.where].lower() if pain.where else ""
        said.append(f"{felt[:1].upper()}{felt[1:]}{f' ({where})' if where else ''}.")
    return said


def _advice(told: Summary) -> str:
    kinds = {pain.kind for pain in told.pains}
    if PainKind.ALARM in kinds:
        return "alarm"
    if kinds & {PainKind.SHARP, PainKind.SPREADING, PainKind.STRONGER}:
        return "ask"
    return ""
