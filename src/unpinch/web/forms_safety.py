"""The forms of the safety check: what a clinician has said, and whom to call."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from unpinch.care.screen import Said
from unpinch.web.forms_symptoms import SCALES, SymptomsForm

_LONGEST_NUMBER = 20


class ClearanceForm(forms.Form):
    """What a clinician has examined, on which day, and which exercises they named."""

    examined_on = forms.DateField(
        error_messages={
            "required": "Enter the day of the examination.",
            "invalid": "Write the day like 2026-11-22.",
        }
    )
    said_so = forms.BooleanField(
        error_messages={"required": "Tick this only if a clinician has said so."}
    )

    def __init__(
        self, items: Sequence[Said], exercises: Sequence[tuple[str, str]], data: Any = None
    ) -> None:
        """One tick for each item, and for each exercise of the program."""
        super().__init__(data)
        self.fields["items"] = forms.MultipleChoiceField(
            choices=[(one.item, one.says) for one in items],
            error_messages={"required": "Tick what the clinician has examined you for."},
        )
        self.fields["exercises"] = forms.MultipleChoiceField(choices=exercises, required=False)

    def said(self) -> tuple[tuple[str, ...], date, tuple[str, ...]]:
        """Items, day, and the exercises that were named."""
        filled = self.cleaned_data
        return tuple(filled["items"]), filled["examined_on"], tuple(filled["exercises"])


class NumberForm(forms.Form):
    """A country, or a number of one's own."""

    country = forms.CharField(required=False, max_length=2)
    own = forms.CharField(
        required=False,
        max_length=_LONGEST_NUMBER,
        error_messages={"max_length": "That is too long for a number to call."},
    )


class TrialForm(SymptomsForm):
    """Where it is and how strong: all of it, since what is not known is not passed."""

    SCALES = SCALES

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Every rating has to be given."""
        super().__init__(*args, **kwargs)
        for scale in SCALES:
            self.fields[scale].required = True
            self.fields[scale].error_messages["required"] = "Choose a number; 0 is none."
