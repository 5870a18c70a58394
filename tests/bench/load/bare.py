"""A server that does nothing: what the machine, the loopback and the generator cost alone.

`python -m tests.bench.load.bare` prints its port. It lets every phone in with an empty view,
answers every act at once, stores nothing, and sends "rename" to everybody.
"""

import selectors
import socket

from tests.bench.load.frames import CLOSE, packed, unpacked

SWITCH = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
HELLO = packed('0{"sid":"s","pingInterval":15000,"pingTimeout":20000}', mask=False)


class Guest:
    """One connection, blocking on its way out as little as a loopback does."""

    def __init__(self, connection: socket.socket, guests: set):
        self.socket, self._in, self._upgraded, self._guests = connection, bytearray(), False, guests
        self.namespace = ""

    def ready(self) -> bool:
        """Answer what is there; return False once the other end is gone."""
        data = self.socket.recv(65_536)
        self._in += data
        if not self._upgraded and b"\r\n\r\n" in self._in:
            self._upgraded = True
            self._in.clear()
            self.socket.sendall(SWITCH + HELLO)
        elif self._upgraded:
            for kind, body in unpacked(self._in):
                if kind == CLOSE:
                    return False
                self._answer(body.decode())
        return bool(data)

    def _answer(self, text: str) -> None:
        if text.startswith("40"):
            self.namespace = text[2:].partition(",")[0]
            view = '["view",{"at":0,"me":{"participant":"p"}}]'
            self._send(f"40{self.namespace},{{}}")
            self._send(f"42{self.namespace},{view}")
            self._guests.add(self)
        elif text.startswith("42"):
            number = text.partition(",")[2].partition("[")[0]
            self._send(f'43{self.namespace},{number}[{{"ok":true,"at":1}}]')
            if '"do":"rename"' in text:
                self._tell_all(text)

    def _tell_all(self, text: str) -> None:
        change = '["change",{"from":0,"at":1,"topics":{"t":{"title":"%s"}}}]' % ("x" * 200)
        frames = {name: packed(f"42{name},{change}", mask=False) for name in ("/phone", "/console")}
        for guest in self._guests:
            guest.socket.send(frames[guest.namespace])

    def _send(self, text: str) -> None:
        self.socket.sendall(packed(text, mask=False))


def main() -> None:
    listening = socket.create_server(("127.0.0.1", 0), backlog=2048)
    selector, guests = selectors.DefaultSelector(), set()
    selector.register(listening, selectors.EVENT_READ, None)
    print(listening.getsockname()[1], flush=True)
    while True:
        for key, _ in selector.select():
            if key.data is None:
                connection, _ = listening.accept()
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                selector.register(connection, selectors.EVENT_READ, Guest(connection, guests))
                continue
            try:
                stays = key.data.ready()
            except OSError:
                stays = False
            if not stays:
                guests.discard(key.data)
                selector.unregister(key.fileobj)
                key.fileobj.close()


if __name__ == "__main__":
    main()
