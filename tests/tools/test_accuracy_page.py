import json

from tools.accuracy_page import DATA, PAGE, page


def test_the_page_says_what_was_measured() -> None:
    written = PAGE.read_text("utf-8")

    assert written == page(json.loads(DATA.read_text("utf-8"))), (
        "docs/accuracy.md is out of date: python -m tools.accuracy_page"
    )


def test_whatever_is_simulated_is_called_so() -> None:
    real, _, made = PAGE.read_text("utf-8").partition("## Simulated patients")

    assert "patients" not in real
    tables = [line for line in made.splitlines() if line.startswith("| ") and "---" not in line]
    heads = [
        line
        for line, after in zip(made.splitlines(), made.splitlines()[1:], strict=False)
        if after.startswith("| ---")
    ]
    assert tables
    assert all(line.startswith("| simulated") for line in heads)
