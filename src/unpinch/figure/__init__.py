"""A pose as a drawing."""
