"""Why a file that was named cannot be read, and what to do."""


def why(error: OSError | ValueError) -> str:
    """What follows the name of the file."""
    match error:
        case FileNotFoundError():
            return "is not there; check the name."
        case IsADirectoryError():
            return "is a folder; name a file."
        case PermissionError():
            return "may not be read by you; change its permissions, or name another file."
        case _:
            return f"cannot be read ({getattr(error, 'strerror', None) or error})."
