"""Prose to a draft program, and a program to a printed handout."""

from unpinch.handout.draft import Draft, DraftExercise, Span
from unpinch.handout.reader import read

__all__ = ["Draft", "DraftExercise", "Span", "read"]
