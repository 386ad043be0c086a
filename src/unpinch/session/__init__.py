"""The engine: events in, cues out. No clock, no files, no chance."""

from unpinch.session.engine import next_due_ms, step
from unpinch.session.project import Projection, Timeline, TurnTime, advance, project, timeline
from unpinch.session.script import Script, script
from unpinch.session.state import Outcome, Pain, Result, State
from unpinch.session.summary import ExerciseSummary, Summary, summary

__all__ = [
    "ExerciseSummary",
    "Outcome",
    "Pain",
    "Projection",
    "Result",
    "Script",
    "State",
    "Summary",
    "Timeline",
    "TurnTime",
    "advance",
    "next_due_ms",
    "project",
    "script",
    "step",
    "summary",
    "timeline",
]
