"""Consoles in a real browser, and people on phones beside them."""

import threading
import uuid
from contextlib import contextmanager

import socketio
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.pages import Pages
from tests.conftest import Server

ANSWER_S = 20
NO_MISTAKE = ("401 (UNAUTHORIZED)",)
"""What the browser's own log says when a door is shut, as it should be."""


class Line:
    """One connection of a phone or of a facilitator, without a screen."""

    def __init__(self, url: str, namespace: str, **auth):
        self._namespace, arrived = namespace, threading.Event()
        self._socket = socketio.Client(reconnection=False, handle_sigint=False)
        self._socket.on("view", lambda view: arrived.set(), namespace=namespace)
        self._socket.connect(
            url,
            auth=auth,
            transports=["websocket"],
            namespaces=[namespace],
            wait_timeout=ANSWER_S,
        )
        assert arrived.wait(ANSWER_S)

    def act(self, kind: str, **fields) -> dict:
        """Act, which must succeed, and return the answer."""
        answer = self._call("act", {"id": uuid.uuid4().hex, "do": kind, **fields})
        assert answer["ok"], answer
        return answer

    @property
    def view(self) -> dict:
        return self._call("sync", {"since": 0})

    def _call(self, event: str, message: dict) -> dict:
        return self._socket.call(event, message, namespace=self._namespace, timeout=ANSWER_S)

    def close(self) -> None:
        self._socket.disconnect()


class Facilitator(Line):
    """A facilitator without a screen."""

    def __init__(self, server: Server):
        super().__init__(server.url, "/console", key=server.key, console="without-a-screen")

    def topics(self) -> dict[str, dict]:
        """Return the topics by title, the oldest first."""
        topics = sorted(self.view["topics"].values(), key=lambda topic: topic["n"])
        return {topic["title"]: topic for topic in topics}


class Hall:
    """One running server with consoles, phones and a facilitator who acts without a screen."""

    def __init__(self, server: Server, browser: Browser):
        self.server, self.pages = server, Pages(server.url, browser, forgiven=NO_MISTAKE)
        self.facilitator = Facilitator(server)
        self._lines: list[Line] = [self.facilitator]

    def phone(self, **auth) -> Line:
        return self.line("/phone", token=None, **auth)

    def topics(self, *texts: str) -> dict[str, str]:
        """Let one phone contribute, the oldest first; return topic ids by title."""
        self.facilitator.act("set_phase", phase="collect")
        phone = self.phone()
        return {text: phone.act("contribute", text=text)["topic"] for text in texts}

    def console(self, size: tuple[int, int] = (1366, 768)) -> Page:
        """Open another facilitator's console by the link printed at the start."""
        page = self.page(size)
        page.goto(f"{self.server.url}/console?key={self.server.key}")
        page.locator(".topbar").wait_for()
        return page

    def page(self, size: tuple[int, int] = (1366, 768)) -> Page:
        """Return a page of a browser that has never been here."""
        return self.pages.open(size)

    def line(self, namespace: str, **auth) -> Line:
        line = Line(self.server.url, namespace, **auth)
        self._lines.append(line)
        return line

    def leave(self) -> None:
        self.pages.close()
        for line in self._lines:
            line.close()


@contextmanager
def open_hall(server: Server, browser: Browser):
    """A hall; afterwards nobody may have asked another host, and no page may have failed."""
    hall = Hall(server, browser)
    try:
        yield hall
    finally:
        hall.leave()
    hall.pages.check()


def card(page: Page, title: str) -> Locator:
    """The card of the topic with exactly this title."""
    return page.locator(".card[data-topic]").filter(
        has=page.locator(".card-title").get_by_text(title, exact=True)
    )


def show_topics(page: Page) -> None:
    page.get_by_role("navigation", name="Arbeitsplätze").get_by_text("Themen").click()


def choose(page: Page, *titles: str) -> None:
    """Choose cards with the mouse."""
    show_topics(page)
    for i, title in enumerate(titles):
        card(page, title).click(modifiers=["Control"] if i else [])


def drag(page: Page, source: Locator, target: Locator) -> None:
    """Drag with a mouse, as a hand does: not in one jump."""
    start, end = source.bounding_box(), target.bounding_box()
    page.mouse.move(start["x"] + 20, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(start["x"] + 40, start["y"] + start["height"] / 2 + 12, steps=4)
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=6)
    page.mouse.up()


def said(page: Page, words: str) -> None:
    """Wait until the live region says this."""
    expect(page.locator(".announcement")).to_contain_text(words)
