"""What is wrong with a file, line by line: where, what, and what to do about it."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from unpinch.terms.refused import Refused


class FileError(Refused, ValueError):
    """A file that cannot be used."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self._lines = tuple(lines)

    @property
    def lines(self) -> tuple[str, ...]:
        """One sentence for each slip."""
        return self._lines


class Problems:
    """Collects every slip of one file, so that all can be mended in one go."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: list[str] = []

    def add(self, place: str, what: str) -> None:
        """`place` names the table and the key; empty for the whole file."""
        head = f"{self.file}, {place}" if place else self.file
        self.lines.append(f"{head}: {what}{'' if what[-1] in '.?' else '.'}")

    def raise_if_any(self) -> None:
        """Refuse the file if anything was found."""
        if self.lines:
            raise FileError(self.lines)


def one_of(words: Iterable[str], joiner: str = "or") -> str:
    """ "together", "one then the other" or "alternating"."""
    quoted = [f'"{word}"' for word in words]
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} {joiner} {quoted[-1]}"


def remedy(word: str, known: Sequence[str]) -> str:
    """The one that was probably meant, else all there are."""
    near = get_close_matches(word.lower(), [each.lower() for each in known], n=1, cutoff=0.75)
    if near:
        meant = next(each for each in known if each.lower() == near[0])
        return f'did you mean "{meant}"?'
    return f"write {one_of(known)}"
