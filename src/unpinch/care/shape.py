"""The shape of the rule set: one struct for each kind of row in `safety.toml`."""

import msgspec

from unpinch.care.changes import Change
from unpinch.care.words import Action, Do, Ends, Form, Tier, Trait


class Review(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said everywhere about the standing of these rules."""

    statement: str
    sources_read: str
    not_an_all_clear: str


class Again(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When which form comes back."""

    full_form_after_days: int
    full_form_because: str
    short_form_lasts_min: int
    short_form_because: str


class AnswerWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words around an answer and its one confirmation."""

    not_sure: str
    confirm: str
    right: str
    mistake: str
    mistake_note: str
    examined_before: str


class ClearanceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What opens a lock, and what becomes of a blocked exercise then."""

    statement: str
    how: str
    because: str


class Until(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Ends of the sentence "blocked until ..."."""

    screen: str
    confirmation: str
    lock: str
    clearance: str
    answer: str
    gate: str
    untold: str


class LockWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an exercise says that is held back as a whole."""

    reason: str
    unasked: str


class Gate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The one trial hold."""

    exercise: str
    hold_s: int
    repetitions: int
    rise_after: int
    rise_next_morning: int
    unclear_next_morning: int
    failed: str
    source: str
    strength: str
    because: str


class ActionScreen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the screen shows for one action."""

    id: Action
    heading: str
    says: str
    number_only: bool


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the full form."""

    id: str
    title: str
    intro: str


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question and what a yes leads to.

    `after`: asked only when that item counted. `line`: its words on a group's
    screen. `standing`: a fact that does not change, so a clearance lasts.
    `advice_only`: asks for a check and changes no exercise.
    """

    id: str
    tier: Tier
    part: str
    forms: tuple[Form, ...]
    ask: str
    says: str
    source: str
    strength: str
    because: str
    help: str = ""
    line: str = ""
    after: str | None = None
    action: Action | None = None
    tell: str = ""
    action_alone: Action | None = None
    says_alone: str = ""
    standing: bool = False
    morning_only: bool = False
    advice_only: bool = False
    disagree: str = ""


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Several items on one screen; a yes opens them one by one."""

    id: str
    forms: tuple[Form, ...]
    ask: str
    items: tuple[str, ...]


class Cell(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one condition makes of one exercise; `how` it is done, and what that replaces."""

    do: Do
    how: str = ""
    instead: Change = Change()


class Condition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of the matrix: in force when one of `when` was reported."""

    id: str
    when: tuple[str, ...]
    ends: Ends
    reason: str
    source: str
    strength: str
    because: str
    exercises: dict[str, Cell]
    others: dict[Trait, Cell]
    disagree: str = ""
    until: str = ""


class SafetyRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `safety.toml`."""

    format: int
    rules: int
    review: Review
    again: Again
    answers: AnswerWords
    clearance: ClearanceWords
    until: Until
    lock: LockWords
    gate: Gate
    strength: dict[str, str]
    actions: tuple[ActionScreen, ...] = msgspec.field(name="action")
    parts: tuple[Part, ...] = msgspec.field(name="part")
    items: tuple[Item, ...] = msgspec.field(name="item")
    groups: tuple[Group, ...] = msgspec.field(name="group")
    conditions: tuple[Condition, ...] = msgspec.field(name="condition")

    def item(self, item_id: str) -> Item | None:
        """The item of that id; none if these rules do not know it."""
        return next((item for item in self.items if item.id == item_id), None)

    def group(self, group_id: str) -> Group | None:
        """The group of that id; none if these rules do not know it."""
        return next((group for group in self.groups if group.id == group_id), None)

    def screen_of(self, action: Action) -> ActionScreen:
        """What the screen shows for that action."""
        return next(screen for screen in self.actions if screen.id is action)

    def locks(self, item_id: str) -> bool:
        """Whether a yes to that item locks the exercises by these rules."""
        item = self.item(item_id)
        return item is not None and item.tier.locks

    def stands(self, item_id: str) -> bool:
        """Whether a clearance for that item outlives the next yes to it."""
        item = self.item(item_id)
        return item is not None and item.standing
