"""The safety screen: which questions a form asks, and what the answers come to.

Pure and without memory: answers are a map from question id to answer, and the
outcome depends on that map alone, never on the order in which it was filled.

The order of asking is chosen so that nobody with an emergency answers thirty
more questions: emergency items come first; an answer that calls for an ambulance
ends the form at once; any other emergency answer ends it after the emergency
items, because one of those still to come may be more urgent.

A yes counts until that very question is answered again. Closing the group that
opened it, or changing the answer that led to it, takes nothing back.
"""

from collections.abc import Iterator, Mapping

import msgspec

from unpinch.care.rules import safety_rules
from unpinch.care.shape import Group, Item, SafetyRules
from unpinch.care.words import Action, Answer, CareError, Form, Tier, most_urgent
from unpinch.terms.event import PainKind

Answers = Mapping[str, Answer]


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One screen. `lines` are the items of a group, read aloud with it."""

    id: str
    title: str
    intro: str
    ask: str
    help: str
    lines: tuple[str, ...]
    items: tuple[str, ...]


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the screen says for one item, and what to say on the phone."""

    item: str
    says: str
    tell: str


class Outcome(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the answers come to. Provisional while `needs_confirmation`."""

    form: Form
    tier: Tier
    action: Action | None
    items: tuple[str, ...]
    locks: tuple[str, ...]
    says: tuple[Said, ...]
    corrected: tuple[str, ...]
    complete: bool
    needs_confirmation: bool
    rules: int


def form_after_hurt(kind: PainKind | None) -> Form | None:
    """The form that "it hurts" opens; none only after a strong stretch."""
    return None if kind is PainKind.STRETCH else Form.WORSE


def questions(
    form: Form,
    answers: Answers,
    rules: SafetyRules | None = None,
    *,
    morning: bool = False,
    again: tuple[str, ...] = (),
) -> tuple[Question, ...]:
    """What this form asks, given the answers so far; those to ask again come first.

    `morning`: before noon, which only the caller can know.
    """
    rules = rules or safety_rules()
    _refuse_unknown(answers, rules)
    asked: dict[str, Question] = {}
    repeated = [_question_of_item(i, rules) for i in rules.items if i.id in again]
    for question in (*repeated, *_emergencies(form, answers, rules)):
        asked.setdefault(question.id, question)
    if not _emergency_items(answers, rules):
        for item in _slower(form, rules, morning=morning):
            asked.setdefault(item.id, _question_of_item(item, rules))
    return tuple(asked.values())


def next_question(
    form: Form,
    answers: Answers,
    rules: SafetyRules | None = None,
    *,
    morning: bool = False,
    again: tuple[str, ...] = (),
) -> Question | None:
    """The first question without an answer; none when the form has come to an end."""
    rules = rules or safety_rules()
    if _action(_emergency_items(answers, rules)) is Action.AMBULANCE:
        return None
    asked = questions(form, answers, rules, morning=morning, again=again)
    return next((question for question in asked if question.id not in answers), None)


def outcome(
    form: Form,
    answers: Answers,
    rules: SafetyRules | None = None,
    *,
    morning: bool = False,
) -> Outcome:
    """What finished answers come to."""
    rules = rules or safety_rules()
    missing = next_question(form, answers, rules, morning=morning)
    if missing is not None:
        raise CareError(f"safety questions: {missing.id} has no answer yet; ask it first")
    return weigh(form, answers, rules, finished=True)


def weigh(form: Form, answers: Answers, rules: SafetyRules, *, finished: bool) -> Outcome:
    """What the answers come to so far."""
    _refuse_unknown(answers, rules)
    counted = [item for item in rules.items if _counts(answers, item.id)]
    emergencies = [item for item in counted if item.tier is Tier.EMERGENCY]
    locks = tuple(item.id for item in counted if item.tier.locks)
    return Outcome(
        form=form,
        tier=min((item.tier for item in counted), key=list(Tier).index, default=Tier.GO),
        action=_action(emergencies),
        items=tuple(item.id for item in counted),
        locks=locks,
        says=tuple(_said(item, alone=len(emergencies) == 1) for item in counted),
        corrected=_contradicted(answers, rules),
        complete=finished and not emergencies,
        needs_confirmation=bool(locks),
        rules=rules.rules,
    )


def _emergencies(form: Form, answers: Answers, rules: SafetyRules) -> Iterator[Question]:
    for item in rules.items:
        if item.tier is Tier.EMERGENCY and form in item.forms and item.after is None:
            yield from _with_follow_ups(item, answers, rules)
    for group in rules.groups:
        if form in group.forms:
            yield _question_of_group(group, rules)
            if _opened(group, answers):
                for item in (i for i in rules.items if i.id in group.items):
                    yield from _with_follow_ups(item, answers, rules)


def _slower(form: Form, rules: SafetyRules, *, morning: bool) -> Iterator[Item]:
    """The items of the form that are no emergency."""
    for item in rules.items:
        if item.tier is not Tier.EMERGENCY and form in item.forms:
            if item.morning_only and not morning:
                continue
            yield item


def _with_follow_ups(item: Item, answers: Answers, rules: SafetyRules) -> Iterator[Question]:
    yield _question_of_item(item, rules)
    if _counts(answers, item.id):
        for follow_up in rules.items:
            if follow_up.after == item.id:
                yield _question_of_item(follow_up, rules)


def _opened(group: Group, answers: Answers) -> bool:
    return _counts(answers, group.id) or any(_counts(answers, i) for i in group.items)


def _counts(answers: Answers, question_id: str) -> bool:
    return question_id in answers and answers[question_id].counts


def _emergency_items(answers: Answers, rules: SafetyRules) -> list[Item]:
    return [i for i in rules.items if i.tier is Tier.EMERGENCY and _counts(answers, i.id)]


def _action(emergencies: list[Item]) -> Action | None:
    alone = len(emergencies) == 1
    return most_urgent([action for item in emergencies if (action := _own(item, alone=alone))])


def _own(item: Item, *, alone: bool) -> Action | None:
    return item.action_alone if alone and item.action_alone is not None else item.action


def _said(item: Item, *, alone: bool) -> Said:
    only = alone and item.action_alone is not None
    return Said(item=item.id, says=item.says_alone if only else item.says, tell=item.tell)


def _contradicted(answers: Answers, rules: SafetyRules) -> tuple[str, ...]:
    """Groups answered with a plain yes, and then no to each of their items.

    Asking them singly was the asking again; the record says so.
    """
    return tuple(
        group.id
        for group in rules.groups
        if answers.get(group.id) is Answer.YES
        and not any(_counts(answers, item_id) for item_id in group.items)
    )


def _refuse_unknown(answers: Answers, rules: SafetyRules) -> None:
    known = {item.id for item in rules.items} | {group.id for group in rules.groups}
    for unknown in sorted(set(answers) - known):
        raise CareError(f"safety questions: {unknown!r} is not a question; start the form again")


def _question_of_item(item: Item, rules: SafetyRules) -> Question:
    part = next(part for part in rules.parts if part.id == item.part)
    return Question(item.id, part.title, part.intro, item.ask, item.help, (), (item.id,))


def _question_of_group(group: Group, rules: SafetyRules) -> Question:
    items = [item for item in rules.items if item.id in group.items]
    part = next(part for part in rules.parts if part.id == items[0].part)
    lines = tuple(item.line for item in items)
    return Question(group.id, part.title, "", group.ask, "", lines, group.items)
