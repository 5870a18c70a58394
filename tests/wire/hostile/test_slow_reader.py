"""A client that does not read costs little, and is let go of in the end."""

import contextlib
import socket
import threading

import psutil
import pytest
import websocket

from screens.wire.transport.socket_writer import WAITING_BYTES
from tests.wire.clients import WITHIN_S
from tests.wire.raw import Raw

ASKED = 10_000
MEMORY_MAX_BYTES = 200_000_000
LITTLE = {"sockopt": ((socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096),)}


@pytest.fixture
def crowded(running, hall):
    """A console of a board so full that a whole view is some hundred kilobytes."""
    console = hall.console()
    for number in range(6):
        console.do("enter_cards", cards=[f"Karte {number} {n} " + "x" * 250 for n in range(150)])
    return console


def test_reader_that_asks_for_more_and_more_costs_little(running, crowded):
    process = psutil.Process(running.process.pid)
    before = process.memory_info().rss

    with Raw(running.url, "/wall", "{}", **LITTLE) as raw:
        with contextlib.suppress(OSError, websocket.WebSocketException):  # let go of, rightly
            for number in range(ASKED):
                raw.text(f'42/wall,{number}["sync",{{"since":0}}]')
                if number % 1_000 == 0:
                    assert crowded.do("set_settings", title=f"Tag {number}")

        assert crowded.do("set_settings", title="Tag danach")
        assert process.memory_info().rss - before < MEMORY_MAX_BYTES


def test_reader_that_does_not_read_is_let_go(running, crowded):
    process, tick = psutil.Process(running.process.pid), threading.Event()

    def connected(port: int) -> bool:
        lines = process.net_connections()
        return any(line.raddr and line.raddr.port == port for line in lines)

    with Raw(running.url, "/wall", "{}", **LITTLE) as raw:
        own_port = raw.wire.sock.getsockname()[1]
        for number in range(100):
            answer = crowded.do("reveal", counts=number % 2 == 0)
            crowded.wait_at(answer)
        for _ in range(int(WITHIN_S / 0.02)):
            if not connected(own_port):
                break
            tick.wait(0.02)
        assert not connected(own_port)
    assert crowded.do("set_settings", title="Und weiter")


def test_reader_whose_first_view_takes_long_is_not_let_go_of_meanwhile(running, crowded):
    for number in range(6):
        cards = [f"Mehr {number} {n} " + "y" * 250 for n in range(150)]
        crowded.do("enter_cards", cards=cards)

    with Raw(running.url, "/wall", "{}", **LITTLE) as slow:
        for number in range(5):
            crowded.wait_at(crowded.do("set_settings", title=f"Tag {number}"))
        view = slow.receive()
        while view and not view.startswith('42/wall,["view"'):
            view = slow.receive()
        assert len(view) > WAITING_BYTES
        heard = slow.receive()
        while heard and "Tag 4" not in heard:
            heard = slow.receive()

        assert "Tag 4" in heard
