"""Proposals: the next dose inside the handout's range, for the person to decide. Synchronous.

Off until the person or their physiotherapist switches them on. One at a time: after any
change of a dose and after any decision, only sessions done since then count toward a step up,
and none is proposed while it reaches further down than two weeks before. What was declined is
not asked again from the same sessions. Nothing is changed before it is accepted.

The stop rules are elsewhere and wait for nobody.
"""

from collections.abc import Mapping
from datetime import timedelta

import msgspec

from unpinch.care.allowed import Blocked
from unpinch.care.dosing import Level, Proposal, Step, proposal
from unpinch.care.felt import Felt, further_down
from unpinch.care.response_rules import response_rules
from unpinch.care.stops import Stop, in_order
from unpinch.exercises.choosing import Choice, ChoiceError, chosen_point
from unpinch.exercises.quantity import say_time
from unpinch.journal.decisions import Decided, Decision, Switched, decided
from unpinch.journal.entry import Kind
from unpinch.journal.store import shelf
from unpinch.runtime import diary, response, safety
from unpinch.terms.dose import Dose
from unpinch.terms.refused import Refused

# Long enough for someone who does the exercises once a week.
_LOOKED_AT = timedelta(weeks=8)
_GONE = "This is not proposed any more; look at Today again."
_LATELY = timedelta(weeks=2)
_SETTLES = (Kind.CHOICES, Kind.POINTS, Kind.DECISION)


class ProposalError(Refused):
    """One line: why this cannot be decided."""


class Offer(msgspec.Struct, frozen=True):
    """A proposal as it is shown: what would change, from what, and why in one sentence."""

    proposal: Proposal
    name: str
    was: Level

    @property
    def id(self) -> str:
        """The same while the same is proposed from the same sessions."""
        asked = self.proposal
        new = f"{asked.level.hold_ms}x{asked.level.repetitions}"
        return " ".join((asked.exercise, asked.step, new, asked.sessions[0], asked.sessions[-1]))

    @property
    def says(self) -> str:
        """ "Knees to chest: hold 20 s instead of 15 s." """
        new = self.proposal.level
        changed = []
        if new.hold_ms != self.was.hold_ms:
            changed.append(f"hold {say_time(new.hold_ms)} instead of {say_time(self.was.hold_ms)}")
        if new.repetitions != self.was.repetitions:
            changed.append(f"{_times(new.repetitions)} instead of {_times(self.was.repetitions)}")
        return f"{self.name}: {', '.join(changed)}."

    @property
    def because(self) -> str:
        """The reason, one sentence."""
        return self.proposal.says


def switched_on() -> bool:
    """Whether there may be proposals at all."""
    entry = shelf.newest(Kind.PROPOSALS)
    return entry is not None and msgspec.json.decode(entry.body, type=Switched).on


def switch(on: bool) -> None:
    """Switch them on or off from now on."""
    if on != switched_on():
        diary.write(Kind.PROPOSALS, Switched(on))


def offered(now: safety.Standing | None = None) -> Offer | None:
    """The one change that is proposed now; none while anything is locked.

    On a day on which it is easily stirred up none that asks for more.
    """
    if not switched_on():
        return None
    now = now or safety.standing()
    if now.locked is not None:
        return None
    levels, doses = _present(now)
    history = response.history(_LOOKED_AT)
    found = next_step(
        history, levels, doses, response.stopped(), _decisions(), settled_ms=_settled_ms()
    )
    if found is None or (now.stirred and found.step is Step.UP):
        return None
    name = diary.library()[found.exercise].name
    return Offer(found, name, levels[found.exercise])


