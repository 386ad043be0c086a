"""Measure the coach into docs/accuracy.json, from which tools/accuracy_page.py writes the page.

    python -m tools.measure_accuracy [--footage FOLDER] [--seeds 200] [--processes N] [--only ...]

Real bodies need the folder with landmarks.npz, manifest.csv, clips/ and video_labels.json, which
is not part of the project; without it those figures are kept from last time. Frames are judged
with a threshold that was chosen without the source they come from: sources, not frames, are left
out, since frames of one film are no independent evidence.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from unpinch.body.landmarks import frames
from unpinch.body.sight import measure, visible
from unpinch.exercises import library
from unpinch.exercises.model import Exercise
from unpinch.patient.camera import View
from unpinch.patient.recorded import Conditions, Simulated, patient, restless
from unpinch.patient.story import Held
from unpinch.runtime.tapes import read_tape
from unpinch.watch.judge import judge
from unpinch.watch.recognise import holds as every_hold
from unpinch.watch.recording import Hold, Recording, Report, Task, watch
from unpinch.watch.rules import pack
from unpinch.watch.telling import reports

DATA = Path(__file__).resolve().parents[1] / "docs" / "accuracy.json"
CLASSES = {
    "A_": "knees-to-chest",
    "B_": "hamstring-stretch",
    "C_": "opposition-stretch",
    "D_": "childs-pose",
}
SHIFTS = (-15, -10, -5, 0, 5, 10, 15)
# The smallest change of threshold that comes this close to the best is taken.
GOOD_ENOUGH = 0.01
BUNCH = 40
SIZES = (1.5, 0.67)
FAULT_HOLD_MS = 5_000.0
# How far the camera is turned from side on: beyond 0 toward the feet, below it toward the head.
VIEWS = {"side on": 0.0, "30 degrees toward the feet": 30.0, "60 degrees toward the feet": 60.0,
         "from the foot end": 90.0, "30 degrees toward the head": -30.0,
         "60 degrees toward the head": -60.0, "from the head end": -90.0}  # fmt: skip

Floats = NDArray[np.float64]


def main() -> None:
    """Measure what is asked for and keep the rest."""
    asked = argparse.ArgumentParser(description="Measure the coach.")
    asked.add_argument("--footage", type=Path)
    asked.add_argument("--seeds", type=int, default=200)
    asked.add_argument("--processes", type=int)
    asked.add_argument("--only", choices=("real", "simulated"))
    given = asked.parse_args()
    data = json.loads(DATA.read_text("utf-8")) if DATA.exists() else {}
    if given.footage and given.only != "simulated":
        data["real"] = real(given.footage)
    if given.only != "real":
        data["simulated"] = simulated(given.seeds, given.processes)
    DATA.write_text(json.dumps(data, indent=1, sort_keys=True) + "\n", "utf-8")


def real(folder: Path) -> dict[str, Any]:
    """Frames one by one, and the clips."""
    rows = {
        each["id"]: each
        for each in csv.DictReader((folder / "manifest.csv").open(encoding="utf-8"))
    }
    with np.load(folder / "landmarks.npz", allow_pickle=False) as file:
        usable = np.array([rows[str(name)]["usable"] == "1" for name in file["ids"]])
        names = [str(name) for name in file["ids"][usable]]
        image, world = file["image"][usable], file["world"][usable]
    size = np.array([(float(rows[each]["w"]), float(rows[each]["h"])) for each in names])
    labels = [rows[each]["label"] for each in names]
    sources = [each.split(":")[1] for each in names]
    known = _Judged(image, world, size)
    return {
        "sources": len(set(sources)),
        "frames": _left_out(known, labels, sources),
        "shifted": {str(shift): _counts(known.found(shift), labels) for shift in SHIFTS},
        "without_size": _counts(_Judged(image, world, None).found(0), labels),
        "taken_for": _taken_for(known.found(0), labels),
        "clips": _clips(folder),
    }


class _Judged:
    """Every frame held against every hold."""

    def __init__(self, image: Any, world: Any, size: Floats | None) -> None:
        self.known = every_hold(library().values())
        seen = frames(image, world, size)
        verdict = judge(measure(seen), visible(seen), pack([each.columns for each in self.known]))
        slack = np.where(verdict.seen, verdict.slack, -np.inf)
        self.best = slack.argmax(-1)
        self.slack = slack.max(-1)

    def found(self, shift: float) -> list[str | None]:
        """What each frame shows if the threshold is so many degrees stricter."""
        return [
            self.known[best].exercise if slack >= shift else None
            for best, slack in zip(self.best, self.slack, strict=True)
        ]


def _left_out(known: _Judged, labels: Sequence[str], sources: Sequence[str]) -> dict[str, Any]:
    """Each source judged with the threshold that all the others would choose."""
    by_shift = {shift: known.found(shift) for shift in SHIFTS}
    found: list[str | None] = [None] * len(labels)
    chosen: Counter[int] = Counter()
    for source in sorted(set(sources)):
        rest = [n for n, each in enumerate(sources) if each != source]
        right = {
            shift: _balanced([each[n] for n in rest], [labels[n] for n in rest])
            for shift, each in by_shift.items()
        }
        enough = max(right.values()) - GOOD_ENOUGH
        best = min((shift for shift in SHIFTS if right[shift] >= enough), key=abs)
        chosen[best] += 1
        for n, each in enumerate(sources):
            if each == source:
                found[n] = by_shift[best][n]
    return {
        "counts": _counts(found, labels),
        "chosen": {str(shift): count for shift, count in sorted(chosen.items())},
        "sources_of": {
            name: len({s for s, label in zip(sources, labels, strict=True) if label[:2] == key})
            for key, name in CLASSES.items()
        },
    }


def _balanced(found: Sequence[str | None], labels: Sequence[str]) -> float:
    shares = [right / count for right, count in _counts(found, labels).values() if count]
    return float(np.mean(shares))


def _counts(found: Sequence[str | None], labels: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Right and all, for each class; for the others, how many were taken for none."""
    counts = {}
    for key, name in CLASSES.items():
        own = [each for each, label in zip(found, labels, strict=True) if label.startswith(key)]
        counts[name] = (sum(each == name for each in own), len(own))
    rest = [each for each, label in zip(found, labels, strict=True) if label.startswith("neg_")]
    counts["none"] = (sum(each is None for each in rest), len(rest))
    return counts


