"""Reading a page as a person does: its words, without the drawings."""

import re
from typing import Protocol

from selectolax.lexbor import LexborHTMLParser


class Answer(Protocol):
    """What Django's test clients give back."""

    @property
    def content(self) -> bytes: ...


def words(answer: Answer) -> str:
    """All words of the page's main part, in order, spaces made single."""
    return words_of(answer.content.decode(), "main")


def words_of(html: str, part: str) -> str:
    """All words of one part of a page."""
    tree = LexborHTMLParser(html)
    for drawing in tree.css("svg"):
        drawing.decompose()
    found = tree.css_first(part)
    assert found is not None, f"the page has no {part}"
    return re.sub(r"\s+", " ", found.text(separator=" ")).strip()


def value(answer: Answer, name: str) -> str | None:
    """What stands in a field."""
    field = LexborHTMLParser(answer.content).css_first(f'[name="{name}"]')
    assert field is not None, f"the page has no field {name}"
    return field.attributes.get("value")
