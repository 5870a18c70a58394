"""Power loss: whatever became of the end of the WAL, a start finds a prefix of what was stored.

SQLite's WAL is cut and flipped at every kind of place: inside the header, at and around frame
borders, inside frame headers and pages, in the last commit and far before it.
"""

import random
import shutil
from pathlib import Path

import pytest

from facilitation.domain.folding import replay
from facilitation.domain.refusals import Refusal
from facilitation.storage.journal_file import read
from facilitation.workshop import Caller, Workshop

HEADER, FRAME_HEADER = 32, 24
CUTS, FLIPS = 300, 300


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """A data file with its WAL as a power cut leaves them, and the rows that were on disk."""
    folder = tmp_path_factory.mktemp("day")
    workshop = Workshop.open(folder / "live.db")
    desk = Caller("console", "desk")
    workshop.act({"id": "0", "do": "set_phase", "phase": "collect"}, desk)
    for n in range(40):
        ada = Caller("phone", workshop.join().id)
        workshop.act({"id": "a", "do": "contribute", "text": f"Anliegen {n} " + "ä" * n}, ada)
    for suffix in ("", "-wal"):
        shutil.copyfile(folder / f"live.db{suffix}", folder / f"day.db{suffix}")
    workshop.close()
    rows, _ = read(folder / "day.db")
    assert len(rows) == 81
    return folder / "day.db", rows


def page_size(data: Path) -> int:
    return int.from_bytes(data.read_bytes()[16:18], "big") or 4096


def commits(wal: bytes, page: int) -> list[int]:
    """Return where each committed transaction ends in the WAL."""
    step = FRAME_HEADER + page
    ends = []
    for start in range(HEADER, len(wal) - step + 1, step):
        if int.from_bytes(wal[start + 4 : start + 8], "big"):
            ends.append(start + step)
    return ends


def places(wal: bytes, page: int, count: int, chance: random.Random) -> list[int]:
    """Return places of every kind: borders and around them, headers, pages, the last commit."""
    step = FRAME_HEADER + page
    borders = list(range(HEADER, len(wal) + 1, step))
    near = [b + d for b in borders for d in (-1, 0, 1, 4, 8, 23, 24, 25)]
    last = range(commits(wal, page)[-2], len(wal))
    chosen = [0, 1, 16, 31, 32, len(wal) - 1]
    chosen += chance.sample(near, min(len(near), count // 2))
    chosen += [chance.choice(last) for _ in range(count // 4)]
    chosen += [chance.randrange(len(wal)) for _ in range(count)]
    return [place for place in chosen if 0 <= place < len(wal)][:count]


def start(data: Path, wal: bytes, folder: Path):
    """Start on a copy with this WAL; return the workshop's state or the refusal."""
    copy = folder / "copy.db"
    for leftover in folder.glob("copy.db*"):
        leftover.unlink()
    shutil.copyfile(data, copy)
    copy.with_name("copy.db-wal").write_bytes(wal)
    try:
        workshop = Workshop.open(copy)
    except Refusal as refusal:
        return refusal
    state = workshop.state
    workshop.close()
    return state


def test_cut_wal_gives_a_prefix_that_ends_with_the_last_whole_commit(day, tmp_path):
    data, rows = day
    wal = data.with_name("day.db-wal").read_bytes()
    ends = commits(wal, page_size(data))

    for place in places(wal, page_size(data), CUTS, random.Random(1)):
        state = start(data, wal[:place], tmp_path)

        assert not isinstance(state, Refusal), place
        assert state == replay(rows[: state.at]), place
        whole = sum(end <= place for end in ends)
        assert state.at == len(rows) - (len(ends) - whole), place


def test_flipped_wal_gives_a_prefix_that_ends_before_the_damage(day, tmp_path):
    data, rows = day
    wal = data.with_name("day.db-wal").read_bytes()
    ends = commits(wal, page_size(data))
    chance = random.Random(2)

    for place in places(wal, page_size(data), FLIPS, chance):
        damaged = bytearray(wal)
        damaged[place] ^= 1 << chance.randrange(8)
        state = start(data, bytes(damaged), tmp_path)

        if isinstance(state, Refusal):
            continue
        assert state == replay(rows[: state.at]), place
        whole = sum(end <= place for end in ends)
        assert state.at >= len(rows) - (len(ends) - whole), place


def test_garbage_after_the_last_commit_loses_nothing(day, tmp_path):
    data, rows = day
    wal = data.with_name("day.db-wal").read_bytes()
    chance = random.Random(3)

    for _ in range(40):
        tail = chance.randbytes(chance.randrange(1, 9_000))

        assert start(data, wal + tail, tmp_path) == replay(rows)
