"""What changes something over HTTP comes from a page of the server's own: sessions and tokens."""

import html
import json
import re

import pytest

from tests.conftest import KEY
from tests.wire.hostile.test_headers import FOREIGN
from tests.wire.process.test_http import (  # noqa: F401
    ask,
    form,
    session,
)

ADDRESS = "/console/address"
IN_THE_FORM = re.compile(r'name="csrf_token" value="([^"]+)"')
IN_THE_PAGE = re.compile(r'"csrf_token": ?"([^"]+)"')


def page(ask, cookie: str) -> tuple[str, str]:  # noqa: F811
    """Return the cookie and the token of a console's page."""
    opened = ask("/console", Cookie=cookie)
    return opened.cookie or cookie, html.unescape(IN_THE_PAGE.search(opened.text)[1])


def door(ask) -> tuple[str, str]:  # noqa: F811
    opened = ask("/console")
    return opened.cookie, html.unescape(IN_THE_FORM.search(opened.text)[1])


def chosen(running, **headers) -> dict:
    body = json.dumps({"address": f"{running.url}/"})
    return {"method": "POST", "body": body, "Content_Type": "application/json", **headers}


def test_address_is_chosen_by_a_console_and_its_own_page_alone(ask, running, session):  # noqa: F811
    cookie, token = page(ask, session)
    own = {"Cookie": cookie, "X_CSRFToken": token}

    assert ask(ADDRESS, **chosen(running)).status == 401
    assert ask(ADDRESS, **chosen(running, X_CSRFToken=token)).status == 401
    assert ask(ADDRESS, **chosen(running, **own)).status == 200
    assert ask(ADDRESS, **chosen(running, **own, Origin=running.url)).status == 200
    for origin in FOREIGN:
        assert ask(ADDRESS, **chosen(running, **own, Origin=origin)).status == 400
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        assert ask(ADDRESS, **{**chosen(running, **own), "Content_Type": kind}).status == 400


def test_console_session_alone_changes_nothing_and_a_kind_sentence_says_so(ask, running, session):  # noqa: F811
    cookie, token = page(ask, session)
    _, of_another = page(ask, ask(f"/console?key={KEY}").cookie)

    for headers in (
        {},
        {"X_CSRFToken": ""},
        {"X_CSRFToken": token[:-1]},
        {"X_CSRFToken": of_another},
    ):
        answer = ask(ADDRESS, **chosen(running, Cookie=cookie, **headers))
        assert answer.status == 400
        said = json.loads(answer.text)
        assert (said["ok"], said["error"]) == (False, "invalid")
        assert "neu" in said["message"]


def test_token_outlives_a_restart(ask, running, session):  # noqa: F811
    cookie, token = page(ask, session)

    running.restart()

    assert ask(ADDRESS, **chosen(running, Cookie=cookie, X_CSRFToken=token)).status == 200


@pytest.mark.parametrize("origin", ["null", "own"])
def test_form_of_the_door_lets_in_with_its_token_alone(ask, running, origin):  # noqa: F811
    """Browsers send "null" for a form on a page that keeps its address to itself."""
    cookie, token = door(ask)
    _, of_another = door(ask)
    said = {"Cookie": cookie, "Origin": running.url if origin == "own" else origin}

    for fields in ({}, {"csrf_token": ""}, {"csrf_token": of_another}):
        answer = ask("/console", **form(key=KEY, **fields), **said)
        assert answer.status == 401
        assert 'role="alert"' in answer.text
        assert ask("/console", Cookie=answer.cookie or cookie).status == 401
    answer = ask("/console", **form(key=KEY, csrf_token=token), **said)
    assert answer.status in (302, 303)
    assert ask("/console", Cookie=answer.cookie).status == 200


def test_token_from_before_the_door_is_worth_nothing_inside(ask, running):  # noqa: F811
    cookie, token = door(ask)
    inside = ask("/console", **form(key=KEY, csrf_token=token), Cookie=cookie).cookie

    assert ask(ADDRESS, **chosen(running, Cookie=inside, X_CSRFToken=token)).status == 400
