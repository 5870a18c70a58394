"""One server for all tests of a file, and clients that are hung up after each test."""

import pytest

from tests.conftest import Server
from tests.wire.clients import Console, Phone, Wall


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """A server process that the tests of one file share; its log must stay without a crash."""
    server = Server(tmp_path_factory.mktemp("wire"))
    server.start()
    yield server
    server.stop()
    assert "Traceback" not in server.log()
    assert " ERROR " not in server.log()


class Hall:
    """Makes clients of one server, and hangs up for all of them in the end."""

    def __init__(self, server: Server):
        self.server, self.clients = server, []

    def phone(self, token=None, **auth) -> Phone:
        return self._keep(Phone(self.server.url, token, **auth))

    def console(self, **auth) -> Console:
        return self._keep(Console(self.server.url, self.server.key, **auth))

    def wall(self, **auth) -> Wall:
        return self._keep(Wall(self.server.url, **auth))

    def leave(self) -> None:
        for client in self.clients:
            client.close()

    def _keep(self, client):
        self.clients.append(client)
        return client


@pytest.fixture
def hall(running):
    """The way to be in the hall of the server that this file shares."""
    hall = Hall(running)
    yield hall
    hall.leave()
    assert [broken for client in hall.clients for broken in client.broken] == []
