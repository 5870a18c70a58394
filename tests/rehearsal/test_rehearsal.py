"""A small, quick day over the real wire: with a server of its own, and with one that runs."""

from screens.rehearsal.run import rehearse
from screens.rehearsal.venue import Venue
from screens.wording import say


def test_rehearsal_plays_a_whole_day_and_all_is_well():
    told: list[str] = []

    code = rehearse(None, phones=8, pace=60, key=None, browse=False, tell=told.append)

    assert (code, told[-2:]) == (
        0,
        [say("rehearse.sum_well", "de"), say("rehearse.sum_well_log", "de")],
    ), told
    phases = ("welcome", "interview", "collect", "sort", "vote", "group", "board", "close")
    assert [
        line for line in told if line in {say(f"rehearse.phase_{p}", "de") for p in phases}
    ] == [say(f"rehearse.phase_{p}", "de") for p in phases]


def test_rehearsal_plays_against_a_server_that_runs_already(server):
    told: list[str] = []

    code = rehearse(server.url, phones=4, pace=200, key=server.key, browse=False, tell=told.append)

    assert (code, told[-1]) == (0, say("rehearse.sum_well", "de")), told


def test_venue_leaves_nothing_behind():
    venue = Venue()
    venue.open()
    folder = venue._log.parent

    venue.close()

    assert not venue.is_running()
    assert not folder.exists()


def test_venue_names_the_lines_of_its_log_that_tell_of_trouble():
    venue = Venue()
    venue._log.write_text(
        "phone: http://192.0.2.7:8080/\n"
        "2026-01-09 10:00:00,000 ERROR screens.replies: An act failed\n"
        "Traceback (most recent call last):\n"
        '  File "app.py", line 1, in <module>\n'
        "KeyError: 'errors'\n",
        encoding="utf-8",
    )

    assert [line.split()[-1] for line in venue.trouble()] == ["failed", "last):", "'errors'"]
    venue.close()
