"""How the pages under docs/ are built: plain Markdown, nothing fetched, warnings are errors."""

from importlib.metadata import version as version_of

project = "Unpinch"
author = "The Unpinch authors"
copyright = "2026, The Unpinch authors. Apache License 2.0"
version = release = version_of("unpinch")

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = "Unpinch"
html_copy_source = False
html_show_sphinx = False
