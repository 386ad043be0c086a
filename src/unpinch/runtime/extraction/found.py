"""What the child process answers: a text with what is to be said about it, or why there is none."""

import msgspec

# Some 700 pages of print; a handout has one to ten.
MOST_LETTERS = 2_000_000


class Found(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The text of a file.

    `ordered` is false when the words may stand in another order than on the
    sheet; a remark then says so. Remarks are whole sentences.
    """

    text: str
    kind: str
    ordered: bool = True
    remarks: tuple[str, ...] = ()


class Unreadable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why a file cannot be read, and what to do; goes on after "the file ..."."""

    why: str
    do: str


class UnreadableError(Exception):
    """Raised where reading cannot go on."""

    def __init__(self, why: str, do: str) -> None:
        super().__init__(why)
        self.answer = Unreadable(why, do)


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the two."""

    found: Found | None = None
    unreadable: Unreadable | None = None
