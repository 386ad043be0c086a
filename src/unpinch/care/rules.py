"""The rule set: what `safety.toml` may say, and reading it.

The file is the product; this module only refuses what it must not say. Nothing
is defaulted at run time: a row without a source, an emergency item that some
form forgets, an exercise missing from a condition are refused on load.
`checks.py` holds what cannot be said by a type.
"""

from functools import cache

import msgspec

from unpinch.care.checks import refuse_bad_rules
from unpinch.care.data import text_of
from unpinch.care.shape import SafetyRules
from unpinch.care.words import CareError


def read_rules(text: str, name: str) -> SafetyRules:
    """The rules in `text`. `name` is the file's name, for the message."""
    try:
        found = msgspec.toml.decode(text.encode(), type=SafetyRules)
    except msgspec.ValidationError as error:
        raise CareError(f"{name}: {error}; correct that entry") from error
    except ValueError as error:
        raise CareError(f"{name}: not TOML: {error}") from error
    refuse_bad_rules(found, name)
    return found


@cache
def safety_rules() -> SafetyRules:
    """The rules that come with the program."""
    name = "safety.toml"
    return read_rules(text_of(name), name)
