"""What a text wants more or less of, and whether two texts want the opposite of one thing.

"Radweg ausbauen" and "Keine neuen Radwege" share much and must never be merged. This is no grammar:
between two punctuation marks, a direction word is taken to apply to the words beside it.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from facilitation.language.similarity.concepts import concepts_of, root_of
from facilitation.language.similarity.features import features_of
from facilitation.language.words.analysis import Word, analyse_text
from facilitation.language.words.compounds import split_compound
from facilitation.language.words.detection import language_of
from facilitation.language.words.lemmas import german_lemma, key_of
from facilitation.language.words.word_lists import read_word_list

LISTS = Path(__file__).parent / "directions"
PRICE, SPEED = "cpreis", "ctempo"
OBJECT_KINDS = "cren"  # kinds of features that can have a direction
SPEED_TEXT = re.compile(r"(?i)(?:tempo\s*(\d{1,3}))|(\d{1,3})\s*-?(?:km/?h|stundenkilometer|mph)")
UP, DOWN, BAN, ALLOW = 1, -1, -2, 2
MEHR = "mehr"  # after "nicht" or "kein", with no noun behind it
MIN_OPPOSED_SHARE = 0.25  # of what two topics share


class Stance(NamedTuple):
    """What a text wants. `directions` has UP, DOWN, BAN or ALLOW for each feature, `by` the word
    that says so; `speeds` the speed limits that are named; `uncertain` the features whose "kein"
    may also complain of a lack."""

    directions: dict[str, int]
    by: dict[str, str]
    speeds: frozenset[str]
    uncertain: frozenset[str]


class Opposition(NamedTuple):
    """The feature that two topics want the opposite of, the words that say so in each, and whether
    that is certain enough to warn of it."""

    feature: str
    by: tuple[str, str]
    certain: bool = True


@lru_cache(maxsize=8_000)
def stance_of(text: str, screen_language: str | None) -> Stance:
    """Return what a text wants more or less of."""
    language = language_of(text, screen_language)
    directions, by, uncertain = {}, {}, set()
    for segment in analyse_text(text, screen_language):
        reading = _Segment(segment, language, loud=text.rstrip().endswith("!"))
        for feature, (direction, word) in reading.directions().items():
            if directions.setdefault(feature, direction) * direction < 0:
                directions[feature] = 0
            by.setdefault(feature, word)
            if reading.uncertain:
                uncertain.add(feature)
    speeds = {a or b for a, b in SPEED_TEXT.findall(text)}
    kept = {feature: direction for feature, direction in directions.items() if direction}
    return Stance(kept, by, frozenset(speeds), frozenset(uncertain))


def combine_stances(stances: Iterable[Stance]) -> Stance:
    """Return the stance of several texts together: what most of them want."""
    sums, by, speeds, uncertain = Counter(), {}, set(), set()
    for stance in stances:
        sums.update(stance.directions)
        for feature, word in stance.by.items():
            by.setdefault(feature, word)
        speeds |= stance.speeds
        uncertain |= stance.uncertain
    directions = {feature: max(BAN, min(ALLOW, total)) for feature, total in sums.items() if total}
    return Stance(directions, by, frozenset(speeds), frozenset(uncertain))


def find_opposition(a: Stance, b: Stance, shared: list[str], weight_of) -> Opposition | None:
    """Return in what two topics with the features `shared` (most weight first) are opposed.

    None where they agree, or where too little of what they share is opposed.
    """
    objects = [feature for feature in shared if feature[0] in OBJECT_KINDS]
    if not objects or not may_oppose(a, b):
        return None
    if a.speeds and b.speeds and not a.speeds & b.speeds:
        return Opposition(SPEED, (min(a.speeds, key=int), min(b.speeds, key=int)))
    if set(objects) - {PRICE} and _oppose(a.directions.get(PRICE, 0), b.directions.get(PRICE, 0)):
        return Opposition(PRICE, (a.by[PRICE], b.by[PRICE]))
    against = [u for u in objects if _oppose(a.directions.get(u, 0), b.directions.get(u, 0))]
    together = [u for u in objects if a.directions.get(u, 0) * b.directions.get(u, 0) > 0]
    opposed, agreed, total = (sum(map(weight_of, one)) for one in (against, together, objects))
    if not against or opposed <= agreed or opposed < MIN_OPPOSED_SHARE * total:
        return None
    certain = not any(feature in a.uncertain | b.uncertain for feature in against)
    return Opposition(against[0], (a.by[against[0]], b.by[against[0]]), certain)


def may_oppose(a: Stance, b: Stance) -> bool:
    """Whether two stances may be opposed; quick, because thousands of pairs are checked."""
    if a.speeds and b.speeds:
        return True
    return any(_oppose(way, b.directions.get(feature, 0)) for feature, way in a.directions.items())


def _oppose(a: int, b: int) -> bool:
    """Whether two directions oppose. To allow a thing and to want less of it do not."""
    return a * b < 0 and {a, b} != {ALLOW, DOWN}


class _Segment:
    """The words between two punctuation marks, and the directions they give to each other."""

    def __init__(self, words: tuple[Word, ...], language: str, *, loud: bool):
        self._words, self._language = words, language
        self._roles = _roles(words, language)
        self._scope = self._in_scope()
        firm = loud or {"up", "new"} & set(self._roles)
        self.uncertain = "none" in self._roles and not firm

    def directions(self) -> dict[str, tuple[int, str]]:
        """Return the direction of each feature that has one, and the word that gives it."""
        found, roles = {}, self._roles
        direction = self._main_direction()
        for i, word in enumerate(self._words):
            one = self._local_direction(i) or (direction if self._scope[i] else None)
            if one and "instead" in roles[:i]:
                one = -one[0], one[1]
            for feature in _directed_features(word, self._language) if one else ():
                if feature == PRICE or not roles[i]:
                    found.setdefault(feature, one)
        for i, role in enumerate(roles):
            if role in ("dear", "cheap"):
                direction = (UP if role == "dear" else DOWN) * (-1 if "not" in roles[:i] else 1)
                found[PRICE] = direction, self._words[i].form
        return found

    def _in_scope(self) -> list[bool]:
        """Return which words the segment's direction applies to: not a place, and not for whom."""
        scope, away, whom = [], False, False
        for i, (word, role) in enumerate(zip(self._words, self._roles, strict=True)):
            whom = whom or (role == "for" and i > 0) or role == "against"
            away = away or role == "place"
            scope.append(not away and not whom)
            if away and (word.is_noun or (self._language != "de" and word.is_term)):
                away = False
            if whom and role in ("up", "down", "ban", "free"):
                whom = False
        return scope

    def _local_direction(self, i: int) -> tuple[int, str] | None:
        """Return the direction that "gegen" gives to what follows, "für" to what goes before."""
        roles, words = self._roles, self._words
        for j in range(i - 1, max(-1, i - 4), -1):
            if roles[j] == "against":
                return DOWN, words[j].form
            if words[j].is_noun or roles[j]:
                break
        if set(roles) & {"up", "down", "ban", "free", "not", "none", "tax", "only"}:
            return None
        if "for" in roles[i:] and i < roles.index("for"):
            return UP, words[roles.index("for")].form
        return None

    def _main_direction(self) -> tuple[int, str] | None:
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
                direction = DOWN if role == "much" else UP
            elif role in DIRECTIONS:
                direction = -DIRECTIONS[role] if turned else DIRECTIONS[role]
            else:
                continue
            found.append((direction, words[i].form))
        if not found and ("instead" in roles or roles[:1] == ["for"]):
            role = "instead" if "instead" in roles else "for"
            return UP, words[roles.index(role)].form
        if not found and "none" in roles:
            return DOWN, words[roles.index("none")].form
        return next((one for one in found if one[0] < 0), found[0] if found else None)


