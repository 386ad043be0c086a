"""Sheets to read in tests, and how to answer what they leave open."""

from django.test import Client

from unpinch.handout.asking import Ask
from unpinch.runtime import diary, sitting
from unpinch.web.sheet import Card, cards, first_question

BRIDGE = """Bridge
Lie on your back with your knees bent. Lift your hips off the floor and squeeze your buttocks.
Hold for 5 seconds, then slowly lower your hips. Repeat 10 times. Stop if your back hurts.
"""
HAMSTRING = """Hamstring stretch
Lie on your back. Straighten your leg and bring it up; grasp the back of the thigh and pull it
closer until you feel a stretch in the back of the leg. Hold for 20 seconds, 5 times on each leg.
"""


def asked() -> tuple[Ask | None, str]:
    """The question of the moment, and which exercise it is about."""
    now = sitting.in_hand()
    assert now is not None
    ask, _left, about = first_question(now, diary.library())
    return ask, about


def card(number: int) -> Card:
    """One exercise of the sheet as the page shows it."""
    now = sitting.in_hand()
    assert now is not None
    return cards(now, diary.library(), None, None)[number]


def answer_all(client: Client, **answers: str) -> None:
    """Every question, by its field, or with its first choice."""
    for _ in range(40):
        ask, _about = asked()
        if ask is None:
            return
        value = answers.get(ask.field) or (ask.choices[0][0] if ask.choices else "1")
        typed = {"exercise": ask.exercise, "field": ask.field, "value": value}
        assert client.post("/handout/answer/", typed).status_code == 302
    raise AssertionError("the questions do not end")


def confirmed(client: Client, text: str, name: str = "From Ana", **answers: str) -> int:
    """The sheet read, answered, and followed; the status of the last answer."""
    client.post("/handout/read/", {"text": text})
    answer_all(client, **answers)
    return client.post("/handout/confirm/", {"program": name}).status_code
