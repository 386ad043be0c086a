"""The pure rooms do nothing but compute: what neither import-linter nor ruff can see.

import-linter knows imports and ruff knows dotted names; neither sees a bare open(), a path handed
in and read, or a generator of random numbers made without a seed.
"""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "unpinch"
ROOMS = (
    "terms",
    "body",
    "exercises",
    "session",
    "watch",
    "figure",
    "patient",
    "care",
    "handout",
    "journal",
)
BUILTINS = {"open", "print", "input", "exec", "eval", "compile", "breakpoint", "__import__"}
FILE_METHODS = {
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "unlink",
    "mkdir",
    "touch",
    "iterdir",
    "glob",
    "rglob",
}
NUMPY_FILES = {"load", "save", "savez", "savez_compressed", "loadtxt", "savetxt", "fromfile"}
CLOCKS = {"now", "today", "utcnow"}
SEEDED = {"default_rng", "SeedSequence", "PCG64", "RandomState"}
RANDOM_TYPES = {"Generator", "BitGenerator", "PCG64", "SeedSequence", "default_rng"}
PACKAGE_DATA = frozenset({"read_text", "iterdir"})
READ_PACKAGE_DATA = {SOURCE / "exercises" / "catalogue.py", SOURCE / "care" / "data.py"}


def impurities(source: str, allowed: frozenset[str] = frozenset()) -> list[str]:
    """Name each impure call as `line: name`."""
    found = []
    for node in ast.walk(ast.parse(source)):
        name = _impure_name(node)
        if name is not None and name not in allowed:
            found.append(f"{getattr(node, 'lineno', 0)}: {name}")
    return found


def _impure_name(node: ast.AST) -> str | None:
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in BUILTINS:
            return name
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[], keywords=[]) if (
            name in SEEDED
        ):
            return name
        case ast.Call(func=ast.Attribute(value=ast.Name(id="np" | "numpy"), attr=name)) if (
            name in NUMPY_FILES
        ):
            return name
        case ast.Attribute(value=ast.Attribute(value=ast.Name(id="np" | "numpy"), attr="random")):
            return None if node.attr in RANDOM_TYPES else f"random.{node.attr}"
        case ast.Attribute(attr=name) if name in FILE_METHODS | CLOCKS:
            return name
    return None


def _modules(room: str) -> list[Path]:
    modules = sorted((SOURCE / room).rglob("*.py"))
    return [path for path in modules if SOURCE / "journal" / "store" not in path.parents]


def _allowed(module: Path) -> frozenset[str]:
    return PACKAGE_DATA if module in READ_PACKAGE_DATA else frozenset()


@pytest.mark.parametrize("room", ROOMS)
def test_a_pure_room_opens_nothing_prints_nothing_and_asks_no_clock(room: str) -> None:
    modules = _modules(room)

    assert modules
    assert [
        f"{path.relative_to(SOURCE)}:{finding}"
        for path in modules
        for finding in impurities(path.read_text("utf-8"), _allowed(path))
    ] == []


@pytest.mark.parametrize(
    "source",
    [
        "open('x')",
        "print('x')",
        "eval('1')",
        "place.read_text()",
        "place.write_bytes(b'')",
        "reader = place.read_text",
        "np.load('x')",
        "rng = np.random.default_rng()",
        "rng = default_rng()",
        "np.random.normal(0, 1)",
        "np.random.shuffle(rows)",
        "datetime.now(tz=UTC)",
        "date.today()",
    ],
)
def test_each_impurity_is_seen(source: str) -> None:
    assert len(impurities(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "rng = np.random.default_rng(seed)",
        "def f(rng: np.random.Generator) -> float: return rng.normal()",
        "opened = state.open",
        "words.append('print')",
        "np.sort(rows)",
    ],
)
def test_honest_arithmetic_passes(source: str) -> None:
    assert impurities(source) == []
