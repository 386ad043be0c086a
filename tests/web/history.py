"""Invented weeks of a diary: sessions with what was marked and rated around them."""

from collections.abc import Iterable

from tests.conftest import Clock
from tests.web.kept import keep
from unpinch.care.felt import Compared
from unpinch.care.symptoms import Leg, Patch, Report
from unpinch.journal.symptoms import Moment
from unpinch.runtime import symptoms
from unpinch.terms.event import LeftOut

# From the back of the leg down to the sole.
DOWN = (Patch.BUTTOCK, Patch.THIGH_BACK, Patch.CALF, Patch.SOLE)


def marked(deepest: int, *, numbness: int, tingling: int | None = None, pain: int = 3) -> Report:
    """The right leg: numb from the buttock down, so many areas, the last one tingling too."""
    return Report(
        right=Leg(numb=DOWN[:deepest], tingling=DOWN[max(0, deepest - 1) : deepest]),
        leg_pain=pain,
        back_pain=2,
        numbness=numbness,
        tingling=numbness - 1 if tingling is None else tingling,
    )


def day(
    clock: Clock,
    before: Report | None,
    after: Report | None,
    *,
    morning: bool,
    whole: bool = False,
) -> None:
    """One day with a session; the clock then stands at the next morning."""
    if before is not None:
        symptoms.report(Moment.BEFORE, before)
    clock.pass_ms(60_000)
    # After the first exercise the rest is left out: quick to play, and something was held.
    left_out = () if whole else tuple(LeftOut(at_s * 1000) for at_s in (62, 64, 66, 68))
    session = keep(clock, *left_out, minutes=12)
    if after is not None:
        symptoms.report(Moment.AFTER, after, session=session)
    clock.pass_ms(86_400_000 - 13 * 60_000)
    if morning:
        symptoms.compare(session, Compared.SAME)


def weeks(
    clock: Clock,
    depths: Iterable[int],
    *,
    missed: frozenset[int] = frozenset(),
    mornings: bool = True,
    whole: bool = False,
) -> None:
    """A day for each depth; numbness goes with it. Missed days have no session."""
    for index, deepest in enumerate(depths):
        if index in missed:
            clock.pass_days(1)
            continue
        strong = 2 + deepest
        day(
            clock,
            marked(deepest, numbness=strong),
            marked(deepest, numbness=max(0, strong - index % 2)),
            morning=mornings and index % 3 > 0,
            whole=whole,
        )
