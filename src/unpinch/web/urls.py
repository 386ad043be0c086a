"""The addresses of the pages."""

from django.urls import path

from unpinch.web.views import (
    about,
    data,
    exercises,
    figure,
    lock,
    number,
    safety,
    session,
    settings,
    static,
    today,
)

urlpatterns = [
    path("static/unpinch/<str:name>", static.ours, name="ours"),
    path("", today.today, name="today"),
    path("exercises/", exercises.exercises, name="exercises"),
    path("exercises/pace/", exercises.pace, name="pace"),
    path("exercises/<slug:exercise>/", exercises.choose, name="choose"),
    path("safety/", safety.state, name="safety"),
    path("safety/begin/", safety.begin, name="safety-begin"),
    path("safety/now/", safety.now, name="safety-now"),
    path("safety/question/<int:number>/", safety.question, name="safety-question"),
    path("safety/confirm/", safety.confirm, name="safety-confirm"),
    path("safety/outcome/", safety.outcome, name="safety-outcome"),
    path("safety/stop/", lock.stop, name="safety-stop"),
    path("safety/clearance/", lock.clearance, name="safety-clearance"),
    path("safety/number/", number.number, name="safety-number"),
    path("safety/rules/", safety.rules, name="safety-rules"),
    path("settings/", settings.settings, name="settings"),
    path("data/", data.data, name="data"),
    path("data/diary.<slug:kind>", data.download, name="download"),
    path("data/backup/", data.backup, name="backup"),
    path("data/erase/", data.erase, name="erase"),
    path("about/", about.about, name="about"),
    path("session/start/", session.start, name="start"),
    path("session/", session.session, name="session"),
    path("session/<uuid:number>/done/", session.done, name="done"),
    path("figure/<slug:exercise>/<slug:variation>/<slug:side>/", figure.figure, name="figure"),
]
