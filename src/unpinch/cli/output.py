"""Writing for people and for programs. Rich is loaded only when a table is drawn."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table

# Piped into a file there is no window to fit; long lines beat torn words.
_PIPED_WIDTH = 120


def write_json(data: object) -> None:
    """Indented, in UTF-8 letters."""
    sys.stdout.write(json.dumps(data, indent=2, ensure_ascii=False) + "\n")


def say(line: str) -> None:
    """One line for people, as it is: no mark-up in it is followed."""
    sys.stdout.write(f"{line}\n")


def screen() -> "Console":
    """Where tables and words for people go."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else _PIPED_WIDTH, highlight=False)


def table(*columns: str, right: tuple[str, ...] = ()) -> "Table":
    """A quiet table: a line under the head, space between the columns."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    made = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for column in columns:
        made.add_column(column, justify="right" if column in right else "left")
    return made


def indented(words: str) -> "Padding":
    """A paragraph set in; its later lines too."""
    from rich.markup import escape
    from rich.padding import Padding

    return Padding(escape(words), (0, 0, 0, 2), expand=False)


def seconds(milliseconds: int) -> int | float:
    """Milliseconds as seconds, whole where they are."""
    whole, rest = divmod(milliseconds, 1_000)
    return whole if not rest else milliseconds / 1_000


@contextmanager
def bar(doing: str, steps: int | None = None) -> Iterator[Callable[[float], None]]:
    """A progress bar on stderr. With steps it is told how many more are done, else what share."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as shown:
        task = shown.add_task(doing, total=steps or 1.0)
        if steps:
            yield lambda done: shown.advance(task, done)
        else:
            yield lambda share: shown.update(task, completed=share)
