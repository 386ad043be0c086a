"""When the diary cannot be read or written: said plainly, and nothing is pretended."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.deprecation import MiddlewareMixin

_INSUFFICIENT_STORAGE = 507


class Trouble(MiddlewareMixin):
    """Turns a failing diary into one plain page instead of a broken one."""

    def process_exception(self, _request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page, if it was the diary; anything else goes on."""
        if not isinstance(error, DatabaseError):
            return None
        page = render_to_string("unpinch/trouble.html", {"reason": str(error)})
        return HttpResponse(page, status=_INSUFFICIENT_STORAGE)
