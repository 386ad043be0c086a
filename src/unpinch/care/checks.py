"""What a rule set must not say: the checks on `safety.toml` that no type can make.

Each check yields plain lines; the first one is raised. A rule set that is
silently incomplete is the one failure this file may not have.
"""

from collections import Counter
from collections.abc import Iterator

from unpinch.care.changes import Change
from unpinch.care.shape import Condition, Item, SafetyRules
from unpinch.care.words import Action, CareError, Do, Ends, Form, Tier

FORMAT = 1
EXERCISES = frozenset({"knees-to-chest", "hamstring-stretch", "opposition-stretch", "childs-pose"})


def refuse_bad_rules(rules: SafetyRules, name: str) -> None:
    """Raise the first thing that is wrong, with its place."""
    for check in (_format, _ids, _references, _reviewable, _items, _forms, _conditions):
        for line in check(rules):
            raise CareError(f"{name}, {line}")


def _format(rules: SafetyRules) -> Iterator[str]:
    if rules.format != FORMAT:
        yield f"format: {rules.format} is not known; this program reads {FORMAT}"
    if rules.rules < 1:
        yield "rules: the version starts at 1; raise it by one at each change"
    if {screen.id for screen in rules.actions} != set(Action):
        yield "[[action]]: each action needs one row; add the one that is missing"


def _ids(rules: SafetyRules) -> Iterator[str]:
    ids = Counter(item.id for item in rules.items)
    ids.update(group.id for group in rules.groups)
    ids.update(condition.id for condition in rules.conditions)
    for twice in (row_id for row_id, times in ids.items() if times > 1):
        yield f"{twice}: this id is used twice; give one of them another"


def _references(rules: SafetyRules) -> Iterator[str]:
    items = {item.id for item in rules.items}
    parts = {part.id for part in rules.parts}
    for item in rules.items:
        if item.part not in parts:
            yield f"{item.id} part: {item.part!r} is not one of the [[part]] rows"
        if item.after is not None and item.after not in items:
            yield f"{item.id} after: {item.after!r} is not an item; name one that is"
    for row_id, named in [
        *((group.id, group.items) for group in rules.groups),
        *((condition.id, condition.when) for condition in rules.conditions),
    ]:
        for unknown in sorted(set(named) - items):
            yield f"{row_id}: {unknown!r} is not an item; name one that is"


def _reviewable(rules: SafetyRules) -> Iterator[str]:
    rows: list[Item | Condition] = [*rules.items, *rules.conditions]
    for row in rows:
        if row.strength not in rules.strength:
            yield f"{row.id} strength: {row.strength!r} is not explained in [strength]"
        if not row.source.strip() or not row.because.strip():
            yield f"{row.id}: a row needs its source and its reason; write both"


def _items(rules: SafetyRules) -> Iterator[str]:
    for item in rules.items:
        yield from _emergency(item) if item.tier is Tier.EMERGENCY else _not_emergency(item)
        if item.action_alone is not None and not item.says_alone:
            yield f"{item.id} says_alone: say what the screen shows when it is the only one"


def _emergency(item: Item) -> Iterator[str]:
    if item.action is None:
        yield f"{item.id} action: an emergency item needs its own action; name one"
    if not item.tell:
        yield f"{item.id} tell: say in one sentence what to tell on the phone"
    if item.standing:
        yield f"{item.id} standing: an emergency always locks again; remove it"


def _not_emergency(item: Item) -> Iterator[str]:
    if item.action is not None or item.action_alone is not None:
        yield f"{item.id} action: only an emergency item has an action; remove it"


def _forms(rules: SafetyRules) -> Iterator[str]:
    """Every emergency item is reached exactly once by every form."""
    lines = {item.id: item.line for item in rules.items}
    for group in rules.groups:
        for bare in (item_id for item_id in group.items if not lines.get(item_id)):
            yield f"{group.id}: {bare} has no `line` to show on this screen; write one"
    for form in Form:
        grouped = Counter(
            item_id for group in rules.groups if form in group.forms for item_id in group.items
        )
        for item in rules.items:
            ways = grouped[item.id] + (form in item.forms)
            if item.tier is Tier.EMERGENCY and ways != 1:
                yield f"{item.id}: the form {form.value!r} asks it {ways} times; ask it once"


def _conditions(rules: SafetyRules) -> Iterator[str]:
    for condition in rules.conditions:
        if set(condition.exercises) != EXERCISES:
            yield f"{condition.id}: give each exercise its own cell: {', '.join(sorted(EXERCISES))}"
        if (condition.ends is Ends.SESSION) != bool(condition.until):
            yield f"{condition.id} until: written for, and only for, a row that ends with a session"
        yield from _cells(condition)
    covered = {item_id for condition in rules.conditions for item_id in condition.when}
    for item in rules.items:
        if item.tier is Tier.CARE and not item.advice_only and item.id not in covered:
            yield f"{item.id}: no condition follows from it; add the row or drop the question"


def _cells(condition: Condition) -> Iterator[str]:
    cells = {**condition.exercises, **{trait.value: c for trait, c in condition.others.items()}}
    for where, cell in cells.items():
        if (cell.do is Do.MODIFIED) != bool(cell.how):
            yield f"{condition.id}, {where} how: written for, and only for, a modified form"
        if cell.instead != Change() and (cell.do is not Do.MODIFIED or where not in EXERCISES):
            yield f"{condition.id}, {where} instead: only for a modified form of one of the four"
        if cell.do is Do.GATE and condition.ends is not Ends.GATE:
            yield f"{condition.id}, {where}: only a row that ends with the gate may say gate"
