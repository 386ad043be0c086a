"""Which form is due before a session may begin."""

import datetime
from collections.abc import Sequence

from unpinch.care.lock import locks
from unpinch.care.records import CareRecord, ScreenRecord
from unpinch.care.rules import safety_rules
from unpinch.care.screen import form_after_hurt
from unpinch.care.shape import SafetyRules
from unpinch.care.words import Form
from unpinch.terms.event import PainKind

MINUTE_MS = 60_000


def form_due(
    records: Sequence[CareRecord],
    *,
    now_ms: int,
    today: datetime.date,
    session_began_ms: int | None = None,
    hurt: PainKind | None = None,
    rules: SafetyRules | None = None,
) -> Form | None:
    """The form to ask now; none if a session may begin, or if a lock comes first.

    `session_began_ms`: when the last session began, since a form serves one
    session. `hurt`: the last "it hurts" that no form has followed yet.
    """
    rules = rules or safety_rules()
    if locks(records, rules):
        return None
    if hurt is not None and form_after_hurt(hurt) is Form.WORSE:
        return Form.WORSE
    screens = [r for r in records if isinstance(r, ScreenRecord) and r.confirmed and r.complete]
    if not any(_full_still_holds(record, today, rules) for record in screens):
        return Form.FIRST
    lasts = rules.again.short_form_lasts_min * MINUTE_MS
    for record in screens:
        fresh = now_ms - lasts <= record.at_ms <= now_ms
        if fresh and (session_began_ms is None or record.at_ms > session_began_ms):
            return None
    return Form.SHORT


def _full_still_holds(record: ScreenRecord, today: datetime.date, rules: SafetyRules) -> bool:
    if record.form is not Form.FIRST or record.rules != rules.rules:
        return False
    age = today - record.day
    return datetime.timedelta(0) <= age < datetime.timedelta(days=rules.again.full_form_after_days)
