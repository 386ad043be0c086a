"""What is committed works on any machine: no registry's address, no path of one machine, and no
version of a library that reports to its maker."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Put together from pieces, so that this file does not find itself.
MACHINE = re.compile(r"(?:^|[^\w.~-])/(?:work|farm|root|home|Users)/\w")
REGISTRY = re.compile(
    "|".join(
        [
            r'"resolved"\s*:',
            r"--(?:extra-)?index" + r"-url",
            r"--find" + r"-links",
            r"(?:registry\.npmjs|files\.python" + r"hosted|pypi)\.org",
            r"https?://[^\s\"]*/simple\b",
        ]
    )
)
# Newer builds of both post to a log service of their maker.
PHONING = re.compile(
    r"tasks-vision[\"'@: ^~>=]+(?:1\.|latest|\*)|mediapipe *(?:>=?|~=|==) *(?:0\.10\.3[5-9]|1\.)"
)


def tracked() -> list[str]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a clone: which files are tracked is not known")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [name for name in listed.stdout.split("\0") if name]


def lines() -> list[tuple[str, str]]:
    found = []
    for name in tracked():
        path = ROOT / name
        if not path.is_file():
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [(f"{name}:{number}", line) for number, line in enumerate(text.splitlines(), 1)]
    return found


@pytest.mark.parametrize(
    ("what", "pattern"),
    [("a path of one machine", MACHINE), ("a registry", REGISTRY), ("phones home", PHONING)],
)
def test_no_tracked_line_holds(what: str, pattern: re.Pattern[str]) -> None:
    assert [f"{what}: {place}" for place, line in lines() if pattern.search(line)] == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (MACHINE, "see " + "/wo" + "rk/shared/x"),
        (MACHINE, "'/home" + "/me/x'"),
        (REGISTRY, '"resol' + 'ved": "x"'),
        (REGISTRY, "--index" + "-url x"),
        (PHONING, '"@mediapipe/tasks-' + 'vision": "1.0.0"'),
        (PHONING, '"@mediapipe/tasks-' + 'vision": "latest"'),
        (PHONING, "mediapipe" + ">=1.0"),
        (PHONING, "mediapipe" + "==0.10.35"),
    ],
)
def test_each_pattern_finds_what_it_is_for(pattern: re.Pattern[str], line: str) -> None:
    assert pattern.search(line)


def test_the_pins_are_the_versions_that_were_found_silent() -> None:
    package = (ROOT / "package.json").read_text("utf-8")
    project = (ROOT / "pyproject.toml").read_text("utf-8")

    assert '"@mediapipe/tasks-vision": "0.10.35"' in package
    assert '"mediapipe==0.10.33"' in project
