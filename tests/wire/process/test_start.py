"""Starting and stopping the real server: what it prints, what it refuses and how it ends."""

import contextlib
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading

import psutil
import pytest

from tests.conftest import ROOT, Server, free_port
from tests.wire.clients import WITHIN_S, Console, Phone, Wall


@pytest.fixture
def make(tmp_path):
    """Makes servers in the folder of the test, and stops what is left of them."""
    made = []

    def new(**more) -> Server:
        server = Server(tmp_path)
        vars(server).update(more)
        made.append(server)
        return server

    yield new
    for server in made:
        server.stop()


def refused(server: Server) -> str:
    """Start a server that must not start; return its one sentence."""
    done = subprocess.run(
        [sys.executable, "app.py", "--no-browser", "--host", "127.0.0.1", *server._options()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 2, done
    assert "Traceback" not in done.stderr
    assert "phone:" not in done.stdout
    (sentence,) = done.stderr.strip().splitlines()
    assert sentence.endswith((".", "?"))
    return sentence


def test_start_prints_the_addresses_one_a_line(make, tmp_path):
    server = make()
    server.start()
    lines = server.log().splitlines()

    assert f"phone: {server.url}/" in lines
    assert f"wall: {server.url}/wall" in lines
    assert f"console: {server.url}/console?key={server.key}" in lines


def test_start_makes_the_folder_and_keeps_the_key(tmp_path):
    data, port = tmp_path / "deep" / "down" / "day.db", free_port()
    command = [sys.executable, "app.py", "--no-browser", "--host", "127.0.0.1"]
    keys = []
    for _ in range(2):
        process = subprocess.Popen(
            [*command, "--port", str(port), "--data", str(data)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        line = next(line for line in process.stdout if line.startswith("console: "))
        keys.append(line.split("key=")[1].strip())
        with Console(f"http://127.0.0.1:{port}", keys[0]):
            assert data.exists()
        process.terminate()
        process.communicate(timeout=WITHIN_S)
    assert keys[0] == keys[1]
    assert len(keys[0]) > 20


def test_second_server_on_the_same_file_is_refused(make):
    first = make()
    first.start()
    with Phone(first.url) as phone, Console(first.url, first.key) as console:
        console.do("set_phase", phase="collect")
        phone.do("contribute", text="Mehr Bänke")
        before = first.data.read_bytes()

        second = make()
        assert second.port != first.port
        assert first.data.name in refused(second)

        assert first.data.read_bytes() == before
        assert phone.do("contribute", text="Mehr Licht")


def test_port_in_use_is_said(make):
    server = make()
    with socket.create_server(("127.0.0.1", server.port)):
        assert str(server.port) in refused(server)
    assert not server.data.exists()


def other_database(path):
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("create table notes (text)")
        db.execute("insert into notes values ('Einkaufen')")
        db.commit()


def other_database_in_use(path):
    db = sqlite3.connect(path)
    db.execute("pragma journal_mode=wal")
    db.execute("create table notes (text)")
    db.commit()
    path.with_name("keep-" + path.name).hardlink_to(path)


def text_file(path):
    path.write_text("Liebe Leute,\n" * 500, encoding="utf-8")


def a_few_bytes(path):
    path.write_bytes(b"Bus")


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """The data file of a day with a few dozen contributions."""
    server = Server(tmp_path_factory.mktemp("own"))
    server.start()
    try:
        with Phone(server.url) as phone, Console(server.url, server.key) as console:
            console.do("set_phase", phase="collect")
            for number in range(60):
                phone.do("contribute", text=f"{number} " + "Bänke " * 40)
    finally:
        server.stop()
    with contextlib.closing(sqlite3.connect(server.data)) as db:
        db.execute("pragma wal_checkpoint(truncate)")
    return server.data


def truncated(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def overwritten(path):
    damaged = bytearray(path.read_bytes())
    damaged[5_000:9_000] = bytes(4_000)
    path.write_bytes(damaged)


def missing_a_row(path):
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("delete from journal where n = 3")
        db.commit()


def with_a_strange_event(path):
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute('update journal set events = \'[{"event":"Nobody"}]\' where n = 3')
        db.commit()


def with_an_event_about_nothing(path):
    with contextlib.closing(sqlite3.connect(path)) as db:
        events = '[{"event":"ContributionWithdrawn","contribution":"c"}]'
        db.execute("update journal set events = ? where n = 3", (events,))
        db.commit()


def newer(path):
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("pragma user_version = 99")
        db.commit()


FOREIGN = [other_database, other_database_in_use, text_file, a_few_bytes]
SPOIL_OWN = [
    truncated,
    overwritten,
    missing_a_row,
    with_a_strange_event,
    with_an_event_about_nothing,
    newer,
]


@pytest.mark.parametrize("spoil", [*FOREIGN, *SPOIL_OWN])
def test_file_that_cannot_be_opened_is_refused_and_left_as_it_was(make, own, spoil):
    server = make()
    if spoil in SPOIL_OWN:
        server.data.write_bytes(own.read_bytes())
    spoil(server.data)
    before = server.data.read_bytes()

    assert server.data.name in refused(server)

    assert server.data.read_bytes() == before
    assert not server.data.with_name(server.data.name + ".key").exists()


def test_folder_instead_of_a_file_is_refused(make, tmp_path):
    server = make()
    server.data.mkdir()
    assert server.data.name in refused(server)


def test_place_that_cannot_be_written_is_refused(make, tmp_path):
    (tmp_path / "a-file").write_text("x")
    for data in (tmp_path / "a-file" / "day.db", "/proc/nowhere/day.db", "/dev/full/day.db"):
        assert "Ordner" in refused(make(data=data))


def test_empty_file_is_a_new_workshop(make):
    server = make()
    server.data.write_bytes(b"")
    server.start()
    with Phone(server.url) as phone:
        assert phone.view["topics"] == {}


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_server_ends_at_once_with_everything_stored(make, name):
    server = make()
    server.start()
    children = psutil.Process(server.process.pid).children
    with Phone(server.url) as phone, Console(server.url, server.key) as console, Wall(server.url):
        console.do("set_phase", phase="collect")
        said = phone.do("contribute", text="Mehr Bänke")
        console.wait(lambda: said["topic"] in console.view["topics"])
        left = children()

        server.process.send_signal(name)

        assert server.process.wait(5) == 0
    assert psutil.wait_procs(left, timeout=5)[1] == []
    assert "Traceback" not in server.log()
    server.start()
    with Phone(server.url, phone.token) as phone:
        assert phone.me["contributions"] == [said["contribution"]]


def test_children_do_not_outlive_a_killed_server(make):
    server = make()
    server.start()
    with Phone(server.url) as phone, Console(server.url, server.key) as console:
        console.do("set_phase", phase="collect")
        phone.do("contribute", text="Mehr Bänke")
        children = psutil.Process(server.process.pid).children()
        assert children, "the word cloud is laid out by a child"

        server.kill()

        assert psutil.wait_procs(children, timeout=WITHIN_S)[1] == []
    assert "Traceback" not in server.log()


def test_start_is_not_disturbed_by_a_peer_on_the_port_of_another(make):
    """Two workshops on one laptop are two files on two ports."""
    first, second = make(), make()
    second.data = first.data.with_name("other.db")
    threads = [threading.Thread(target=server.start) for server in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Phone(first.url) as one, Phone(second.url) as other:
        assert one.view["participants"] == other.view["participants"] == 1
    assert os.path.samefile(first.data.parent, second.data.parent)
