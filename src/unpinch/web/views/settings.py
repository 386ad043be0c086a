"""Settings: one plain form."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from unpinch.runtime import diary, proposals, recordings
from unpinch.web.forms import SettingsForm, settings_form

_UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    """Show the settings, or change them all at once."""
    form = (
        SettingsForm(request.POST) if request.method == "POST" else settings_form(diary.settings())
    )
    if request.method == "POST" and form.is_valid():
        diary.change_settings(form.chosen())
        return redirect(f"{reverse('settings')}?saved=settings")
    context = {
        "form": form,
        "saved": "saved" in request.GET and not form.is_bound,
        "proposals": proposals.switched_on(),
        "recordings": len(recordings.kept()),
    }
    return render(
        request, "unpinch/settings.html", context, status=_UNPROCESSABLE if form.is_bound else 200
    )
