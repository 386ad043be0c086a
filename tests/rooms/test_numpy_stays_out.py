"""numpy is loaded when a camera needs it, not when a page is served."""

import subprocess
import sys

ASK = "import sys, unpinch.web.asgi; print(sorted({'numpy', 'typst', 'docx'} & set(sys.modules)))"


def test_serving_pages_loads_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=False)

    assert (done.stdout.strip(), done.stderr) == ("[]", "")
