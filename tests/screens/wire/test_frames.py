"""What we frame and unmask is what another implementation of RFC 6455 does."""

from hypothesis import given
from hypothesis import strategies as some
from websocket import ABNF

from screens.wire.transport.frames import BufferedSocket, text_frame, unmasked

sizes = some.sampled_from([0, 1, 125, 126, 127, 65_535, 65_536, 70_000])


@given(some.text())
def test_text_frame_is_the_one_of_another_implementation(text):
    assert text_frame(text) == ABNF(1, 0, 0, 0, ABNF.OPCODE_TEXT, 0, text.encode()).format()


@given(sizes)
def test_text_frame_says_its_length_in_the_shortest_way(size):
    text = "x" * size

    assert text_frame(text) == ABNF(1, 0, 0, 0, ABNF.OPCODE_TEXT, 0, text.encode()).format()


@given(some.binary(max_size=300), some.binary(min_size=4, max_size=4), some.integers(0, 300))
def test_unmasked_lifts_the_mask_from_any_piece_of_a_frame(data, key, cut):
    masked = ABNF.mask(key, data)
    cut = min(cut, len(masked))

    first, rest = unmasked(masked[:cut], tuple(key)), unmasked(masked[cut:], tuple(key), None, cut)

    assert first + rest == data


class Pieces:
    """A socket that has these pieces to read."""

    def __init__(self, pieces):
        self.pieces = list(pieces)

    def recv(self, most):
        return self.pieces.pop(0) if self.pieces else b""


@given(some.lists(some.binary(min_size=1)), some.lists(some.integers(1, 20), min_size=1))
def test_buffered_gives_every_byte_once_and_then_nothing(pieces, wanted):
    socket, read = BufferedSocket(Pieces(pieces)), b""
    turn = 0
    while got := socket.recv(wanted[turn % len(wanted)]):
        assert len(got) <= wanted[turn % len(wanted)]
        read, turn = read + got, turn + 1

    assert read == b"".join(pieces)
    assert socket.recv(1) == b""
