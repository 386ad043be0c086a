"""The launch token: made new each time the program starts, known to whoever started it."""

import secrets
from functools import cache


@cache
def launch_token() -> str:
    """This launch's token, 256 bits."""
    return secrets.token_urlsafe(32)
