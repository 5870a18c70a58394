"""What the server promises about its connections before anybody says a word."""

import json
import socket
import subprocess
import sys
import urllib.request
from contextlib import ExitStack

import app
from screens.commands import subcommands
from screens.commands.startup import raise_file_limit
from tests.bench.load.frames import UPGRADE
from tests.conftest import ROOT

MANY = 1_200
PROBE = """
import json, socket, app
listening = app.listen("127.0.0.1", 0)
socket.create_connection(listening.getsockname())
accepted, _ = listening.accept()
print(json.dumps({
    "nodelay": accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0,
    "buffer": accepted.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF),
}))
"""


def test_every_subcommand_is_there_and_known_before_anything_is_imported():
    assert app.SUBCOMMANDS == set(subcommands.ALL) == set(app.main.commands)


def test_connections_send_at_once_and_keep_little():
    run = [sys.executable, "-W", "ignore", "-c", PROBE]

    told = json.loads(subprocess.run(run, cwd=ROOT, capture_output=True, check=True).stdout)

    assert told["nodelay"]
    assert told["buffer"] <= 300_000


def test_more_connections_than_a_thousand_are_let_in(server):
    raise_file_limit()
    with ExitStack() as all_:
        for _ in range(MANY):
            all_.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=10))
        last = all_.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=10))

        last.sendall(UPGRADE.format(port=server.port).encode())

        assert last.recv(1024).startswith(b"HTTP/1.1 101")


def test_messages_are_not_compressed_one_by_one(server):
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as browser:
        assert "permessage-deflate" in UPGRADE
        browser.sendall(UPGRADE.format(port=server.port).encode())

        head = browser.recv(4096)

    assert head.startswith(b"HTTP/1.1 101")
    assert b"deflate" not in head.lower()


def test_health_counts_who_is_connected(server):
    with urllib.request.urlopen(f"{server.url}/health", timeout=10) as answer:
        assert json.load(answer) == {
            "ok": True,
            "at": 0,
            "phase": "welcome",
            "participants": 0,
            "connected": 0,
        }
