"""What people call an exercise or a program, and which one they mean."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from unpinch.exercises.model import Exercise, Program
from unpinch.terms.refused import Refused

_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


class UnknownNameError(Refused, ValueError):
    """Nothing goes by this name; one line with what may have been meant."""


def called(name: str) -> str:
    """A name as it is compared: without case, hyphens and apostrophes."""
    return _NOT_A_LETTER.sub(" ", name.lower().replace("'", "").replace("’", "")).strip()


def names_of(exercise: Exercise) -> list[str]:
    """Everything an exercise goes by, ready to compare."""
    own = [exercise.id, exercise.name, *exercise.aliases]
    own += [name for each in exercise.variations for name in each.aliases]
    return [called(name) for name in own]


def exercise_named(name: str, library: Mapping[str, Exercise]) -> Exercise:
    """The exercise of this id, name or alias. Raises UnknownNameError."""
    index = {each_name: each for each in library.values() for each_name in names_of(each)}
    return index[_wanted(name, {key: each.id for key, each in index.items()}, "an exercise")]


def program_named(name: str, programs: Mapping[str, Program]) -> Program:
    """The program of this id or name. Raises UnknownNameError."""
    index = {called(key): each for each in programs.values() for key in (each.id, each.name)}
    return index[_wanted(name, {key: each.id for key, each in index.items()}, "a program")]


def _wanted(name: str, ids: Mapping[str, str], what: str) -> str:
    """The key in `ids` that was meant."""
    wanted = called(name)
    if wanted in ids:
        return wanted
    meant = " or ".join(f'"{each}"' for each in _meant(wanted, ids))
    hint = f"did you mean {meant}?" if meant else f"there is {_listed(ids.values())}"
    raise UnknownNameError(f'"{name}" is not the name of {what}; {hint}')


def _meant(wanted: str, ids: Mapping[str, str]) -> list[str]:
    """The ids that come near: by the whole name, by a word of the id, or by a word of an alias."""
    near = get_close_matches(wanted, list(ids), n=1, cutoff=0.7)
    if near:
        return [ids[near[0]]]
    found = dict.fromkeys(ids[key] for key in _by_a_word(wanted, ids))
    return [each for each in found if _by_a_word(wanted, [called(each)])] or list(found)


def _by_a_word(wanted: str, keys: Iterable[str]) -> list[str]:
    """Names with a word that is close: "hamstrng" is the hamstring stretch."""
    return [key for key in keys if get_close_matches(wanted, key.split(), n=1, cutoff=0.8)]


def _listed(ids: Iterable[str]) -> str:
    unique = list(dict.fromkeys(ids))
    return " and ".join(part for part in (", ".join(unique[:-1]), unique[-1]) if part)
