import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.language.similarity.scores import SimilarityScores, Topic
from facilitation.language.words.compounds import split_compound

TEXTS = [
    "Abends fährt kein Bus mehr ins Dorf",
    "Nach acht Uhr gibt es keinen Bus nach Hause",
    "Öffis auch am Abend",
    "Mehr Sitzbänke im Kurpark",
    "Im Kurpark fehlen Bänke",
    "Hausarzt für das Oberland gesucht",
    "Es gibt keinen Arzt mehr in Oberberg",
    "Glasfaser für alle",
    "More benches in the park",
    "公交车晚上没有",
    "晚上没有公交车了",
    "",
    "🚌",
    "نريد حديقة للأطفال",
]


def board(texts) -> dict[str, Topic]:
    return {f"t{i}": Topic((text, "de"), []) for i, text in enumerate(texts)}


def table_of(topics: dict[str, Topic]) -> tuple[list[str], np.ndarray]:
    scores = SimilarityScores()
    scores.update(topics)
    return scores.table()


def best_of(text: str, texts: list[str]) -> str:
    ids, table = table_of(board(texts))
    return texts[int(ids[int(table[ids.index(f"t{texts.index(text)}")].argmax())][1:])]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("fahrradabstellplatz", ("fahrrad", "abstellen", "platz")),
        ("straßenbahn", ("strasse", "bahn")),
        ("seniorenheim", ("senior", "heim")),
        ("glasfaserausbau", ("glasfaser", "ausbau")),
        ("garten", ("garten",)),
        ("transport", ("transport",)),
    ],
)
def test_compounds_come_apart_into_words(word, parts):
    assert split_compound(word) == parts


def test_topics_of_one_matter_find_each_other_whatever_words_they_use():
    texts = [text for text in TEXTS if text]

    assert best_of("Mehr Sitzbänke im Kurpark", texts) == "Im Kurpark fehlen Bänke"
    assert best_of("Öffis auch am Abend", texts) in TEXTS[:2]
    assert best_of("Es gibt keinen Arzt mehr in Oberberg", texts) == TEXTS[5]


def test_texts_of_other_scripts_find_each_other():
    assert best_of("公交车晚上没有", TEXTS) == "晚上没有公交车了"


def test_misspelling_is_forgiven():
    texts = ["Spielplatz am Anger", "Spielplazt erneuern", "Chorprobe am Montag"]

    assert best_of("Spielplazt erneuern", texts) == "Spielplatz am Anger"


def test_sharing_a_street_alone_is_weak():
    texts = [
        "Zebrastreifen in der Ahornstraße",
        "Glascontainer in der Ahornstraße",
        "Zebrastreifen vor der Schule",
        "Chor am Abend",
    ]

    assert best_of(texts[0], texts) == texts[2]


@given(st.permutations(TEXTS))
def test_scores_are_symmetric_bounded_and_independent_of_order(texts):
    topics = board(TEXTS)
    ids, table = table_of(topics)
    order = [f"t{TEXTS.index(text)}" for text in texts]
    again = table_of({id: topics[id] for id in order})

    assert (table == table.T).all()
    assert (table.diagonal() == 0).all()
    assert ((table >= 0) & (table <= 1)).all()
    assert again[0] == ids
    assert (again[1] == table).all()


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from(TEXTS) | st.none()), max_size=25))
def test_board_that_changed_step_by_step_scores_as_one_from_nothing(steps):
    scores, texts = SimilarityScores(), {}
    for number, text in steps:
        if text is None:
            texts.pop(f"t{number}", None)
        else:
            texts[f"t{number}"] = Topic((text, "de"), [])
        scores.update(texts)
    ids, table = scores.table()
    again, anew = table_of(texts)

    assert ids == again
    assert (table == anew).all()


@given(st.lists(st.text(max_size=40), max_size=6))
def test_any_text_can_be_compared(texts):
    _, table = table_of(board(texts))

    assert table.shape == (len(texts), len(texts))
    assert np.isfinite(table).all()
