"""`unpinch serve`, and `unpinch` alone."""

from pathlib import Path
from typing import Annotated

import typer

from unpinch.cli.options import Data
from unpinch.cli.refusal import Refusal
from unpinch.cli.serve import PORT, ServeError
from unpinch.cli.serve import serve as open_coach


def serve(
    host: Annotated[str, typer.Option(help="This machine's own name or address.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Where the browser finds it.")] = PORT,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open one.")] = False,
    data: Data = None,
) -> None:
    """Open the coach in the browser. Stop it with Ctrl-C."""
    folder: Path | None = data
    try:
        open_coach(host, port, browser=not no_browser, data=folder)
    except ServeError as error:
        raise Refusal(str(error)) from error
