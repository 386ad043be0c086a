"""Bring the table up to date, quickly when it already is."""

from importlib import import_module
from pkgutil import iter_modules

from django.core.management import call_command
from django.db import DatabaseError, connection

# The last migration in migrations/; a test compares.
NEWEST = "0002_by_kind_and_day"


def bring_up_to_date() -> None:
    """Migrate if need be. Asking first saves a third of the start."""
    if not _is_up_to_date():
        call_command("migrate", verbosity=0, interactive=False)


def names() -> tuple[str, ...]:
    """Every migration there is, oldest first."""
    package = import_module("unpinch.journal.store.migrations")
    return tuple(sorted(module.name for module in iter_modules(package.__path__)))


def _is_up_to_date() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT 1 FROM django_migrations WHERE app = %s AND name = %s", ["store", NEWEST]
            )
            return cursor.fetchone() is not None
    except DatabaseError:
        return False
