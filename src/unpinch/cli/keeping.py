"""`unpinch export`, `backup`, `restore` and `erase`: the diary is the person's own."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from unpinch.cli.options import Data
from unpinch.cli.refusal import Refusal

Out = Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="A new file.")]
_YES = "erase"
_TRANSCRIPT = "transcript"


def export(
    output: Out,
    format_: Annotated[
        str,
        typer.Option(
            "--format", help="json (everything), csv, fhir (R4), or transcript (one session)."
        ),
    ] = "json",
    session: Annotated[
        str | None,
        typer.Option(
            metavar="DAY|ID", help="Of transcript: which one, if not the last.", show_default=False
        ),
    ] = None,
    data: Data = None,
) -> None:
    """Write the diary out for others to read, or a session for `unpinch replay`."""
    if session is not None and format_ != _TRANSCRIPT:
        raise Refusal("--session: is for --format transcript only; the others hold every session.")
    open_the_diary(data)
    from unpinch.runtime.sharing import FORMATS, export  # needs Django

    if format_ == _TRANSCRIPT:
        _transcript(session, output)
        return
    if format_ not in FORMATS:
        known = ", ".join(FORMATS)
        raise Refusal(f'--format: "{format_}" is not known; write {known} or {_TRANSCRIPT}.')
    export(format_, output)
    _say(f"The diary is in {output}. Whoever has the file can read it.")


def _transcript(wanted: str | None, output: Path) -> None:
    from unpinch.runtime.transcribing import write_transcript  # needs Django

    told = write_transcript(wanted, output)
    _say(f"The session of {told.day} is in {output}. Whoever has the file can read it.")


def backup(output: Out, data: Data = None) -> None:
    """Copy the whole diary into one file, to put back later."""
    open_the_diary(data)
    from unpinch.runtime.keeping import back_up  # needs Django

    count = back_up(output)
    _say(f"{output} holds {'the' if count == 1 else 'all'} {_entries(count)}. It is not encrypted.")


def restore(
    file: Annotated[Path, typer.Argument(help="A file made by `unpinch backup`.")],
    data: Data = None,
) -> None:
    """Put a backup in the place of the diary."""
    open_the_diary(data, alone=True, new=True)
    from unpinch.runtime.keeping import restore  # needs Django

    done = restore(file)
    _say(f"The diary is as it was in {file}: {_entries(done.entries)}.")
    _say(f"The one before is in {done.before}.")


def erase(
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    data: Data = None,
) -> None:
    """Erase the whole diary and every recording."""
    open_the_diary(data, alone=True)
    from unpinch.runtime.keeping import erase  # needs Django

    if not (yes or _meant()):
        raise Refusal("Nothing was erased.")
    left = erase()
    _say("The diary and all recordings are erased.")
    for copy in left.copies:
        _say(f"A backup is still there: {copy}")
    for own in left.own_files:
        _say(f"Your own file was left as it is: {own}")


def _meant() -> bool:
    try:
        answer: str = typer.prompt(f'This cannot be undone. Write "{_YES}" to go on')
    except typer.Abort:  # Ctrl-C, or nobody there to ask
        _say("")
        return False
    return answer == _YES


def open_the_diary(data: Path | None, *, alone: bool = False, new: bool = False) -> None:
    """Open the diary of that folder; `alone`: not beside an open coach; `new`: or make one."""
    from unpinch.runtime import folder
    from unpinch.runtime.lock import Hold
    from unpinch.runtime.opening import open_diary  # Django: only for commands that need it

    (folder.choose if new else folder.choose_kept)(data)
    if alone:
        Hold()
    open_diary()


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
