"""What exercise and program files may say, reading them, and choosing within them."""

from unpinch.exercises.catalogue import in_order, library, programs, shipped_folder
from unpinch.exercises.problems import FileError

__all__ = ["FileError", "in_order", "library", "programs", "shipped_folder"]
