"""Frames that no library would send: answered or cut off, never a crash, nothing changed."""

import contextlib
import json
import urllib.error
import urllib.request

import pytest
import websocket

from tests.wire.clients import assert_refusal
from tests.wire.raw import Raw

ACT = '{"id":"1","do":"contribute","text":%s}'
WITH_MORE = '{"id":"1","do":"withdraw","contribution":"c","more":%s}'


def health(server) -> dict:
    with urllib.request.urlopen(f"{server.url}/health") as answer:
        return json.load(answer)


@pytest.fixture(autouse=True)
def _nothing_changed(running):
    """Whatever these tests send, the journal stays as it is and the server goes on."""
    with Raw(running.url):
        pass
    yield
    with Raw(running.url) as raw:
        at, people = health(running)["at"], health(running)["participants"]
        assert at == people, "only new participants have been written down"
        assert_refusal(raw.act('{"id":"1","do":"nothing"}'))


def test_act_without_an_acknowledgement_is_harmless(running):
    with Raw(running.url) as raw:
        raw.text('42/phone,["act",{"id":"1","do":"nothing"}]')
        assert_refusal(raw.act('{"id":"1","do":"nothing"}'))


@pytest.mark.parametrize("levels", [10, 99, 100, 300])
def test_deep_json_is_answered(running, levels):
    deep = "[" * levels + "]" * levels
    for text in (
        deep,
        ACT % deep,
        WITH_MORE % deep,
    ):
        with Raw(running.url) as raw:
            assert_refusal(raw.act(text))


