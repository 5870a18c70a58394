"""workshop.json, checked against the day it comes from."""

from datetime import UTC, datetime
from itertools import count

from facilitation import exports
from facilitation.workshop import Workshop
from tests.facilitation.example_day import Day, rich_day

NOON = datetime(2026, 5, 9, 12, tzinfo=UTC)


def topic(document: dict, title: str) -> dict:
    return next(topic for topic in document["topics"] if topic["title"] == title)


def test_workshop_json_counts_dots_and_each_person_once(document):
    bus = topic(document, "Bus am Abend")
    assert (bus["dots"], bus["people"], bus["state"]) == (15, 9, "group")
    paper = topic(document, "Ein Fest der Nachbarschaft")
    assert (paper["dots"], paper["people"], paper["interest"]) == (4, 0, 7)


def test_workshop_json_lets_every_topic_be_followed_to_where_it_came_from(document, day):
    everything = {t["id"]: t for t in (*document["topics"], *document["retired"])}
    whole = everything[day.ids["split"]]
    assert whole["title"] == "Digitalisierung"
    assert len(whole["sources"]) == 2
    assert topic(document, "Hilfe am Computer")["sources"] == [whole["id"]]
    assert all(source in everything for t in everything.values() for source in t["sources"])
    assert day.ids["undone"] not in everything


def test_workshop_json_leaves_out_what_was_withdrawn_but_counts_it(document, files):
    assert [said["text"] for said in document["contributions"] if said["withdrawn"]] == [""]
    assert not any("nehme ich lieber" in content.decode("latin-1") for content in files.values())


def test_workshop_json_keeps_hidden_topics_with_their_reason(document, day):
    hidden = next(t for t in document["topics"] if t["id"] == day.ids["hidden"])
    assert (hidden["state"], hidden["reason"]) == ("hidden", "Beleidigt Menschen")
    assert len(hidden["contributions"]) == 1


def test_workshop_json_has_flags_help_and_history_without_names(document):
    offices = next(t for t in document["retired"] if t["title"] == "Digitalisierung")
    narrower = ["Hilfe beim Online-Formular", "Sprechstunde im Rathaus"]
    assert offices["flags"] == {"count": 3, "narrower": narrower}
    assert {offer["task"]: offer["people"] for offer in document["help"]} == {
        "Tische aufbauen": 2,
        "Getränke verkaufen": 1,
        "Webseite pflegen": 0,
    }
    assert {act["by"] for act in document["history"]} == {1, 2}
    assert [act["title"] for act in document["history"] if act["undone"]] == ["Irrtum"]


def test_workshop_json_has_the_roster_and_dissolved_groups(document):
    assert [s["name"] for s in document["supporters"]] == [
        "Karla König",
        "Nachbarschaftshilfe e. V.",
    ]
    assert [g["board"] for g in document["dissolved"]] == [{"goal": "Ein Fest im Sommer"}]


def test_a_language_of_few_authors_is_left_out(document):
    languages = {said["language"] for said in document["contributions"]}
    assert languages == {"de", "en", None}


def test_harvest_is_the_same_whoever_said_it():
    """Who wrote what cannot be seen: other authors give the very same bytes."""

    def harvest(authors: list[int]) -> dict:
        numbers = count()
        ids = {"new_id": lambda kind, length=10: f"{kind}{next(numbers) * 7919 % 1000:03}"}
        day = Day(Workshop.open(None, now=lambda: NOON, ids=ids))
        people = [day.arrive() for _ in range(3)]
        day.act("console", "set_phase", phase="collect")
        for n, author in enumerate(authors):
            day.say(people[author], f"Beitrag {n}")
        day.workshop.close()
        return exports.harvest(day.state, day.private)

    assert harvest([0, 0, 0, 0, 1, 2]) == harvest([0, 1, 2, 0, 1, 2])


def test_things_people_made_are_listed_by_their_random_ids(document):
    for part in ("contributions", "topics", "retired"):
        ids = [thing["id"] for thing in document[part]]
        assert ids == sorted(ids)
    assert all(t["contributions"] == sorted(t["contributions"]) for t in document["topics"])


def test_history_does_not_quote_what_its_author_withdrew():
    day = Day()
    ada = day.arrive()
    day.act("console", "set_phase", phase="collect")
    said = day.act(ada, "contribute", text="Mein Geheimnis")
    day.act("console", "rename", topic=said["topic"], title="Etwas")
    day.act("console", "hide", topic=said["topic"], reason="Nennt private Angaben")
    day.act(ada, "withdraw", contribution=said["contribution"])
    files = exports.files(exports.job(day.state, day.private, "de"))
    day.workshop.close()
    assert not any("Geheimnis" in content.decode("latin-1") for content in files.values())


def test_seal_leaves_the_counts_in_the_export(day):
    sealed = rich_day()
    before = exports.harvest(sealed.state, sealed.private)
    sealed.act("Console of Karla", "seal")
    after = exports.harvest(sealed.state, sealed.private)
    sealed.workshop.close()
    assert after == {**before, "sealed": True}
