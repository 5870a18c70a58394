"""Suggestions follow the board, and leave alone what people put aside or did by hand."""

import pytest

from facilitation.domain.refusals import NotFound
from facilitation.worker.process import Worker
from facilitation.workshop import Caller, Workshop
from screens.jobs.suggestions import MOST, MOST_OF, SuggestionRefresher, worth_offering
from screens.wire.ambient import Ambient

CARDS = [
    "Der Bus soll abends länger fahren",
    "Abends soll der Bus länger fahren",
    "Mehr Bänke am Marktplatz",
    "Umwelt",
]


class Desk:
    """A board of writing-wall cards with a refresher whose worker is a real one."""

    def __init__(self):
        self.workshop, self.worker, self._acts = Workshop.open(), Worker(), 0
        self.ambient = Ambient()
        self.refresher = SuggestionRefresher(self.workshop, self.ambient, self.worker)
        self.ids = self.act("enter_cards", cards=CARDS)["topics"]

    def act(self, do: str, **fields) -> dict:
        self._acts += 1
        message = {"id": f"a{self._acts}", "do": do, **fields}
        return self.workshop.act(message, Caller("console", "anna"))

    def offered(self) -> list[tuple]:
        self.refresher.refresh()
        return [(one["kind"], tuple(sorted(one["topics"]))) for one in self.ambient["suggestions"]]


@pytest.fixture
def desk():
    desk = Desk()
    yield desk
    desk.worker.close()
    desk.workshop.close()


def kinds_of(offered: list[tuple], *topics: str) -> set[str]:
    return {kind for kind, about in offered if about == tuple(sorted(topics))}


def test_suggestions_follow_the_board(desk):
    bus, late, _, field = desk.ids
    offered = desk.offered()
    assert kinds_of(offered, bus, late) == {"same"}
    assert kinds_of(offered, field) == {"broad"}

    merged = desk.act("merge", topics=[bus, late], title="Bus am Abend")["topic"]
    offered = desk.offered()
    assert not any(bus in about or late in about for _, about in offered)
    assert merged in desk.workshop.state.topics


def test_suggestion_put_aside_comes_last_or_never(desk):
    bus, late, _, field = desk.ids
    desk.act("put_aside", topics=[late, bus], kind="same", until="later")
    offered = desk.offered()
    assert offered[-1][1] == tuple(sorted([bus, late]))
    assert [one.get("later") for one in desk.ambient["suggestions"]][-1] is True

    desk.act("put_aside", topics=[bus, late], kind="together", until="never")
    desk.act("put_aside", topics=[field], kind="broad", until="never")
    offered = desk.offered()
    assert not kinds_of(offered, bus, late)
    assert not kinds_of(offered, field)


def test_merge_that_was_undone_is_not_suggested_again(desk):
    bus, late, *_ = desk.ids
    desk.act("merge", topics=[bus, late], title="Bus")
    desk.act("undo")
    assert not kinds_of(desk.offered(), bus, late)


def test_hidden_topics_are_not_sent_to_be_compared(desk):
    bus, late, *_ = desk.ids
    desk.act("hide", topic=late, reason="Beleidigung")
    assert not kinds_of(desk.offered(), bus, late)


def test_author_alone_is_told_what_others_wrote_alike_and_never_who(desk):
    who = desk.workshop.join().id
    desk.act("set_phase", phase="collect")
    message = {"id": "1", "do": "contribute", "text": "Der Bus soll am Abend länger fahren"}
    said = desk.workshop.act(message, Caller("phone", who))["contribution"]
    assert desk.refresher.echoes(said, who) == {"ready": False, "texts": [], "vague": False}

    desk.refresher.refresh()

    echoes = desk.refresher.echoes(said, who)
    assert echoes == {"ready": True, "texts": echoes["texts"], "vague": False}
    assert set(echoes["texts"]) == set(CARDS[:2])
    for stranger in (desk.workshop.join().id, "anna"):
        with pytest.raises(NotFound):
            desk.refresher.echoes(said, stranger)


def test_what_is_hidden_is_no_echo_and_a_field_is_worded_vaguely(desk):
    who = desk.workshop.join().id
    desk.act("set_phase", phase="collect")
    for id in desk.ids[:2]:
        desk.act("hide", topic=id, reason="Beleidigung")
    said = [
        desk.workshop.act({"id": text, "do": "contribute", "text": text}, Caller("phone", who))
        for text in ("Der Bus soll am Abend länger fahren", "Digitalisierung")
    ]
    desk.refresher.refresh()

    bus, field = (desk.refresher.echoes(one["contribution"], who) for one in said)
    assert (bus["texts"], bus["vague"]) == ([], False)
    assert field["vague"] is True


def test_suggestions_are_bounded_and_no_kind_crowds_out_the_others(desk):
    topic = desk.ids[0]
    broad = [{"kind": "broad", "topics": [topic], "score": 0.9}] * 100
    pairs = [{"kind": "same", "topics": desk.ids[:2], "score": 0.8}] * 100

    offered = worth_offering([*broad, *pairs], desk.workshop.state)

    assert len(offered) == MOST
    assert sum(one["kind"] == "broad" for one in offered) == MOST_OF["broad"]
