"""Going through a form: answering, going back, and the one confirmation.

A screening is a value; each step returns the next one. Before a lock the person
is asked once whether the answer is right. "No, I pressed it by mistake" asks
that question again, and nothing else follows from it: the second answer stands.
Changing a yes to a no by going back is the same thing without the confirmation.
Both are written into the record as corrected.

Nobody loses an emergency by closing the page. As soon as an answer would lock,
`pending` gives a record to be kept; it holds the exercises back until this
screening, or one begun with `resume`, confirms or corrects it.
"""

import datetime

import msgspec

from unpinch.care.records import ScreenRecord
from unpinch.care.rules import safety_rules
from unpinch.care.screen import Outcome, Question, next_question, questions, weigh
from unpinch.care.shape import SafetyRules
from unpinch.care.words import Answer, CareError, Form


class Screening(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the person is in a form.

    `doubted`: what once counted and was taken back. `asked_again`: what the
    person called a mistake; its second answer stands without confirmation.
    `waiting`: the confirmation is due, even if the form was left half-way.
    """

    form: Form
    answers: dict[str, Answer]
    morning: bool = False
    doubted: tuple[str, ...] = ()
    asked_again: tuple[str, ...] = ()
    waiting: bool = False
    confirmed: bool = False


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question and what was answered, as the confirmation shows it."""

    item: str
    ask: str
    words: str


class Confirmation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """You answered ... Is that right?"""

    asked: tuple[Asked, ...]
    right: str
    mistake: str


def begin(form: Form, *, morning: bool = False) -> Screening:
    """A form without answers. `morning`: it is before noon."""
    return Screening(form=form, answers={}, morning=morning)


# What the session's alarm row names: numb between the legs, bladder, bowel, new weakness.
# Until the person says which, each of them counts as yes, as "not sure" does.
_ALARM = ("E1", "E2", "E3", "E7")


def after_alarm() -> Screening:
    """The form as it stands once the alarm row was pressed: at "is that right?"."""
    return Screening(form=Form.WORSE, answers=dict.fromkeys(_ALARM, Answer.YES), waiting=True)


def resume(record: ScreenRecord, rules: SafetyRules | None = None) -> Screening:
    """Back to the confirmation that a pending record waits for, as far as these rules know it."""
    rules = rules or safety_rules()
    if record.confirmed:
        raise CareError("safety questions: this outcome is confirmed; only a clinician opens it")
    answers = {item: Answer.YES for item in record.locks if rules.locks(item)}
    return Screening(form=record.form, answers=answers, waiting=True)


def shows(
    screening: Screening, rules: SafetyRules | None = None
) -> Question | Confirmation | Outcome:
    """What the page shows now."""
    rules = rules or safety_rules()
    if screening.confirmed:
        return _outcome(screening, rules)
    if not screening.waiting:
        question = _next(screening, rules)
        if question is not None:
            return question
    found = _outcome(screening, rules)
    return _confirmation(screening, found, rules) if found.needs_confirmation else found


def asked(screening: Screening, rules: SafetyRules | None = None) -> tuple[Question, ...]:
    """All questions of the form as it stands, for "question 2 of 9" and for going back."""
    return questions(
        screening.form,
        screening.answers,
        rules,
        morning=screening.morning,
        again=screening.asked_again,
    )


def give(
    screening: Screening, question_id: str, answer: Answer, rules: SafetyRules | None = None
) -> Screening:
    """Answer a question, or answer it differently after going back."""
    rules = rules or safety_rules()
    if screening.confirmed:
        raise CareError("safety questions: the answers are confirmed; only a clinician opens them")
    if rules.item(question_id) is None and rules.group(question_id) is None:
        raise CareError(f"safety questions: {question_id!r} is not a question; start again")
    before = screening.answers.get(question_id, Answer.NO)
    doubted = screening.doubted
    if before.counts and not answer.counts and rules.item(question_id) is not None:
        doubted = _with(doubted, question_id)
    answers = {**screening.answers, question_id: answer}
    return msgspec.structs.replace(screening, answers=answers, doubted=doubted, waiting=False)


def confirm(screening: Screening, *, right: bool, rules: SafetyRules | None = None) -> Screening:
    """Answer "is that right?". If it was a mistake, those questions are asked again."""
    rules = rules or safety_rules()
    if not isinstance(shows(screening, rules), Confirmation):
        raise CareError("safety questions: nothing waits to be confirmed; go on with the form")
    if right:
        return msgspec.structs.replace(screening, confirmed=True, waiting=False)
    mistaken = _outcome(screening, rules).locks
    return msgspec.structs.replace(
        screening,
        answers={q: a for q, a in screening.answers.items() if q not in mistaken},
        doubted=_with(screening.doubted, *mistaken),
        asked_again=_with(screening.asked_again, *mistaken),
        waiting=False,
    )


def record(
    screening: Screening, at_ms: int, day: datetime.date, rules: SafetyRules | None = None
) -> ScreenRecord:
    """What the diary keeps of a finished screening."""
    found = shows(screening, rules)
    if not isinstance(found, Outcome):
        raise CareError("safety questions: not finished; answer the question that is shown")
    return _kept(found, at_ms, day, confirmed=True)


def pending(
    screening: Screening, at_ms: int, day: datetime.date, rules: SafetyRules | None = None
) -> ScreenRecord | None:
    """What the diary keeps at once, while a lock still waits to be confirmed."""
    rules = rules or safety_rules()
    found = _outcome(screening, rules)
    if not found.locks or isinstance(shows(screening, rules), Outcome):
        return None
    return _kept(found, at_ms, day, confirmed=False)


def _outcome(screening: Screening, rules: SafetyRules) -> Outcome:
    finished = _next(screening, rules) is None
    found = weigh(screening.form, screening.answers, rules, finished=finished)
    taken_back = tuple(
        item for item in screening.doubted if screening.answers.get(item) is Answer.NO
    )
    certain = screening.confirmed or any(item in screening.asked_again for item in found.locks)
    return msgspec.structs.replace(
        found,
        corrected=(*taken_back, *found.corrected),
        needs_confirmation=found.needs_confirmation and not certain,
    )


def _next(screening: Screening, rules: SafetyRules) -> Question | None:
    return next_question(
        screening.form,
        screening.answers,
        rules,
        morning=screening.morning,
        again=screening.asked_again,
    )


def _confirmation(screening: Screening, found: Outcome, rules: SafetyRules) -> Confirmation:
    lines = tuple(
        Asked(
            item=item.id,
            ask=item.ask,
            words=rules.answers.confirm.format(answer=f"“{screening.answers[item.id].value}”"),
        )
        for item in rules.items
        if item.id in found.locks
    )
    return Confirmation(asked=lines, right=rules.answers.right, mistake=rules.answers.mistake)


def _kept(found: Outcome, at_ms: int, day: datetime.date, *, confirmed: bool) -> ScreenRecord:
    return ScreenRecord(
        at_ms=at_ms,
        day=day,
        rules=found.rules,
        form=found.form,
        tier=found.tier,
        action=found.action,
        items=found.items,
        locks=found.locks,
        confirmed=confirmed,
        complete=found.complete and confirmed,
        corrected=found.corrected,
    )


def _with(ids: tuple[str, ...], *more: str) -> tuple[str, ...]:
    return (*ids, *(new for new in dict.fromkeys(more) if new not in ids))
