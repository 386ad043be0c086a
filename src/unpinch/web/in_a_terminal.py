"""What a person writes in a terminal: with the path of the program, and the folder in use."""

import sys
from pathlib import Path

from unpinch.runtime import folder


def in_a_terminal(words: str) -> str:
    """The whole command. After `make run` no `unpinch` is on the path; the usual folder may not be
    the one in use.
    """
    program = str(Path(sys.executable).with_name("unpinch"))
    quoted = f'"{program}"' if " " in program else program
    return f'{quoted} {words} --data "{folder.data_folder()}"'
