"""Going through the safety questions as a person does: one page after the other."""

from collections.abc import Collection

from django.test import Client

from tests.web.page import value
from unpinch.care.rules import safety_rules
from unpinch.runtime import safety

MANY = 80


def begin(client: Client, form: str = "first") -> str:
    """Begin a form, with a number to call; the address of its first page."""
    if safety.number_to_call() is None:
        safety.choose_number("DE", None)
    client.post("/safety/begin/", {"form": form})
    return client.get("/safety/now/").headers["Location"]


def question(client: Client, address: str) -> str:
    """Which question a page asks."""
    return value(client.get(address), "question") or ""


def answer(client: Client, address: str, given: str) -> str:
    """Answer the question of a page; the address it leads to."""
    return _give(client, address, question(client, address), given)


def _give(client: Client, address: str, asked: str, given: str) -> str:
    sent = {"question": asked, "answer": given}
    return client.post(address, sent).headers["Location"]


def walk(
    client: Client,
    *yes: str,
    form: str = "first",
    given: str = "yes",
    start: str | None = None,
    until: Collection[str] = (),
) -> str:
    """Answer a form, these with `given` and all else with no; where it ends."""
    address = start or begin(client, form)
    for _ in range(MANY):
        asked = question(client, address) if "/question/" in address else ""
        if not asked or asked in until:
            return address
        group = safety_rules().group(asked)
        counts = bool(set(yes) & set(group.items if group else (asked,)))
        address = _give(client, address, asked, given if counts else "no")
    raise AssertionError("the form never ends")


def lock(client: Client, *yes: str) -> str:
    """Answer the first form so that it locks, and confirm it."""
    assert walk(client, *yes) == "/safety/confirm/"
    return client.post("/safety/confirm/", {"right": "yes"}).headers["Location"]
