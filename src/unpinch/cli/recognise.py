"""`unpinch recognise`: each frame on its own, which hold it shows."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from unpinch.cli.options import Data, Json, all_exercises
from unpinch.cli.output import screen, table, write_json
from unpinch.runtime.tapes import read_pictures
from unpinch.watch.recognise import recognise as recognised


def recognise(
    tape: Annotated[Path, typer.Argument(metavar="TAPE", help="A tape, or single frames.")],
    json: Json = False,
    data: Data = None,
) -> None:
    """Each frame on its own: which hold, which side, or none, and why."""
    library = all_exercises(data)
    pictures = read_pictures(tape)
    found = recognised(pictures.frames, library.values())
    if json:
        names = pictures.ids or (None,) * len(found)
        write_json(
            [
                {
                    "frame": number,
                    "id": name,
                    "exercise": each.exercise,
                    "side": each.side,
                    "why": each.why,
                }
                for number, (name, each) in enumerate(zip(names, found, strict=True))
            ]
        )
        return
    shown = table("frames", "hold", "side", right=("frames",))
    counts = Counter((each.exercise or "", each.side or "") for each in found)
    for (exercise, side), count in counts.most_common():
        shown.add_row(str(count), library[exercise].name if exercise else "none", side)
    screen().print(shown)
