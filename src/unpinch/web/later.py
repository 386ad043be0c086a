"""Pages that load what they need when somebody first opens them, so that the first page does not
wait for them."""

from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import Any

from asgiref.sync import iscoroutinefunction, markcoroutinefunction, sync_to_async
from django.http import HttpRequest, HttpResponse


class Later:
    """`Later("handout").check` is the view of that name; its module is loaded at the first call."""

    def __init__(self, module: str) -> None:
        """A module of `unpinch.web.views`."""
        self._module = f"unpinch.web.views.{module}"

    def __getattr__(self, name: str) -> "_View":
        return _View(self._module, name)


class _View:
    """Asynchronous to Django, whatever the view itself is."""

    def __init__(self, module: str, name: str) -> None:
        self.module, self.name = module, name
        self._asked: Callable[..., Awaitable[HttpResponse]] | None = None
        markcoroutinefunction(self)

    async def __call__(self, request: HttpRequest, **given: Any) -> HttpResponse:
        if self._asked is None:
            self._asked = await sync_to_async(self._load)()  # the session's clock need not wait
        return await self._asked(request, **given)

    def _load(self) -> Callable[..., Awaitable[HttpResponse]]:
        view = getattr(import_module(self.module), self.name)
        return view if iscoroutinefunction(view) else sync_to_async(view)
