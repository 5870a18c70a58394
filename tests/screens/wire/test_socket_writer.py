"""Real clients on a real server: everything arrives, in order, whatever the transport."""

import json
import socket
import subprocess
import threading
import urllib.request
from pathlib import Path

import engineio
import pytest

from screens.pages.assets import STATIC, node_command
from screens.rehearsal.client import Socket, merged
from screens.wire.transport import socket_writer
from tests.bench.load.frames import UPGRADE, packed
from tests.conftest import KEY

WITHIN_S = 20


class Client:
    """One screen that notes all it is sent, in order."""

    def __init__(self, url, namespace, transports, **auth):
        self.heard, self.view = [], {}
        self.namespace, self._changed = namespace, threading.Condition()
        self._socket = Socket(reconnection=False, handle_sigint=False)
        for event in ("view", "change"):
            self._socket.on(event, self._hearing(event), namespace=namespace)
        self._socket.connect(
            url, auth=auth, transports=transports, namespaces=[namespace], wait_timeout=WITHIN_S
        )
        self.until(lambda: self.view)

    def act(self, do, **fields):
        message = {"id": f"{id(self)}-{len(self.heard)}-{do}-{fields}"[:64], "do": do, **fields}
        return self._socket.call("act", message, namespace=self.namespace, timeout=WITHIN_S)

    def until(self, true):
        with self._changed:
            assert self._changed.wait_for(true, WITHIN_S)

    def close(self):
        self._socket.disconnect()

    def _hearing(self, event):
        def hear(body):
            with self._changed:
                self.heard.append((event, body))
                self.view = body if event == "view" else merged(self.view, body)
                self._changed.notify_all()

        return hear


@pytest.fixture
def console(server):
    client = Client(server.url, "/console", ["websocket"], key=KEY, console="k1")
    yield client
    client.close()


@pytest.mark.parametrize("transports", [["websocket"], ["polling"], ["polling", "websocket"]])
def test_writers_bring_every_change_in_order_by_any_transport(server, console, transports):
    phone = Client(server.url, "/phone", transports)
    console.act("set_phase", phase="collect")

    for n in range(12):
        assert phone.act("contribute", text=f"Ein Anliegen, Nummer {n}")["ok"]
        assert console.act("enter_cards", cards=[f"Karte {n}"], via="wall")["ok"]
    phone.until(lambda: len(phone.view["topics"]) == 24)
    phone.until(lambda: len(phone.view["me"]["contributions"]) == 12)

    numbers = [body["at"] for _, body in phone.heard]
    mine = [body["me"]["at"] for _, body in phone.heard if "me" in body]
    assert phone.heard[0][0] == "view"
    assert numbers == sorted(numbers)
    assert mine == sorted(mine)
    phone.close()


def test_writers_tell_everybody_the_same(server, console):
    phones = [Client(server.url, "/phone", ["websocket"]) for _ in range(6)]
    wall = Client(server.url, "/wall", ["websocket"])
    console.act("set_phase", phase="collect")

    for n, phone in enumerate(phones):
        phone.act("contribute", text=f"Anliegen {n} mit Umlauten: äöüß, 中文, 🌱")
    everybody = [*phones, wall, console]
    for client in everybody:
        client.until(lambda client=client: len(client.view["topics"]) == 6)

    titles = {topic["title"] for topic in console.view["topics"].values()}
    for client in everybody:
        assert {topic["title"] for topic in client.view["topics"].values()} == titles
        client.close()


def test_writers_drop_a_reader_that_does_not_read_and_nobody_waits_for_it(server, console):
    deaf = socket.socket()
    deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    deaf.connect(("127.0.0.1", server.port))
    deaf.sendall(UPGRADE.format(port=server.port).encode())
    assert deaf.recv(1024).startswith(b"HTTP/1.1 101")
    deaf.sendall(packed("40/phone,{}"))
    console.until(lambda: console.view["connected"] == 1)

    cards = 0
    while console.view["connected"]:
        made = console.act("enter_cards", cards=[f"{cards} " + "x" * 270] * 200, via="wall")
        assert made["ok"]
        cards += 200
        console.until(lambda: console.view["at"] >= made["at"])  # noqa: B023 (it is called at once)
        assert cards < 30_000
        console.until(lambda: len(console.view["topics"]) == cards)  # noqa: B023

    deaf.close()
    errors = [line for line in server.log().splitlines() if " ERROR " in line]
    assert [line for line in errors if "cloud_keeper" not in line] == []


def test_writers_end_a_connection_that_says_goodbye(server, console):
    phone = Client(server.url, "/phone", ["websocket"])
    console.until(lambda: console.view["connected"] == 1)

    phone.close()

    console.until(lambda: console.view["connected"] == 0)
    with urllib.request.urlopen(f"{server.url}/health", timeout=WITHIN_S) as answer:
        assert json.load(answer)["connected"] == 0


def test_writers_serve_the_client_of_the_browsers(server, console):
    console.act("set_phase", phase="collect")
    script = Path(__file__).with_name("real_client.mjs")

    done = subprocess.run(
        [*node_command("node"), str(script), str(STATIC), server.url],
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["transport"] == "websocket"
    assert result["titles"] == [f"Anliegen {n} 🌱" for n in range(5)]
    assert result["numbers"] == sorted(result["numbers"])


def test_writers_ping_when_it_is_time_and_once():
    engine = engineio.Server(async_mode="threading")
    writer = socket_writer.SocketWriter(engine, "sid")
    writer.schedule_ping()

    due = writer._ping_due
    writer.ping_if_due(due - 0.1)
    assert writer.queue.empty()
    writer.ping_if_due(due)
    writer.ping_if_due(due + 5)

    assert [writer.queue.get().encode()] == ["2"]
    assert writer.queue.empty()
    assert writer.last_ping is not None


def test_writers_keep_no_more_than_so_many_packets_for_long_polling():
    engine = engineio.Server(async_mode="threading")
    writer = socket_writer.SocketWriter(engine, "sid")
    writer.last_ping = None

    for _ in range(socket_writer.WAITING_PACKETS + 1):
        writer.send(engineio.packet.Packet(engineio.packet.MESSAGE, "x"))

    assert writer.closed
    assert writer.queue.qsize() <= socket_writer.WAITING_PACKETS + 1
