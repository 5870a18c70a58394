"""How a topic whose contributions speak of different things could be parted."""

from typing import NamedTuple

import numpy as np

EXHAUSTIVE = 11  # contributions up to which every way to part them in two is looked at
LONGEST_TITLE = 70  # letters of a contribution that can be a title as it is
PAIRED = 0.25  # how much the best of one's likenesses counts beside their mean
FIRM = 0.12  # by how much the parts must be more alike within than between to be worth a suggestion
LEAST = 4  # contributions of a topic that may be mixed


class Parting(NamedTuple):
    """Groups of indices, and how much more alike they are within than between (0 to 1)."""

    groups: list[list[int]]
    clearness: float


def part_in_two(alike: np.ndarray) -> Parting:
    """Part things into two groups by a table of how alike each two are, 0 to 1."""
    number = len(alike)
    if number < 2:
        return Parting([list(range(number))], 0.0)
    masks = _all_masks(number) if number <= EXHAUSTIVE else _grown_masks(alike)
    scores = [_clearness(alike, mask) for mask in masks]
    best = masks[int(np.argmax(scores))]
    groups = [np.flatnonzero(best).tolist(), np.flatnonzero(~best).tolist()]
    return Parting(sorted(groups), float(max(scores)))


def part(alike: np.ndarray, most: int = 5) -> Parting:
    """Part things into two or more groups: as long as a group is clearly two things again."""
    first = part_in_two(alike)
    groups, clearness = first.groups, first.clearness
    while len(groups) < most:
        tries = [
            (part_in_two(alike[np.ix_(group, group)]), group)
            for group in groups
            if len(group) >= LEAST
        ]
        further = [(one, group) for one, group in tries if one.clearness >= FIRM and _firm(one)]
        if not further:
            break
        one, group = max(further, key=lambda pair: (pair[0].clearness, pair[1]))
        groups.remove(group)
        groups += [[group[i] for i in part] for part in one.groups]
    return Parting(sorted(groups), clearness)


def _firm(parting: Parting) -> bool:
    return all(len(group) >= 2 for group in parting.groups)


def title_of(texts: list[str], alike: np.ndarray) -> str:
    """Propose a title: the contribution that speaks most for the rest, if short."""
    if not texts:
        return ""
    central = alike.sum(axis=1)
    able = [i for i, text in enumerate(texts) if len(text) <= LONGEST_TITLE and "\n" not in text]
    if able:
        return texts[
            max(able, key=lambda i: (round(float(central[i]), 6), -len(texts[i]), texts[i]))
        ]
    text = " ".join(texts[int(np.argmax(central))].split())
    return text[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def _clearness(alike: np.ndarray, mask: np.ndarray) -> float:
    """Return how much more alike each one is to its own group than to the other, on average.

    One that stands alone has nothing of its own: it counts as likeness 0 within.
    """
    total = 0.0
    for own, other in ((mask, ~mask), (~mask, mask)):
        size = int(own.sum())
        within, between = alike[np.ix_(own, own)], alike[np.ix_(own, other)]
        if size > 1:
            mean = within.sum(axis=1) / (size - 1)
            total += float(((1 - PAIRED) * mean + PAIRED * within.max(axis=1)).sum())
        total -= float(((1 - PAIRED) * between.mean(axis=1) + PAIRED * between.max(axis=1)).sum())
    return total / len(alike)


def _all_masks(number: int) -> list[np.ndarray]:
    return [
        np.array([True, *(bits >> i & 1 == 1 for i in range(number - 1))])
        for bits in range(2 ** (number - 1) - 1)
    ]


def _grown_masks(alike: np.ndarray) -> list[np.ndarray]:
    """Give the ways that joining the most alike groups step by step leaves at its end."""
    groups = [[i] for i in range(len(alike))]
    while len(groups) > 4:
        pairs = [(i, j) for i in range(len(groups)) for j in range(i)]
        i, j = max(pairs, key=lambda pair: _mean(alike, groups[pair[0]], groups[pair[1]]))
        groups[j] += groups.pop(i)
    found = []
    for bits in range(2 ** (len(groups) - 1) - 1):
        mask = np.zeros(len(alike), bool)
        mask[groups[0]] = True
        for i, group in enumerate(groups[1:]):
            mask[group] = bits >> i & 1 == 1
        found.append(mask)
    return found


def _mean(alike: np.ndarray, a: list[int], b: list[int]) -> float:
    return float(alike[np.ix_(a, b)].mean())
