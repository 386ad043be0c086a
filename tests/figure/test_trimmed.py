"""A pose for paper: the same drawing without the empty height over it."""

import re

import pytest

from unpinch.exercises import library
from unpinch.figure import draw
from unpinch.terms.side import Side

SIDES = {"childs-pose": (None,)}


def frame(svg: str) -> tuple[list[int], str]:
    found = re.search(r'viewBox="([^"]+)"', svg)
    assert found
    return [int(each) for each in found[1].split()], svg.replace(found[0], "")


@pytest.mark.parametrize("name", library())
@pytest.mark.parametrize("pose", ["start", "hold"])
def test_only_height_at_the_top_is_taken_off(name: str, pose: str) -> None:
    for side in SIDES.get(name, (Side.RIGHT, Side.LEFT)):
        whole, drawn = frame(draw(library()[name], pose, side, theme="light", uid="x"))
        cut, same = frame(draw(library()[name], pose, side, theme="light", uid="x", trimmed=True))

        assert same == drawn
        assert (cut[0], cut[2]) == (whole[0], whole[2])
        assert cut[1] >= whole[1]
        assert cut[1] + cut[3] == whole[1] + whole[3]


def test_a_low_pose_loses_most() -> None:
    pose = library()["childs-pose"]
    start, hold = (
        frame(draw(pose, each, None, theme="light", uid="x", trimmed=True))[0][3]
        for each in ("start", "hold")
    )

    assert hold < 0.8 * start
