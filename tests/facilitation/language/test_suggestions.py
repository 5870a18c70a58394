import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.language.similarity.pairwise import pairwise_similarity
from facilitation.language.suggesting.breadth import text_breadth
from facilitation.language.suggesting.splits import split
from facilitation.language.suggesting.suggestions import Suggester
from facilitation.worker.process import Worker

BUS = [
    "Abends fährt kein Bus mehr ins Dorf",
    "Der letzte Bus fährt viel zu früh am Abend",
    "Ein Nachtbus am Wochenende wäre gut",
]
BENCHES = [
    "Mehr Sitzbänke im Kurpark",
    "Im Kurpark fehlen Bänke im Schatten",
    "Neue Bänke am Weg durch den Kurpark",
]
OTHER = ["Hausarzt gesucht", "Glasfaser für jedes Haus", "Chorprobe braucht einen Raum"]


def topic(id, title, said=None, **more) -> dict:
    texts = [title] if said is None else said
    contributions = [{"id": f"{id}.{i}", "text": text} for i, text in enumerate(texts)]
    return {"id": id, "title": title, "contributions": contributions, **more}


def board(texts) -> list[dict]:
    return [topic(f"t{i}", text) for i, text in enumerate(texts)]


def of_kind(kind, suggestions) -> list[dict]:
    return [one for one in suggestions if one["kind"] == kind]


def test_board_without_topics_has_no_suggestions():
    assert Suggester().suggest([]) == []


def test_topics_that_say_the_same_are_suggested_with_the_words_they_share():
    texts = ["Mehr Sitzbänke im Kurpark", "Sitzbänke im Kurpark", *OTHER]

    (pair,) = of_kind("same", Suggester().suggest(board(texts)))

    assert pair["topics"] == ["t0", "t1"]
    assert pair["reason"] == {
        "key": "suggest.same",
        "words": ["Kurpark", "Sitzbänke"],
        "alike": [],
    } or set(pair["reason"]["words"]) == {"Kurpark", "Sitzbänke"}


def test_different_words_for_one_matter_are_shown_side_by_side():
    texts = ["Nachts fahren keine Öffis zum Klinikum", "Nachts ein Bus zum Klinikum", *OTHER]

    found = Suggester().suggest(board(texts))

    assert ["Öffis", "Bus"] in found[0]["reason"]["alike"]


def test_opposed_demands_are_warned_of_and_not_offered():
    texts = ["Windpark am Hang ausbauen", "Keinen Windpark am Hang bauen!", *OTHER]

    found = Suggester().suggest(board(texts))

    assert [one["kind"] for one in found if one["topics"] == ["t0", "t1"]] == ["opposed"]
    assert len(of_kind("opposed", found)[0]["reason"]["against"]) == 2


@given(st.permutations([*BUS, *BENCHES, *OTHER, "Weniger Bänke im Kurpark", "Sport", "🚌"]))
def test_suggestions_do_not_depend_on_order_and_pair_no_topic_with_itself(texts):
    topics = board(sorted(texts))
    by_text = {one["title"]: one for one in topics}
    found = Suggester().suggest(topics)

    assert Suggester().suggest([by_text[text] for text in texts]) == found
    pairs = [tuple(one["topics"]) for one in found if len(one["topics"]) == 2]
    assert len(set(pairs)) == len(pairs)
    assert all(a < b for a, b in pairs)


def test_one_topic_more_gives_what_a_new_suggester_gives():
    suggester = Suggester()
    texts = [*BUS, *BENCHES, *OTHER] * 12
    topics = board(f"{text} {i % 7}" for i, text in enumerate(texts))
    suggester.suggest(topics[:-9])
    for count in range(len(topics) - 8, len(topics) + 1):
        step = suggester.suggest(topics[:count])
    changed = [*topics[:4], {**topics[4], "title": "Brunnen am Markt"}, *topics[6:]]

    assert step == Suggester().suggest(topics)
    assert suggester.suggest(changed) == Suggester().suggest(changed)


