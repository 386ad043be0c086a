"""Names and movements, made up here, and the exercise of the library that is meant, if any."""

from pathlib import Path

import pytest

from unpinch.handout import read

KNEES, HAMSTRING = "knees-to-chest", "hamstring-stretch"
OPPOSITION, CHILD = "opposition-stretch", "childs-pose"

MEANT = [
    (KNEES, "Knee to chest", "Lie on your back. Pull one knee up to your chest. Hold 20 seconds."),
    (KNEES, "Single knee-to-chest stretch",
     "Lying on your back, hug one knee in toward your chest. Hold 15 seconds."),
    (KNEES, "Double knee to chest",
     "Lie on your back and bring both knees to your chest with your hands. Hold 15 seconds."),
    (KNEES, "Knee hug", "Lie on your back and hug your knee to your chest. Hold 15 seconds."),
    (KNEES, "Low back stretch",
     "Lie on your back with knees bent. Draw your right knee towards your chest and hold it there."
     " Hold 20 seconds."),
    (KNEES, "Wind-relieving pose",
     "Lie on your back. Draw one thigh up against your chest with both hands. Hold 5 breaths."),
    (HAMSTRING, "Hamstring stretch",
     "Lie on your back. Hold behind your thigh with both hands and straighten the knee until you"
     " feel a stretch behind the thigh. Hold 30 seconds."),
    (HAMSTRING, "Lying hamstring stretch",
     "Lie on your back and raise one leg, keeping it straight. Clasp your hands behind the leg and"
     " pull it toward you. Hold 30 seconds."),
    (HAMSTRING, "Hamstrings with a towel",
     "Lie on your back. Loop a towel round your foot, straighten your leg and pull on the towel"
     " until you feel a stretch at the back of your thigh. Hold 30 seconds."),
    (OPPOSITION, "Bird dog",
     "Start on your hands and knees. Reach one arm forward and the opposite leg back. Hold 3"
     " seconds."),
    (OPPOSITION, "Superman on all fours",
     "On all fours, lift your right arm and your left leg until they are level. Hold 5 seconds."),
    (OPPOSITION, "Arm and leg raise",
     "Kneel on hands and knees. Extend your left arm and stretch your right leg behind you. Hold 5"
     " seconds. Repeat on the other side."),
    (CHILD, "Child's pose",
     "Kneel on all fours. Sit back onto your heels and stretch your arms forward. Hold 30"
     " seconds."),
    (CHILD, "Prayer stretch",
     "Start on hands and knees. Lower your bottom to your heels, reaching your hands out in front."
     " Hold 30 seconds."),
    (CHILD, "Balasana",
     "Kneel down, sit your hips back to your heels and rest your forehead on the floor with your"
     " arms out. Stay for 5 breaths."),
]  # fmt: skip
OTHERS = [
    ("Knee to opposite shoulder",
     "Lie on your back. Pull your knee toward your opposite shoulder, across your chest. Hold 30"
     " seconds."),
    ("Piriformis stretch",
     "Lie on your back. Cross one ankle over the other knee and pull the thigh to your chest. Hold"
     " 30 seconds."),
    ("Thomas stretch",
     "Lie on your back at the edge of the bed. Hug one knee to your chest and let the other leg"
     " hang down. Hold 30 seconds."),
    ("Knee hug", "Stand tall and hug one knee to your chest. Hold 5 seconds."),
    ("Seated knee to chest", "Sit on a chair and lift one knee toward your chest. Repeat 10"
                             " times."),
    ("Dead bug",
     "Lie on your back with arms up. Lower one arm and the opposite leg. Repeat 10 times."),
    ("Knee rolls",
     "Lie on your back with both knees to your chest. Roll them from side to side. Repeat 10"
     " times."),
    ("Bicycle", "Lie on your back. Bring one knee to your chest and pedal as on a bicycle. 1"
                " minute."),
    ("Straight leg raise",
     "Lie on your back. Tighten your thigh and lift the straight leg 12 inches. Hold 5 seconds."
     " Repeat 10 times."),
    ("Hamstring stretch",
     "Sit on the edge of a chair with one leg straight. Lean forward until you feel a stretch"
     " behind"
     " the thigh. Hold 30 seconds."),
    ("Hamstring stretch",
     "Stand and put one heel on a step. Keep the leg straight and lean forward. Hold 30 seconds."),
    ("Hamstring curl", "Lie on your stomach and bend your knee. Repeat 10 times."),
    ("Hamstring stretch in a doorway",
     "Lie on your back in a doorway. Straighten your leg up against the wall until you feel a"
     " stretch behind the knee. Hold 30 seconds."),
    ("Sciatic nerve glide",
     "Lie on your back and hold behind your thigh. Straighten the knee and bend it again to move"
     " the"
     " nerve. Repeat 10 times."),
    ("Superman",
     "Lie face down. Lift one arm and the opposite leg. Hold 5 seconds. Repeat 10 times."),
    ("Superman", "Lie on your stomach and raise both arms and legs. Hold 5 seconds."),
    ("Donkey kick", "On hands and knees, lift one bent leg behind you. Repeat 10 times."),
    ("Cat stretch", "On hands and knees, arch your back up like a cat. Repeat 10 times."),
    ("Prayer position",
     "Sit tall. Press your palms together in front of your chest and lower the hands. Hold 15"
     " seconds."),
    ("Kneeling back extension",
     "Kneel upright with your hands on your hips. Lean back and look up. Hold 5 seconds."),
    ("Kneeling quad stretch",
     "Kneel and sit back on your heels to stretch the front of your thighs. Hold 30 seconds."),
    ("Hamstring stretch", ""),
    ("Superman", ""),
    ("Knee hug", ""),
]  # fmt: skip


