"""From a printout to a PDF: typst in this process, our own typeface, nothing from anywhere else."""

from functools import cache
from pathlib import Path
from typing import cast

import fontpkg_atkinson_hyperlegible as typeface
import typst

from unpinch.handout.printing import Printout
from unpinch.terms.refused import Refused

_MAIN = "main.typ"


class PrintError(Refused):
    """One line: which file cannot be written, why, what to do."""


def pdf(printout: Printout) -> bytes:
    """Compile it. The same printout gives the same bytes."""
    files = {_MAIN: printout.source.encode(), **printout.files}
    compiler = typst.Compiler(
        cast("bytes", files),  # it takes files by name as well, which its types do not say
        root=_typeface(),  # the source can read nothing else from the disk
        font_paths=_fonts(),
        ignore_system_fonts=True,
    )
    return cast("bytes", compiler.compile(format="pdf", timestamp=0))


def write_pdf(path: Path, printout: Printout) -> None:
    """Compile it and write it. Raises PrintError if the place is not one to write to."""
    made = pdf(printout)
    try:
        path.write_bytes(made)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise PrintError(
            f"{path}: cannot be written ({reason}); choose another place with -o."
        ) from error


def _typeface() -> Path:
    return Path(typeface.ROOT) / "files"


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,  # letters that our typeface does not have
        font_paths=[_typeface()],
    )
