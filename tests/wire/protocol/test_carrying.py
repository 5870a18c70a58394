"""A person stays one person in a browser that forgets, and at another of the laptop's addresses."""

import html
import json
import re
import urllib.request

import pytest

from tests.wire.clients import assert_refusal


def page(server, path: str) -> tuple[dict, dict]:
    """Return the bootstrap data of a phone page, and its headers."""
    with urllib.request.urlopen(f"{server.url}{path}", timeout=10) as answer:
        text, headers = answer.read().decode(), dict(answer.headers)
    [data] = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', text, re.DOTALL)
    return json.loads(html.unescape(data)), headers


def test_carry_code_opens_the_page_as_the_same_person_after_a_restart_too(hall):
    phone = hall.phone()
    friend = phone.do("speak_for")["token"]
    code = phone.do("make_carry_code")["code"]
    phone.wait(lambda: phone.me["carry_code"] == code)

    for typed in (code, code.upper()):
        data, headers = page(hall.server, f"/c/{typed}")
        assert data["carried"] == [phone.token, friend]
        assert headers["Cache-Control"] == "no-store"
    hall.leave()
    hall.server.restart()

    assert page(hall.server, f"/c/{code}")[0]["carried"] == [phone.token, friend]


def test_code_that_nobody_has_leads_nowhere_and_the_page_knows(hall):
    assert page(hall.server, "/c/abcdefgh")[0]["carried"] == []
    assert page(hall.server, "/")[0]["carried"] is None


def test_move_code_takes_all_people_of_a_phone_along_and_nobody_else(hall):
    phone, stranger = hall.phone(), hall.phone()
    friend = phone.do("speak_for")["token"]
    answer = phone.ask("move_code", {"tokens": [friend, "unknown"]})

    data, _ = page(hall.server, f"/c/{answer['code']}")

    assert answer["ok"]
    assert data["carried"] == [phone.token, friend]
    assert stranger.token not in json.dumps(data)


@pytest.mark.parametrize("message", [{"tokens": 7}, {"tokens": [7]}, {"tokens": ["x"] * 31}])
def test_move_code_refuses_garbage_in_words(hall, message):
    assert_refusal(hall.phone().ask("move_code", message))


def test_phone_may_ask_the_laptop_at_its_other_addresses_alone(hall):
    console, phone = hall.console(), hall.phone()
    policy = page(hall.server, "/")[1]["Content-Security-Policy"]
    with urllib.request.urlopen(f"{hall.server.url}/health", timeout=10) as health:
        assert health.headers["Cross-Origin-Resource-Policy"] == "cross-origin"

    connect = re.search(r"connect-src ([^;]*)", policy)[1].split()
    assert connect == ["'self'", *console.view["addresses"]]
    assert phone.view["address"] == console.view["address"]
