"""Reminders as a form: seven days, and a few times."""

from typing import Any

from django import forms
from django.forms import BoundField

from unpinch.journal.reminders import MOST_TIMES, WEEK, Reminders, Weekday

DAYS = (
    (Weekday.MONDAY.value, "Monday"), (Weekday.TUESDAY.value, "Tuesday"),
    (Weekday.WEDNESDAY.value, "Wednesday"), (Weekday.THURSDAY.value, "Thursday"),
    (Weekday.FRIDAY.value, "Friday"), (Weekday.SATURDAY.value, "Saturday"),
    (Weekday.SUNDAY.value, "Sunday"),
)  # fmt: skip
_WRONG = {"invalid": "Write a time as hours and minutes, such as 18:30."}


class RemindersForm(forms.Form):
    """The days and up to four times."""

    days = forms.MultipleChoiceField(
        choices=DAYS, required=False, error_messages={"invalid_choice": "Choose from the list."}
    )

    def __init__(self, chosen: Reminders, data: Any = None) -> None:
        """Filled with what is chosen now."""
        times = sorted(chosen.times)
        filled = {f"time_{number}": f"{at:%H:%M}" for number, at in enumerate(times)}
        super().__init__(data, initial={"days": [day.value for day in chosen.days], **filled})
        for number in range(MOST_TIMES):
            self.fields[f"time_{number}"] = forms.TimeField(
                required=False, input_formats=["%H:%M"], error_messages=_WRONG
            )

    @property
    def times(self) -> list[BoundField]:
        """The fields of the times."""
        return [self[f"time_{number}"] for number in range(MOST_TIMES)]

    def clean(self) -> dict[str, Any]:
        """A day needs a time and a time needs a day."""
        filled: dict[str, Any] = self.cleaned_data
        if any(field in self.errors for field in filled.keys() | self.errors.keys()):
            return filled
        if not filled["days"] and not self._times():
            self.add_error("days", "Choose at least one day and one time.")
        elif not filled["days"]:
            self.add_error("days", "Choose at least one day.")
        elif not self._times():
            self.add_error("time_0", "Choose a time, such as 18:30.")
        return filled

    def chosen(self) -> Reminders:
        """What was chosen, each once."""
        days = tuple(day for day in WEEK if day.value in self.cleaned_data["days"])
        return Reminders(days, self._times())

    def _times(self) -> tuple[Any, ...]:
        given = {self.cleaned_data.get(f"time_{number}") for number in range(MOST_TIMES)}
        return tuple(sorted(at for at in given if at is not None))
