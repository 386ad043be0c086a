"""What every page needs to know: how the person wants it to look, and which typeface is there."""

from functools import cache

from django.contrib.staticfiles import finders
from django.http import HttpRequest

from unpinch.runtime import diary, folder, reminders
from unpinch.web import wording

_NEXT = "vendor/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2"
ROOMS = (
    ("today", "Today", "sun"),
    ("safety", "Safety", "shield"),
    ("exercises", "Exercises", "mat"),
    ("handout", "Handout", "sheet"),
    ("progress", "Progress", "chart"),
    ("settings", "Settings", "sliders"),
    ("about", "About", "page"),
)


def page(request: HttpRequest) -> dict[str, object]:
    """The frame around each page."""
    here = (request.resolver_match.url_name or "") if request.resolver_match else ""
    return {
        "look": diary.settings(),
        "face": face(),
        "simulated": folder.is_simulated(),
        "device": getattr(request, "scope", {}).get("device"),
        "reminding": _reminding(),
        "rooms": [
            {"name": name, "title": title, "icon": icon, "here": _within(here, name)}
            for name, title, icon in ROOMS
        ],
    }


def _reminding() -> dict[str, list[str]] | None:
    """The days and times for the page that is open; none if nothing was chosen."""
    chosen = reminders.chosen()
    if not chosen.days:
        return None
    return {
        "days": [day.value for day in chosen.days],
        "times": [wording.clock(at) for at in sorted(chosen.times)],
    }


def _within(here: str, room: str) -> bool:
    """Whether a page is this room, or one of those behind it."""
    return here == room or here.startswith(f"{room}-")


@cache
def face() -> str:
    """The style sheet of the typeface that set-up found."""
    return "unpinch/face.css" if finders.find(_NEXT) else "unpinch/face-plain.css"
