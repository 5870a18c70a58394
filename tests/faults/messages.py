"""Everything a client can send, from nearly right to nonsense, as hypothesis strategies."""

import msgspec
from hypothesis import strategies as st

from facilitation.domain.commands import BOARD_FIELDS, KINDS, OPENINGS, PHASES, SCENES

EVENTS = st.sampled_from(
    ["act"] * 12 + ["sync", "view", "change", "connect", "disconnect", "message", "error", "", "é"]
)
TEXT = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["", " ", "\n", "a" * 281, "ä" * 19_000, "\u200f", "\ud800", "\x00", "=1+1"]),
    st.sampled_from(
        ["<script>alert(1)</script>", "../../etc", "{count}", "' or 1=1 --", "🧑‍🤝‍🧑" * 60]
    ),
)
ID = st.one_of(st.sampled_from(["t1", "c1", "g1", "x" * 64, "x" * 65, ""]), TEXT)
NUMBER = st.one_of(
    st.integers(),
    st.sampled_from([0, 1, -1, 2**31, 2**53, 2**63, 10**30]),
    st.floats(allow_nan=False, allow_infinity=False),
)
SCALAR = st.one_of(st.none(), st.booleans(), NUMBER, TEXT)
JSON = st.recursive(
    SCALAR,
    lambda inner: st.one_of(
        st.lists(inner, max_size=5), st.dictionaries(st.text(max_size=12), inner, max_size=5)
    ),
    max_leaves=12,
)
WORDS = st.sampled_from([*PHASES, *OPENINGS, *SCENES, *BOARD_FIELDS, "wall", "hidden", "revealed"])
FIELD = st.one_of(ID, WORDS, JSON, st.lists(ID, max_size=4))


def _fields(face: str) -> dict[str, list[str]]:
    """Return the fields of every act of one face."""
    return {
        command.__struct_config__.tag: [field.name for field in msgspec.structs.fields(command)]
        for command in KINDS[face].__args__
    }


def acts(face: str) -> st.SearchStrategy:
    """Acts of one face with fields of any kind: right names, and what was never asked for."""
    fields = _fields(face)
    known = st.sampled_from(sorted(fields)).flatmap(
        lambda kind: st.fixed_dictionaries(
            {"do": st.just(kind), "id": ID},
            optional={**dict.fromkeys(fields[kind], FIELD), "more": JSON},
        )
    )
    return st.one_of(known, known, known, JSON, st.fixed_dictionaries({"do": FIELD, "id": FIELD}))


def messages(face: str) -> st.SearchStrategy:
    """One (event, message) of one face."""
    return st.tuples(EVENTS, acts(face))


PAGES = ["/", "/console", "/wall", "/kiosk", "/b/", "/health", "/socket.io/"]
FILES = ["/qr.svg", "/qr.png", "/cloud.svg", "/cloud.png", "/export.zip", "/contacts.csv"]
ASIDE = ["/wording/de/phone.json", "/wording/../../x.json", "/static/built/", "/static/../app.py"]
PATHS = st.sampled_from([*PAGES, *FILES, *ASIDE])
REQUESTS = st.tuples(
    st.sampled_from(["GET", "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "BREW"]),
    st.tuples(PATHS, st.text(max_size=20)).map("".join),
    st.dictionaries(st.text(max_size=8), st.text(max_size=30), max_size=3),
    st.binary(max_size=200),
)
