"""What is an exercise because it stands among exercises as one of them.

On its own "Toe curls: as towel curls, but with a weight on the towel" may be anything; as number 5
of a list whose numbers 4 and 6 are exercises it is one. And what is said word for word under each
of several names is said of each: "Hold each exercise for 10 seconds" then heads nothing.
"""

from collections import Counter
from dataclasses import replace

from unpinch.handout.dosing import labels_dose
from unpinch.handout.instruction import starts_with_order
from unpinch.handout.naming import names_movement
from unpinch.handout.passage import Passage, is_exercise
from unpinch.handout.whole import speaks_of_all

_FEW, _MOST_SURE = 3, 0.75


def in_company(pieces: list[Passage], plain: str) -> list[Passage]:
    """The pieces, those marked that their company makes exercises."""
    sure = [one.listed or (one.name is not None and _is_sure(one, plain)) for one in pieces]
    said = Counter(one.said for one in pieces if one.name and one.dosed)
    begun = sure.index(True) if _are_nearly_all(pieces, sure) else len(pieces)
    marked: list[Passage] = []
    for at, one in enumerate(pieces):
        belongs = (
            (one.name is not None and said[one.said] > 1)
            or _is_counted(pieces, sure, at, plain)
            or (at > begun and _is_like(one, plain))
            or (_is_among(sure, at) and _is_told(one, plain))
        )
        marked.append(replace(one, in_company=True) if belongs else one)
        sure[at] = sure[at] or belongs
    return marked


def _is_sure(piece: Passage, plain: str) -> bool:
    return is_exercise(piece, plain, named_elsewhere=True)


def _is_counted(pieces: list[Passage], sure: list[bool], at: int, plain: str) -> bool:
    """Whether it is one of a numbered list of exercises."""
    piece = pieces[at]
    if piece.number is None or not piece.clauses:
        return False
    beside = [
        sure[near]
        for near, number in ((at - 1, piece.number - 1), (at + 1, piece.number + 1))
        if 0 <= near < len(pieces) and pieces[near].number == number
    ]
    if sure[at]:
        return bool(beside)
    known = piece.name is not None and names_movement(plain[slice(*piece.name)])
    doing = piece.told or any(starts_with_order(words) for words in piece.said)
    return any(beside) and all(beside) and (known or (doing and piece.dosed))


def _are_nearly_all(pieces: list[Passage], sure: list[bool]) -> bool:
    """Whether nearly all that has a name is an exercise."""
    named = [certain for one, certain in zip(pieces, sure, strict=True) if one.name and one.clauses]
    return sum(named) >= max(_FEW, _MOST_SURE * len(named))


def _is_among(sure: list[bool], at: int) -> bool:
    """Whether exercises stand right before and after it, or two right before it at the end."""
    if at + 1 < len(sure):
        return at > 0 and sure[at - 1] and sure[at + 1]
    return sure[at - 2 : at] == [True, True]


def _is_told(piece: Passage, plain: str) -> bool:
    """Whether it is named like one movement and opens a sentence with an order for it."""
    if piece.name is None or not piece.strong or any(map(speaks_of_all, piece.said)):
        return False
    name = plain[slice(*piece.name)]
    called = names_movement(name) and not labels_dose(name)
    return called and any(starts_with_order(words) for words in piece.said)


def _is_like(piece: Passage, plain: str) -> bool:
    """Whether it is named like a movement and tells the body something."""
    return piece.name is not None and piece.orders > 0 and names_movement(plain[slice(*piece.name)])
