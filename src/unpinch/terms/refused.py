"""What every room raises when something cannot be done: one plain line for people."""


class Refused(Exception):  # noqa: N818 - it is an answer, not a fault of the program
    """One line: what cannot be done, where, and what to do. A file may need several."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What to show, a line each."""
        return (str(self),)
