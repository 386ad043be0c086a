"""Our own styles and scripts: small texts, compressed on the way by Django's middleware.

What third parties wrote is large and already compressed on the disk; that goes
another way, past Django (asgi.py).
"""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

FOLDER = Path(settings.STATIC_ROOT) / "unpinch"
# Not the system's own table: on Windows any program may have changed it, and a script that is
# called plain text is not run.
_KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


@cache
def _names() -> frozenset[str]:
    return frozenset(file.name for file in FOLDER.iterdir() if file.is_file())


@cache_control(no_cache=True)
def ours(_request: HttpRequest, name: str) -> HttpResponse:
    """One of our files; the browser asks each time whether it is still the same."""
    if name not in _names():
        raise Http404
    file = FOLDER / name
    return HttpResponse(file.read_bytes(), content_type=_KINDS[file.suffix])
