"""A client that asks and does not read costs little, and is let go of in the end."""

import contextlib
import threading

import psutil
import websocket

from tests.wire.clients import WITHIN_S
from tests.wire.raw import Raw

ASKED = 30_000
MEMORY_MAX_BYTES = 200_000_000


def test_reader_that_does_not_read_is_let_go(running, hall):
    console = hall.console()
    for number in range(5):
        console.do("enter_cards", cards=[f"Karte {number} {n} " + "x" * 200 for n in range(100)])
    process = psutil.Process(running.process.pid)
    before = process.memory_info().rss

    with Raw(running.url, "/wall", "{}") as raw:
        own_port = raw.wire.sock.getsockname()[1]
        with contextlib.suppress(OSError, websocket.WebSocketException):
            for number in range(ASKED):
                raw.text(f'42/wall,{number}["sync",{{"since":0}}]')
        tick = threading.Event()
        for _ in range(100 * int(WITHIN_S)):
            if all(not c.raddr or c.raddr.port != own_port for c in process.net_connections()):
                break
            tick.wait(0.02)
        else:
            raise AssertionError("the server still keeps the connection")

    assert process.memory_info().rss - before < MEMORY_MAX_BYTES
    assert console.do("enter_cards", cards=["Und weiter"])