def test_mixed_topic_is_parted_with_its_contributions_all_in_the_parts():
    said = [BUS[0], BENCHES[0], BUS[1], BENCHES[1], BENCHES[2], BUS[2]]

    (mixed,) = of_kind("mixed", Suggester().suggest([topic("t", "Verschiedenes", said)]))

    groups = [{said[int(id[2:])] for id in part["contributions"]} for part in mixed["parts"]]
    assert sorted(map(sorted, groups)) == sorted([sorted(BUS), sorted(BENCHES)])
    assert all(part["title"] in group for part, group in zip(mixed["parts"], groups, strict=True))


def test_topic_of_one_matter_is_not_called_mixed():
    assert (
        of_kind("mixed", Suggester().suggest([topic("t", "Bänke", [*BENCHES, "Bänke im Kurpark"])]))
        == []
    )


@given(st.integers(0, 14), st.randoms())
def test_parts_share_out_everything_once(number, chance):
    texts = [(chance.choice([*BUS, *BENCHES, *OTHER, ""]), "de") for _ in range(number)]

    groups = split(pairwise_similarity(texts)).groups

    assert sorted(i for group in groups for i in group) == list(range(number))


@pytest.mark.parametrize("name", ["Umwelt", "Digitalisierung", "Soziales", "Kultur und Sport"])
def test_name_of_a_field_is_too_broad_and_a_demand_is_not(name):
    found = Suggester().suggest([topic("t", name), topic("u", "Nachtbus von Altenau nach Neudorf")])

    assert [one["topics"] for one in of_kind("broad", found)] == [["t"]]
    assert of_kind("broad", found)[0]["reason"]["why"][0] == {
        "key": "breadth.names_a_field",
        "gaps": {"title": name},
    }


def test_names_of_fields_are_broader_than_any_demand():
    demands = max(text_breadth(text, "de") for text in [*BUS, *BENCHES, *OTHER])

    names = ("Umwelt", "Verkehrswesen", "Bildung")
    assert all(text_breadth(name, "de") > demands for name in names)


def test_flags_bring_narrower_proposals_as_parts_that_lose_nobody():
    flagged = topic(
        "t", "Bessere Mobilität", [*BUS, BENCHES[0]], flags=3, narrower=["Nachtbus", "Sitzbänke"]
    )

    (broad,) = of_kind("broad", Suggester().suggest([flagged]))

    assert {"key": "breadth.flagged", "gaps": {"count": 3}} in broad["reason"]["why"]
    assert [part["title"] for part in broad["parts"]] == ["Nachtbus", "Sitzbänke"]
    held = {id for part in broad["parts"] for id in part["contributions"]}
    assert held == {"t.0", "t.1", "t.2", "t.3"}
    assert "t.3" in broad["parts"][1]["contributions"]


def test_crowd_makes_a_topic_broader():
    calm, crowded = (
        Suggester().suggest([topic("t", "Mehr Sicherheit", interest=n)], seats=8) for n in (3, 40)
    )

    gaps = {"count": 40, "seats": 8}
    assert {"key": "breadth.crowded", "gaps": gaps} in crowded[0]["reason"]["why"]
    assert not calm or calm[0]["score"] < crowded[0]["score"]


@given(st.lists(st.lists(st.text(max_size=30), min_size=1, max_size=5), max_size=5))
def test_any_text_in_any_script_gives_suggestions_without_error(texts):
    topics = [topic(f"t{i}", said[0], said, language=None) for i, said in enumerate(texts)]

    shuffled = random.Random(1).sample(topics, len(topics))
    assert Suggester().suggest(topics) == Suggester().suggest(shuffled)


def test_worker_suggests_and_follows_the_board():
    worker = Worker()
    try:
        topics = board(["Sitzbänke im Kurpark", "Mehr Sitzbänke im Kurpark", *OTHER])
        first = worker.ask("suggest", {"topics": topics[:1] + topics[2:]})
        then = worker.ask("suggest", {"topics": topics})
    finally:
        worker.close()

    assert of_kind("same", first) == []
    assert of_kind("same", then)[0]["topics"] == ["t0", "t1"]
