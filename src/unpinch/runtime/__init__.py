"""The only room with a clock, files, tasks and chance."""
