from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.watch.filming import coached, film, recording
from unpinch.body.landmarks import ALL_SWAPPED, frames
from unpinch.exercises import library
from unpinch.patient.recorded import Simulated, restless
from unpinch.terms.event import CameraFound, CameraLost, InPosition, OutOfPosition
from unpinch.watch.coach import Coach, Noticed
from unpinch.watch.recording import Recording, Task, watch
from unpinch.watch.telling import as_data, reports

NAMES = sorted(library())
SEEDS = range(3)
NEAR_MS = 500


def test_every_repetition_is_counted_with_its_side_and_its_time() -> None:
    made = [(name, film(name, seed)) for name in NAMES for seed in SEEDS]

    found = watch([Task(recording(each), library()[name]) for name, each in made])

    for (_, each), report in zip(made, found, strict=True):
        assert report.repetitions == len(each.holds)
        assert [hold.side for hold in report.holds] == [hold.side for hold in each.holds]
        for truth, hold in zip(each.holds, report.holds, strict=True):
            assert abs(hold.start_ms - truth.start_ms) < NEAR_MS
            assert abs(hold.end_ms - truth.end_ms) < NEAR_MS
        assert report.faults == []


def test_a_variation_is_coached_by_its_own_poses() -> None:
    exercise = library()["knees-to-chest"]
    made = film("knees-to-chest", 2, variation="both")

    assert coached(made, exercise, "both").repetitions == len(made.holds)
    assert coached(made, exercise).repetitions == 0


@pytest.mark.parametrize("size", [1.5, 0.67])
def test_a_fault_well_beyond_its_limit_is_named_and_one_well_within_it_is_not(size: float) -> None:
    asked = [(exercise, rule.fault) for exercise in library().values() for rule in exercise.form]
    made = [
        film(exercise.id, 11, faults=(fault,), size=size, hold_ms=5_000.0)
        for exercise, fault in asked
    ]

    found = watch(
        [Task(recording(each), what) for each, (what, _) in zip(made, asked, strict=True)]
    )

    for (exercise, fault), report in zip(asked, found, strict=True):
        named = fault in [each.fault for each in report.faults]
        assert named is (size > 1.0), f"{exercise.id}: {fault}"


def test_nothing_counts_while_people_get_ready_and_fidget() -> None:
    made = [recording(restless(np.random.default_rng(seed), 1.0)) for seed in (3, 4)]

    found = watch([Task(each, exercise) for each in made for exercise in library().values()])

    assert [hold for report in found for hold in report.holds if hold.counted] == []
    assert [report.faults for report in found] == [[]] * len(found)


def test_a_hold_without_the_start_position_before_it_is_seen_but_does_not_count() -> None:
    made = film("childs-pose", 4)
    begin = made.holds[0].start_ms + 300
    kept = (made.at_ms >= begin) & (made.at_ms < made.holds[0].end_ms)
    cut = _only(made, kept)

    report = coached(cut, library()["childs-pose"])

    assert [each.counted for each in report.holds] == [False]
    assert report.repetitions == 0


def test_a_glitch_of_one_frame_changes_nothing() -> None:
    made = film("hamstring-stretch", 5)
    clean = coached(made, library()["hamstring-stretch"])
    middle = (made.holds[0].start_ms + made.holds[0].end_ms) // 2
    glitch = int(np.searchsorted(made.at_ms, middle))
    image, world = made.image.copy(), made.world.copy()
    image[glitch, :, :2] += 0.3
    world[glitch, :, 1] *= -1.0

    shaken = coached(replace(made, image=image, world=world), library()["hamstring-stretch"])

    assert [(h.start_ms, h.side) for h in shaken.holds] == [
        (h.start_ms, h.side) for h in clean.holds
    ]
    assert len(shaken.holds) == len(clean.holds)


def test_left_and_right_hold_through_a_swap_of_half_a_second() -> None:
    made = film("opposition-stretch", 6)
    image, world = made.image.copy(), made.world.copy()
    for hold in made.holds:
        swapped = (made.at_ms > hold.start_ms + 1_000) & (made.at_ms < hold.start_ms + 1_500)
        image[swapped], world[swapped] = (
            image[swapped][:, ALL_SWAPPED],
            world[swapped][:, ALL_SWAPPED],
        )

    report = coached(replace(made, image=image, world=world), library()["opposition-stretch"])

    assert report.repetitions == len(made.holds)
    assert [each.side for each in report.holds] == [each.side for each in made.holds]


def test_many_sessions_at_once_give_the_same_as_each_alone() -> None:
    tasks = [Task(recording(film(name, seed)), library()[name]) for seed, name in enumerate(NAMES)]

    together = [as_data(each) for each in watch(tasks)]

    assert together == [as_data(watch([each])[0]) for each in tasks]


