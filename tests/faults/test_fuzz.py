"""Generated messages and requests on every act and route; the long run is FUZZ_ROUNDS=7000.

A round is 20 to 40 messages of a phone, a console or a wall and up to 4 requests.
"""

import http.client
import os
import urllib.parse
from collections import Counter

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.domain.folding import replay
from facilitation.storage.journal import read
from tests.conftest import Server
from tests.faults.messages import REQUESTS, messages
from tests.faults.wireline import Gone, Wireline

ROUNDS = int(os.environ.get("FUZZ_ROUNDS", "40"))
MESSAGES, ASKED = 40, 4
WARM_UP = 20
CODES = {"invalid", "not_found", "not_now", "not_yours", "too_much", "too_fast"}
GROWTH_BYTES = 15_000_000
"""More than this above what the server takes that starts anew on the same file is a leak."""
SENT: Counter[str] = Counter()


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory):
    """A server for the whole run, and its lines, opened anew when one is ended."""
    server = Server(tmp_path_factory.mktemp("fuzz"))
    server.start()
    yield server, {}
    server.stop()


def line_of(server: Server, lines: dict, face: str) -> Wireline:
    if face not in lines:
        auth = {"key": server.key, "console": "fuzz"} if face == "console" else {"token": None}
        lines[face] = Wireline(server.port, f"/{face}", auth)
    return lines[face]


def leave(lines: dict) -> None:
    for line in lines.values():
        line.close()
    lines.clear()


def memory(server: Server) -> int:
    return psutil.Process(server.process.pid).memory_info().rss


def fuzz(server: Server, lines: dict, rounds: int) -> None:
    """Send so many rounds; fails on the first answer that is not one."""

    @settings(
        max_examples=rounds,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(data=st.data(), face=st.sampled_from(["phone", "phone", "console", "console", "wall"]))
    def send(data, face):
        one_round(server, lines, data, face)

    send()


def one_round(server: Server, lines: dict, data: st.DataObject, face: str) -> None:
    kind = "console" if face == "console" else "phone"
    for event, message in data.draw(
        st.lists(messages(kind), min_size=MESSAGES // 2, max_size=MESSAGES)
    ):
        SENT["messages"] += 1
        try:
            answer = line_of(server, lines, face).ask(event, message)
        except (Gone, UnicodeEncodeError):
            lines.pop(face, None)
            continue
        assert isinstance(answer, dict), (event, message, answer)
        if answer.get("ok") is False:
            assert answer["error"] in CODES, (message, answer)
            assert answer["message"], (message, answer)
            assert not answer["message"].startswith("refusal."), answer
    for method, path, headers, body in data.draw(st.lists(REQUESTS, min_size=1, max_size=ASKED)):
        SENT["requests"] += 1
        assert requested(server, method, path, headers, body) < 500 or path.startswith("/cloud")


def requested(server: Server, method: str, path: str, headers: dict, body: bytes) -> int:
    """Send one request and return its status; 0 where the library itself refuses to send it."""
    link = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    try:
        link.request(method, urllib.parse.quote(path, safe="/.?="), body, headers)
        return link.getresponse().status
    except (ValueError, UnicodeError, http.client.HTTPException):
        return 0
    finally:
        link.close()


def test_server_answers_whatever_is_sent_and_stays_as_it_is(fuzzed, capsys):
    server, lines = fuzzed
    SENT.clear()
    fuzz(server, lines, WARM_UP)
    before = memory(server)

    fuzz(server, lines, ROUNDS)

    after = memory(server)
    leave(lines)
    server.restart()
    fuzz(server, lines, WARM_UP)
    anew = memory(server)
    with capsys.disabled():
        print(
            f"\n{SENT['messages']} messages, {SENT['requests']} requests;"
            f" memory {before:,}, then {after:,}, anew on the same file {anew:,} bytes"
        )
    assert after - anew < GROWTH_BYTES
    log = server.log()
    assert "Traceback" not in log, log[-3_000:]
    assert " ERROR " not in log, log[-3_000:]
    leave(lines)
    server.stop()
    rows, _ = read(server.data)
    state = replay(rows)
    for person in state.participants.values():
        assert len(person.dots) + state.hand(person) == state.settings.budget
    for said in state.contributions.values():
        assert said.withdrawn or said.topics
