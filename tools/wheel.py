"""Build the wheel: one file with all that the pages serve in it, and say what it holds.

    python -m tools.wheel [FOLDER]

The same sources give the same bytes: hatchling dates every file alike.
"""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENDOR = "unpinch/web/static/vendor/"
MB = 1_000_000


class IncompleteError(Exception):
    """The wheel would lack something, and what."""


def build(folder: Path) -> Path:
    """The wheel, in this folder. Raises `IncompleteError`."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("unpinch-*.whl"):
        old.unlink()
    builder = Path(sys.executable).with_name("hatchling")
    words = [str(builder), "build", "-t", "wheel", "-d", str(folder.resolve())]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - our own words
    wheel = next(folder.glob("unpinch-*.whl"))
    if lacks := lacking(wheel):
        wheel.unlink()
        raise IncompleteError(f"the wheel would lack {', '.join(lacks)}; run make setup with npm")
    return wheel


def lacking(wheel: Path) -> list[str]:
    """What must be in it and is not."""
    with zipfile.ZipFile(wheel) as held:
        names = set(held.namelist())
        listing = json.loads(held.read(f"{VENDOR}manifest.json"))["files"]
    needed = {f"{VENDOR}{name}" for name in listing if not name.endswith(".d.ts")}
    needed |= {f"{VENDOR}models/pose_landmarker_lite.task", f"{VENDOR}uplot/uPlot.esm.js"}
    ends = {name.rpartition(".dist-info/")[2] for name in names}
    licences = {f"licenses/{name}" for name in ("LICENSE", "NOTICE")}
    return sorted((needed - names) | (licences - ends))


def told(wheel: Path) -> list[str]:
    """Its size, and what takes the room: one line a folder."""
    rooms: dict[str, list[int]] = {}
    with zipfile.ZipFile(wheel) as held:
        for one in held.infolist():
            sizes = rooms.setdefault(_room(one.filename), [0, 0, 0])
            for place, more in enumerate((1, one.compress_size, one.file_size)):
                sizes[place] += more
    lines = [f"{wheel.name}: {wheel.stat().st_size / MB:.1f} MB"]
    for room, (files, packed, size) in sorted(rooms.items(), key=lambda one: -one[1][1]):
        lines.append(f"  {packed / MB:6.2f} MB  ({size / MB:6.2f} unpacked)  {files:4}  {room}")
    return lines


def _room(name: str) -> str:
    if name.startswith(VENDOR):
        return f"pages: {name.removeprefix(VENDOR).split('/')[0]}"
    if ".dist-info/" in name:
        return "licences and metadata" if "/licenses/" in name else "metadata"
    return "pages: our own" if "/web/" in name else "code and exercises"


def main() -> int:
    """Build it where the words say."""
    try:
        wheel = build(Path(*sys.argv[1:2] or ["dist"]))
    except IncompleteError as error:
        print(f"make wheel: {error}", file=sys.stderr)
        return 1
    print("\n".join(told(wheel)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