def meant(name: str, words: str) -> str | None:
    found = read(f"## {name}\n\n{words or 'Bend your knees. 3 x 10'}").exercises
    assert len(found) == 1
    return found[0].exercise


@pytest.mark.parametrize(("exercise", "name", "words"), MEANT)
def test_an_exercise_is_known_by_position_limbs_and_movement(
    exercise: str, name: str, words: str
) -> None:
    assert meant(name, words) == exercise


@pytest.mark.parametrize(
    ("exercise", "words"), [(row[0], row[2]) for row in MEANT if "Prayer" not in row[1]]
)
def test_the_words_alone_are_enough(exercise: str, words: str) -> None:
    found = read(words).exercises
    assert [one.exercise for one in found] == [exercise]


@pytest.mark.parametrize(("name", "words"), OTHERS)
def test_a_near_name_that_is_another_exercise_is_not_matched(name: str, words: str) -> None:
    assert meant(name, words) is None


@pytest.mark.parametrize(
    ("name", "exercise"),
    [("Knees to chest", KNEES), ("Bird dog", OPPOSITION), ("Child’s pose", CHILD)],
)
def test_in_a_table_a_name_is_enough_when_it_can_mean_only_one(name: str, exercise: str) -> None:
    draft = read(f"| Exercise | Sets | Reps |\n|---|---|---|\n| {name} | 2 | 3 |")
    assert [one.exercise for one in draft.exercises] == [exercise]


NAMES = [
    [cell.strip() for cell in line.split("|")]
    for line in (Path(__file__).parent / "names.txt").read_text("utf-8").splitlines()
    if "|" in line
]


@pytest.mark.parametrize(("exercise", "name", "words"), NAMES)
def test_a_name_is_matched_or_not_by_what_is_done(exercise: str, name: str, words: str) -> None:
    found = read(f"{name}\n{words}\n").exercises
    assert [one.exercise or "-" for one in found] == [exercise]


def test_the_table_of_names_has_matches_and_near_misses() -> None:
    assert len(NAMES) >= 80
    assert sum(exercise == "-" for exercise, _, _ in NAMES) >= 40
