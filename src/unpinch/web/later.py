"""Pages that load what they need when somebody first opens them, so that the first page does not
wait for them."""

from importlib import import_module
from typing import Any

from django.http import HttpRequest, HttpResponse


class Later:
    """`Later("handout").check` is the view of that name; its module is loaded at the first call."""

    def __init__(self, module: str) -> None:
        """A module of `unpinch.web.views`, of synchronous views only."""
        self._module = f"unpinch.web.views.{module}"

    def __getattr__(self, name: str) -> "_View":
        return _View(self._module, name)


class _View:
    def __init__(self, module: str, name: str) -> None:
        self.module, self.name = module, name

    def __call__(self, request: HttpRequest, **given: Any) -> HttpResponse:
        answer: HttpResponse = getattr(import_module(self.module), self.name)(request, **given)
        return answer
