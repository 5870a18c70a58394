"""The routes (DESIGN.md, section 5, "HTTP"), asked without a browser."""

import contextlib
import gzip
import http.client
import io
import json
import socket
import urllib.parse

import pytest
import qrcode
import qrcode.image.svg
from PIL import Image, ImageChops

from tests.conftest import KEY
from tests.wire.clients import WITHIN_S

PAGES = ["/", "/b/abcdefgh", "/b/%F0%9F%99%82", "/kiosk", "/wall"]
CONSOLE_ONLY = ["/export.zip", "/contacts.csv", "/qr.svg?for=console", "/qr.png?for=console"]


class Answer:
    def __init__(self, response: http.client.HTTPResponse):
        self.status, self.headers, self.body = response.status, response.headers, response.read()

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def cookie(self) -> str:
        return (self.headers["Set-Cookie"] or "").split(";")[0]


@pytest.fixture
def ask(running):
    """Ask the server for one thing, without following where it leads."""

    def asked(path: str, method: str = "GET", body: str | None = None, **headers) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=WITHIN_S)
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, names)
            return Answer(connection.getresponse())
        finally:
            connection.close()

    return asked


@pytest.fixture
def session(ask) -> str:
    return ask(f"/console?key={KEY}").cookie


def form(**fields) -> dict:
    kind = "application/x-www-form-urlencoded"
    return {"method": "POST", "body": urllib.parse.urlencode(fields), "Content_Type": kind}


@pytest.mark.parametrize("path", PAGES)
def test_page_is_for_everybody(ask, path):
    answer = ask(path)

    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "<html" in answer.text


def test_health_has_its_shape(ask, running, hall):
    phone = hall.phone()
    hall.phone(phone.token)
    health = json.loads(ask("/health").text)

    assert health.keys() == {"ok", "at", "phase", "participants", "connected"}
    assert health["ok"] is True
    assert health["at"] == phone.sync()["at"]
    assert health["connected"] == 1
    assert health["participants"] >= 1
    assert health["phase"] == phone.view["phase"]


def test_console_without_a_session_asks_for_the_key(ask):
    for path in ("/console", "/console?key=", "/console?key=wrong", "/console?key=%ff%00"):
        answer = ask(path)
        assert answer.status == 401
        assert 'name="key"' in answer.text
        assert ask("/console", Cookie=answer.cookie).status == 401


def test_console_key_opens_a_session_and_leaves_the_address(ask):
    answer = ask(f"/console?key={KEY}")
    assert answer.status in (302, 303)
    assert "key" not in answer.headers["Location"]
    assert "HttpOnly" in answer.headers["Set-Cookie"]

    page = ask(answer.headers["Location"], Cookie=answer.cookie)
    assert page.status == 200
    again = ask(f"/console?key={KEY}", Cookie=answer.cookie)
    assert again.status in (302, 303)


def test_console_form_opens_a_session(ask):
    answer = ask("/console", **form(key=f" {KEY} "))
    assert answer.status in (302, 303)
    assert ask("/console", Cookie=answer.cookie).status == 200
    for fields in ({"key": "wrong"}, {}, {"key": "ä\0"}, {"other": KEY}):
        answer = ask("/console", **form(**fields))
        assert answer.status == 401
        assert ask("/console", Cookie=answer.cookie).status == 401


def test_session_that_nobody_opened_opens_nothing(ask, session):
    for cookie in ("console=", "console=x.y.z", session[:-4] + "aaaa", "console=\xff"):
        assert ask("/console", Cookie=cookie).status == 401
        assert ask("/export.zip", Cookie=cookie).status == 401


@pytest.mark.parametrize("path", CONSOLE_ONLY)
def test_route_of_the_console_is_closed_without_a_session(ask, session, path):
    answer = ask(path)
    assert answer.status in (401, 403)
    assert answer.headers["Content-Type"].startswith("text/html")
    assert KEY not in answer.text
    assert ask(path, "HEAD").status in (401, 403)
    assert ask(f"{path}{'&' if '?' in path else '?'}key={KEY}").status in (401, 403)
    assert ask(path, Cookie=session).status == 200


def test_join_code_holds_the_address_of_the_phones(ask, running, session):
    address = f"{running.url}/"
    drawn = qrcode.make(address, image_factory=qrcode.image.svg.SvgPathFillImage, border=2)
    svg = ask("/qr.svg")
    assert svg.headers["Content-Type"].startswith("image/svg+xml")
    assert svg.body == drawn.to_string()
    png = ask("/qr.png")
    assert png.headers["Content-Type"] == "image/png"
    wanted = qrcode.make(address, border=2, box_size=12).convert("L")
    given = Image.open(io.BytesIO(png.body)).convert("L")
    assert ImageChops.difference(given, wanted).getbbox() is None

    console = qrcode.make(f"{address}console?key={KEY}", border=2, box_size=12).convert("L")
    given = Image.open(io.BytesIO(ask("/qr.png?for=console", Cookie=session).body)).convert("L")
    assert ImageChops.difference(given, console).getbbox() is None


