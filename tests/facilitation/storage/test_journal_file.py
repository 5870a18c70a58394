"""A file can be read while its server goes on writing it."""

import threading

from facilitation.domain.events import Card as WallCard
from facilitation.domain.events import CardsEntered, Row
from facilitation.storage.journal import Journal
from facilitation.storage.journal_file import read

AT = "2026-05-09T12:00:00.000Z"
LARGE = "x" * 200_000
"""A few such rows fill the WAL, so that it is moved into the file again and again."""


def test_read_sees_whole_rows_while_checkpoints_go_on(tmp_path):
    path = tmp_path / "day.db"
    journal = Journal(path)
    done = threading.Event()

    def write():
        for n in range(1, 200):
            cards = [WallCard(contribution=f"c{n}", topic=f"t{n}", text=LARGE)]
            journal.append([Row(n, AT, "c", f"a{n}", [CardsEntered(cards=cards, via="wall")], {})])
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    lengths = []
    while not done.is_set():
        lengths.append(len(read(path)[0]))
    writer.join()
    lengths.append(len(read(path)[0]))
    journal.close()
    assert lengths == sorted(lengths)
    assert lengths[-1] == 199