@pytest.mark.parametrize("levels", [5_000, 30_000])
def test_very_deep_json_is_answered_or_ends_the_connection(running, levels):
    for deep in ("[" * levels + "]" * levels, '{"a":' * (levels // 3) + "1" + "}" * (levels // 3)):
        for text in (deep, ACT % deep):
            with Raw(running.url) as raw:
                answer = raw.act(text)
                assert answer is None or answer["ok"] is False


@pytest.mark.parametrize("size", [1_000, 20_000, 20_001, 63_000, 65_300])
@pytest.mark.parametrize("letter", ["x", "ü"])
def test_frame_up_to_64_kb_is_answered(running, size, letter):
    text = letter * (size // len(letter.encode()))
    with Raw(running.url) as raw:
        assert_refusal(raw.act(ACT % json.dumps(text, ensure_ascii=False)))


@pytest.mark.parametrize("size", [72_000, 200_000, 1_000_000])
def test_frame_beyond_64_kb_is_answered_or_ends_the_connection(running, size):
    with Raw(running.url) as raw:
        answer = raw.act(ACT % json.dumps("x" * size))
        assert answer is None or answer["ok"] is False


@pytest.mark.parametrize(
    "text",
    [
        "NaN",
        "Infinity",
        "-1e999",
        "9" * 5_000,
        "-" + "9" * 5_000,
        '{"id":"1","do":"place_dot","topic":NaN}',
        '{"id":"1","do":"write_board","group":"g","field":"goal","value":"x","base":%s}'
        % ("9" * 60),
        '{"id":"\\ud800","do":"contribute","text":"x"}',
        '{"id":"1","do":"\\ud800"}',
        '{"id":"1","do":"contribute","text":"\\udfff"}',
        '{"id":"1","do":"contribute","text":"x","\\ud800":1}',
        '{"id":"1","do":"write_board","group":"g","field":"\\ud800","value":"x","base":0}',
        '{"id":"1","id":"2","do":"nothing"}',
        '{"id":"1","do":["contribute"],"text":"x"}',
        '{"id":"1","do":{"contribute":1},"text":"x"}',
        '{"id":"1","do":"contribute","text":"x\\u0000"}',
        '{"_placeholder":true,"num":0}',
        '{"id":"1","do":"contribute","text":{"_placeholder":true,"num":0}}',
        '"act"',
        "[]",
        "null,null",
        "",
        "{",
        '{"id":"1","do":"contribute","text":"x"',
        "{'id':1}",
        "\x00",
    ],
)
def test_strange_json_is_answered(running, text):
    with Raw(running.url) as raw:
        assert_refusal(raw.act(text))
        assert_refusal(raw.act('{"id":"1","do":"nothing"}', 8))


@pytest.mark.parametrize("event", ["5", "null", "{}", '["act"]', "true", '"\\ud800"', "1e999"])
def test_event_that_is_no_name_is_answered(running, event):
    with Raw(running.url) as raw:
        raw.text(f'42/phone,7[{event},{{"id":"1"}}]')
        assert_refusal(raw.answer(7))


@pytest.mark.parametrize(
    "frame",
    [
        "42/phone,",
        "42/phone,[]",
        "42/phone,{}",
        '42/phone,"act"',
        "42/phone,1",
        "42/nowhere,1[]",
        '42/nowhere,1["act",{}]',
        '42["act",{}]',
        "42",
        "43/phone,1[]",
        "43/phone,99999[{}]",
        "43/phone,[]",
        "43",
        "44/phone,{}",
        "45",
        "45/phone,",
        "450-/phone,1[]",
        '451-/phone,["act",{"_placeholder":true,"num":9}]',
        "459999999999-/phone,[]",
        "46/phone,1[]",
        "461-/phone,1[]",
        "40",
        "40/phone,{}",
        "40/nowhere,{}",
        "40/phone,{",
        "40/phone?token=x,{}",
        "42/phone," + "9" * 200 + "[]",
        "3",
        "3probe",
    ],
)
def test_malformed_message_leaves_the_connection_answering(running, frame):
    with Raw(running.url) as raw:
        raw.text(frame)
        raw.binary(b"\x00\x01")
        assert_refusal(raw.act('{"id":"1","do":"nothing"}'))


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "4",
        "x",
        "9",
        "99",
        "b",
        "bAAA",
        "b====",
        "4[",
        "4" + "[" * 5_000,
        "4{}",
        "4x",
        "47",
        "48",
        "0",
        "1",
        "2",
        "2probe",
        "5",
        "6",
        "2" + "[" * 5_000,
        "\ufeff4",
        "٤",
        "²",
        "-1",
        " 42",
        "41",
    ],
)
def test_what_is_no_packet_may_end_the_connection(running, frame):
    with Raw(running.url) as raw, contextlib.suppress(OSError, websocket.WebSocketException):
        raw.text(frame)
        raw.text('42/phone,7["act",{"id":"1","do":"nothing"}]')
        answer = raw.answer(7)
        assert answer is None or answer["ok"] is False


@pytest.mark.parametrize(
    "frame", [b"", b"\x00", b'2/phone,7["act",{}]', b'42/phone,7["act",{}]', b"\xff" * 60_000]
)
def test_binary_frame_is_harmless(running, frame):
    with Raw(running.url) as raw:
        raw.binary(frame)
        assert_refusal(raw.act('{"id":"1","do":"nothing"}'))


def test_bytes_inside_an_act_are_refused(hall):
    for client in (hall.phone(), hall.console()):
        assert_refusal(client.send({"id": "1", "do": "contribute", "text": b"Mehr Licht"}))
        assert_refusal(client.send({"id": b"1", "do": "contribute", "text": "Mehr Licht"}))
        assert_refusal(client.send(b"act"))
        assert_refusal(client.ask("sync", {"since": b"1"}))


@pytest.mark.parametrize(
    "bytes_sent",
    [
        b"\xc1\x00",
        b"\x81\x05hello",
        b"\x8f\x80\0\0\0\0",
        b"\x81\xff" + b"\xff" * 8,
        b"\x88\x80\0\0\0\0",
        b"\x81\x83\0\0\0\0\xff\xff\xff",
        b"GET / HTTP/1.1\r\n\r\n",
        b"\x89\xff\0",
    ],
)
def test_broken_websocket_frame_ends_that_connection_alone(running, bytes_sent):
    with Raw(running.url) as raw:
        raw.wire.sock.sendall(bytes_sent)


def post(server, path: str, body: bytes, **headers) -> int:
    request = urllib.request.Request(server.url + path, body, headers, method="POST")
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def test_polling_garbage_is_refused(running):
    with urllib.request.urlopen(f"{running.url}/socket.io/?EIO=4&transport=polling") as answer:
        sid = json.loads(answer.read()[1:])["sid"]
    path = f"/socket.io/?EIO=4&transport=polling&sid={sid}"

    for body in (
        b"x",
        b"4[[[",
        b"bAAA",
        b"\xff\xfe",
        b"4x\x1e4y",
        b"d=4",
        b"\x1e" * 600,
        b"0" * 99_000,
    ):
        assert post(running, path, body) == 400
    assert post(running, path, b"x" * 200_000) in (400, 413)
    assert post(running, path, b'40/phone,{"token":null}') == 200
    assert post(running, path, b"\x1e".join([b'42/phone,["act",{}]'] * 60)) == 200


@pytest.mark.parametrize(
    "query",
    [
        "",
        "EIO=3&transport=polling",
        "EIO=4&transport=x",
        "EIO=4",
        "EIO=4&transport=polling&sid=x",
        "EIO=4&transport=websocket",
        "EIO=4&transport=polling&j=x",
        "%ff=%00",
        "EIO=4&transport=polling&sid=%ff",
    ],
)
def test_malformed_handshake_is_refused(running, query):
    for method in ("GET", "POST", "PUT", "DELETE", "OPTIONS"):
        data = b"x" if method in ("POST", "PUT") else None
        request = urllib.request.Request(f"{running.url}/socket.io/?{query}", data, method=method)
        with contextlib.suppress(urllib.error.HTTPError), urllib.request.urlopen(request) as answer:
            assert answer.status == 200
