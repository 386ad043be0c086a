"""The addresses of the pages."""

from django.urls import path

from unpinch.web.later import Later
from unpinch.web.too_much import too_much
from unpinch.web.views import installed, static, today

about, data, devices, exercises = (
    Later("about"),
    Later("data"),
    Later("devices"),
    Later("exercises"),
)
figure, lock, number, progress = Later("figure"), Later("lock"), Later("number"), Later("progress")
handout, composing, programs = Later("handout"), Later("composing"), Later("programs")
proposal, reminders, settings = Later("proposal"), Later("reminders"), Later("settings")
safety, trial, recordings = Later("safety"), Later("trial"), Later("recordings")
session, symptoms = Later("session"), Later("symptoms")
own_exercises = Later("own_exercises")

handler404 = "unpinch.web.views.missing.missing"
urlpatterns = [
    path("static/unpinch/<str:name>", static.ours, name="ours"),
    path("manifest.webmanifest", installed.manifest, name="manifest"),
    path("offline.js", installed.worker, name="offline-worker"),
    path("offline/", installed.offline, name="offline"),
    path("", today.today, name="today"),
    path("exercises/", exercises.exercises, name="exercises"),
    path("pace/", exercises.pace, name="pace"),
    path("exercises/<slug:exercise>/", exercises.choose, name="choose"),
    path("exercises/<slug:number>/away/", own_exercises.take_away, name="exercise-away"),
    path("exercises/<slug:number>/back/", own_exercises.put_back, name="exercise-back"),
    path("safety/", safety.state, name="safety"),
    path("safety/begin/", safety.begin, name="safety-begin"),
    path("safety/now/", safety.now, name="safety-now"),
    path("safety/question/<int:number>/", safety.question, name="safety-question"),
    path("safety/answers/", safety.answers, name="safety-answers"),
    path("safety/confirm/", safety.confirm, name="safety-confirm"),
    path("safety/outcome/", safety.outcome, name="safety-outcome"),
    path("safety/stop/", lock.stop, name="safety-stop"),
    path("safety/clearance/", lock.clearance, name="safety-clearance"),
    path("safety/number/", number.number, name="safety-number"),
    path("safety/trial/", trial.overview, name="safety-trial"),
    path("safety/trial/rate/", trial.rate, name="safety-trial-rate"),
    path("safety/trial/start/", trial.start, name="safety-trial-start"),
    path("safety/rules/", safety.rules, name="safety-rules"),
    path("proposal/", proposal.decide, name="proposal"),
    path("settings/proposals/", proposal.switch, name="proposals"),
    path("settings/", settings.settings, name="settings"),
    path("reminders/", reminders.choose, name="reminders"),
    path("reminders/none/", reminders.none, name="reminders-none"),
    path("reminders/due/", reminders.due, name="reminders-due"),
    path("reminders/exercises.ics", reminders.calendar, name="reminders-calendar"),
    path("data/", data.data, name="data"),
    path("data/diary.<slug:kind>", data.download, name="download"),
    path("data/backup/", data.backup, name="backup"),
    path("data/erase/", data.erase, name="erase"),
    path("devices/", devices.overview, name="devices"),
    path("devices/code/", devices.code, name="devices-code"),
    path("devices/no-code/", devices.no_code, name="devices-no-code"),
    path("devices/out/", devices.out, name="devices-out"),
    path("devices/state/", devices.state, name="devices-state"),
    path("data/recordings/delete/", recordings.delete_all, name="recordings-delete"),
    path("data/recordings/<slug:name>/", recordings.recording, name="recording"),
    path("data/recordings/<slug:name>/frames", recordings.frames, name="recording-frames"),
    path("data/recordings/<slug:name>/found", recordings.found, name="recording-found"),
    path("data/recordings/<slug:name>/tape", recordings.tape, name="recording-tape"),
    path("data/recordings/<slug:name>/delete/", recordings.delete, name="recording-delete"),
    path("about/", about.about, name="about"),
    path("session/start/", session.start, name="start"),
    path("session/", session.session, name="session"),
    path("session/<uuid:number>/done/", session.done, name="done"),
    path("progress/", progress.progress, name="progress"),
    path("before/", symptoms.before, name="before"),
    path("session/<uuid:number>/after/", symptoms.after, name="after"),
    path("session/<uuid:number>/morning/", symptoms.morning, name="morning"),
    path("handout/", handout.handout, name="handout"),
    path("handout/read/", handout.read, name="handout-read"),
    path("handout/check/", handout.check, name="handout-check"),
    path("handout/answer/", handout.answer, name="handout-answer"),
    path("handout/exercise/<int:number>/", handout.change, name="handout-change"),
    path("handout/add/", handout.add, name="handout-add"),
    path("handout/undo/", handout.undo, name="handout-undo"),
    path("handout/drop/", handout.drop, name="handout-drop"),
    path("handout/confirm/", handout.confirm, name="handout-confirm"),
    path("programs/new/", composing.new, name="handout-new"),
    path("programs/take-in/", composing.take_in, name="handout-take-in"),
    path("programs/<slug:number>/edit/", composing.program, name="handout-program"),
    path("programs/<slug:number>/undo/", composing.take_back, name="handout-program-undo"),
    path("programs/<slug:number>/follow/", programs.follow, name="program-follow"),
    path("programs/<slug:number>/rename/", programs.rename, name="program-rename"),
    path("programs/<slug:number>/duplicate/", programs.duplicate, name="program-duplicate"),
    path("programs/<slug:number>/away/", programs.take_away, name="program-away"),
    path("programs/<slug:number>/back/", programs.put_back, name="program-back"),
    path("programs/<slug:number>/files.zip", programs.files, name="program-files"),
    path("programs/<slug:number>/paper.pdf", programs.paper, name="program-paper"),
    path("figure/<slug:exercise>/<slug:variation>/<slug:side>/", figure.figure, name="figure"),
]

handler400 = too_much
