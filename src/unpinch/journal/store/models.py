"""The one table: entries, in the order in which they came.

Append-only. `save` refuses an entry that is already there and `delete` refuses
always; erasing the diary removes the file, not rows.
"""

from typing import Any

from django.db import models

_KEPT = "the diary is append-only: what is written stays; write a new entry instead"


class AppendOnlyError(RuntimeError):
    """Somebody tried to change or delete what was written."""


class _AppendOnlyRows(models.QuerySet["EntryRow"]):
    """Rows that can be read and added to, not changed or removed, in bulk either."""

    def update(self, **_changes: Any) -> int:
        """Refuse."""
        raise AppendOnlyError(_KEPT)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise AppendOnlyError(_KEPT)


class EntryRow(models.Model):
    """An `Entry` on disk. `key` is unique: what is delivered twice is stored once."""

    key = models.UUIDField(unique=True)
    kind = models.CharField(max_length=40)
    session = models.UUIDField(null=True)
    at = models.DateTimeField()
    day = models.DateField()
    body = models.TextField()
    format = models.PositiveIntegerField()
    rules = models.PositiveIntegerField()

    objects = _AppendOnlyRows.as_manager()

    class Meta:
        """Found by kind and day, by session and by kind; nothing else is asked."""

        indexes = (
            models.Index(fields=["kind", "day"], name="entry_by_kind_and_day"),
            models.Index(fields=["session"], name="entry_by_session"),
            models.Index(fields=["kind", "id"], name="entry_by_kind"),
        )

    def __str__(self) -> str:
        """The entry in a word, for whoever looks with Django's shell."""
        return f"{self.kind} {self.key}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new row; refuse to write an old one again."""
        if self.pk is not None:
            raise AppendOnlyError(_KEPT)
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse: only erasing the whole diary removes anything."""
        raise AppendOnlyError(_KEPT)
