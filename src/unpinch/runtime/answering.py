"""The form that is being answered now. In memory only: answers are never written down.

A reload, a step back and a second window find it again. After an hour without an
answer, or a restart, it is forgotten and begins anew; what would lock is in the
diary by then, and the form comes back at its "is that right?".

A confirmation that the diary waits for comes before any form in hand that is not its own:
an alarm in a session, or another window, may have written it meanwhile.

Pages call this from Django's one thread for synchronous views, so there is no lock.
"""

from unpinch.care.lock import waits
from unpinch.care.records import ScreenRecord
from unpinch.care.rules import safety_rules
from unpinch.care.screen import Outcome
from unpinch.care.screening import Screening, begin, confirm, give, pending, record, resume, shows
from unpinch.care.words import Answer, CareError, Form
from unpinch.runtime import safety

MINUTE_MS = 60_000


class Answering:
    """Holds at most one screening."""

    def __init__(self) -> None:
        """No form was begun yet."""
        self._screening: Screening | None = None
        self._touched_ms = 0
        self._waiting: ScreenRecord | None = None  # the open confirmation this form answers

    def begin(self, form: Form) -> Screening:
        """A form; but first one in hand that is not finished, and a confirmation that waits."""
        found = self.now()
        if found is None or found.form is not form or isinstance(shows(found), Outcome):
            self.forget()
            found = self.now() or self._hold(begin(form, morning=safety.morning()))
        return found

    def now(self) -> Screening | None:
        """The form in hand; but first a confirmation that the diary waits for, if it is another."""
        waiting = waits(safety.records())
        if self._screening is None or self._is_old() or waiting not in (None, self._waiting):
            self.forget()
            if waiting is not None:
                self._waiting = waiting
                return self._hold(resume(waiting))
        return self._screening

    def give(self, question: str, answer: Answer) -> Screening:
        """Take an answer, and keep what follows from it. Raises `CareError`."""
        return self._keep(give(self._needed(), question, answer))

    def confirm(self, *, right: bool) -> Screening:
        """Take the answer to "is that right?". Raises `CareError`."""
        return self._keep(confirm(self._needed(), right=right))

    def forget(self) -> None:
        """Nothing is in hand any more."""
        self._screening, self._waiting = None, None

    def _is_old(self) -> bool:
        lasts = safety_rules().again.short_form_lasts_min * MINUTE_MS
        return not 0 <= safety.now_ms() - self._touched_ms <= lasts

    def _needed(self) -> Screening:
        found = self.now()
        if found is None:
            raise CareError("safety questions: no form is open; start it again")
        return found

    def _hold(self, screening: Screening) -> Screening:
        self._screening, self._touched_ms = screening, safety.now_ms()
        return screening

    def _keep(self, screening: Screening) -> Screening:
        self._hold(screening)
        at_ms, day = safety.now_ms(), safety.this_day()
        found = shows(screening)
        if isinstance(found, Outcome):
            safety.keep(record(screening, at_ms, day))
            self._waiting = None
            if found.locks:
                self.forget()  # a lock cannot be answered away
            return screening
        waiting = pending(screening, at_ms, day)
        if waiting is not None and (self._waiting is None or waiting.locks != self._waiting.locks):
            self._waiting = waiting
            safety.keep(waiting)
        return screening


answering = Answering()
