"""The words every room speaks: sides, doses, turns, events, cues."""
