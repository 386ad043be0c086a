"""Arrays with one row a session: what everything that the coach knows is made of."""

from typing import Self

import numpy as np
from numpy.typing import NDArray


class Table:
    """The base of dataclasses of arrays, or of tables, that share their first axis."""

    def __getitem__(self, rows: NDArray[np.intp]) -> Self:
        """A copy of these rows."""
        return type(self)(*(values[rows] for values in vars(self).values()))

    def __setitem__(self, rows: NDArray[np.intp], new: Self) -> None:
        """Write these rows back."""
        for name, values in vars(self).items():
            values[rows] = getattr(new, name)