def _taken_for(found: Sequence[str | None], labels: Sequence[str]) -> list[str]:
    return [
        f"{label.removeprefix('neg_').replace('_', ' ')} taken for {each}"
        for each, label in zip(found, labels, strict=True)
        if label.startswith("neg_") and each
    ]


def _clips(folder: Path) -> list[dict[str, Any]]:
    made = []
    for label in json.loads((folder / "video_labels.json").read_text("utf-8")):
        name = f"{label['repo'].split('/')[1]}-{Path(label['path']).stem}"
        tape = read_tape(folder / "clips" / f"{name}.npz").recording
        report = reports([tape], library().values())[0]
        counted = [each for each in report.holds if each.counted]
        made.append(
            {
                "frames": len(tape.at_ms),
                "shows": label["label"],
                "labelled": [[each["start"], each["end"]] for each in label["holds"]],
                "found": [[each.start_ms / 1000, each.end_ms / 1000] for each in counted],
                "side": [each.side for each in counted],
                "exercise": report.exercise,
            }
        )
    return made


# A part of the page: where its figures belong, and how they are measured.
Part = tuple[tuple[str, ...], Callable[..., Any], tuple[Any, ...]]


def simulated(seeds: int, processes: int | None) -> dict[str, Any]:
    """Patients who do not exist, whose truth is known. Every part has a process of its own."""
    some = max(seeds // 8, 1)
    data: dict[str, Any] = {"seeds": seeds, "some": some}
    parts = [*_usual(seeds), *_faulty(seeds), *_conditions(some), *_idle(max(seeds // 20, 1))]
    with ProcessPoolExecutor(processes) as pool:
        waiting = {pool.submit(measure_it, *given): place for place, measure_it, given in parts}
        for done in track(as_completed(waiting), "simulated patients", len(waiting)):
            _put(data, waiting[done], done.result())
    data["usual"] = {
        name: _together(bunches.values()).figures() for name, bunches in data["usual"].items()
    }
    data["restless"] = {
        "minutes": 10 * max(seeds // 20, 1),
        "counted": sum(data["restless"].values()),
        "exercises": len(_all()),
    }
    data["faults"] = [
        {"exercise": name, "fault": fault, "found": found}
        for name, rules in sorted(data["faults"].items())
        for fault, found in sorted(rules.items())  # not in the order in which they were done
    ]
    return data


def _put(data: dict[str, Any], place: Sequence[str], value: Any) -> None:
    for key in place[:-1]:
        data = data.setdefault(key, {})
    data[place[-1]] = value


def _usual(seeds: int) -> Iterator[Part]:
    for name in _all():
        for first in range(0, seeds, BUNCH):
            some = range(first, min(first + BUNCH, seeds))
            yield ("usual", name, str(first)), _tallied, (name, some)


def _conditions(seeds: int) -> Iterator[Part]:
    """Other conditions, with shorter holds to save time."""
    for name, (exercise, variation) in _all().items():
        lies = exercise.posture == "on the back"  # whose head is where that of the others' feet are
        conditions = {
            **{("rates", str(each)): Conditions(frames_a_second=each) for each in (10, 30, 60)},
            **{("strength", str(each)): Conditions(strength=each) for each in (2.0, 3.0)},
            **{
                ("views", view): Conditions(view=View(-turn if lies else turn, 0.4, 2.8))
                for view, turn in VIEWS.items()
            },
        }
        for place, each in conditions.items() if variation is None else ():
            hold_ms = min(exercise.dose.hold_ms.low, 6_000)
            yield (*place, name), _repetitions, (name, seeds, each, hold_ms)


def _faulty(seeds: int) -> Iterator[Part]:
    for name, (exercise, variation) in _all().items():
        for rule in exercise.form if variation is None else ():
            for size in SIZES:
                place = ("faults", name, rule.fault, str(size))
                yield place, _fault, (name, rule.fault, size, seeds)


def _idle(seeds: int) -> Iterator[Part]:
    for seed in range(seeds):
        yield ("restless", str(seed)), _restless, (20_000 + seed,)


def _all() -> dict[str, tuple[Exercise, str | None]]:
    known = library()
    found: dict[str, tuple[Exercise, str | None]] = {}
    for each in known.values():
        found[each.id] = (each, None)
        found |= {f"{each.id}, {other.id}": (each, other.id) for other in each.variations}
    return found


def _repetitions(name: str, seeds: int, conditions: Conditions, hold_ms: float) -> dict[str, Any]:
    return _tallied(name, range(seeds), conditions, hold_ms).figures()


def _tallied(
    name: str,
    seeds: range,
    conditions: Conditions | None = None,
    hold_ms: float | None = None,
) -> "_Tally":
    exercise, variation = _all()[name]

    def made(seed: int) -> Simulated:
        chance = np.random.default_rng(seed)
        return patient(
            exercise, chance, variation=variation, hold_ms=hold_ms, conditions=conditions
        )

    tally = _Tally()
    for film, report in _watched(made, seeds, exercise, variation):
        tally.add(film, report)
    return tally


def _together(tallies: Iterable["_Tally"]) -> "_Tally":
    whole = _Tally()
    for each in tallies:
        for name, value in vars(each).items():
            setattr(whole, name, getattr(whole, name) + value)
    return whole


class _Tally:
    """Truth against what was found."""

    def __init__(self) -> None:
        self.patients = self.exact = self.false_faults = self.frames = 0
        self.errors: list[float] = []
        self.right_side: list[bool] = []
        self.missed = 0

    def add(self, film: Simulated, report: Report) -> None:
        self.patients += 1
        self.frames += len(film.at_ms)
        self.exact += report.repetitions == len(film.holds)
        self.false_faults += len(report.faults)
        for truth, found in matched(film.holds, report.holds):
            if found is None:
                self.missed += 1
                continue
            wrong = (found.end_ms - found.start_ms) - (truth.end_ms - truth.start_ms)
            self.errors.append(abs(wrong) / 1000)
            self.right_side.append(found.side == truth.side)

    def figures(self) -> dict[str, Any]:
        counted = bool(self.errors)
        return {
            "patients": self.patients,
            "holds": len(self.errors) + self.missed,
            "exact": round(self.exact / self.patients, 4),
            "median_s": round(float(np.median(self.errors)), 3) if counted else None,
            "p95_s": round(float(np.percentile(self.errors, 95)), 3) if counted else None,
            "right_side": round(float(np.mean(self.right_side)), 4) if counted else None,
            "false_faults": self.false_faults,
            "missed": self.missed,
            "frames": self.frames,
        }


def matched(truth: Iterable[Held], found: Iterable[Hold]) -> list[tuple[Held, Hold | None]]:
    """Each true hold with the counted one that overlaps it most."""
    left = [each for each in found if each.counted]
    pairs: list[tuple[Held, Hold | None]] = []
    for hold in truth:
        best = max(left, key=lambda each: _overlap(hold, each), default=None)
        if best is None or _overlap(hold, best) <= 0:
            pairs.append((hold, None))
            continue
        left.remove(best)
        pairs.append((hold, best))
    return pairs


def _overlap(hold: Held, found: Hold) -> int:
    return min(hold.end_ms, found.end_ms) - max(hold.start_ms, found.start_ms)


def _fault(name: str, fault: str, size: float, seeds: int) -> float:
    """In what share of the holds with this fault, at this size, it was named."""
    exercise, _ = _all()[name]
    repetitions = 2 if not exercise.dose.two_sided or exercise.dose.shared else 1

    def made(seed: int) -> Simulated:
        chance = np.random.default_rng(10_000 + seed)
        return patient(exercise, chance, repetitions=repetitions, hold_ms=FAULT_HOLD_MS,
                       faults=(fault,), size=size)  # fmt: skip

    hits = [
        any(
            each.fault == fault and made_it.start_ms - 300 <= each.at_ms
            and each.at_ms <= made_it.end_ms + 2_500
            for each in report.faults
        )
        for film, report in _watched(made, range(seeds), exercise, None)
        for made_it in film.faults
    ]  # fmt: skip
    return round(float(np.mean(hits)), 4)


def _restless(seed: int) -> int:
    """Ten minutes of anything but the exercises: how many holds were counted."""
    film = _recording(restless(np.random.default_rng(seed), 10.0))
    found = watch([Task(film, exercise, variation) for exercise, variation in _all().values()])
    return sum(hold.counted for report in found for hold in report.holds)


def _watched(
    made: Callable[[int], Simulated], seeds: range, exercise: Exercise, variation: str | None
) -> Iterator[tuple[Simulated, Report]]:
    for first in range(0, len(seeds), BUNCH):
        films = [made(seed) for seed in seeds[first : first + BUNCH]]
        found = watch([Task(_recording(film), exercise, variation) for film in films])
        yield from zip(films, found, strict=True)


def _recording(film: Simulated) -> Recording:
    return Recording(film.at_ms, film.image, film.world, film.size.astype(np.float64))


if __name__ == "__main__":
    main()
