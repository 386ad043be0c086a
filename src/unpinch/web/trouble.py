"""When the diary or a file of the person's own cannot be read: said plainly, nothing pretended."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.deprecation import MiddlewareMixin

from unpinch.exercises.problems import FileError
from unpinch.runtime import folder
from unpinch.runtime.own_files import OwnFileError

_CONFLICT, _INSUFFICIENT_STORAGE = 409, 507


class Trouble(MiddlewareMixin):
    """Turns a failing diary into one plain page instead of a broken one."""

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page, if it was the diary or an own file; anything else goes on."""
        if isinstance(error, FileError | OwnFileError):
            lines = error.lines if isinstance(error, FileError) else [str(error)]
            context = {"lines": lines, "folder": folder.data_folder()}
            page = render_to_string("unpinch/handout/broken.html", context, request)
            return HttpResponse(page, status=_CONFLICT)
        if not isinstance(error, DatabaseError):
            return None
        page = render_to_string("unpinch/trouble.html", {"reason": str(error)})
        return HttpResponse(page, status=_INSUFFICIENT_STORAGE)
