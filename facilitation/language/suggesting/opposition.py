"""Which way a text wants a thing to go, and whether two texts want the same thing to go two ways.

"Radweg ausbauen" and "Keine neuen Radwege" share much and must never be merged. What is found here
is no grammar: within what stands between two marks, a direction word speaks of the words beside it.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from facilitation.language.similarity.concepts import matters_of, root_of
from facilitation.language.similarity.features import units_of
from facilitation.language.words.compounds import parts_of
from facilitation.language.words.counting import Word, read_text
from facilitation.language.words.detection import language_of
from facilitation.language.words.lemmas import german_lemma, key_of
from facilitation.language.words.word_lists import listed

LISTS = Path(__file__).parent / "directions"
PRICE, SPEED = "cpreis", "ctempo"
OBJECTS = "cren"  # kinds of units that a direction can speak of
SPEED_TEXT = re.compile(r"(?i)(?:tempo\s*(\d{1,3}))|(\d{1,3})\s*-?(?:km/?h|stundenkilometer|mph)")
UP, DOWN, BAN, FREE = 1, -1, -2, 2
NO_LONGER = "mehr"  # after "nicht" or "kein", with no noun behind it
CONTESTED = 0.25  # of what two topics share


class Stance(NamedTuple):
    """`ways` has for each unit which way it should go, `by` the word that says so; `speeds` the
    speeds that are named, `unsure` the units whose "kein" may also tell of a lack."""

    ways: dict[str, int]
    by: dict[str, str]
    speeds: frozenset[str]
    unsure: frozenset[str]


class Contrary(NamedTuple):
    """What two topics want to go two ways: the unit, the words that say so in each, and whether
    that is certain enough to warn of it."""

    unit: str
    by: tuple[str, str]
    certain: bool = True


@lru_cache(maxsize=8_000)
def stance_of(text: str, screen: str | None) -> Stance:
    """Read which way a text wants things to go."""
    language = language_of(text, screen)
    ways, by, unsure = {}, {}, set()
    for segment in read_text(text, screen):
        reading = _Segment(segment, language, loud=text.rstrip().endswith("!"))
        for unit, (way, word) in reading.ways().items():
            if ways.setdefault(unit, way) * way < 0:
                ways[unit] = 0
            by.setdefault(unit, word)
            if reading.unsure:
                unsure.add(unit)
    speeds = {a or b for a, b in SPEED_TEXT.findall(text)}
    kept = {unit: way for unit, way in ways.items() if way}
    return Stance(kept, by, frozenset(speeds), frozenset(unsure))


def joined(stances: Iterable[Stance]) -> Stance:
    """Return the stance of several texts together: what most of them want."""
    sums, by, speeds, unsure = Counter(), {}, set(), set()
    for stance in stances:
        sums.update(stance.ways)
        for unit, word in stance.by.items():
            by.setdefault(unit, word)
        speeds |= stance.speeds
        unsure |= stance.unsure
    ways = {unit: max(BAN, min(FREE, total)) for unit, total in sums.items() if total}
    return Stance(ways, by, frozenset(speeds), frozenset(unsure))


def contrary(a: Stance, b: Stance, shared: list[str], weight_of) -> Contrary | None:
    """Return what two topics that share `shared` (the weightiest first) oppose each other in.

    None where they agree, or where too little of what they share is contested.
    """
    objects = [unit for unit in shared if unit[0] in OBJECTS]
    if not objects or not may_oppose(a, b):
        return None
    if a.speeds and b.speeds and not a.speeds & b.speeds:
        return Contrary(SPEED, (min(a.speeds, key=int), min(b.speeds, key=int)))
    if set(objects) - {PRICE} and _apart(a.ways.get(PRICE, 0), b.ways.get(PRICE, 0)):
        return Contrary(PRICE, (a.by[PRICE], b.by[PRICE]))
    against = [u for u in objects if _apart(a.ways.get(u, 0), b.ways.get(u, 0))]
    together = [u for u in objects if a.ways.get(u, 0) * b.ways.get(u, 0) > 0]
    lost, won, all = (sum(map(weight_of, units)) for units in (against, together, objects))
    if not against or lost <= won or lost < CONTESTED * all:
        return None
    certain = not any(unit in a.unsure | b.unsure for unit in against)
    return Contrary(against[0], (a.by[against[0]], b.by[against[0]]), certain)


def may_oppose(a: Stance, b: Stance) -> bool:
    """Whether it is worth looking closer: quick, because it is asked of thousands of pairs."""
    if a.speeds and b.speeds:
        return True
    return any(_apart(way, b.ways.get(unit, 0)) for unit, way in a.ways.items())


def _apart(a: int, b: int) -> bool:
    """Whether two ways oppose. To open a one-way street and to be against it do not."""
    return a * b < 0 and {a, b} != {FREE, DOWN}


class _Segment:
    """The words between two marks, and the direction they give to each other."""

    def __init__(self, words: tuple[Word, ...], language: str, *, loud: bool):
        self._words, self._language = words, language
        self._roles = _roles(words, language)
        self._scope = self._in_scope()
        firm = loud or {"up", "new"} & set(self._roles)
        self.unsure = "none" in self._roles and not firm

    def ways(self) -> dict[str, tuple[int, str]]:
        """Return way and word for each unit that a direction speaks of."""
        found, roles = {}, self._roles
        way = self._main_way()
        for i, word in enumerate(self._words):
            one = self._local_way(i) or (way if self._scope[i] else None)
            if one and "instead" in roles[:i]:
                one = -one[0], one[1]
            for unit in _heads(word, self._language) if one else ():
                if unit == PRICE or not roles[i]:
                    found.setdefault(unit, one)
        for i, role in enumerate(roles):
            if role in ("dear", "cheap"):
                way = (UP if role == "dear" else DOWN) * (-1 if "not" in roles[:i] else 1)
                found[PRICE] = way, self._words[i].form
        return found

    def _in_scope(self) -> list[bool]:
        """Say which words the segment's direction speaks of: not where, and not for whom."""
        scope, away, whom = [], False, False
        for i, (word, role) in enumerate(zip(self._words, self._roles, strict=True)):
            whom = whom or (role == "for" and i > 0) or role == "against"
            away = away or role == "place"
            scope.append(not away and not whom)
            if away and (word.noun or (self._language != "de" and word.term)):
                away = False
            if whom and role in ("up", "down", "ban", "free"):
                whom = False
        return scope

    def _local_way(self, i: int) -> tuple[int, str] | None:
        """Return the way that "gegen" gives to what follows, "für" to what goes before."""
        roles, words = self._roles, self._words
        for j in range(i - 1, max(-1, i - 4), -1):
            if roles[j] == "against":
                return DOWN, words[j].form
            if words[j].noun or roles[j]:
                break
        if set(roles) & {"up", "down", "ban", "free", "not", "none", "tax", "only"}:
            return None
        if "for" in roles[i:] and i < roles.index("for"):
            return UP, words[roles.index("for")].form
        return None

    def _main_way(self) -> tuple[int, str] | None:
        roles, words = self._roles, self._words
        if "only" in roles:
            return None
        if "tax" in roles:
            turned = {"down", "not"} & set(roles)
            return (UP if turned else DOWN), words[roles.index("tax")].form
        found = []
        for i, role in enumerate(roles):
            turned = {"not", "none"} & set(roles[:i])
            if role in ("much", "little") and i and roles[i - 1] == "too":
                way = DOWN if role == "much" else UP
            elif role in WAYS:
                way = -WAYS[role] if turned else WAYS[role]
            else:
                continue
            found.append((way, words[i].form))
        if not found and ("instead" in roles or roles[:1] == ["for"]):
            role = "instead" if "instead" in roles else "for"
            return UP, words[roles.index(role)].form
        if not found and "none" in roles:
            return DOWN, words[roles.index("none")].form
        return next((one for one in found if one[0] < 0), found[0] if found else None)


