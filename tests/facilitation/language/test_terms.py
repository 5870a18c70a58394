import pytest

from facilitation.language.words.detection import language_of
from facilitation.language.words.terms import Term, count_terms


def counted(*texts, language="de") -> dict[str, int]:
    return {term.text: term.count for term in count_terms([(text, language) for text in texts])}


def test_terms_of_no_texts_are_none():
    assert count_terms([]) == []


def test_term_counts_once_a_contribution():
    assert count_terms([("Bus, Bus, Bus!", "de"), ("Ein Bus", "de")]) == [Term("bus", "Bus", 2)]


def test_forms_of_a_word_count_together_in_the_form_most_people_wrote():
    terms = counted("Radwege", "Die Radwege am Fluss", "Ein Radweg", "Bäume", "Bäume", "Ein Baum")

    assert terms["Radwege"] == 3
    assert terms["Bäume"] == 3
    assert not {"Radweg", "Baum"} & set(terms)


@pytest.mark.parametrize("person", ["Bürger:innen", "Bürger*innen", "BürgerInnen", "Bürgerinnen"])
def test_all_ways_to_name_people_count_together(person):
    assert list(counted(person, "Bürger", "Bürger")) == ["Bürger"]


def test_stop_words_and_what_fits_every_topic_are_no_terms():
    said = (
        "Ich finde, man sollte bitte mehr und bessere Bänke bauen, es gibt viel zu wenig, wäre gut"
    )

    assert set(counted(said)) == {"Bänke", "bauen"}


def test_german_nouns_keep_their_capital_and_beginnings_of_sentences_give_none():
    assert set(counted("Sichere Radwege", "mehr radwege und ein spielplatz")) == {
        "sichere",
        "Radwege",
        "Spielplatz",
    }


def test_verbs_are_terms_as_names_of_doings_only():
    assert set(counted("Er singt", "Zusammen singen")) == {"singen"}


def test_phrase_that_recurs_is_one_term_and_not_shown_twice():
    terms = counted(
        "Bezahlbarer Wohnraum für Familien",
        "Es fehlt bezahlbarer Wohnraum",
        "Wir brauchen bezahlbaren Wohnraum",
        "Öffentlicher Nahverkehr",
        "Ein öffentlicher Nahverkehr, der fährt",
    )

    assert terms == {"bezahlbarer Wohnraum": 3, "öffentlicher Nahverkehr": 2, "Familien": 1}


def test_phrase_may_be_a_name_or_have_a_number():
    terms = counted("Die Grüne Mitte", "Grüne Mitte!", "Tempo 30 bitte", "Auch hier: Tempo 30")

    assert terms == {"Grüne Mitte": 2, "Tempo 30": 2}


def test_name_keeps_the_capital_that_it_has_within_sentences():
    texts = ["Grüne Mitte", "Grüne Mitte gestalten", "Wo ist die Grüne Mitte?", "Grüne Mitte"]

    assert counted(*texts)["Grüne Mitte"] == 4


def test_words_that_only_once_stand_together_are_no_phrase():
    assert set(counted("Schöne Bänke Spielplatz")) == {"Bänke", "Spielplatz"}


def test_punctuation_parts_a_phrase():
    assert counted("Bus, Bahn", "Bus. Bahn") == {"Bus": 2, "Bahn": 2}


def test_hyphenated_words_stay_together_and_halves_are_left_out():
    assert set(counted("WLAN-Hotspot in Ober- und Unterdorf")) == {"WLAN-Hotspot", "Unterdorf"}


def test_numbers_and_addresses_are_left_out():
    said = "Siehe https://example.org/bus?x=1 oder ada@example.org, www.kreis.de: 100 Bänke"

    assert set(counted(said, "Um 18:40 Uhr")) == {"Bänke"}


def test_emoji_and_odd_marks_are_left_out():
    assert set(counted("🚌 Bus 🧑‍🤝‍🧑 *Bahn* _Rad_ „Markt“ … ¿?")) == {
        "Bus",
        "Bahn",
        "Rad",
        "Markt",
    }


def test_word_in_capitals_is_lowered_but_a_short_form_is_not():
    assert set(counted("SPIELPLATZ", "ÖPNV")) == {"Spielplatz", "ÖPNV"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nach der Arbeit fährt kein Bus", "de"),
        ("There is no bus after work", "en"),
        ("Il n'y a pas de bus après le travail", "fr"),
        ("Parklarda çocuklar için daha çok yer istiyorum", "tr"),
        ("Po pracy nie ma autobusu, a ja chcę do domu", "pl"),
        ("Допомога дітям з уроками", "uk"),
        ("Больше скамеек в парке", "ru"),
        ("مكان تلتقي فيه الأمهات", "ar"),
        ("希望有更多的公交车", "zh"),
        ("12 🚌", "de"),
    ],
)
def test_language_is_that_of_the_text_whatever_the_screen_says(text, language):
    assert language_of(text, "de") == language


def test_other_languages_give_words_of_theirs_without_their_small_words():
    assert set(counted("There should be more benches in the park")) == {"benches", "park"}
    assert set(counted("Больше скамеек в парке")) == {"скамеек", "парке"}
    assert set(counted("نريد حديقة للأطفال")) == {"حديقة", "للأطفال"}
    assert counted("كتاب", "الكتاب") == {"كتاب": 2}


def test_word_of_two_languages_is_shown_once():
    texts = ["Die Parks", "There should be more parks", "Ein Park und noch ein Park"]

    terms = count_terms([(text, "de") for text in texts])

    assert len({term.text.casefold() for term in terms}) == len(terms)
    assert sum(term.count for term in terms if term.text.lower() in ("park", "parks")) == 3


def test_chinese_is_taken_apart_by_what_recurs():
    terms = counted("希望有更多的公交车", "公交车晚上没有", "图书馆", "图书馆周末开放")

    assert terms["公交车"] == 2
    assert terms["图书馆"] == 2


@pytest.mark.parametrize(
    "text", ["", " ", "-", "---", "’", "a-", "\u200d", "ا", "的", "ก", "&<>\"'"]
)
def test_scraps_give_no_terms_and_no_error(text):
    assert count_terms([(text, None), (text, "xx")]) == []
