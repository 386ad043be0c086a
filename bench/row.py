"""One measured figure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A figure, its unit, the most it may be (None: no goal) and what it was held against."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    against: str = ""

    @property
    def met(self) -> bool:
        """Whether it is within its goal; without one it always is."""
        return self.goal is None or self.value <= self.goal
