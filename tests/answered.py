"""The safety questions, answered with no or with one yes, as the diary keeps them."""

from unpinch.care.records import ScreenRecord
from unpinch.care.rules import safety_rules
from unpinch.care.words import Form, Tier
from unpinch.runtime import safety

WORSE_WITH_BENDING = "G1"  # leaves out both exercises that bend the back


def answer_no() -> None:
    """From now on a session may begin."""
    _keep(Tier.GO)


def answer_yes_to(*items: str, locks: bool = False) -> None:
    """Everything is answered and confirmed, these with yes. `locks`: they lock all exercises."""
    _keep(Tier.CLINICIAN if locks else Tier.CARE, items, items if locks else ())


def _keep(tier: Tier, items: tuple[str, ...] = (), locks: tuple[str, ...] = ()) -> None:
    safety.keep(
        ScreenRecord(
            at_ms=safety.now_ms(),
            day=safety.this_day(),
            rules=safety_rules().rules,
            form=Form.FIRST,
            tier=tier,
            items=items,
            locks=locks,
            confirmed=True,
            complete=True,
        )
    )
