"""The doctor, asked at the command line and by a console."""

import http.client
import json
import os
import socket
import subprocess
import sys

from tests.conftest import KEY, ROOT, free_port


def doctor(*options):
    return subprocess.run(
        [sys.executable, "app.py", "doctor", *options],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        timeout=60,
    )


def test_doctor_says_one_sentence_a_line_and_touches_nothing(tmp_path):
    done = doctor("--data", str(tmp_path / "day.db"), "--port", str(free_port()))

    lines = done.stdout.splitlines()
    assert done.stderr == ""
    assert len(lines) >= 9
    assert all(line[0] in "✓✗·" and line.endswith((".", ").", "“.")) for line in lines)
    assert list(tmp_path.iterdir()) == []


def test_doctor_says_that_the_port_is_taken(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = doctor("--data", str(tmp_path / "day.db"), "--port", str(port))

    assert done.returncode == 1
    assert f"✗ Anschluss {port} ist belegt." in done.stdout


def test_doctor_of_the_console_is_for_consoles_alone(server):
    def ask(path, **headers):
        link = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        link.request("GET", path, headers=headers)
        answer = link.getresponse()
        return answer, answer.read()

    refused, said = ask("/console/doctor.json")
    assert refused.status == 401
    assert b"findings" not in said
    door, _ = ask(f"/console?key={KEY}")
    cookie = door.headers["Set-Cookie"].split(";")[0]
    answer, said = ask("/console/doctor.json", Cookie=cookie)

    findings = json.loads(said)["findings"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert {"doctor.phones_try", "doctor.sleep", "doctor.folder"} <= {f["key"] for f in findings}
