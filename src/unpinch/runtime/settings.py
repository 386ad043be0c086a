"""Django's settings. There is one kind of installation: a person's own machine."""

import logging
from pathlib import Path

from unpinch.runtime import folder
from unpinch.runtime.lan import door

_WEB = Path(__file__).resolve().parent.parent / "web"

DEBUG = False
SECRET_KEY = folder.signing_key() if folder.data_folder().is_dir() else "no data folder yet"
# The gate in front has compared the whole Host already, port and all.
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *(door.opened.hosts if door.opened else ())]
ROOT_URLCONF = "unpinch.web.urls"
ASGI_APPLICATION = "unpinch.web.asgi.application"
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "unpinch.journal.store",
    "unpinch.web",
]
MIDDLEWARE = [
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "unpinch.web.trouble.Trouble",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "unpinch.web.context.page",
            ]
        },
    }
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder.diary_file(),
        "OPTIONS": {
            # An acknowledged entry is on the disk: the write-ahead file is synced at each commit.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            " PRAGMA secure_delete=ON;",
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
        },
    }
}

STATIC_URL = "/static/"
STATIC_ROOT = _WEB / "static"

CSRF_COOKIE_NAME = "unpinch-form"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
# As much as a file may have: what is too long for a handout is refused in words, with its text.
DATA_UPLOAD_MAX_MEMORY_SIZE = 25_000_000
LOGGING_CONFIG = None
# A refused form is told on its page. The terminal is for what went wrong with us.
logging.getLogger("django.request").setLevel(logging.ERROR)