def test_cloud_is_a_picture_from_the_first_moment_on(ask, running):
    running.restart()
    svg, png = ask("/cloud.svg"), ask("/cloud.png")
    assert (svg.status, png.status) == (200, 200)
    assert svg.headers["Content-Type"].startswith("image/svg+xml")
    assert "<svg" in svg.text
    assert png.headers["Content-Type"] == "image/png"
    assert png.body.startswith(b"\x89PNG")


@pytest.mark.parametrize("path", [*PAGES, "/console", "/health", "/nowhere", "/qr.svg"])
def test_answer_has_the_headers_that_keep_a_page_its_own(ask, path):
    headers = ask(path).headers

    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Access-Control-Allow-Origin" not in headers


def test_page_comes_gzipped_to_who_takes_that(ask):
    plain, packed = ask("/"), ask("/", Accept_Encoding="gzip, br")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.body) < len(plain.body) / 2
    assert "<html" in gzip.decompress(packed.body).decode()
    assert "Accept-Encoding" in packed.headers["Vary"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/b/", 404),
        ("GET", "/static/built/../../app.py", 404),
        ("GET", "/static/built/%2e%2e/%2e%2e/app.py", 404),
        ("GET", "/static/built/%00", 404),
        ("GET", "/static/built/nothing.js", 404),
        ("GET", "/wording/de/nowhere.json", 404),
        ("GET", "/wording/xx/phone.json", 404),
        ("POST", "/", 405),
        ("DELETE", "/console", 405),
        ("PUT", "/health", 405),
        ("BREW", "/wall", 405),
        ("POST", "/export.zip", 405),
    ],
)
def test_error_is_said_in_words(ask, method, path, status):
    answer = ask(path, method, "x" if method == "PUT" else None)

    assert answer.status == status
    assert "<html" in answer.text
    assert "Traceback" not in answer.text


def test_error_is_said_in_the_language_of_the_browser(ask):
    assert 'lang="de"' in ask("/nowhere").text
    assert 'lang="en"' in ask("/nowhere", Accept_Language="en-GB,en;q=0.9").text
    assert 'lang="en"' in ask("/?language=en").text


@pytest.mark.parametrize(
    "accepted", ["", "*", ";;,,;", "x" * 5_000, "de-", "-", "en_GB", "\xff", "q=1;de", "zh-Hant-TW"]
)
def test_page_comes_in_some_language_whatever_is_asked_for(ask, accepted):
    answer = ask("/", Accept_Language=accepted, Cookie=f"language={accepted[:50]}")
    assert answer.status == 200
    assert ask(f"/?language={urllib.parse.quote(accepted[:200])}").status == 200


def test_form_that_is_too_large_is_refused(ask):
    assert ask("/console", **form(key="x" * 2_000_000)).status in (401, 413)


@pytest.mark.parametrize(
    "sent",
    [
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 50,
        b"GET / HTTP/1.1\r\nHost\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 5_000 + b"\r\n",
        b"GET /" + b"x" * 100_000 + b" HTTP/1.1\r\n\r\n",
        b"POST /console HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
        b"POST /console HTTP/1.1\r\nContent-Length: many\r\n\r\n",
        b"POST /console HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"POST /socket.io/ HTTP/1.1\r\nContent-Length: x\r\n\r\n",
        b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nUpgrade: websocket\r\n"
        b"Connection: Upgrade\r\n\r\n",
        b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nUpgrade: websocket\r\n"
        b"Connection: Upgrade\r\nSec-WebSocket-Version: 99\r\nSec-WebSocket-Key: x\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: \xff\r\nCookie: \xff=\xfe\r\n\r\n",
    ],
)
def test_malformed_request_ends_that_connection_alone(ask, running, sent):
    with (
        socket.create_connection(("127.0.0.1", running.port), WITHIN_S) as line,
        contextlib.suppress(OSError),
    ):
        line.sendall(sent)
        line.shutdown(socket.SHUT_WR)
        while line.recv(65_536):
            pass
    assert ask("/health").status == 200


def test_connection_that_says_nothing_is_harmless(ask, running):
    lines = [socket.create_connection(("127.0.0.1", running.port)) for _ in range(50)]
    assert ask("/health").status == 200
    for line in lines:
        line.close()
    assert ask("/health").status == 200
