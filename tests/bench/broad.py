"""How well what is too broad is told from what is tangible: `python -m tests.bench.broad DIR`.

Reads DIR/concreteness_de.csv (short texts that five people judged; too broad is a mean of 0.6 or
less), DIR/titles_de.csv, and DIR/mergeset_*.csv, whose groups are mixed by twos and parted again.
"""

import csv
import random
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from facilitation.language.similarity.pairwise import pairwise_similarity
from facilitation.language.suggesting.breadth import text_breadth
from facilitation.language.suggesting.splits import split_in_two

MOST_WORDS, TOO_BROAD = 12, 0.6
CASES, LARGEST = 400, 5  # mixed topics of each family, contributions of each of their two halves
CATEGORIES = """
Umwelt, Digitalisierung, Bildung, Verkehr, Soziales, Kultur, Gesundheit,
Sport und Freizeit, Jugend und Familie, Wirtschaftsförderung, Stadtplanung, Ordnungswesen,
Bauwesen, Finanzverwaltung, Personalwesen, Natur- und Landschaftspflege, Abfallbeseitigung,
Schulverwaltung, Öffentlicher Nahverkehr, Wohnungswesen, Seniorenarbeit,
Kinder- und Jugendhilfe, Integration und Migration, Gleichstellung, Bürgerbeteiligung,
Tourismus, Brand- und Katastrophenschutz, Lebensmittelüberwachung, Veterinärwesen,
Kreisentwicklung, Klimaschutz und Energie, Wasserwirtschaft, Landwirtschaft, Forsten,
Denkmalpflege, Musikschulwesen, Erwachsenenbildung, Rechnungsprüfung,
Öffentlichkeitsarbeit, Rechtsangelegenheiten, Grünflächen, Straßenbau, Sozialplanung,
Pflege und Alter, Ehrenamt, Inklusion, Öffentliche Sicherheit, Bevölkerungsschutz,
Ausländerangelegenheiten, Nahversorgung, Leben im Alter, Zusammenleben,
Gesellschaftlicher Zusammenhalt, Demokratie, Arbeit und Beschäftigung, Mobilität,
Nachhaltigkeit, Familienpolitik, Schule und Bildung, Kunst und Kultur, Wohnen, Städtebau,
Hoch- und Tiefbau, Versorgung, Vereine, Landschaftsschutz, Kommunikation, Medien, Zukunft,
Gemeinschaft, Infrastruktur, Heimatpflege, Religion, Handel und Gewerbe, Europa,
Wissenschaft
"""


def main(folder: str) -> None:
    concrete, broad = [], []
    for row in read(Path(folder) / "concreteness_de.csv"):
        if int(row["n_words"]) <= MOST_WORDS:
            found = broad if float(row["mean_concreteness"]) <= TOO_BROAD else concrete
            found.append(text_breadth(row["text"], "de"))
    print(f"too broad, texts of up to {MOST_WORDS} words: AUC {auc(broad, concrete):.3f}")
    titles = [text_breadth(row["text"], "de") for row in read(Path(folder) / "titles_de.csv")]
    names = [text_breadth(name.strip(), "de") for name in CATEGORIES.split(",")]
    print(f"{len(names)} category names against {len(titles)} titles: AUC {auc(names, titles):.3f}")
    for path in sorted(Path(folder).glob("mergeset_*.csv")):
        right, count = parted(read(path))
        print(f"{path.stem}: parted in two exactly right {right / count:.3f} of {count}")


def read(path: Path) -> list[dict]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def auc(high: list[float], low: list[float]) -> float:
    """Return how often one of `high` is above one of `low`; ties count half."""
    wins = sum((a > b) + 0.5 * (a == b) for a in high for b in low)
    return wins / (len(high) * len(low))


def parted(rows: list[dict]) -> tuple[int, int]:
    """Mix the texts of two groups and part them; return how many come out right, of how many."""
    groups = defaultdict(list)
    for row in rows:
        if row["cluster"]:
            groups[row["cluster"]].append((row["text"], row.get("lang") or "de"))
    kept = [texts for _, texts in sorted(groups.items()) if len(texts) >= 2]
    chance, right = random.Random(4), 0
    pairs = list(combinations(kept, 2))
    cases = chance.sample(pairs, min(CASES, len(pairs)))
    for a, b in cases:
        halves = [chance.sample(one, min(len(one), LARGEST)) for one in (a, b)]
        order = list(range(len(halves[0]) + len(halves[1])))
        chance.shuffle(order)
        texts = [(halves[0] + halves[1])[i] for i in order]
        first = {place for place, i in enumerate(order) if i < len(halves[0])}
        groups = split_in_two(pairwise_similarity(texts)).groups
        right += first in [set(group) for group in groups]
    return right, len(cases)


if __name__ == "__main__":
    main(sys.argv[1])
