"""What has a goal is measured here: `make bench` prints each figure beside it."""
