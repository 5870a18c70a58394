"""A small, quick day over the real wire: with a server of its own, and with one that runs."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from facilitation.domain.refusals import NotNow
from screens.rehearsal.client import Client
from screens.rehearsal.report import Report
from screens.rehearsal.run import rehearse
from screens.rehearsal.server_process import ServerProcess
from screens.wording import say
from tests.conftest import ROOT, free_port


def test_rehearsal_plays_a_whole_day_and_all_is_well():
    lines: list[str] = []

    code = rehearse(
        None, phones=8, pace=60, key=None, browse=False, confirm=never_asked, tell=lines.append
    )

    assert (code, lines[-2:]) == (
        0,
        [say("rehearse.sum_well", "de"), say("rehearse.sum_well_log", "de")],
    ), lines
    phases = ("welcome", "interview", "collect", "sort", "vote", "group", "board", "close")
    assert [
        line for line in lines if line in {say(f"rehearse.phase_{p}", "de") for p in phases}
    ] == [say(f"rehearse.phase_{p}", "de") for p in phases]


def test_rehearsal_plays_against_a_server_that_runs_already(server):
    lines: list[str] = []

    code = rehearse(
        server.url,
        phones=4,
        pace=200,
        key=server.key,
        browse=False,
        confirm=never_asked,
        tell=lines.append,
    )

    assert (code, lines[-1]) == (0, say("rehearse.sum_well", "de")), lines


def test_server_process_leaves_nothing_behind():
    server = ServerProcess()
    server.open()
    folder = server._log.parent

    server.close()

    assert not server.is_running()
    assert not folder.exists()


def test_server_process_names_the_lines_of_its_log_that_tell_of_trouble():
    server = ServerProcess()
    server._log.write_text(
        "phone: http://192.0.2.7:8080/\n"
        "2026-01-09 10:00:00,000 ERROR screens.replies: An act failed\n"
        "Traceback (most recent call last):\n"
        '  File "app.py", line 1, in <module>\n'
        "KeyError: 'errors'\n",
        encoding="utf-8",
    )

    assert [line.split()[-1] for line in server.log_problems()] == ["failed", "last):", "'errors'"]
    server.close()


def test_rehearsal_follows_a_real_facilitator_and_ends_after_the_close(server):
    lines: list[str] = []
    console = Client(server.url, "/console", Report(), key=server.key, console="real")
    console.open()
    with ThreadPoolExecutor() as pool:
        played = pool.submit(
            rehearse,
            server.url,
            phones=4,
            pace=200,
            key=None,
            browse=False,
            confirm=never_asked,
            tell=lines.append,
        )
        console.act("set_phase", phase="collect")
        until(lambda: len(console.view["topics"]) >= 4)
        console.act("set_phase", phase="vote")
        until(lambda: any(topic["dots"] for topic in console.view["topics"].values()))
        console.act("set_phase", phase="close")

        assert played.result(60) == 0, "\n".join(lines)
    console.close()


def test_rehearsal_leaves_a_day_with_people_in_it_alone_unless_told_otherwise(server):
    citizen = Client(server.url, "/phone", Report())
    citizen.open()
    done = subprocess.run(
        [sys.executable, "app.py", "rehearse", "--url", server.url, "--console-key", server.key],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
    )

    assert done.returncode == 1
    assert "1 Mensch ist dabei" in done.stdout
    assert "nichts ist verändert" in done.stdout
    view = citizen.sync()
    assert (view["participants"], view["topics"], view["phase"]) == (1, {}, "welcome")
    citizen.close()


def test_rehearsal_says_so_where_nobody_answers():
    with pytest.raises(NotNow) as no:
        rehearse(
            f"http://127.0.0.1:{free_port()}",
            phones=2,
            pace=1,
            key=None,
            browse=False,
            confirm=never_asked,
        )

    assert no.value.key == "rehearse.not_reached"


def never_asked(participants: int, topics: int) -> bool:
    raise AssertionError("nobody is there to be asked about")


def until(seen) -> None:
    """Wait until `seen()`; looks often, gives up after a minute."""
    end = time.monotonic() + 60
    while not seen():
        assert time.monotonic() < end
        time.sleep(0.02)
