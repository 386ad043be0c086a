"""What a changed form of an exercise says instead of the exercise's own words.

A change that only adds something (a cushion, a limit) is said with the start. One that
takes the place of something must name what: else the session would first promise the change
and then ask for the very thing that was taken out. Of two changes that would replace the
same words by different ones none can be told rightly; then the exercise is left out.
"""

from collections.abc import Sequence

import msgspec
from msgspec.structs import fields


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What takes the place of the exercise's own; empty: it stays as it is.

    `move_both`: `move`, where both sides work at once. `moving`: the limb that is named.
    `rest_s`: the rest after each hold, in which `rest` is said, and `back` before the next one.
    `drop`: form rules that are not judged. `not_as_drawn`: neither the drawing nor the camera
    knows this form, so the clock leads without a picture.
    """

    start: str = ""
    move: str = ""
    move_both: str = ""
    hold: str = ""
    release: str = ""
    moving: str = ""
    rest: str = ""
    back: str = ""
    rest_s: int = 0
    drop: tuple[str, ...] = ()
    not_as_drawn: bool = False


def both(changes: Sequence[Change]) -> Change | None:
    """All of these at once; None if two of them replace the same thing differently."""
    texts: dict[str, str] = {}
    for change in changes:
        for name in _TEXTS:
            said = getattr(change, name)
            if said and texts.setdefault(name, said) != said:
                return None
    return Change(
        **texts,
        rest_s=max((change.rest_s for change in changes), default=0),
        drop=tuple(dict.fromkeys(fault for change in changes for fault in change.drop)),
        not_as_drawn=any(change.not_as_drawn for change in changes),
    )


_TEXTS = tuple(field.name for field in fields(Change) if field.type is str)
