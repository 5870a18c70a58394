"""What README and CONTRIBUTING name is there: paths, commands, options."""

import re
from pathlib import Path

import pytest

import app

ROOT = Path(__file__).parent.parent
PATH = re.compile(
    r"^(?:facilitation|screens|static|templates|tests)/[\w./-]*$|^[\w-]+\.(?:py|md|txt)$"
)


def spans(name: str) -> list[str]:
    """Return what a document sets in code: inline, and the indented lines of commands."""
    text = (ROOT / name).read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if line.startswith("    ")]
    return [*re.findall(r"`([^`\n]+)`", text), *lines]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_paths_that_a_document_names_are_there(name):
    whole = [span for span in spans(name) if "/" in span and PATH.match(span)]
    assert whole
    assert [span for span in whole if not (ROOT / span).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_answers_name_a_file_in_the_folder_they_lead_to(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    pairs = re.findall(r"`([\w/]+/)` → `([\w.]+)`", text)
    assert [pair for pair in pairs if not (ROOT / pair[0] / pair[1]).is_file()] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_commands_and_options_that_a_document_names_are_there(name):
    calls = [
        span.split("python app.py", 1)[1].split("&&")[0]
        for span in spans(name)
        if "python app.py" in span
    ]
    assert calls
    for call in calls:
        words = call.split()
        command = app.main.commands[words[0]] if words and words[0][0] != "-" else app.main
        known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        assert {word for word in words if word.startswith("--")} <= known, call
