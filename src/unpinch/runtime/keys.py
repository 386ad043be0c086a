"""The launch token: made new each time the program starts, known to whoever started it.

And names that nobody can guess, for whatever may only be used by who was told.
"""

import secrets
from functools import cache


@cache
def launch_token() -> str:
    """This launch's token, 256 bits."""
    return secrets.token_urlsafe(32)


def unguessable() -> str:
    """A name that only who was told can know."""
    return secrets.token_urlsafe(24)
