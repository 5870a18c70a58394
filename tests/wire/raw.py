"""A websocket below Socket.IO, to send what no library would."""

import contextlib
import json

import websocket

from tests.wire.clients import WITHIN_S


class Raw:
    """One connection to a namespace, frame by frame."""

    def __init__(
        self, url: str, namespace: str = "/phone", auth: str = '{"token":null}', **options
    ):
        address = f"{url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket"
        self.namespace = namespace
        self.wire = websocket.create_connection(address, timeout=WITHIN_S, **options)
        self.receive()
        self.text(f"40{namespace},{auth}")
        while not self.receive().startswith(f"40{namespace}"):
            pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        with contextlib.suppress(OSError, websocket.WebSocketException):
            self.wire.close()

    def text(self, frame: str) -> None:
        self.wire.send(frame)

    def binary(self, frame: bytes) -> None:
        self.wire.send_binary(frame)

    def receive(self) -> str:
        """Return the next frame; "" once the server hung up."""
        try:
            return self.wire.recv()
        except (OSError, websocket.WebSocketException):
            return ""

    def act(self, text: str, number: int = 7) -> dict | None:
        """Send an act as JSON text and return its answer; None if the server hung up instead."""
        try:
            self.text(f'42{self.namespace},{number}["act",{text}]')
        except (OSError, websocket.WebSocketException):
            return None
        return self.answer(number)

    def answer(self, number: int) -> dict | None:
        start = f"43{self.namespace},{number}["
        while frame := self.receive():
            if frame.startswith(start):
                return json.loads(frame[len(start) - 1 :])[0]
            if frame == "2":
                self.text("3")
        return None

    def answers(self, many: int) -> list[dict]:
        """Return the answers to the events with the numbers 0 to many - 1."""
        found: dict[int, dict] = {}
        start = f"43{self.namespace},"
        while len(found) < many and (frame := self.receive()):
            if frame.startswith(start):
                number, answer = frame[len(start) :].split("[", 1)
                found[int(number)] = json.loads("[" + answer)[0]
        return [found[number] for number in range(many)]
