"""Proposals: switching them on or off, and deciding on the one that is offered."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from unpinch.runtime import proposals
from unpinch.runtime.proposals import ProposalError


@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Accept or decline. One that is not offered any more changes nothing."""
    answer = request.POST.get("answer", "")
    if answer not in ("accept", "decline"):
        return redirect("today")
    try:
        proposals.answer(request.POST.get("offer", ""), accepted=answer == "accept")
    except ProposalError:
        return redirect(f"{reverse('today')}?gone=1")
    return redirect("today")


@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Switch proposals on or off."""
    proposals.switch(request.POST.get("proposals") == "on")
    return redirect(f"{reverse('settings')}?saved=proposals")
