"""Ten invented people: what they answered, what was proposed, and what was said in the end.

A change here is a change of what people are told. To take a meant change over:
`make transcripts`, then read the diff.
"""

import json
import os
from pathlib import Path
from random import Random

import pytest

from tests.conftest import Clock
from tests.journal.fhir_read import (
    bundle_of,
    same_answers,
    same_maps,
    same_ratings,
    same_screens,
    same_sessions,
)
from tests.journal.history import play, read
from unpinch.journal.progress import Progress, progress
from unpinch.journal.store import shelf
from unpinch.runtime import sharing

FOLDER = Path(__file__).parent / "histories"
FILES = sorted(FOLDER.glob("*.txt"))
pytestmark = pytest.mark.usefixtures("diary")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_proposed_and_said_is_what_the_history_says(file: Path, clock: Clock) -> None:
    text = file.read_text(encoding="utf-8")
    lines, found = play(read(text), clock)
    played = "\n".join(lines)
    if os.environ.get("UNPINCH_REFRESH"):
        file.write_text(played, encoding="utf-8")
        text = played

    assert text == played
    _every_sentence_is_traced_and_no_order_changes_it(found)
    _the_bundle_says_what_the_json_says()


def _the_bundle_says_what_the_json_says() -> None:
    bundle = bundle_of(sharing.document("fhir"))
    exported = json.loads(b"".join(sharing.document("json")))

    assert same_sessions(bundle, exported)
    assert same_ratings(bundle, exported)
    assert same_maps(bundle, exported)
    assert same_answers(bundle, exported)
    assert same_screens(bundle, exported)


def _every_sentence_is_traced_and_no_order_changes_it(found: Progress) -> None:
    entries = list(shelf.everything())
    known = {str(entry.key) for entry in entries} | {str(entry.session) for entry in entries}
    for sentence in (*found.summary, *found.unknown):
        assert set(sentence.sources) <= known
    assert all(sentence.sources for sentence in found.summary)
    for seed in range(3):
        delivered = [*entries, *entries[::7]]
        Random(seed).shuffle(delivered)  # noqa: S311 - any order will do
        assert progress(delivered, since=found.since, until=found.until) == found


def test_there_are_ten() -> None:
    assert len(FILES) == 10