@pytest.mark.parametrize("seed", SEEDS)
def test_in_whatever_company_and_order_frames_come_they_are_judged_alike(seed: int) -> None:
    chance = np.random.default_rng(seed)
    made = [_with_gaps(film(name, seed), chance) for name in NAMES]
    coach = Coach()
    slots = coach.open(len(made))
    for slot, name in zip(slots, NAMES, strict=True):
        coach.watch(slot, library()[name])
    noticed: list[Noticed] = []
    shown = [0] * len(made)
    while left := [n for n, each in enumerate(made) if shown[n] < len(each.at_ms)]:
        company = [int(n) for n in chance.permutation(left)[: int(chance.integers(1, 5))]]
        noticed += coach.step(
            [slots[n] for n in company],
            [float(made[n].at_ms[shown[n]]) for n in company],
            frames(
                np.stack([made[n].image[shown[n]] for n in company]),
                np.stack([made[n].world[shown[n]] for n in company]),
                np.stack([made[n].size for n in company]),
            ),
        )
        for n in company:
            shown[n] += 1

    for slot, name, each in zip(slots, NAMES, made, strict=True):
        own = [replace(found, slot=0) for found in noticed if found.slot == slot]
        assert own == _alone(each, name)
        assert own


def test_a_slot_that_was_closed_remembers_nothing_of_the_session_before() -> None:
    first, then = film("childs-pose", 1), film("childs-pose", 2)
    coach = Coach()
    (slot,) = coach.open()
    coach.watch(slot, library()["childs-pose"])
    for n in range(len(first.at_ms) // 2):
        shown = frames(first.image[n : n + 1], first.world[n : n + 1], first.size.astype(float))
        coach.step([slot], [float(first.at_ms[n])], shown)
    coach.close(slot)

    assert coach.open(2) == [slot, slot + 1]
    assert _shown(coach, slot, then, "childs-pose") == _alone(then, "childs-pose")


def test_it_finds_out_which_exercise_a_recording_shows() -> None:
    made = [recording(film(name, 7)) for name in NAMES]

    assert [each.exercise for each in reports(made, library().values())] == NAMES


def test_after_twenty_seconds_without_sight_it_says_so_and_the_hold_runs_on() -> None:
    made = film("childs-pose", 8, hold_ms=30_000.0, repetitions=2)
    first = made.holds[0]
    gone = (made.at_ms > first.start_ms + 2_000) & (made.at_ms < first.start_ms + 26_000)
    image, world = made.image.copy(), made.world.copy()
    image[gone], world[gone] = np.nan, np.nan
    events = [each.event for each in _live(replace(made, image=image, world=world))]

    kinds = [type(each) for each in events if each]
    assert kinds[:3] == [InPosition, CameraLost, CameraFound]
    lost, found = events[1], events[2]
    assert lost is not None
    assert found is not None
    assert 19_800 <= lost.at_ms - (first.start_ms + 2_000) < 21_500
    assert OutOfPosition not in kinds[:3]


def test_a_frame_that_is_not_later_is_passed_over() -> None:
    made = film("childs-pose", 9)
    coach, (slot,) = Coach(), (0,)
    coach.open()
    coach.watch(slot, library()["childs-pose"])
    shown = frames(made.image[:1], made.world[:1], made.size.astype(float))
    coach.step([slot], [100.0], shown)

    assert coach.step([slot], [100.0], shown) == []
    assert coach.step([slot], [50.0], shown) == []


def test_slots_with_different_exercises_do_not_mix() -> None:
    coach = Coach()
    first, second = coach.open(2)
    coach.watch(first, library()["childs-pose"])
    coach.watch(second, library()["opposition-stretch"])
    made = film("childs-pose", 1)
    noticed: list[Noticed] = []
    for n, at_ms in enumerate(made.at_ms):
        shown = frames(made.image[[n, n]], made.world[[n, n]], made.size.astype(float))
        noticed += coach.step([first, second], [float(at_ms)] * 2, shown)

    entered = [each.slot for each in noticed if isinstance(each.event, InPosition)]
    assert entered == [first] * len(made.holds)


def test_a_tape_of_nothing_has_no_hold() -> None:
    empty = Recording(
        np.arange(0, 2_000, 67),
        np.full((30, 33, 4), np.nan, np.float32),
        np.full((30, 33, 4), np.nan, np.float32),
    )

    report = watch([Task(empty, library()["childs-pose"])])[0]

    assert report.holds == []
    assert report.unseen_ms > 1_500


def _only(made: Simulated, kept: NDArray[np.bool_]) -> Simulated:
    return replace(made, at_ms=made.at_ms[kept], image=made.image[kept], world=made.world[kept])


def _with_gaps(made: Simulated, chance: np.random.Generator) -> Simulated:
    """Nobody is seen now and then, also for longer than the filter goes on from."""
    image, world = made.image.copy(), made.world.copy()
    gone = np.repeat(chance.random(len(image)) < 0.1, chance.integers(1, 4, len(image)))[
        : len(image)
    ]
    gone[made.at_ms % 7_000 < 1_500] = True
    image[gone], world[gone] = np.nan, np.nan
    return replace(made, image=image, world=world)


def _live(made: Simulated) -> list[Noticed]:
    return [each for each in _alone(made, "childs-pose") if each.event]


def _alone(made: Simulated, name: str) -> list[Noticed]:
    coach = Coach()
    return _shown(coach, coach.open()[0], made, name)


def _shown(coach: Coach, slot: int, made: Simulated, name: str) -> list[Noticed]:
    coach.watch(slot, library()[name])
    noticed: list[Noticed] = []
    for n, at_ms in enumerate(made.at_ms):
        shown = frames(made.image[n : n + 1], made.world[n : n + 1], made.size.astype(float))
        noticed += coach.step([slot], [float(at_ms)], shown)
    return noticed
