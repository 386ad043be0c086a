"""What holds of every text, whatever it says."""

import random
import time
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unpinch.handout import read
from unpinch.handout.draft import Dose, Draft, Frequency, Span, Worded

PIECES = (
    "Lie on your back.", "Sit on a chair.", "Stand up.", "Bend one knee.", "Hold for 5 seconds.",
    "Hold 30 secs", "Repeat 10 times.", "3 x 10", "x10", "each side", "Switch legs.", "twice a day",
    "90 degrees", "## Bridge", "1. Clam", "- ", "• ", "| Reps | 10 |", "\t", "\n", "\n\n", ":", "–",
    "to", "or", "at least", "up to", "10", "five", "a minute", "sets of", "Progression:", "Tip:",
    "Do each exercise", "daily", "BD", "%", "½", "İ", "\u00a0", "'", '"', "more", "work up to", ".",
    "until you feel a stretch in your calf", "Stop if it hurts.", "Repeat.", "for 3 to 5 breaths",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join) | st.text(max_size=200)


def spans(value: Any) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for one in value for span in spans(one)]
    if isinstance(value, msgspec.Struct):
        return [span for name in value.__struct_fields__ for span in spans(getattr(value, name))]
    return []


def numbers_claimed(draft: Draft) -> list[tuple[str, Span]]:
    names = ("hold_s", "hold_breaths", "duration_s", "reps", "sets", "rest_s")
    return [
        (name, value.span)
        for one in draft.exercises
        for name in names
        if (value := getattr(one, name)) is not None
    ]


@given(texts)
@settings(max_examples=300)
def test_every_span_quotes_the_source(text: str) -> None:
    for span in spans(read(text)):
        assert text[span.start : span.end] == span.text


@given(texts)
@settings(max_examples=200)
def test_every_value_stands_in_the_text(text: str) -> None:
    for _, span in numbers_claimed(read(text)):
        assert span.text.strip()


SILENT = st.sampled_from(
    [
        "Keep your shoulders relaxed.",
        "Breathe normally.",
        "Look straight ahead.",
        "This should be comfortable.",
        "Keep your back flat on the bed.",
        "It can help to use a pillow.",
        "Your physiotherapist will show you how.",
        "Make sure the floor is not slippery.",
    ]
)
DOSED = st.sampled_from(
    [
        "Lie on your back. Lift your hips. {} Hold for 5 seconds. Repeat 10 times, twice a day.",
        "Sit tall. {} Turn your head. Hold 15-20 secs. 3 times each side.",
        "Stand by a wall. Lean in. {} 3 sets of 10. Rest for 60 seconds between sets.",
        "Lie on your side. Lift your knee. {} Repeat with the other leg. Do this 8 times.",
        "March on the spot. {} Do this for 2 minutes. Once a day.",
    ]
)


@given(DOSED, SILENT)
def test_a_sentence_without_a_dose_never_changes_a_dose(sheet: str, silent: str) -> None:
    without = read(sheet.replace("{} ", "")).exercises
    for place in (sheet.format(silent), silent + " " + sheet.replace("{} ", ""),
                  sheet.replace("{} ", "") + " " + silent):  # fmt: skip
        with_it = read(place).exercises
        assert list(map(values, with_it)) == list(map(values, without))


def values(one: Any) -> dict[str, Any]:
    """The doses of an exercise without their places."""
    said: dict[str, Any] = {}
    for name in one.__struct_fields__:
        value = getattr(one, name)
        if isinstance(value, Dose):
            said[name] = (value.min, value.max, value.scope)
        elif isinstance(value, Worded):
            said[name] = value.value
        elif isinstance(value, Frequency):
            said[name] = (value.per_day, value.per_week, value.every_hours)
    return said


def fuzzed(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.6:
        return " ".join(chance.choice(PIECES) for _ in range(chance.randrange(60)))
    if kind < 0.8:
        return "".join(chr(chance.randrange(1, 0x2FFF)) for _ in range(chance.randrange(300)))
    sheet = " ".join(chance.choice(PIECES) for _ in range(40))
    return "".join(c for c in sheet if chance.random() > 0.1)


@pytest.mark.parametrize("count", [400, pytest.param(10_000, marks=pytest.mark.slow)])
def test_nothing_that_is_thrown_at_it_makes_it_fall(count: int) -> None:
    chance = random.Random(7)  # noqa: S311 - seeded, and no secret
    for _ in range(count):
        text = fuzzed(chance)
        for span in spans(read(text)):
            assert text[span.start : span.end] == span.text


PROSE = (
    "Leg lift\n\nLie on your back with one knee bent. Slowly lift the straight leg about 12 inches"
    " until you feel the front of your thigh work. Hold for 5 seconds, then lower it. Repeat 10"
    " times with each leg, twice a day.\n\nThis helps people who sit for long, and it can be"
    " done in"
    " bed. It has no equipment and takes little room.\n\n"
)


@pytest.mark.slow
def test_a_megabyte_takes_at_most_25_times_as_long_as_50_kilobytes() -> None:
    read(PROSE)

    def seconds(size: int) -> float:
        text = (PROSE * (size // len(PROSE) + 1))[:size]
        begun = time.process_time()
        read(text)
        return time.process_time() - begun

    large = min(seconds(1_000_000) for _ in range(2))
    assert large <= 25 * min(seconds(50_000) for _ in range(4))