def next_step(
    history: tuple[Felt, ...],
    levels: Mapping[str, Level],
    doses: Mapping[str, Dose],
    stopped: tuple[Stop, ...],
    earlier: tuple[Decided, ...],
    *,
    settled_ms: int,
) -> Proposal | None:
    """The one change to propose: never one that was declined on the same sessions.

    `settled_ms`: when any dose was last changed or decided on. A step up waits for three
    sessions since.
    """
    since = tuple(felt for felt in history if felt.at_ms > settled_ms)
    if _reaches_further(history):
        since = ()
    for step, seen in ((Step.DOWN, history), (Step.UP, since)):
        open_levels = dict(levels)
        while open_levels:
            found = proposal(seen, open_levels, doses, stopped, switched_on=True)
            if found is None or found.step is not step:
                break
            if not any(_same(one.decision, found) for one in earlier):
                return found
            del open_levels[found.exercise]
    return None


def _reaches_further(history: tuple[Felt, ...]) -> bool:
    """Whether it reaches further down now than at first in these two weeks."""
    known = [(felt.day, felt.before) for felt in in_order(history) if felt.before is not None]
    if not known:
        return False
    last_day, last = known[-1]
    first = next(report for day, report in known if day > last_day - _LATELY)
    return further_down(first, last)


def answer(offer_id: str, *, accepted: bool) -> None:
    """What the person said to the offer with this id. Raises `ProposalError`."""
    now = offered()
    if now is None or now.id != offer_id:
        raise ProposalError(_GONE)
    if accepted:
        accept(now.proposal)
    else:
        decline(now.proposal)


def accept(offer: Proposal) -> None:
    """Do it from now on. Raises `ProposalError` if it is not what is proposed now."""
    _must_stand(offer)
    kept = tuple(one for one in diary.choices() if one.exercise != offer.exercise)
    before = next((one for one in diary.choices() if one.exercise == offer.exercise), None)
    changed = msgspec.structs.replace(
        before or Choice(exercise=offer.exercise),
        hold_ms=offer.level.hold_ms,
        repetitions=offer.level.repetitions,
    )
    diary.choose((*kept, changed))
    _keep(offer, accepted=True)


def decline(offer: Proposal) -> None:
    """Leave the dose as it is. Raises `ProposalError` if it is not what is proposed now."""
    _must_stand(offer)
    _keep(offer, accepted=False)


def _must_stand(asked: Proposal) -> None:
    """Two windows, or an answer meanwhile: what is not proposed any more changes nothing."""
    now = offered()
    if now is None or now.proposal != asked:
        raise ProposalError(_GONE)


def _keep(asked: Proposal, *, accepted: bool) -> None:
    diary.write(Kind.DECISION, Decision(asked, accepted, response_rules().rules))


def _decisions() -> tuple[Decided, ...]:
    since = safety.this_day() - _LOOKED_AT
    return decided(shelf.since(since, Kind.DECISION))


def _same(decision: Decision, found: Proposal) -> bool:
    """Whether this was answered already, and no session has been added to it."""
    asked = decision.proposal
    same = (asked.exercise, asked.step) == (found.exercise, found.step)
    return same and set(found.sessions) <= set(asked.sessions)


def _settled_ms() -> int:
    """When any dose was last changed or decided on."""
    latest = [entry for kind in _SETTLES if (entry := shelf.newest(kind)) is not None]
    return max((safety.ms(entry.at) for entry in latest), default=0)


def _present(now: safety.Standing) -> tuple[dict[str, Level], dict[str, Dose]]:
    """The present doses and the handout's ranges of what is done."""
    library, choices = diary.library(), {one.exercise: one for one in diary.choices()}
    levels, doses = {}, {}
    for point in diary.program().parts:
        exercise, choice = library[point.exercise], choices.get(point.exercise)
        left_out = choice is not None and choice.left_out
        if left_out or isinstance(now.rulings.get(point.exercise), Blocked):
            continue
        try:
            chosen = chosen_point(exercise, point, choice)
        except ChoiceError:
            continue  # the choice does not fit the handout any more: Today says so
        levels[point.exercise] = Level(chosen.hold_ms, chosen.repetitions)
        doses[point.exercise] = exercise.dose_of(chosen.variation)
    return levels, doses


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
