"""Find the browser that the browser tests drive, and fetch it where that is possible.

Prints its path, or nothing when there is none: outside CI the browser tests are then skipped, in CI
that is an error. The product itself needs no particular browser.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def find() -> str | None:
    """Return the path of a Chromium, the one named in the environment first."""
    for variable in ("UNPINCH_CHROMIUM", "CHROMIUM"):
        named = os.environ.get(variable)
        if named and (path := shutil.which(named)):
            return path
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return str(MAC) if MAC.exists() else None


def install() -> None:
    """Ask Debian's package manager for it, if we may do so without a password."""
    apt = shutil.which("apt-get")
    as_root = _as_root()
    if apt is None or as_root is None:
        return
    print("installing Chromium for the browser tests", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "-y", "chromium"]):
        done = subprocess.run(  # noqa: S603 - fixed words, no shell
            [*as_root, apt, "-qq", *words], env=environment, capture_output=True, text=True
        )
        if done.returncode:
            print(done.stderr.strip()[-500:], file=sys.stderr)
            return


def _as_root() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True).returncode == 0:  # noqa: S603
        return [sudo, "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
    return None


def main() -> int:
    """Print the path; complain on stderr where there is none."""
    path = find()
    if path is None and "--install" in sys.argv[1:]:
        install()
        path = find()
    if path is not None:
        print(path)
        return 0
    in_ci = os.environ.get("CI") == "true"
    print(
        "no Chromium found: "
        + ("CI must run the browser tests" if in_ci else "the browser tests are skipped")
        + "; install Chromium or set CHROMIUM to its path",
        file=sys.stderr,
    )
    return 1 if in_ci else 0


if __name__ == "__main__":
    sys.exit(main())
