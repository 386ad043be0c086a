"""One passage to one exercise of the draft: every field with the words that give it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from unpinch.exercises.model import Exercise
from unpinch.handout.caution import cautions
from unpinch.handout.claim import NAMED, WEAK, Claim, Field
from unpinch.handout.draft import Dose, DraftExercise, Frequency, Span, Worded, span_of
from unpinch.handout.likeness import likeness
from unpinch.handout.mention import Clause
from unpinch.handout.nature import nature
from unpinch.handout.often import frequency
from unpinch.handout.passage import Claimed, Passage
from unpinch.handout.question import Known, questions
from unpinch.handout.sensation import sensation
from unpinch.handout.settling import Chosen, add_up_more, choose, counted, dose, no_rest, tempo
from unpinch.handout.sides import sides, swaps
from unpinch.handout.step import steps
from unpinch.handout.vague import Vague, vague
from unpinch.handout.zone import Zone

_OPENING_WORDS = 8
# In a heading or an introduction "5 of each" is of each exercise.
_OF_EACH = re.compile(r"\bof each\b(?! (?:side|leg|arm|hand|foot))|\beach(?=\W{0,3}(?:$|[,.;]))")
_REPEAT = re.compile(r"\brepeat")
_AGAIN = re.compile(r"\b(?:other|opposite|left|right|sets? of)\b")
_ASIDE = (Zone.VARIATION, Zone.CAUTION, Zone.GOAL)
_TIME = (Field.HOLD, Field.BREATHS, Field.DURATION)
Won = dict[Field, Chosen | None]


@dataclass(frozen=True)
class Sheet:
    """The text, and the library to compare its exercises with."""

    text: str
    plain: str
    library: Mapping[str, Exercise]


@dataclass(frozen=True)
class Given:
    """An exercise's own passage, and the doses that its section and the page give to it."""

    piece: Passage
    inherited: list[Claimed]
    for_all: list[Claimed]

    @property
    def clauses(self) -> list[Clause]:
        """Its own sentences."""
        return list(self.piece.clauses)

    @property
    def with_title(self) -> list[Clause]:
        """Its sentences after its title line, where that holds a dose: "Clam - x10 each side"."""
        return self.piece.looked_at

    @property
    def own(self) -> list[Claimed]:
        """Its own claims, those of its title first."""
        title = [pair for pair in self.piece.heading if not self._is_of_the_whole(*pair)]
        return add_up_more([*title, *self.piece.claimed])

    def _is_of_the_whole(self, title: Clause, claim: Claim) -> bool:
        """ "Warrior (2 minutes)" over "hold for 5 breaths": the time of the whole.

        A bare time in a title that stands beside a dose of its own in the words is how long the
        whole takes; it stays unread.
        """
        if claim.field not in _TIME or claim.strength == NAMED or self.piece.entry:
            return False
        told = [
            one.field
            for clause, one in self.piece.claimed
            if clause.zone not in _ASIDE and not one.goal and one.strength > WEAK
        ]
        held = any(field in _TIME for field in told)
        return held or (Field.REPS in told and nature(title.words) is Field.DURATION)


def draft_exercise(sheet: Sheet, given: Given) -> DraftExercise:
    """Read one exercise. What it does not say, its section may, and then the page."""
    won = _won(given)
    name, name_span = _name(sheet.text, given.piece)
    known = _known(sheet, given, won)
    clauses = given.clauses
    return DraftExercise(
        name=name,
        name_span=name_span,
        exercise=likeness(name if name_span else "", known.words, sheet.library),
        hold_s=known.hold,
        hold_breaths=known.breaths,
        duration_s=known.duration,
        reps=known.reps,
        sets=known.sets,
        rest_s=dose(sheet.text, won[Field.REST]) or no_rest(sheet.text, clauses),
        tempo=tempo(sheet.text, won[Field.TEMPO], clauses),
        sides=known.sides,
        frequency=_frequency(sheet.text, given),
        steps=steps(sheet.text, clauses),
        sensation=sensation(sheet.text, clauses),
        cautions=cautions(sheet.text, clauses),
        questions=questions(known),
        vague_dose=known.vague_spans,
        span=_place(sheet.text, given.piece),
    )


