"""A pose as a drawing."""

from unpinch.body.vocabulary import PoseError
from unpinch.figure.motion import Motion, motion
from unpinch.figure.palette import PALETTES, Theme, custom_properties
from unpinch.figure.still import draw

__all__ = ["PALETTES", "Motion", "PoseError", "Theme", "custom_properties", "draw", "motion"]
