import subprocess
import sys

import pytest

from facilitation.worker.process import ROOT, Worker, WorkerFailed

PAYLOAD = {"texts": [["Ein Bus am Abend", "de"]], "previous": None, "width": 1920, "height": 880}


@pytest.fixture(scope="module")
def worker():
    running = Worker()
    yield running
    running.close()


def words(cloud):
    return {word["text"] for word in cloud["words"]}


def test_worker_lays_out_a_cloud_and_draws_it(worker):
    cloud = worker.ask("cloud", PAYLOAD)
    files = worker.ask("cloud_files", {**PAYLOAD, "previous": cloud})

    assert words(cloud) == {"Bus", "Abend"}
    assert files["cloud.png"].startswith(b"\x89PNG")
    assert b"Abend" in files["cloud.svg"]


def test_job_that_fails_says_why_and_the_next_one_is_done(worker):
    with pytest.raises(WorkerFailed, match="cloud: KeyError"):
        worker.ask("cloud", {})
    with pytest.raises(WorkerFailed, match="no such job"):
        worker.ask("no such job", {})

    assert words(worker.ask("cloud", PAYLOAD)) == {"Bus", "Abend"}


def test_child_that_was_killed_is_started_again(worker):
    worker.ask("cloud", PAYLOAD)
    first = worker._child
    first.kill()
    first.wait()

    assert words(worker.ask("cloud", PAYLOAD)) == {"Bus", "Abend"}
    assert worker._child.pid != first.pid


def test_job_that_takes_too_long_is_given_up_and_the_next_one_is_done(worker):
    worker.ask("cloud", PAYLOAD)
    long = {**PAYLOAD, "texts": [[f"Bus {n} nach Hause {'Rad ' * 50}", "de"] for n in range(5_000)]}

    with pytest.raises(WorkerFailed, match="longer than"):
        worker.ask("cloud", long, timeout_s=0.02)

    assert words(worker.ask("cloud", PAYLOAD)) == {"Bus", "Abend"}


def test_worker_that_was_closed_does_nothing_more():
    closed = Worker()
    closed.close()

    with pytest.raises(WorkerFailed, match="closed"):
        closed.ask("cloud", PAYLOAD)


def test_server_process_carries_nothing_that_only_the_worker_needs():
    heavy = "wordcloud", "matplotlib", "simplemma", "snowballstemmer"
    look = f"import sys, screens.application; print(*set({heavy}) & set(sys.modules))"

    seen = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True)

    assert (seen.returncode, seen.stdout.strip()) == (0, "")
