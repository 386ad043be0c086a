"""`python -m unpinch` is `unpinch`."""

import sys

from unpinch.cli.main import run

sys.exit(run())