WAYS = {"up": UP, "down": DOWN, "ban": BAN, "free": FREE}


def _heads(word: Word, language: str) -> Iterable[str]:
    """Return the units that a direction can speak of: of a compound its last part alone."""
    units = [unit for unit in units_of(word, language) if unit[0] in OBJECTS]
    if language != "de" or word.run:
        return units
    matters = matters_of(word.form.casefold(), "de") or matters_of(word.key, "de")
    known = german_lemma(word.form) or german_lemma(word.form.lower())
    parts = parts_of(word.key if known else word.form.casefold())
    if matters or len(parts) < 2:
        return units
    head = {f"c{matter}" for matter in matters_of(parts[-1], "de")} | {f"r{root_of(parts[-1])}"}
    return [unit for unit in units if unit in head] or [u for u in units if u[0] == "r"]


def _roles(words: tuple[Word, ...], language: str) -> list[str]:
    """Return what each word says of a direction.

    "Fährt nicht mehr" and "kein Laden mehr" tell of what there is no longer, and ask for no less
    of it; "nicht mehr Poller" does.
    """
    roles = [role_of(word, language) for word in words]
    for i, word in enumerate(words):
        if word.form.casefold() != NO_LONGER or not {"not", "none"} & set(roles[:i]):
            continue
        if not any(following.noun for following in words[i + 1 : i + 2]):
            roles[i] = ""
            if roles[i - 1] == "not" and not WAYS.keys() & set(roles[i:]):
                roles[i - 1] = ""
    return roles


def role_of(word: Word, language: str) -> str:
    known = _list(language)
    role = known.get(word.form.casefold()) or ""
    if not role and len(word.key) > 3:
        role = known.get(word.key) or ""
    if not role and word.run:
        return next((role for said, role in known.items() if said in word.form), "")
    return role


@cache
def _list(language: str) -> dict[str, str]:
    found = {word: role for role, word in listed(LISTS / f"{language}.txt")}
    keys = {key_of(word, language): role for word, role in reversed(found.items())}
    return {**keys, **found}
