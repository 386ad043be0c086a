"""What is an exercise because it stands among exercises as one of them.

On its own "Toe curls: as towel curls, but with a weight on the towel" may be anything; as number 5
of a list whose numbers 4 and 6 are exercises it is one. And what is said word for word under each
of several names is said of each: "Hold each exercise for 10 seconds" then heads nothing.
"""

from collections import Counter
from dataclasses import replace

from unpinch.handout.naming import names_movement
from unpinch.handout.passage import Passage, is_exercise


def in_company(pieces: list[Passage], plain: str) -> list[Passage]:
    """The pieces, those marked that their company makes exercises."""
    sure = [piece.number is not None and _is_sure(piece, plain) for piece in pieces]
    said = Counter(piece.said for piece in pieces if piece.name and piece.dosed)
    return [
        replace(piece, in_company=True)
        if _is_counted(pieces, sure, at, plain) or (piece.name and said[piece.said] > 1)
        else piece
        for at, piece in enumerate(pieces)
    ]


def _is_sure(piece: Passage, plain: str) -> bool:
    return is_exercise(piece, plain, named_elsewhere=True)


def _is_counted(pieces: list[Passage], sure: list[bool], at: int, plain: str) -> bool:
    """Whether it is one of a numbered list of exercises."""
    piece = pieces[at]
    if piece.number is None or piece.name is None or not piece.clauses:
        return False
    beside = [
        sure[near]
        for near, number in ((at - 1, piece.number - 1), (at + 1, piece.number + 1))
        if 0 <= near < len(pieces) and pieces[near].number == number
    ]
    if sure[at]:
        return bool(beside)
    return any(beside) and all(beside) and names_movement(plain[slice(*piece.name)])
