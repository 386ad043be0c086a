"""The engine: events in, cues out. No clock, no files, no chance."""
