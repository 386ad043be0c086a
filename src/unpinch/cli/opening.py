"""`unpinch serve`, and `unpinch` alone."""

from typing import Annotated

import typer

from unpinch.cli.options import Data
from unpinch.cli.serve import HOST, PORT, Serving
from unpinch.cli.serve import serve as open_coach


def serve(
    host: Annotated[str, typer.Option(help="This machine's own name or address.")] = HOST,
    port: Annotated[int, typer.Option(help="Where the browser finds it.")] = PORT,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open one.")] = False,
    data: Data = None,
) -> None:
    """Open the coach in the browser. Stop it with Ctrl-C."""
    open_coach(Serving(host, port, browser=not no_browser, data=data))
