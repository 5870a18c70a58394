"""Pages of a real browser that are watched: no other host is asked, nothing fails unseen."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page


class Pages:
    """Browsers that have never been here, each with pages of its own, of one server.

    `forgiven` is what the browser's own log may say, such as that a door was shut.
    """

    def __init__(self, url: str, browser: Browser, *, forgiven: tuple[str, ...]):
        self._host, self._browser, self._forgiven = urlsplit(url).netloc, browser, forgiven
        self.mistakes: list[str] = []
        self._hosts: set[str] = set()
        self._contexts = []

    def open(self, size: tuple[int, int], locale: str = "de-DE") -> Page:
        context = self._browser.new_context(
            viewport={"width": size[0], "height": size[1]}, locale=locale
        )
        self._contexts.append(context)
        context.on("page", self._watch)
        return context.new_page()

    def _watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.mistakes.append(str(error)))
        page.on("console", self._hear)
        page.on("request", self._note)
        page.on("websocket", self._note)

    def _hear(self, message) -> None:
        if message.type == "error" and not any(known in message.text for known in self._forgiven):
            self.mistakes.append(message.text)

    def _note(self, asked) -> None:
        if asked.url.startswith(("http", "ws")):
            self._hosts.add(urlsplit(asked.url).netloc)

    def close(self) -> None:
        for context in self._contexts:
            context.close()

    def check(self) -> None:
        """Nobody may have asked another host, and no page may have failed."""
        assert self._hosts <= {self._host}
        assert self.mistakes == []
