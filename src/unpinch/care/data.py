"""The data files of this room, read from the package: the one place in it that reads anything."""

from importlib import resources


def text_of(name: str) -> str:
    """The text of one data file of this room."""
    return resources.files(__package__).joinpath(name).read_text("utf-8")
