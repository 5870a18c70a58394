import unicodedata
from itertools import combinations, pairwise
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.cloud.layout import MAX_WORDS, choose, lay_out
from facilitation.cloud.sizes import box_of
from facilitation.language.words.terms import Term

WIDTH, HEIGHT = 1920, 880
SYLLABLES = ["bus", "rad", "weg", "haus", "dorf", "platz", "pfle", "ge", "kin", "der", "gar", "ten"]
TEXTS = [
    "Bus",
    "Ärztehaus",
    "bezahlbarer Wohnraum",
    "допомога",
    "مكان",
    "图书馆",
    "i",
    "W" * 32,
    "g",
]


def laid_out(terms, previous=None) -> dict:
    return lay_out(terms, previous, width=WIDTH, height=HEIGHT)


def boxes(cloud):
    return {w["key"]: box_of(w["text"], w["size"], w["x"], w["y"]) for w in cloud["words"]}


def words_of(random: Random, number: int) -> list[str]:
    made = {"".join(random.choices(SYLLABLES, k=random.randint(1, 4))) for _ in range(number)}
    return sorted(word.capitalize() for word in made)


def ranked(counts: dict[str, int]) -> list[Term]:
    terms = [Term(text.lower(), text, count) for text, count in counts.items()]
    return sorted(terms, key=lambda term: -term.count)


def assert_sound(cloud: dict, terms: list[Term]) -> None:
    for one, other in combinations(boxes(cloud).values(), 2):
        assert not one.meets(other)
    assert all(box.within(WIDTH, HEIGHT) for box in boxes(cloud).values())
    words = sorted(cloud["words"], key=lambda word: word["count"])
    assert all(a["size"] <= b["size"] for a, b in pairwise(words))
    shown = {word["key"] for word in words}
    assert len(shown) == len(words) <= MAX_WORDS
    assert {term.key for term in choose(terms, shown)[:30]} <= shown


def test_cloud_of_no_terms_has_no_words():
    assert laid_out([])["words"] == []
    assert laid_out([], laid_out([Term("bus", "Bus", 2)]))["words"] == []


def test_cloud_is_plain_data_and_can_be_followed_after_a_journey():
    terms = ranked({"Bus": 3, "Bahn": 2, "Rad": 1})
    cloud = laid_out(terms)

    travelled = msgspec.msgpack.decode(msgspec.msgpack.encode(cloud))

    assert travelled == cloud
    assert laid_out(terms, travelled) == cloud


def test_cloud_is_the_same_for_the_same_terms():
    terms = ranked({word: n % 7 + 1 for n, word in enumerate(words_of(Random(1), 60))})

    assert laid_out(terms) == laid_out(terms)


def test_single_word_stands_in_the_middle():
    (word,) = laid_out([Term("bus", "Bus", 1)])["words"]

    assert abs(word["x"] - WIDTH / 2) < 5
    assert abs(word["y"] - HEIGHT / 2) < 5


@given(
    st.lists(
        st.dictionaries(st.sampled_from(TEXTS + words_of(Random(7), 60)), st.integers(1, 60)),
        min_size=1,
        max_size=4,
    )
)
def test_words_never_overlap_or_leave_the_canvas_whatever_came_before(days):
    cloud = None
    for counts in days:
        terms = ranked(counts)
        cloud = laid_out(terms, cloud)
        assert_sound(cloud, terms)


def test_words_stay_where_they_are_when_one_more_contribution_comes():
    random = Random(3)
    words = words_of(random, 150)
    counts, cloud, stayed, met = {}, None, 0, 0
    for _ in range(300):
        for place in {int(random.paretovariate(0.6)) % len(words) for _ in range(4)}:
            counts[words[place]] = counts.get(words[place], 0) + 1
        terms = ranked(counts)
        following = laid_out(terms, cloud)
        assert_sound(following, terms)
        now = {word["key"]: word for word in following["words"]}
        for word in cloud["words"] if cloud else ():
            if word["key"] in now:
                met += 1
                there = now[word["key"]]
                stayed += abs(word["x"] - there["x"]) + abs(word["y"] - there["y"]) <= 4
        cloud = following
    assert stayed / met >= 0.9


def test_word_keeps_its_place_when_its_form_changes():
    before = laid_out([Term("bus", "Busse", 3), Term("rad", "Rad", 2)])
    after = laid_out([Term("bus", "Bus", 4), Term("rad", "Rad", 2)], before)

    assert [(w["key"], w["x"], w["y"]) for w in before["words"]] == [
        (w["key"], w["x"], w["y"]) for w in after["words"]
    ]
    assert after["words"][0]["text"] == "Bus"


def test_word_that_left_frees_its_room_and_the_others_stay():
    counts = dict.fromkeys(words_of(Random(5), 40), 3)
    before = laid_out(ranked(counts))
    gone = before["words"][0]["text"]
    del counts[gone]

    after = laid_out(ranked(counts), before)

    assert after["words"] == before["words"][1:]


def test_another_canvas_gets_a_layout_of_its_own():
    terms = ranked({"Bus": 3, "Bahn": 2})

    assert laid_out(terms, lay_out(terms, None, width=400, height=900)) == laid_out(terms)


def test_choose_prefers_the_frequent_then_those_already_there():
    terms = [Term(str(n), str(n), 2) for n in range(MAX_WORDS + 5)]

    chosen = choose([*terms, Term("top", "top", 9)], {str(MAX_WORDS + 4)})

    assert [term.key for term in chosen[:3]] == ["top", str(MAX_WORDS + 4), "0"]
    assert len(chosen) == MAX_WORDS


def test_words_tell_how_much_space_is_kept_for_them():
    cloud = laid_out(ranked({"Bus": 3, "Bahnhof": 2}))

    for word in cloud["words"]:
        box = box_of(word["text"], word["size"])
        assert abs(word["width"] - box.width) < 0.02
        assert abs(word["height"] - box.height) < 0.02


def test_very_long_word_is_shown_shortened():
    word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"

    shown = laid_out(ranked({word: 2, "Bus": 1}))["words"][0]["text"]

    assert shown.endswith("…")
    assert word.startswith(shown[:-1])
    assert len(shown) == 40
    assert laid_out(ranked({word[:40]: 2}))["words"][0]["text"] == word[:40]


def test_shortened_word_loses_no_mark_of_its_last_letter():
    for word in ("மைதானம்" * 9, "สนามเด็กเล่น" * 9, "e\u0301" * 60):
        shown = laid_out(ranked({word: 1}))["words"][0]["text"]
        rest = word[len(shown) - 1 :]

        assert word.startswith(shown[:-1])
        assert unicodedata.category(rest[0])[0] != "M"


def test_two_long_words_that_begin_alike_are_both_shown():
    begin = "Donaudampfschifffahrtsgesellschaftskapitän"

    words = laid_out(ranked({f"{begin}smütze": 1, f"{begin}spatent": 1}))["words"]

    assert len({word["key"] for word in words}) == 2


@pytest.mark.parametrize("count", [0, 5, MAX_WORDS, MAX_WORDS + 12, 400])
def test_words_that_are_left_out_are_counted(count):
    terms = [Term(str(n), f"Wort{n}", 1 + (n % 2)) for n in range(count)]

    cloud = laid_out(terms)

    assert cloud["more"] == count - len(cloud["words"])
