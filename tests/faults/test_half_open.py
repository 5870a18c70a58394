"""Connections that were opened and then say nothing, or never finish what they began to say."""

import json
import select
import socket
import time
import urllib.request

import pytest

from tests.faults.wireline import Wireline

try:
    import resource

    FILES = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
except ImportError:
    FILES = 2_000
SILENT = min(10_000, FILES - 500)
ENDED_WITHIN_S = 120
BEGINNINGS = (
    b"",
    b"GET / HT",
    b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\n",
)


@pytest.fixture
def silent(server):
    """Thousands of sockets that hold the server's door open."""
    held = []
    for n in range(SILENT):
        link = socket.create_connection(("127.0.0.1", server.port), timeout=10)
        link.sendall(BEGINNINGS[n % len(BEGINNINGS)])
        held.append(link)
    yield held
    for link in held:
        link.close()


def test_half_open_sockets_do_not_stop_the_day_and_are_ended(server, silent):
    with urllib.request.urlopen(f"{server.url}/health", timeout=10) as answer:
        assert json.load(answer)["ok"] is True
    person = Wireline(server.port, "/phone", {"token": None})
    desk = Wireline(server.port, "/console", {"key": server.key})
    assert desk.ask("act", {"id": "1", "do": "set_phase", "phase": "collect"})["ok"]
    assert person.ask("act", {"id": "1", "do": "contribute", "text": "Ein Dorfladen"})["ok"]
    person.close()
    desk.close()

    waiting, end = silent, time.monotonic() + ENDED_WITHIN_S
    while waiting and time.monotonic() < end:
        select.select([], [], [], 0.5)
        waiting = [link for link in waiting if not ended(link)]

    assert not waiting
    assert "Traceback" not in server.log()


def ended(link: socket.socket) -> bool:
    """Whether the other side has closed; what it still had to say is passed over."""
    link.setblocking(False)
    try:
        while link.recv(4096):
            pass
    except BlockingIOError:
        return False
    except ConnectionError:
        return True
    return True
