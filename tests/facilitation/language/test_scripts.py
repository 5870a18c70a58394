"""Words of all scripts: whole, with their marks, also where a language has no spaces."""

import unicodedata

import pytest

from facilitation.language.similarity.scores import SimilarityScores, Topic
from facilitation.language.suggesting.suggestions import Suggester
from facilitation.language.words.detection import language_of
from facilitation.language.words.terms import count_terms

PLAYGROUND = {
    "th": ("เราต้องการสนามเด็กเล่น", "สนามเด็กเล่นในหมู่บ้าน", "สนามเด็กเล่น"),
    "bn": ("গ্রামে খেলার মাঠ চাই", "আমাদের খেলার মাঠ নেই", "খেলার মাঠ"),
    "ta": ("விளையாட்டு மைதானம் வேண்டும்", "எங்கள் ஊரில் விளையாட்டு மைதானம்", "விளையாட்டு மைதானம்"),
    "pa": ("ਪਿੰਡ ਵਿੱਚ ਮੈਦਾਨ ਚਾਹੀਦਾ ਹੈ", "ਬੱਚਿਆਂ ਲਈ ਮੈਦਾਨ", "ਮੈਦਾਨ"),
    "he": ("גַּן מִשְׂחָקִים לַיְּלָדִים", "גן משחקים בשכונה", "גַּן מִשְׂחָקִים"),
    "km": ("យើងចង់បានសួនច្បារ", "សួនច្បារសម្រាប់កុមារ", "សួនច្បារ"),
    "am": ("ለልጆች መጫወቻ ቦታ ያስፈልጋል", "በመንደሩ መጫወቻ ቦታ የለም", "መጫወቻ ቦታ"),
    "ka": ("ბავშვებისთვის სათამაშო მოედანი", "სათამაშო მოედანი გვინდა", "სათამაშო მოედანი"),
    "ko": ("마을에 놀이터 만들기", "아이들을 위한 놀이터", "놀이터"),
    "ja": ("子供のための公園がほしい", "公園と図書館", "公園"),
    "zh": ("希望有更多的公交车", "公交车晚上没有", "公交车"),
    "hi": ("गाँव में खेल का मैदान चाहिए", "बच्चों के लिए मैदान", "मैदान"),
}
"""Two wishes in each language, and what both want."""
LIBRARY = {
    "th": "ห้องสมุดควรเปิดวันเสาร์",
    "bn": "শনিবার পাঠাগার খোলা থাকুক",
    "ta": "சனிக்கிழமை நூலகம் திறக்க",
    "pa": "ਲਾਇਬ੍ਰੇਰੀ ਸ਼ਨੀਵਾਰ ਖੁੱਲ੍ਹੇ",
    "he": "ספרייה פתוחה בשבת",
    "km": "បណ្ណាល័យបើកថ្ងៃសៅរ៍",
    "am": "ቤተ መጻሕፍት ቅዳሜ ይከፈት",
    "ka": "ბიბლიოთეკა შაბათს ღია",
    "ko": "토요일에 도서관 열기",
    "ja": "土曜日も図書室をあけて",
    "zh": "图书馆周末开放",
    "hi": "पुस्तकालय शनिवार को खुला",
}
"""A third wish in each, of something else."""


def counted(*texts) -> dict[str, int]:
    return {term.text: term.count for term in count_terms([(text, "de") for text in texts])}


@pytest.mark.parametrize("language", PLAYGROUND)
def test_what_two_people_want_is_one_whole_term(language):
    *texts, wanted = PLAYGROUND[language]

    terms = counted(*texts)

    assert terms[unicodedata.normalize("NFC", wanted)] == 2


@pytest.mark.parametrize("language", PLAYGROUND)
def test_every_term_is_as_somebody_wrote_it_and_begins_with_a_letter(language):
    *texts, _ = PLAYGROUND[language]
    written = unicodedata.normalize("NFC", " ".join([*texts, LIBRARY[language]]))

    terms = counted(*texts, LIBRARY[language])

    assert terms
    for term in terms:
        assert term in written
        assert term[0].isalpha()
        after = written[written.index(term) + len(term) :]
        assert not after or unicodedata.category(after[0])[0] != "M", "its last letter lost a mark"


@pytest.mark.parametrize("language", PLAYGROUND)
def test_language_follows_from_the_script(language):
    assert {language_of(text, "de") for text in PLAYGROUND[language][:2]} == {language}


@pytest.mark.parametrize("language", PLAYGROUND)
def test_wishes_for_the_same_find_each_other(language):
    *texts, _ = PLAYGROUND[language]
    topics = [*texts, LIBRARY[language]]
    scores = SimilarityScores()
    scores.update({f"t{i}": Topic((text, "de"), []) for i, text in enumerate(topics)})

    _, table = scores.table()

    assert table[0, 1] > max(table[0, 2], table[1, 2])


@pytest.mark.parametrize("language", PLAYGROUND)
def test_reasons_of_a_suggestion_are_whole_words(language):
    text, _, wanted = PLAYGROUND[language]
    board = [text, wanted, *LIBRARY.values()]
    topics = [
        {"id": f"t{i}", "title": text, "contributions": [{"id": f"c{i}", "text": text}]}
        for i, text in enumerate(board)
    ]

    found = [one for one in Suggester().suggest(topics) if one["topics"] == ["t0", "t1"]]

    words = [word for one in found for word in one["reason"]["words"]]
    assert words
    assert all(word in unicodedata.normalize("NFC", wanted) for word in words)


def test_pointed_and_plain_letters_count_together():
    assert counted("מִשְׂחָקִים", "משחקים", "משחקים") == {"משחקים": 3}
    assert counted("حَدِيقَة", "حديقة", "حديقة") == {"حديقة": 3}


def test_small_words_of_other_languages_are_no_terms():
    assert "และ" not in counted("บ้านและสวน")
    assert not {"के", "लिए", "और"} & set(counted("बच्चों के लिए और घर"))
    assert not {"の", "が", "は"} & set(counted("子供の公園が好き"))


def test_words_of_another_script_within_a_german_text_stay_whole():
    terms = counted("Ein สนามเด็กเล่น am Dorfplatz", "Ein Treffpunkt: 图书馆", "WiFi覆盖")

    assert {"สนาม", "Dorfplatz", "图书馆", "WiFi"} <= set(terms) | {
        word for term in terms for word in ("สนาม",) if term.startswith(word)
    }


def test_invisible_marks_between_words_change_nothing():
    plain = counted("Bus und Bahn", "Bus und Bahn")

    assert counted("\u2067Bus\u2069 und \u200eBahn", "Bus und\ufeff Bahn") == plain
    assert counted("សួនច្បារ\u200bកុមារ") == counted("សួនច្បារ កុមារ")


def test_two_letters_are_a_word_where_letters_are_syllables():
    assert counted("공원", "버스") == {"공원": 1, "버스": 1}
    assert counted("ቦታ") == {"ቦታ": 1}
    assert counted("घर") == {"घर": 1}
