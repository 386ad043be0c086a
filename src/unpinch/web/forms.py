"""The forms. What is allowed is asked of `exercises`; here are only the questions and the words."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

from unpinch.exercises.choosing import Choice, chosen_point
from unpinch.exercises.model import MAIN, Exercise, Point
from unpinch.exercises.plan import PACES
from unpinch.exercises.point import refusals
from unpinch.runtime.diary import Settings

_WHOLE = {
    "invalid": "Write a whole number, such as {}.",
    "required": "Write a number, such as {}.",
    "min_value": "That is too small; write a number such as {}.",
    "max_value": "That is too large; write a number such as {}.",
}
_LISTED = dict.fromkeys(("required", "invalid_choice"), "Choose one of those that are listed.")
_WORD_FOR_PACE = {"slow": "Slow", "calm": "Calm", "brisk": "Brisk"}
_RATES = (("0.85", "Slower"), ("0.95", "Calm"), ("1.1", "Quicker"))
_SIZES = (("normal", "Normal"), ("large", "Large"), ("largest", "Largest"))
_THEMES = (("auto", "As the device"), ("light", "Light"), ("dark", "Dark"))
_LONGEST_NAME = 200


def paces() -> list[tuple[str, str]]:
    """Every pace with its word."""
    return [(pace, _WORD_FOR_PACE[pace]) for pace in PACES]


class ChoiceForm(forms.Form):
    """Another point inside the handout's range, the variation, or not at all."""

    left_out = forms.BooleanField(required=False)

    def __init__(
        self, exercise: Exercise, point: Point, choice: Choice | None, data: Any = None
    ) -> None:
        """Filled with what is chosen now. Only what the handout leaves open gets a field."""
        chosen = chosen_point(exercise, point, choice)
        self._now = chosen, bool(choice and choice.left_out)
        super().__init__(
            data,
            prefix=exercise.id,
            initial={
                "hold": f"{chosen.hold_ms / 1000:g}",
                "repetitions": chosen.repetitions,
                "variation": chosen.variation or MAIN,
                "left_out": bool(choice and choice.left_out),
            },
        )
        self.exercise, self.point = exercise, point
        dose = exercise.dose_of(chosen.variation)
        if not dose.hold_ms.single:
            self.fields["hold"] = _number(dose.hold_ms.low // 1000)
        if not dose.repetitions.single:
            self.fields["repetitions"] = _number(dose.repetitions.low)
        if exercise.variations:
            ways = [(MAIN, "As described"), *((one.id, one.name) for one in exercise.variations)]
            self.fields["variation"] = forms.ChoiceField(choices=ways, error_messages=_LISTED)

    def clean(self) -> dict[str, Any]:
        """Refuse what is outside the handout, beside the field that it is about."""
        filled = super().clean() or self.cleaned_data
        if self.errors:
            return filled
        choice = self.choice()
        hold_ms = choice.hold_ms or self.point.hold_ms
        repetitions = choice.repetitions or self.point.repetitions
        variation = filled.get("variation", MAIN)
        named = None if variation == MAIN else variation
        for field, why in refusals(self.exercise, hold_ms, repetitions, named):
            self.add_error(field if field in self.fields else None, f"{why[:1].upper()}{why[1:]}.")
        return filled

    def differs(self) -> bool:
        """Whether something else was chosen than what counts now."""
        choice = self.choice()
        chosen = chosen_point(self.exercise, self.point, choice)
        return (chosen, choice.left_out) != self._now

    def choice(self) -> Choice:
        """What was chosen, as the diary keeps it."""
        filled = self.cleaned_data
        hold, variation = filled.get("hold"), filled.get("variation", MAIN)
        return Choice(
            exercise=self.exercise.id,
            hold_ms=None if hold is None else hold * 1000,
            repetitions=filled.get("repetitions"),
            variation=None if variation == (self.point.variation or MAIN) else variation,
            left_out=filled["left_out"],
        )


def _number(example: int) -> forms.IntegerField:
    messages = {kind: text.format(example) for kind, text in _WHOLE.items()}
    return forms.IntegerField(min_value=1, max_value=9_999, error_messages=messages)


class PaceForm(forms.Form):
    """How much time there is between the holds."""

    pace = forms.ChoiceField(choices=paces, error_messages=_LISTED)


class SettingsForm(forms.Form):
    """How the person wants to be led."""

    voice = forms.CharField(
        required=False,
        validators=[MaxLengthValidator(_LONGEST_NAME, "Choose a voice from the list.")],
    )
    rate = forms.TypedChoiceField(choices=_RATES, coerce=float, error_messages=_LISTED)
    speech = forms.BooleanField(required=False)
    tones = forms.BooleanField(required=False)
    vibration = forms.BooleanField(required=False)
    flash = forms.BooleanField(required=False)
    pace = forms.ChoiceField(choices=paces, error_messages=_LISTED)
    text_size = forms.ChoiceField(choices=_SIZES, error_messages=_LISTED)
    theme = forms.ChoiceField(choices=_THEMES, error_messages=_LISTED)
    camera = forms.BooleanField(required=False)
    which_camera = forms.CharField(
        required=False,
        validators=[MaxLengthValidator(_LONGEST_NAME, "Choose a camera from the list.")],
    )
    record = forms.BooleanField(required=False)

    def chosen(self) -> Settings:
        """The settings that were chosen."""
        return Settings(**self.cleaned_data)


def settings_form(now: Settings) -> SettingsForm:
    """The form, filled with the settings in force."""
    nearest = min((rate for rate, _ in _RATES), key=lambda rate: abs(float(rate) - now.rate))
    filled = {name: getattr(now, name) for name in now.__struct_fields__}
    return SettingsForm(initial={**filled, "rate": nearest})
