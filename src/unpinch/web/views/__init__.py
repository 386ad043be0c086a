"""One module a page. They ask the diary and fill a template."""
