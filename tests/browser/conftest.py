"""Fixtures: a facilitator on the wire, phones in a real browser."""

from urllib.parse import urlsplit

import pytest

from tests.browser.consoles import Facilitator


@pytest.fixture
def console(server):
    facilitator = Facilitator(server)
    yield facilitator
    facilitator.close()


@pytest.fixture
def hand(server, browser):
    """Return how to open a phone; at the end no page may have erred or asked another host."""
    contexts, errors, hosts = [], [], set()

    def watch(page):
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: said.type == "error" and errors.append(said.text))
        page.on("request", lambda asked: hosts.add(urlsplit(asked.url).netloc))
        page.on("websocket", lambda asked: hosts.add(urlsplit(asked.url).netloc))

    def take(path="/", width=360, locale="de-DE"):
        context = browser.new_context(viewport={"width": width, "height": 740}, locale=locale)
        context.set_default_timeout(15_000)
        context.on("page", watch)
        contexts.append(context)
        page = context.new_page()
        page.goto(server.url + path)
        return page

    take.errors = errors
    yield take
    for context in contexts:
        context.close()
    assert hosts <= {urlsplit(server.url).netloc}
    assert [error for error in errors if "ERR_" not in error and "WebSocket" not in error] == []
