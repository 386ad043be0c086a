"""The whole rule set as one page that a clinician can review in an hour.

Plain data in the order of reading: sections of rows of named cells. What a page
or a printout shows is all here, and a test holds that nothing of the rules is
missing from it.
"""

import msgspec

from unpinch.care.numbers import Country, countries
from unpinch.care.response_rules import ResponseRules, response_rules
from unpinch.care.rules import safety_rules
from unpinch.care.shape import Cell, Condition, Item, SafetyRules
from unpinch.care.words import Do, Tier


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row: an id and its cells, each with its heading."""

    id: str
    cells: tuple[tuple[str, str], ...]


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A heading, a sentence, and rows."""

    title: str
    intro: str
    rows: tuple[Row, ...]


class ReviewPage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything a reviewer signs, with the version they sign."""

    title: str
    rules: int
    statement: str
    notes: tuple[str, ...]
    sections: tuple[Section, ...]


TIER_INTROS = {
    Tier.EMERGENCY: "A yes locks the exercises until a clinician has examined the person for it.",
    Tier.CLINICIAN: "A yes locks the exercises until a clinician has examined the person for it.",
    Tier.CARE: "A yes locks nothing. It changes exercises, or advises a check.",
}


RESPONSE_TABLES = ("colour", "dose", "red", "spread", "unchanged", "easily stirred up")


def review_page(rules: SafetyRules | None = None) -> ReviewPage:
    """All questions, rules, reasons and sources, and the emergency numbers."""
    rules = rules or safety_rules()
    return ReviewPage(
        title="Safety questions and rules",
        rules=rules.rules,
        statement=rules.review.statement,
        notes=(rules.review.sources_read, rules.review.not_an_all_clear, rules.answers.not_sure),
        sections=(
            *(_items(tier, intro, rules) for tier, intro in TIER_INTROS.items()),
            _groups(rules),
            _conditions(rules),
            _single_rules(rules),
            _actions(rules),
            *_response(response_rules()),
            Section("Strength of a source", "", _words(rules.strength)),
            Section("Emergency numbers", "", tuple(_number(row) for row in _by_name())),
        ),
    )


def _items(tier: Tier, intro: str, rules: SafetyRules) -> Section:
    rows = tuple(_item(item) for item in rules.items if item.tier is tier)
    return Section(tier.value.capitalize(), intro, rows)


def _item(item: Item) -> Row:
    return _row(
        item.id,
        ("Question", item.ask),
        ("Help", item.help),
        ("On a screen with others", item.line),
        ("Asked", "; ".join(form.value for form in item.forms)),
        ("Asked only after", item.after or ""),
        ("Asked only", "before noon" if item.morning_only else ""),
        ("Action", item.action.value if item.action else ""),
        ("Screen says", item.says),
        ("To say on the phone", item.tell),
        ("Action if the only one", item.action_alone.value if item.action_alone else ""),
        ("Screen says if the only one", item.says_alone),
        ("A clearance", "lasts: this does not change" if item.standing else ""),
        ("Changes exercises", "no, it advises a check" if item.advice_only else ""),
        ("Why", item.because),
        ("Sources disagree", item.disagree),
        ("Source", f"{item.source} [{item.strength}]"),
    )


def _groups(rules: SafetyRules) -> Section:
    intro = "Several items on one screen. A yes or not sure opens them one by one."
    rows = tuple(
        _row(
            group.id,
            ("Question", group.ask),
            ("Asked", "; ".join(form.value for form in group.forms)),
            ("Items", ", ".join(group.items)),
        )
        for group in rules.groups
    )
    return Section("Short forms", intro, rows)


def _conditions(rules: SafetyRules) -> Section:
    intro = "What each exercise becomes. Of several rows the strictest wins."
    return Section("Exercises", intro, tuple(_condition(row) for row in rules.conditions))


def _condition(condition: Condition) -> Row:
    return _row(
        condition.id,
        ("After a yes to", ", ".join(condition.when)),
        *((exercise, _cell(cell)) for exercise, cell in condition.exercises.items()),
        *((f"Any other that {t.value}", _cell(c)) for t, c in condition.others.items()),
        ("Reason given", condition.reason),
        ("Ends by", condition.ends.value),
        ("Until", condition.until),
        ("Why", condition.because),
        ("Sources disagree", condition.disagree),
        ("Source", f"{condition.source} [{condition.strength}]"),
    )


def _cell(cell: Cell) -> str:
    if cell.do is not Do.MODIFIED:
        return cell.do.value
    instead = [
        f"{_heading(name)}: {_plain(value)}"
        for name, value in _fields(cell.instead).items()
        if value
    ]
    replaced = f" Instead of the exercise's own: {'; '.join(instead)}." if instead else ""
    return f"{cell.do.value}: {cell.how}{replaced}"


def _single_rules(rules: SafetyRules) -> Section:
    tables = {
        "trial hold": rules.gate,
        "locks": rules.lock,
        "clearance": rules.clearance,
        "answers": rules.answers,
        "asked again": rules.again,
        "until": rules.until,
    }
    rows = tuple(
        _row(name, *((_heading(key), _plain(value)) for key, value in _fields(table).items()))
        for name, table in tables.items()
    )
    return Section("Rules that stand alone", "", rows)


def _actions(rules: SafetyRules) -> Section:
    rows = tuple(
        _row(
            screen.id.value,
            ("Heading", screen.heading),
            ("Says", screen.says),
            ("Shows", "the number and nothing else" if screen.number_only else "an ordinary page"),
        )
        for screen in rules.actions
    )
    return Section("Emergency screens", "", rows)


def _response(rules: ResponseRules) -> tuple[Section, ...]:
    rows = tuple(
        _row(
            rule.id,
            ("It", rule.acts),
            ("Says", rule.says),
            ("Why", rule.because),
            ("Source", f"{rule.source} [{rule.strength}]"),
        )
        for rule in rules.rows
    )
    tables = (rules.colour, rules.dose, rules.red, rules.spread, rules.unchanged, rules.irritable)
    numbers = tuple(
        _row(name, *((_heading(key), _plain(value)) for key, value in _fields(table).items()))
        for name, table in zip(RESPONSE_TABLES, tables, strict=True)
    )
    steps = tuple(
        _row(each.exercise, ("Repetitions follow the hold", _plain(each.then_repetitions)))
        for each in rules.ladders
    )
    until = _row("until", *rules.until.items())
    examined = _row("examined", *rules.examined.items())
    intro = f"{rules.review.statement} {rules.review.limits} Version {rules.rules}."
    return (
        Section("How it felt", intro, rows),
        Section("Numbers behind it", "", (*numbers, *steps, until, examined)),
    )


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _words(words: dict[str, str]) -> tuple[Row, ...]:
    return tuple(_row(word, ("Meaning", meaning)) for word, meaning in words.items())


def _by_name() -> list[Country]:
    return sorted(countries().values(), key=lambda row: row.name)


def _number(row: Country) -> Row:
    advice = f"{row.advice} ({row.advice_name})" if row.advice else ""
    return _row(
        row.code,
        ("Country", row.name),
        ("Call", ", ".join((row.number, *row.also))),
        ("Advice line", advice),
        ("Note", row.note),
        ("Source", f"{row.source} ({_opened(row)})"),
    )


def _opened(row: Country) -> str:
    if row.on is None:
        return "not opened for this row yet"
    return f"opened on {row.on.day} {row.on:%B %Y}"


def _row(row_id: str, *cells: tuple[str, str]) -> Row:
    return Row(row_id, tuple((heading, text) for heading, text in cells if text))


def _heading(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _fields(table: msgspec.Struct) -> dict[str, object]:
    return {key: getattr(table, key) for key in table.__struct_fields__}
