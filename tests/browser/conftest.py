"""Fixtures: a hall of consoles, or phones in a real browser and a facilitator on the wire."""

import pytest

from tests.browser.console.consoles import Facilitator, open_hall
from tests.browser.pages import Pages

OFFLINE = ("ERR_", "WebSocket")
"""What the browser's own log says when it cannot reach the server."""


@pytest.fixture
def hall(server, browser):
    with open_hall(server, browser) as hall:
        yield hall


@pytest.fixture
def console(server):
    facilitator = Facilitator(server)
    yield facilitator
    facilitator.close()


@pytest.fixture
def hand(server, browser):
    """Return how to open a phone; at the end no page may have erred or asked another host."""
    pages = Pages(server.url, browser, forgiven=OFFLINE)

    def take(path="/", width=360, locale="de-DE"):
        page = pages.open((width, 740), locale)
        page.goto(server.url + path)
        return page

    yield take
    pages.close()
    pages.check()