def _won(given: Given) -> Won:
    """The claim that gives each field; what is said nearer to the exercise goes first."""
    nearest = (given.own, add_up_more(given.inherited), add_up_more(given.for_all))
    won = {
        field: next(filter(None, (choose(one, field) for one in nearest)), None) for field in Field
    }
    timed = [won[field] for field in _TIME]
    if any(one and not one.claim.goal for one in timed):
        won |= {field: None for field in _TIME if (one := won[field]) and one.claim.goal}
    hold, going = won[Field.HOLD], won[Field.DURATION]
    if hold and going and (_same_again(hold, going) or _is_weaker(going, hold)):
        won[Field.DURATION] = None
    elif hold and going and _is_weaker(hold, going):
        won[Field.HOLD] = None
    return won


def _is_weaker(one: Chosen, two: Chosen) -> bool:
    """A time that nothing speaks for beside one that is told plainly is no second dose."""
    return one.claim.strength == WEAK and two.claim.strength > WEAK


def _same_again(hold: Chosen, going: Chosen) -> bool:
    """ "Repeat for 30 seconds on the other side" and "2 sets of 30 seconds" name the hold again."""
    same = (hold.claim.low, hold.claim.high) == (going.claim.low, going.claim.high)
    return same and _AGAIN.search(going.clause.words) is not None


def _known(sheet: Sheet, given: Given, won: Won) -> Known:
    text, clauses = sheet.text, given.with_title
    left = [one for one in vague(clauses) if not _answered(one, won)]
    reps = won[Field.REPS]
    own = reps is not None and _is_own(reps, given)
    two = sides(clauses, reps.claim.start if reps and own else None)
    if two is None and reps and not own and not _OF_EACH.search(reps.clause.words):
        two = sides([reps.clause], reps.claim.start)
    return Known(
        words=" ".join(one.words for one in clauses if one.zone not in _ASIDE),
        hold=dose(text, won[Field.HOLD]),
        breaths=dose(text, won[Field.BREATHS]),
        duration=dose(text, won[Field.DURATION]),
        reps=counted(text, reps, clauses, swaps(clauses), _called(sheet, given.piece)),
        sets=dose(text, won[Field.SETS]),
        sides=Worded(two.value, span_of(text, two.start, two.end)) if two else None,
        vague=tuple(left),
        vague_spans=tuple(span_of(text, one.start, one.end) for one in left),
        holds_differ=_others(text, won[Field.HOLD]),
        repeats=_repeats(reps),
    )


def _called(sheet: Sheet, piece: Passage) -> str:
    return sheet.plain[slice(*piece.name)] if piece.name else ""


def _is_own(chosen: Chosen, given: Given) -> bool:
    return any(chosen.claim.start == claim.start for _, claim in given.own)


def _answered(one: Vague, won: Won) -> bool:
    """Whether a number elsewhere says what the vague words leave open."""
    if one.field in (Field.HOLD, Field.BREATHS):
        return won[Field.HOLD] is not None or won[Field.BREATHS] is not None
    if one.field is Field.REPS and won[Field.DURATION] is not None:
        return True
    return won[one.field] is not None


def _others(text: str, chosen: Chosen | None) -> tuple[Dose, ...]:
    """The other holds that are named as plainly, each value once."""
    if chosen is None:
        return ()
    values = {(claim.low, claim.high): claim for claim in reversed(chosen.others)}
    found = (dose(text, Chosen(claim, chosen.clause, ())) for claim in values.values())
    return tuple(one for one in found if one is not None)


def _repeats(chosen: Chosen | None) -> bool:
    """Whether the count stands with "repeat", so that the first time may or may not count."""
    if chosen is None or chosen.claim.more:
        return False
    clause, claim = chosen.clause, chosen.claim
    led = clause.plain[max(clause.sentence.start, claim.start - 40) : claim.end]
    return _REPEAT.search(led) is not None


def _frequency(text: str, given: Given) -> Frequency | None:
    own = frequency(text, [*given.piece.heading, *given.piece.claimed])
    return own or frequency(text, given.inherited) or frequency(text, given.for_all)


def _name(text: str, piece: Passage) -> tuple[str, Span | None]:
    """The title; without one, the words with which the exercise opens."""
    if piece.name is not None and piece.name[0] < piece.name[1]:
        span = span_of(text, *piece.name)
        return " ".join(span.text.split()), span
    if not piece.clauses:
        return "", None
    first = piece.clauses[0].sentence
    words = text[first.start : first.end].split()
    return " ".join(words[:_OPENING_WORDS]).rstrip(".,;:"), None


def _place(text: str, piece: Passage) -> Span:
    starts = [one.sentence.start for one in piece.clauses]
    ends = [one.sentence.end for one in piece.clauses]
    if piece.name is not None:
        starts.append(piece.name[0])
        ends.append(piece.name[1])
    return span_of(text, min(starts), max(ends))
