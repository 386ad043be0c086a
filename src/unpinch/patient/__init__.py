"""A patient who does not exist: landmarks with known truth."""
