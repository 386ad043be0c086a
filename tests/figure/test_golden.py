"""The library's drawings, kept as text so that a change to them is seen in review.

They are stored one element a line, rounded to tenths. After an intended change:
    UNPINCH_REFRESH=1 python -m pytest tests/figure/test_golden.py
then look at the pictures, not only at the diff.
"""

import os
import re
from pathlib import Path

import pytest

from tests.figure.made import CASES, IDS, Case, library
from unpinch import figure
from unpinch.terms.side import Side

GOLDEN = Path(__file__).parent / "golden"
DECIMALS = re.compile(r"-?\d+\.\d+")
KEPT = [
    (case, pose)
    for case in CASES
    for pose in ("start", "hold")
    if case[2] is not Side.LEFT or case[0] == "hamstring-stretch"
]


@pytest.mark.parametrize(
    ("case", "pose"), KEPT, ids=[f"{IDS[CASES.index(case)]}-{pose}" for case, pose in KEPT]
)
def test_the_drawing_is_the_one_we_looked_at(case: Case, pose: str) -> None:
    name, variation, side = case
    text = figure.draw(library()[name], pose, side, variation=variation, theme="light", uid="g")
    lines = DECIMALS.sub(lambda found: f"{float(found[0]) + 0.0:.1f}", text.replace("><", ">\n<"))
    file = GOLDEN / f"{IDS[CASES.index(case)]}-{pose}.svg"
    if os.environ.get("UNPINCH_REFRESH"):
        file.write_text(lines + "\n")
    assert lines + "\n" == file.read_text()
