"""Unpinch as an app on a home screen: what it is called, and what it shows when nothing answers.

Nothing here looks into the diary: a browser keeps these answers.
"""

from functools import cache

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from unpinch.web.views.static import FOLDER

_PAPER = "#f7f1e5"
_ICONS = (
    ("icon-192", "192x192", "any"),
    ("icon-512", "512x512", "any"),
    ("maskable-512", "512x512", "maskable"),
)


@require_safe
@cache_control(no_cache=True)
def manifest(_request: HttpRequest) -> HttpResponse:
    """How a system shows it among its apps."""
    told = {
        "id": "/",
        "name": "Unpinch",
        "short_name": "Unpinch",
        "description": "Leads you through the exercises of your handout.",
        "lang": "en",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": _PAPER,
        "theme_color": _PAPER,
        "icons": [
            {
                "src": f"/static/vendor/icons/{name}.png",
                "sizes": sizes,
                "type": "image/png",
                "purpose": purpose,
            }
            for name, sizes, purpose in _ICONS
        ],
    }
    return JsonResponse(told, content_type="application/manifest+json")


@require_safe
@cache_control(no_cache=True)
def worker(_request: HttpRequest) -> HttpResponse:
    """The script that shows the page below; from the root, since it answers for every address."""
    script = (FOLDER / "offline.js").read_bytes()
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


@require_safe
@cache_control(no_cache=True)
def offline(_request: HttpRequest) -> HttpResponse:
    """What a browser keeps, to show it when Unpinch is not running. The same for everybody."""
    return HttpResponse(_offline())


@cache
def _offline() -> str:
    return render_to_string("unpinch/offline.html")
