"""Prose to a draft program, and a program to a printed handout."""
