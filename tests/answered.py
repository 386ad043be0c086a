"""The safety questions, all answered with no, as the diary keeps them."""

from unpinch.care.records import ScreenRecord
from unpinch.care.rules import safety_rules
from unpinch.care.words import Form, Tier
from unpinch.runtime import safety


def answer_no() -> None:
    """From now on a session may begin."""
    safety.keep(
        ScreenRecord(
            at_ms=safety.now_ms(),
            day=safety.this_day(),
            rules=safety_rules().rules,
            form=Form.FIRST,
            tier=Tier.GO,
            items=(),
            locks=(),
            confirmed=True,
            complete=True,
        )
    )
