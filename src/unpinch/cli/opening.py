"""`unpinch serve`, and `unpinch` alone."""

from typing import Annotated

import typer

from unpinch.cli.options import Data
from unpinch.cli.serve import LAST_PORT, PORT, Serving
from unpinch.cli.serve import serve as open_coach


def serve(
    host: Annotated[
        str | None,
        typer.Option(
            help="An address of this machine; with --lan, one of the home network.",
            show_default=False,
        ),
    ] = None,
    port: Annotated[
        int, typer.Option(min=0, max=LAST_PORT, help="Where the browser finds it.")
    ] = PORT,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open one.")] = False,
    lan: Annotated[
        bool, typer.Option("--lan", help="Let in tablets and phones of the home network, too.")
    ] = False,
    data: Data = None,
) -> None:
    """Open the coach in the browser. Stop it with Ctrl-C."""
    open_coach(Serving(host, port, browser=not no_browser, data=data, lan=lan))
