import numpy as np
import pytest

from unpinch.body import posing
from unpinch.body.measure import angles
from unpinch.exercises import library
from unpinch.exercises.model import Test
from unpinch.patient.recorded import Conditions, Simulated, patient, restless
from unpinch.patient.tremor import Slips
from unpinch.patient.way import faulty, stance
from unpinch.terms.side import Side

NAMES = sorted(library())


def made(name: str, seed: int = 1, rate: float = 15.0) -> Simulated:
    return patient(
        library()[name],
        np.random.default_rng(seed),
        repetitions=2,
        hold_ms=3_000.0,
        conditions=Conditions(frames_a_second=rate),
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_makes_the_same_patient_and_another_seed_another(name: str) -> None:
    first, again, other = made(name, 1), made(name, 1), made(name, 2)

    assert np.array_equal(first.image, again.image, equal_nan=True)
    assert first.holds == again.holds
    assert not np.array_equal(first.image[:50], other.image[:50], equal_nan=True)


@pytest.mark.parametrize("rate", [10.0, 30.0, 60.0])
def test_frames_come_at_the_rate_asked_for_in_order_of_time(rate: float) -> None:
    film = made("childs-pose", 3, rate)

    gaps = np.diff(film.at_ms)
    assert (gaps > 0).all()
    assert np.median(gaps) == pytest.approx(1000.0 / rate, rel=0.1)


def test_the_truth_names_every_hold_with_its_side_in_order() -> None:
    film = made("opposition-stretch")

    assert [each.side for each in film.holds] == [Side.RIGHT, Side.LEFT]
    times = [ms for each in film.holds for ms in (each.start_ms, each.end_ms)]
    assert times == sorted(times)


def test_sides_are_counted_the_way_the_dose_counts_them() -> None:
    film = made("hamstring-stretch")

    assert [each.side for each in film.holds] == [Side.RIGHT, Side.RIGHT, Side.LEFT, Side.LEFT]


def test_a_bone_keeps_its_length_in_the_world_but_for_the_tremble() -> None:
    still = Conditions(strength=0.0, slips=Slips(0.0, 0.0, 0.0, 0.0))
    film = patient(library()["hamstring-stretch"], np.random.default_rng(1), repetitions=1,
                   hold_ms=3_000.0, conditions=still)  # fmt: skip
    there = film.at_ms >= film.holds[0].start_ms
    world = film.world[there & (film.at_ms <= film.holds[0].end_ms)]

    thigh = np.linalg.norm(world[:, 25, :3] - world[:, 23, :3], axis=-1)
    assert thigh.std() < 0.01 * thigh.mean()


@pytest.mark.parametrize("size", [0.67, 1.0, 1.5])
def test_a_fault_bends_its_joint_to_the_limit_times_its_size(size: float) -> None:
    exercise = library()["hamstring-stretch"]
    rule = next(each for each in exercise.form if each.when.test is Test.ABOVE)
    start, hold = (stance(exercise, pose, None, Side.LEFT) for pose in ("start", "hold"))

    bent = faulty(exercise, rule, start, hold, Side.LEFT, size)

    assert bent.angle("left_knee_flexion") == pytest.approx(size * (rule.when.high or 0.0))
    assert bent.angle("right_knee_flexion") == hold.angle("right_knee_flexion")
    there = angles(posing.pose(bent), exercise.posture)["left_knee_flexion"]
    assert there == pytest.approx(size * 30.0, abs=0.5)


def test_a_restless_person_holds_nothing_and_is_sometimes_out_of_sight() -> None:
    film = restless(np.random.default_rng(1), 2.0)

    assert film.holds == ()
    assert film.at_ms[-1] >= 118_000
    assert np.isnan(film.image[:, 0, 0]).any()
