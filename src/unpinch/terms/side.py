"""The patient's own left and right. Mirroring is only ever drawing."""

from enum import StrEnum


class Side(StrEnum):
    """Which side works. In the opposition stretch it is the reaching arm."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def opposite(self) -> "Side":
        """The other side; both sides together have no other."""
        if self is Side.BOTH:
            return Side.BOTH
        return Side.LEFT if self is Side.RIGHT else Side.RIGHT
