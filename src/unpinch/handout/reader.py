"""Reading a sheet: prose in, draft out.

The steps, in order, each in its own module:

 0. `unwrap`     wrapped lines made whole; at the end, every span back to its place in the source
 1. `plain`      one kind of dash, quote and letter; offsets unchanged
 2. `line`       lines and what each is by its marks; `label`, `table` for those that have them
 3. `part`       titles (`title`, `naming`, `announced`; `alike` by their looks) and the lines under
                 them; `entry`: a name and a dose; `above`: a dose over its name
 4. `sentence`   lines to sentences; `zone`: the main course, a harder or another way
 5. `number`, `amount`, `unit`   numbers, ranges, what they count
 6. `verb`, `mention`   a number in its sentence, and the verb that governs it
 7. `decoy`, `goal`     numbers that are no dose, or not yet
 8. `phrase`, `claiming`   one class a dose phrase; each number claimed at most once; `nature`
 9. `page`       which passages are exercises (`passage`, `listing`, `company`), several in one line
                 (`together`); `section`: doses of a heading; `sharing`: doses for all
10. `settling`   one value a field; `scope`, `sides`, `often`, `vague`
11. `step`, `sensation`, `caution`, `likeness` (names to the library), `question`
12. `unread`     what looks like a dose and gave no value: shown, so that nothing is lost silently

Silence stays unknown: no step has a value to fall back on. Every value keeps its place in the text.
"""

from bisect import bisect_left
from collections.abc import Mapping

from unpinch.exercises import library as shipped
from unpinch.exercises.model import Exercise
from unpinch.handout.caution import is_caution
from unpinch.handout.doubt import doubts
from unpinch.handout.draft import Draft, DraftExercise, Span, span_of
from unpinch.handout.entry import itemised
from unpinch.handout.exercise import Given, Sheet, draft_exercise
from unpinch.handout.line import lines
from unpinch.handout.mention import Mention
from unpinch.handout.page import Page, page
from unpinch.handout.passage import Passage
from unpinch.handout.plain import plain
from unpinch.handout.question import how_often
from unpinch.handout.unread import is_like_a_dose, unread_in, unread_lines, value_spans
from unpinch.handout.unwrap import unwrap


def read(text: str, library: Mapping[str, Exercise] | None = None) -> Draft:
    """The draft program of a sheet. Offsets count in the text as given.

    `library` is what names are matched with: the shipped exercises, unless others are given.
    """
    unwrapped = unwrap(text)
    sheet = Sheet(unwrapped.text, plain(unwrapped.text), shipped() if library is None else library)
    found = itemised(sheet.plain, lines(sheet.text))
    whole = page(sheet.text, sheet.plain, found)
    given = [
        Given(piece, inherited, whole.for_all)
        for piece, inherited in zip(whole.exercises, whole.inherited, strict=True)
    ]
    exercises = tuple(draft_exercise(sheet, one) for one in given)
    aside = [_whole(sheet.text, piece) for piece in whole.left_out if piece.clauses]
    looked_at = [
        clause
        for piece in (*whole.exercises, *whole.left_out, *whole.over)
        for clause in piece.looked_at
    ]
    lost = unread_lines(sheet.text, sheet.plain, found, looked_at)
    draft = Draft(
        exercises=exercises,
        questions=how_often([one.frequency for one in exercises]),
        cautions=_kept_cautions(sheet.text, whole),
        left_out=tuple(sorted([*aside, *lost], key=_place)),
        doubts=doubts(text, lines(text)),
        unread=tuple(sorted([*_unread(sheet.text, given, exercises, whole), *lost], key=_place)),
    )
    return unwrapped.placed_back(draft)


def _unread(
    text: str, given: list[Given], exercises: tuple[DraftExercise, ...], whole: Page
) -> list[Span]:
    """The sentences with a dose that gave no value, in the exercises and beside them."""
    within = [
        span
        for one, draft in zip(given, exercises, strict=True)
        for span in unread_in(text, draft, one.with_title)
    ]
    used = sorted((span.start, span.end) for one in exercises for span in value_spans(one))
    beside = [
        span_of(text, clause.sentence.start, clause.sentence.end)
        for piece in whole.left_out
        for clause in piece.looked_at
        if any(_is_unused(mention, used) for mention in clause.mentions)
    ]
    return [*within, *beside]


def _is_unused(mention: Mention, used: list[tuple[int, int]]) -> bool:
    """Whether a number looks like a dose, and no value of any exercise stands where it does."""
    amount, begins = mention.amount, mention.clause.sentence.start
    for at in range(bisect_left(used, (begins, 0)), len(used)):
        start, end = used[at]
        if start >= amount.end:
            break
        if end > amount.start:
            return False
    return is_like_a_dose(mention)


def _place(span: Span) -> int:
    return span.start


def _kept_cautions(text: str, whole: Page) -> tuple[Span, ...]:
    """Warnings are kept also from what is otherwise left out."""
    return tuple(
        span_of(text, clause.sentence.start, clause.sentence.end)
        for piece in whole.left_out
        for clause in piece.clauses
        if is_caution(clause)
    )


def _whole(text: str, piece: Passage) -> Span:
    return span_of(text, piece.clauses[0].sentence.start, piece.clauses[-1].sentence.end)
