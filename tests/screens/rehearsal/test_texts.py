"""The texts of the rehearsal: enough, varied, within the bounds of the wire."""

from collections import Counter
from random import Random

from facilitation.domain.texts import contribution_text, title_text
from screens.rehearsal.concerns import concern_of, concerns, deal_concerns, reworded, texts
from screens.rehearsal.people import choosing
from screens.rehearsal.run import crowd
from screens.rehearsal.scenario import Rehearsal

LANGUAGES = {"en", "tr", "uk", "ar", "pl", "fr"}


def test_concerns_are_at_least_120_different_ones():
    assert len({concern.text for concern in concerns()}) == len(concerns()) >= 120


def test_concerns_come_in_other_languages_too():
    assert {concern.language for concern in concerns()} >= LANGUAGES


def test_some_concerns_mean_the_same_and_each_such_pack_has_a_heading():
    packs = Counter(concern.same for concern in concerns() if concern.same)

    assert packs.keys() == texts()["headings"].keys()
    assert min(packs.values()) >= 2


def test_some_concerns_are_too_broad_and_have_several_narrower_topics():
    broad = [concern for concern in concerns() if concern.broad]

    assert {"Umwelt", "Digitalisierung"} <= {concern.text for concern in broad}
    assert all(len(set(concern.broad)) >= 2 for concern in broad)


def test_all_texts_fit_the_wire_also_when_they_are_reworded():
    for concern in concerns():
        for text in (concern.text, *(reworded(concern.text, m) for m in texts()["reworded"])):
            assert contribution_text(text) == text or concern.title
    for title in (*texts()["headings"].values(), *texts()["narrower"], texts()["title"]):
        assert title_text(title) == title
    for concern in concerns():
        assert all(title_text(part) == part for part in concern.broad)


def test_concern_of_knows_a_reworded_text_and_nobody_elses():
    bus = concerns()[0]

    assert concern_of(reworded(bus.text, texts()["reworded"][0])) is bus
    assert concern_of(bus.text + " Und noch etwas ganz anderes") is None


def test_dealt_gives_a_small_hall_something_to_merge_to_split_and_to_translate():
    deck = deal_concerns(24, Random(1))

    assert len(deck) == 24
    assert len({concern.text for concern in deck}) == 24
    assert max(Counter(concern.same for concern in deck if concern.same).values()) >= 2
    assert any(concern.broad for concern in deck)
    assert any(concern.language != "de" for concern in deck)


def test_crowd_is_in_pairs_and_everybody_has_something_to_say():
    people = crowd(Rehearsal("http://127.0.0.1:1", pace=1), 30)

    assert all(person.partner.partner is person for person in people)
    assert all(person.concerns for person in people)
    assert sum(person.friend is not None for person in people) == 2


def test_duplicates_are_found_by_what_they_mean():
    view = {"topics": {id: a_topic(id, n, text) for n, (id, text) in enumerate(SAID.items())}}

    assert choosing.duplicates(view, leave=set()) == [("Abends noch heimkommen", ["t1", "t3"])]
    assert choosing.duplicates(view, leave={"evening_bus"}) == []


def test_wide_parts_share_out_every_contribution_once():
    wide = texts()["too_wide_merge"]["of"]
    said = [concern for concern in concerns() if concern.same in wide]
    topic = {"contributions": [{"id": str(n), "text": c.text} for n, c in enumerate(said)]}

    parts, successor = choosing.wide_parts(topic)

    shared = [id for part in parts for id in part["contributions"]]
    assert sorted(shared) == sorted(str(n) for n in range(len(said)))
    assert len(parts) == 2
    assert successor in (0, 1)


SAID = {
    "t1": "Abends nach der Chorprobe fährt kein Bus mehr zurück ins Dorf",
    "t2": "Umwelt",
    "t3": "Nach 19 Uhr kein Bus: Wer kein Auto hat, bleibt zu Hause",
}


def a_topic(id: str, n: int, text: str) -> dict:
    said = [{"id": f"c{n}", "text": text}]
    return {"id": id, "n": n, "state": "open", "title": text, "contributions": said}
