"""The word cloud as a browser draws it: no words overlap, none are promised that never come."""

from pathlib import Path

from playwright.sync_api import expect

TEXTS = {
    "Busverbindung am Abend": 3,
    "Pflegeplätze": 2,
    "ความสุขของชุมชน": 3,
    "সবার জন্য বাগান": 2,
    "நூலகம் வேண்டும்": 3,
    "حديقة للجميع": 3,
    "ਬਜ਼ੁਰਗਾਂ ਦੀ ਮਦਦ": 2,
    "שָׁלוֹם לְכֻלָּם": 2,
    "図書館が欲しい": 2,
}
OVERLAPPING = (Path(__file__).parent / "overlapping.js").read_text(encoding="utf-8")
AT_REST = "() => document.getAnimations().every(({ playState }) => playState !== 'running')"
WIDER_FONT = """addEventListener("DOMContentLoaded", () => {
    document.documentElement.style.setProperty("--font", "'DejaVu Sans Mono', monospace");
    document.documentElement.style.setProperty("--cloud-weight", "900");
});"""


def open_wall(hall, script: str = ""):
    page = hall.page()
    page.add_init_script(script)
    page.goto(f"{hall.server.url}/wall")
    return page


def test_words_stay_apart_in_every_script_and_in_a_wider_font(hall):
    texts = [text for text, times in TEXTS.items() for _ in range(times)]
    texts += [f"Anliegen{n} Nachbarschaftstreffpunkt{n}" for n in range(12)]
    hall.topics(*texts)
    for script in ("", WIDER_FONT):
        page = open_wall(hall, script)
        page.wait_for_function("() => document.querySelectorAll('.word').length > 20")
        page.wait_for_function(AT_REST)
        assert page.evaluate(OVERLAPPING) == []


def test_words_without_a_place_are_counted(hall):
    hall.topics(*(f"Einzelwort{n:03d}" for n in range(90)))
    page = open_wall(hall)
    page.wait_for_function("() => document.querySelectorAll('.word').length > 40")
    drawn = page.locator(".word").count()
    expect(page.locator(".foot-line .more")).to_have_text(f"… und {90 - drawn} weitere Wörter")


def test_wall_promises_no_words_where_none_will_come(hall):
    hall.topics("und", "aber wir", "das ist so")
    page = open_wall(hall)
    expect(page.locator(".frame-cloud")).to_contain_text("3 Beiträge")
    expect(page.locator(".frame-cloud")).to_contain_text("Die ersten Beiträge sind da.")
    expect(page.locator(".frame-cloud")).not_to_contain_text("Gleich")
