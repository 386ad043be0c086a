"""Copy what the pages serve but do not own into static/vendor/, which git ignores.

The typeface comes from PyPI in any case; the rest, listed in `FROM_NPM`, only where npm has fetched
it. Big files get a gzip copy beside them, so that the server need not pack them for each visitor.
Last comes `manifest.json`: what is there, how large, with which hash. `make` looks at its date, the
pages may look into it to learn whether there is a camera.

    python -m tools.vendor
"""

import gzip
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import fontpkg_atkinson_hyperlegible as typeface

from tools import icons
from tools.make_task import make, sha256

ROOT = Path(__file__).resolve().parent.parent
NODE = ROOT / "node_modules"
VENDOR = ROOT / "src/unpinch/web/static/vendor"

NEXT = "@fontsource/atkinson-hyperlegible-next"
VISION = "@mediapipe/tasks-vision"
POSE = "@mediapipe/pose"
CHARTS = "uplot"

FROM_PYPI = {
    "fonts/AtkinsonHyperlegible-Regular.ttf": "files/AtkinsonHyperlegible-Regular.ttf",
    "fonts/AtkinsonHyperlegible-Bold.ttf": "files/AtkinsonHyperlegible-Bold.ttf",
    "licences/AtkinsonHyperlegible-OFL.txt": "LICENSE",
}
WASM = ("module_internal", "internal", "nosimd_internal")  # for Workers, pages, and old devices
FROM_NPM = {
    **{
        f"fonts/atkinson-hyperlegible-next-latin-{weight}-normal.woff2": (
            f"{NEXT}/files/atkinson-hyperlegible-next-latin-{weight}-normal.woff2"
        )
        for weight in (400, 600, 800)
    },
    "licences/AtkinsonHyperlegibleNext-OFL.txt": f"{NEXT}/LICENSE",
    "tasks-vision/vision_bundle.mjs": f"{VISION}/vision_bundle.mjs",
    **{
        f"tasks-vision/wasm/vision_wasm_{kind}.{ending}": (
            f"{VISION}/wasm/vision_wasm_{kind}.{ending}"
        )
        for kind in WASM
        for ending in ("js", "wasm")
    },
    "uplot/uPlot.esm.js": f"{CHARTS}/dist/uPlot.esm.js",
    "uplot/uPlot.esm.d.ts": f"{CHARTS}/dist/uPlot.d.ts",  # for tsc, beside what it describes
    "uplot/uPlot.min.css": f"{CHARTS}/dist/uPlot.min.css",
    "licences/uPlot-MIT.txt": f"{CHARTS}/LICENSE",
}
PACKED = {".js", ".mjs", ".wasm"}  # a model is packed already: another eighth is not worth a copy


def copies() -> Iterator[tuple[Path, str]]:
    """Pair each source with its place under vendor/."""
    pypi = Path(typeface.ROOT)
    yield from ((pypi / source, place) for place, source in FROM_PYPI.items())
    for name in ("LICENSE", "NOTICE"):  # MediaPipe's licence is our own, Apache 2.0
        yield ROOT / name, f"licences/{name}.txt"
    if (NODE / VISION).is_dir():
        yield from ((NODE / source, place) for place, source in FROM_NPM.items())


def pack(path: Path) -> None:
    """Write the gzip copy, the same bytes each time."""
    with path.with_name(path.name + ".gz").open("wb") as out:
        out.write(gzip.compress(path.read_bytes(), compresslevel=6, mtime=0))


def main() -> None:
    """Fill static/vendor/ anew."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    for source, place in copies():
        target = VENDOR / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    icons.make(VENDOR / "icons")
    if (NODE / POSE).is_dir():
        make(NODE / POSE, VENDOR / "models")
    files = sorted(path for path in VENDOR.rglob("*") if path.is_file())
    for path in files:
        if path.suffix in PACKED:
            pack(path)
    listing = {
        str(path.relative_to(VENDOR)): {"bytes": path.stat().st_size, "sha256": sha256(path)}
        for path in files
    }
    (VENDOR / "manifest.json").write_text(json.dumps({"files": listing}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
