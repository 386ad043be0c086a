"""Opening the diary: Django is set up once, and the table brought up to date."""

import os

import django


def open_diary() -> None:
    """Make the diary in the data folder ready for use."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unpinch.runtime.settings")
    django.setup()
    from unpinch.journal.store.schema import bring_up_to_date  # needs Django to be set up

    bring_up_to_date()
