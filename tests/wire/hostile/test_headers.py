"""What keeps strangers out and pages harmless: cookies, headers, origins, the key file."""

import re
import stat

import pytest
import websocket

from screens.commands.startup import console_key
from tests.conftest import KEY, ROOT
from tests.wire.process.test_http import (  # noqa: F401
    PAGES,
    ask,
    session,
)

TELLTALES = re.compile(r"eventlet|werkzeug|flask|python|socket\.?io|engineio|gunicorn", re.I)
SCRIPT = re.compile(r"<script\b([^>]*)>", re.I)
HANDLER = re.compile(r"<[^>]+\s(?:on\w+|style)\s*=", re.I)
MAKES_HTML = re.compile(
    r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML"
    r"|DOMParser|eval\(|new Function)"
)
FOREIGN = ["http://evil.example", "http://127.0.0.1:1", "https://127.0.0.1", "null"]


def test_session_cookie_is_out_of_reach_of_scripts_and_other_sites(ask):  # noqa: F811
    cookie = ask(f"/console?key={KEY}").headers["Set-Cookie"]

    parts = {part.strip() for part in cookie.split(";")[1:]}
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= parts


def test_page_of_phones_or_wall_leaves_no_cookie(ask):  # noqa: F811
    assert ask("/").headers["Set-Cookie"] is None
    assert ask("/wall").headers["Set-Cookie"] is None


@pytest.mark.parametrize("path", [*PAGES, "/console", "/health", "/nowhere", "/qr.svg"])
def test_content_security_policy_lets_no_inline_script_run(ask, path):  # noqa: F811
    policy = ask(path).headers["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert "*" not in policy
    for directive in ("object-src 'none'", "base-uri 'none'", "form-action 'self'"):
        assert directive in policy


@pytest.mark.parametrize("path", [*PAGES, "/console", "/nowhere"])
def test_page_has_no_script_or_handler_or_style_inside(ask, session, path):  # noqa: F811
    page = ask(path, Cookie=session).text

    for attributes in SCRIPT.findall(page):
        assert "src=" in attributes or 'type="application/json"' in attributes
    assert HANDLER.findall(page) == []


@pytest.mark.parametrize("path", [*PAGES, "/console", "/health", "/nowhere", "/qr.svg"])
def test_answer_names_no_program_and_no_version(ask, path):  # noqa: F811
    headers = ask(path).headers

    assert headers["X-Powered-By"] is None
    assert [v for v in headers.values() if TELLTALES.search(v)] == []


def test_text_in_a_page_of_its_own_ends_no_script(ask):  # noqa: F811
    page = ask("/b/%3C%2Fscript%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E").text

    assert "alert(1)</script>" not in page


def test_scripts_never_make_html_of_a_text():
    scripts = sorted((ROOT / "static" / "js").rglob("*.js"))

    assert len(scripts) > 50
    for path in scripts:
        assert MAKES_HTML.findall(path.read_text(encoding="utf-8")) == [], path


@pytest.mark.parametrize("origin", FOREIGN)
@pytest.mark.parametrize("way", ["websocket", "polling"])
def test_socket_refuses_pages_of_other_origins(ask, running, origin, way):  # noqa: F811
    if way == "polling":
        answer = ask("/socket.io/?EIO=4&transport=polling", Origin=origin)
        assert answer.status == 400
        assert "sid" not in answer.text
        return
    with pytest.raises(websocket.WebSocketBadStatusException):
        websocket.create_connection(
            f"ws://127.0.0.1:{running.port}/socket.io/?EIO=4&transport=websocket", origin=origin
        )


def test_socket_takes_the_page_of_its_own_origin(running):
    link = websocket.create_connection(
        f"ws://127.0.0.1:{running.port}/socket.io/?EIO=4&transport=websocket", origin=running.url
    )
    assert link.recv().startswith("0")
    link.close()


@pytest.mark.needs("rights of files")
def test_console_key_is_long_random_and_its_owners_alone(tmp_path):
    keys = [console_key(tmp_path / f"{n}.db") for n in range(3)]

    assert len(set(keys)) == 3
    assert all(len(key) >= 24 for key in keys)
    assert console_key(tmp_path / "0.db") == keys[0]
    for path in tmp_path.glob("*.key"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