DIRECTIONS = {"up": UP, "down": DOWN, "ban": BAN, "free": ALLOW}


def _directed_features(word: Word, language: str) -> Iterable[str]:
    """Return the features that can have a direction: of a compound, those of its last part."""
    features = [feature for feature in features_of(word, language) if feature[0] in OBJECT_KINDS]
    if language != "de" or word.is_unspaced:
        return features
    own = concepts_of(word.form.casefold(), "de") or concepts_of(word.key, "de")
    known = german_lemma(word.form) or german_lemma(word.form.lower())
    parts = split_compound(word.key if known else word.form.casefold())
    if own or len(parts) < 2:
        return features
    head = {f"c{concept}" for concept in concepts_of(parts[-1], "de")}
    head.add(f"r{root_of(parts[-1])}")
    roots = [feature for feature in features if feature[0] == "r"]
    return [feature for feature in features if feature in head] or roots


def _roles(words: tuple[Word, ...], language: str) -> list[str]:
    """Return the role of each word, "" where it has none.

    "Fährt nicht mehr" and "kein Laden mehr" say that something is gone, and do not ask for less of
    it; "nicht mehr Poller" does.
    """
    roles = [role_of(word, language) for word in words]
    for i, word in enumerate(words):
        if word.form.casefold() != MEHR or not {"not", "none"} & set(roles[:i]):
            continue
        if not any(following.is_noun for following in words[i + 1 : i + 2]):
            roles[i] = ""
            if roles[i - 1] == "not" and not DIRECTIONS.keys() & set(roles[i:]):
                roles[i - 1] = ""
    return roles


def role_of(word: Word, language: str) -> str:
    known = _list(language)
    role = known.get(word.form.casefold()) or ""
    if not role and len(word.key) > 3:
        role = known.get(word.key) or ""
    if not role and word.is_unspaced:
        return next((role for said, role in known.items() if said in word.form), "")
    return role


@cache
def _list(language: str) -> dict[str, str]:
    found = {word: role for role, word in read_word_list(LISTS / f"{language}.txt")}
    keys = {key_of(word, language): role for word, role in reversed(found.items())}
    return {**keys, **found}
