"""The store as Django sees it."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """One model, so that migrations and other databases come from Django."""

    name = "unpinch.journal.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
