"""watch, recognise, simulate and score, from the outside."""

import csv
import io
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from unpinch.cli.main import run


@pytest.fixture
def tape(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "tapes" / "made.npz"
    path.parent.mkdir()
    words = ["simulate", "hamstring-stretch", "--faults", "knee bent", "--seed", "3",
             "--repetitions", "1", "--hold", "5", "-o", str(path)]  # fmt: skip
    assert run(words) == 0
    assert "simulated" in capsys.readouterr().out
    return path


def test_a_simulated_patient_is_coached_and_stays_labelled(
    tape: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["watch", str(tape), "--exercise", "auto", "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["exercise"] == "hamstring-stretch"
    assert told["simulated"] is True
    assert told["repetitions"] == 2
    assert [each["side"] for each in told["holds"]] == ["right", "left"]
    assert {each["fault"] for each in told["faults"]} == {"knee bent"}

    assert run(["watch", str(tape), "--exercise", "hamstring"]) == 2
    assert run(["watch", str(tape)]) == 0
    assert capsys.readouterr().out.startswith("simulated")


@pytest.mark.parametrize("later_ms", [1, 5_000, 1_000_000_000])
def test_a_recording_that_begins_later_is_told_as_much_later(
    tape: Path, later_ms: int, capsys: pytest.CaptureFixture[str]
) -> None:
    def holds() -> list[tuple[float, float, str]]:
        assert run(["watch", str(tape), "--exercise", "hamstring-stretch", "--json"]) == 0
        told = json.loads(capsys.readouterr().out)["holds"]
        return [(each["start_s"], each["end_s"], each["side"]) for each in told]

    before = holds()
    with np.load(tape) as file:
        arrays = dict(file)
    np.savez_compressed(tape, **arrays | {"t_ms": arrays["t_ms"] + later_ms})

    late = pytest.approx(later_ms / 1000, abs=0.0015)
    assert before
    for (start, end, side), (later, until, again) in zip(before, holds(), strict=True):
        assert later - start == late
        assert until - end == late
        assert again == side


def test_each_frame_is_recognised_on_its_own(
    tape: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["recognise", str(tape), "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert set(told[0]) == {"frame", "id", "exercise", "side", "why"}
    found = Counter(each["exercise"] for each in told)
    assert min(found["hamstring-stretch"], found[None]) > len(told) // 10
    # A knee that bends in both hands is for an instant what another exercise asks for.
    assert sum(found.values()) - found["hamstring-stretch"] - found[None] <= len(told) // 100
    assert all(each["why"] for each in told)


def test_a_folder_is_scored_one_row_a_recording(
    tape: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tape.parent / "bad.npz").write_bytes(b"nothing")
    to = tape.parent.parent / "scores.csv"

    assert run(["score", str(tape.parent), "-o", str(to)]) == 0

    rows = list(csv.DictReader(io.StringIO(to.read_text("utf-8"))))
    assert [row["recording"] for row in rows] == ["bad.npz", "made.npz"]
    assert rows[0]["error"].startswith("is not a landmark tape")
    assert (rows[1]["repetitions"], rows[1]["simulated"]) == ("2", "True")
    assert "1 could not be read" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["watch", "nowhere.npz"], "nowhere.npz: is not there"),
        (["watch", "nowhere.mp4"], "nowhere.mp4: there is no such file"),
        (["recognise", "nowhere.npz"], "nowhere.npz: is not there"),
        (["score", "nowhere"], "nowhere: is not a folder"),
        (["simulate", "childs-pose", "--faults", "bounce", "-o", "x.npz"], 'write "bouncing"'),
        (["simulate", "childs-pose", "--variation", "both", "-o", "x.npz"], "it has none"),
        (["simulate", "juggling", "-o", "x.npz"], "is not the name of an exercise"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(words) == 2

    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_a_film_without_the_extra_names_the_command_that_installs_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(b"")
    monkeypatch.setitem(sys.modules, "mediapipe", None)

    assert run(["watch", str(film)]) == 2

    error = capsys.readouterr().err
    assert 'pip install "unpinch[video]"' in error
    assert error.count("\n") == 1


def test_parquet_without_its_library_is_refused_in_one_line(
    tape: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    assert run(["score", str(tape.parent), "-o", str(tape.parent / "x.parquet")]) == 2
    error = capsys.readouterr().err
    assert 'pip install "unpinch[parquet]"' in error
    assert error.count("\n") == 1


def test_parquet_says_the_same_as_csv(tape: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for name in ("scores.parquet", "scores.csv"):
        assert run(["score", str(tape.parent), "-o", str(tmp_path / name)]) == 0

    told = parquet.read_table(tmp_path / "scores.parquet").to_pylist()
    with (tmp_path / "scores.csv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]

    assert told
    assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in told] == rows


def test_a_tape_of_single_frames_is_for_recognise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "frames.npz"
    np.savez(path, image=np.zeros((2, 33, 4)), world=np.zeros((2, 33, 4)))

    assert run(["watch", str(path)]) == 2
    assert "unpinch recognise" in capsys.readouterr().err
    assert run(["recognise", str(path), "--json"]) == 0
