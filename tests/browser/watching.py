"""What no page may ever do: reach elsewhere, break its own policy, or complain."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

_OWN_SCHEMES = ("blob", "data")
_REFUSED_FORM = "status of 422"  # the browser tells of it; the page shows why beside the field


class Watched:
    """Writes down all that goes wrong in a browser context."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        """Watch every page of the context from its beginning."""
        self.wrong: list[str] = []
        self._host = urlsplit(address).netloc
        context.on("request", self._requested)
        context.on("page", self._opened)

    def _opened(self, page: Page) -> None:
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("websocket", lambda socket: self._reached(socket.url))

    def _requested(self, request: Request) -> None:
        self._reached(request.url)

    def _reached(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in _OWN_SCHEMES and parts.netloc != self._host:
            self.wrong.append(f"reached {url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and _REFUSED_FORM not in message.text:
            self.wrong.append(f"{message.type}: {message.text}")
