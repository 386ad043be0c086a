"""What Today asks about how it feels."""

from dataclasses import dataclass
from uuid import UUID

from unpinch.journal.sessions import Session
from unpinch.runtime import diary, symptoms
from unpinch.web.forms_symptoms import COMPARED


@dataclass(frozen=True)
class Feeling:
    """The questions of this hour; `marked`: the map was marked for the session to come."""

    before: bool
    marked: bool
    after: Session | None
    morning: Session | None
    key: UUID
    compared: tuple[tuple[str, str], ...] = COMPARED


def on_today(today: diary.Today) -> Feeling:
    """What is worth asking now."""
    asked = symptoms.asked(today)
    return Feeling(
        before=asked.before,
        marked=not asked.before and not today.done_today,
        after=asked.after,
        morning=asked.morning,
        key=symptoms.new_key(),
    )
