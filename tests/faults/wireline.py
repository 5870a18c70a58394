"""A lean client of the wire: one websocket, and no help when the network is bad."""

import json
import time

import websocket

from screens.rehearsal.client import merged

CONNECT_S = 5.0


class Gone(Exception):
    """The connection is lost, or nothing came in time."""


class Wireline:
    """One connection to a namespace. `view` follows the server by the rules of the wire.

    With the view of an earlier connection it hears what it missed, as a screen's would.
    """

    def __init__(self, port: int, namespace: str, auth: dict, view: dict | None = None):
        self.namespace, self.view = namespace, view or {}
        self.backwards = self.whole_views = self.caught_up = 0
        if view and not view.get("me", {}).get("hidden"):
            auth = {**auth, "run": view["run"], "since": view["at"]}
        self._acks: dict[int, object] = {}
        self._next_ack = 0
        try:
            self._socket = websocket.create_connection(
                f"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket", timeout=CONNECT_S
            )
            self._read(lambda text: text.startswith("0"))
            self._socket.send(f"40{namespace},{json.dumps(auth)}")
            self._read(lambda text: text.startswith(f"40{namespace},"))
            self.wait(lambda: self.whole_views or self.caught_up, CONNECT_S)
        except (OSError, websocket.WebSocketException) as error:
            self.close()
            raise Gone(str(error)) from error

    def close(self) -> None:
        socket = getattr(self, "_socket", None)
        if socket is not None:
            socket.shutdown()

    def ask(self, event: str, message: object, within_s: float = 4.0) -> dict:
        """Send an event and return its acknowledgement. Raises Gone."""
        self._next_ack += 1
        ack = self._next_ack
        self._send(f"42{self.namespace},{ack}{json.dumps([event, message])}")
        self.wait(lambda: ack in self._acks, within_s)
        return self._acks.pop(ack)

    def wait(self, reached, within_s: float) -> None:
        """Take what the server sends until `reached()`. Raises Gone when time is up."""
        end = time.monotonic() + within_s
        while not reached():
            left = end - time.monotonic()
            if left <= 0:
                raise Gone("nothing came in time")
            try:
                self._receive(left)
            except TimeoutError as error:
                raise Gone("nothing came in time") from error

    def listen(self, seconds: float) -> None:
        """Take what the server sends for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                self._receive(left)
            except TimeoutError:
                return

    def fileno(self) -> int:
        return self._socket.fileno()

    def tell(self, event: str, message: object) -> None:
        """Send an event and do not wait for its acknowledgement; it is kept in `answers`."""
        self._next_ack += 1
        self._send(f"42{self.namespace},{self._next_ack}{json.dumps([event, message])}")

    def take_one(self) -> None:
        """Take one frame that is there already."""
        self._receive(CONNECT_S)

    @property
    def answers(self) -> dict[int, dict]:
        return self._acks

    def _read(self, wanted) -> str:
        text = self._frame()
        while not wanted(text):
            self._take(text)
            text = self._frame()
        return text

    def _frame(self) -> str:
        text = self._socket.recv()
        if not text:
            raise Gone("closed")
        return text

    def _send(self, text: str) -> None:
        try:
            self._socket.send(text)
        except (OSError, websocket.WebSocketException) as error:
            raise Gone(str(error)) from error

    def _receive(self, within_s: float) -> None:
        self._socket.settimeout(max(within_s, 0.01))
        try:
            self._take(self._frame())
        except websocket.WebSocketTimeoutException as error:
            raise TimeoutError from error
        except (OSError, websocket.WebSocketException) as error:
            raise Gone(str(error)) from error

    def _take(self, text: str) -> None:
        if text == "2":
            self._send("3")
        elif text.startswith(f"42{self.namespace},"):
            event, *rest = json.loads(text[len(self.namespace) + 3 :])
            self._heard(event, rest[0] if rest else None)
        elif text.startswith(f"43{self.namespace},"):
            number, _, answer = text[len(self.namespace) + 3 :].partition("[")
            self._acks[int(number)] = json.loads("[" + answer)[0]
        elif text.startswith(("41", "44")):
            raise Gone(text)

    def _heard(self, event: str, message: dict) -> None:
        if event == "view":
            self.view, self.whole_views = message, self.whole_views + 1
        elif event == "change" and self.view:
            if message["from"] > self.view["at"]:
                raise Gone("a gap: connect anew")
            me, mine = message.get("me"), self.view.get("me")
            if message["at"] < self.view["at"] or (me and mine and me["at"] < mine["at"]):
                self.backwards += 1
            self.view, self.caught_up = merged(self.view, message), self.caught_up + 1
