"""The facts are the handout's, the wording ours. Runs where the handout lies beside the house."""

import re
from pathlib import Path

import pytest

from unpinch.exercises import library, programs

SEED = Path(__file__).parents[3] / "shared/seed"
RUN = 6  # words in a row


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z]+", text.lower().replace("’", "'").replace("'", ""))
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


@pytest.mark.skipif(not SEED.is_dir(), reason="the handout is not here")
def test_no_six_words_in_a_row_are_the_handouts() -> None:
    handout = set().union(*(runs(path.read_text("utf-8")) for path in SEED.glob("*.txt")))
    ours = [claim.says for program in programs().values() for claim in program.claims]
    for exercise in library().values():
        text = exercise.text
        ours += [text.start, text.move, text.hold, text.release, text.feel, text.deeper, text.aim]
        ours += [*exercise.readings.values(), *(caution.says for caution in exercise.cautions)]

    assert [" ".join(run) for words in ours for run in runs(words) & handout] == []
