"""Whether a movement is a circle, which has no way back: its name or its words say so."""

import re

_CIRCLE = re.compile(r"(?<!half )(?<!half-)(?<!semi-)\bcircl(?:es?|ing)\b", re.IGNORECASE)


def goes_round(*texts: str) -> bool:
    """Whether one of these texts speaks of a circle; half of one has a way back."""
    return any(_CIRCLE.search(text) for text in texts)
