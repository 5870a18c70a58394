import pytest

from facilitation.language.similarity.scores import Topic
from facilitation.language.suggesting.opposition import combine_stances, find_opposition, stance_of


def opposed(a: str, b: str, language: str = "de") -> bool:
    """Whether two texts are found opposed, and certainly so, either way round."""
    shared = sorted(Topic((a, language), []).features & Topic((b, language), []).features)
    found = [
        find_opposition(stance_of(x, language), stance_of(y, language), shared, lambda feature: 1.0)
        for x, y in ((a, b), (b, a))
    ]
    assert (found[0] is None) == (found[1] is None)
    return found[0] is not None and found[0].certain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mehr Spielstraßen", "Weniger Spielstraßen"),
        ("Biergarten erlauben", "Biergarten verbieten"),
        ("Die Turnhalle ausbauen", "Turnhalle abreißen"),
        ("Hundesteuer einführen", "Hundesteuer abschaffen"),
        ("Für den Windpark", "Gegen den Windpark"),
        ("Keine neuen Windräder!", "Mehr Windräder"),
        ("Den Wochenmarkt nicht ausbauen", "Wochenmarkt ausbauen"),
        ("Tempo 30 in der Lindenstraße", "Tempo 50 in der Lindenstraße"),
        ("Bus und Bahn kostenlos", "Bus und Bahn müssen teurer werden"),
        ("Zu viele Parkplätze", "Zu wenig Parkplätze"),
        ("Parkbänke statt Poller", "Poller ausbauen"),
        ("Den Wochenmarkt nicht mehr fördern", "Wochenmarkt fördern"),
        ("Nicht mehr Poller!", "Mehr Poller"),
    ],
)
def test_opposite_demands_are_found(one, other):
    assert opposed(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fehlende Parkbänke", "Mehr Parkbänke"),
        ("Zu wenig Parkbänke", "Mehr Parkbänke"),
        ("Böller verbieten", "Keine Böller mehr"),
        ("Bücherbus", "Bücherbus"),
        ("Mehr Bänke im Kurpark", "Weniger Müll im Kurpark"),
        ("Tempo 30 am Markt", "Tempo 30 am Bahnhof"),
        ("Feldweg freigeben", "Gegen die Sperrung"),
        ("Laubbläser verbieten", "Laubbläser abschaffen"),
        ("Der Bus fährt abends nicht mehr", "Mehr Busse am Abend"),
        ("Es fährt kein Bus mehr nach Emmerich", "Mehr Busse nach Emmerich"),
        ("Hier gibt es keinen Laden mehr", "Mehr Läden im Ort"),
        ("Den Bus gibt es nicht mehr", "Den Bus behalten"),
        ("", "Mehr Bänke"),
    ],
)
def test_demands_that_go_together_are_not_opposed(one, other):
    assert not opposed(one, other)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("More benches in the park", "Fewer benches in the park", "en"),
        ("Ban fireworks", "Allow fireworks", "en"),
        ("Запретить фейерверки", "Разрешить фейерверки", "ru"),
    ],
)
def test_opposite_demands_are_found_in_other_languages(one, other, language):
    assert opposed(one, other, language)


def test_kein_alone_may_tell_of_a_lack_and_is_never_certain():
    assert not opposed("Kein Spielplatz in der Südstadt", "Spielplatz bauen")


def test_stances_that_cancel_out_are_none():
    both = combine_stances([stance_of("Mehr Poller", "de"), stance_of("Weniger Poller", "de")])

    assert both.directions == {}
