"""Acts made of anything: each is answered in words, and what is refused changes nothing."""

import contextlib
import json
import urllib.request

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.domain.commands import KINDS
from tests.wire.clients import Client, assert_refusal

FIELDS = {
    command.__struct_config__.tag: command.__struct_fields__
    for commands in KINDS.values()
    for command in commands.__args__
}
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([0, -1, 1, 2**53, 2**63, 10**40, "", " ", "\0", "\ud800", "x" * 281, "‮", "🙂"]),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(["x" * 2_001, "phone", "wall", "goal", "collect", "1" * 64]),
)
NAMES = st.text(max_size=8)
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)
AUTH = ("token", "badge", "language", "kiosk", "x")
QUIETLY = settings(
    max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


@st.composite
def acts(draw) -> dict:
    """A known kind with some of its fields, each holding anything; sometimes one field more.

    Its id is given when it is sent: the same one again would get the first answer.
    """
    kind = draw(st.sampled_from(sorted(FIELDS)))
    names = [name for name in FIELDS[kind] if draw(st.integers(0, 9)) > 0]
    act = {"do": kind}
    act |= {name: draw(ANYTHING) for name in names}
    if draw(st.integers(0, 9)) == 0:
        act[draw(st.text(max_size=5))] = draw(ANYTHING)
    return act


def health(server) -> dict:
    with urllib.request.urlopen(f"{server.url}/health") as answer:
        return json.load(answer)


def fits(message: object) -> bool:
    """Whether a message is within the bounds in which every one is answered."""
    return len(json.dumps(message)) < 60_000


def check(client: Client, running, message: object) -> None:
    before = health(running)
    answer = client.send(message)
    if isinstance(answer, dict) and answer.get("ok") is True:
        assert answer["at"] == before["at"] + 1
        return
    assert_refusal(answer)
    assert health(running) == before


@pytest.mark.parametrize("face", ["phone", "console"])
def test_act_of_anything_is_answered_and_a_refused_one_changes_nothing(hall, running, face):
    client = getattr(hall, face)()
    hall.console().do("set_settings", open={"contributions": True, "boards": True, "dots": True})

    @QUIETLY
    @given(acts().filter(fits))
    def answered(message):
        check(client, running, {"id": client.new_id(), **message})

    answered()


@pytest.mark.parametrize("face", ["phone", "console", "wall"])
def test_anything_at_all_is_answered(hall, running, face):
    client = getattr(hall, face)()

    @QUIETLY
    @given(st.sampled_from(["act", "sync", "connect", "view", "x"]), ANYTHING.filter(fits))
    def answered(event, message):
        answer = client.ask(event, message)
        if event == "sync" and isinstance(message, dict) and "since" in message:
            assert isinstance(answer, dict)
        else:
            assert_refusal(answer)

    answered()


def test_presenting_anything_is_survived(hall, running):
    @QUIETLY
    @given(st.fixed_dictionaries({}, optional=dict.fromkeys(AUTH, ANYTHING)))
    def presented(auth):
        token = auth.pop("token", None)
        with contextlib.closing(hall.phone(token, **auth)) as phone:
            assert phone.token

    presented()
