"""The addresses of the pages."""

from django.urls import path

from unpinch.web.views import about, exercises, figure, session, settings, static, today

urlpatterns = [
    path("static/unpinch/<str:name>", static.ours, name="ours"),
    path("", today.today, name="today"),
    path("exercises/", exercises.exercises, name="exercises"),
    path("exercises/pace/", exercises.pace, name="pace"),
    path("exercises/<slug:exercise>/", exercises.choose, name="choose"),
    path("settings/", settings.settings, name="settings"),
    path("about/", about.about, name="about"),
    path("session/start/", session.start, name="start"),
    path("session/", session.session, name="session"),
    path("session/<uuid:number>/done/", session.done, name="done"),
    path("figure/<slug:exercise>/<slug:variation>/<slug:side>/", figure.figure, name="figure"),
]
