"""How a topic whose contributions are about different things could be split."""

from typing import NamedTuple

import numpy as np

MAX_EXHAUSTIVE = 11  # contributions; up to here every split in two is tried
MAX_TITLE_LETTERS = 70  # of a contribution that can be a title as it is
NEAREST_SHARE = 0.25  # what the nearest one counts, beside the mean of all
MIN_SEPARATION = 0.12  # of parts that are worth a suggestion
MIN_CONTRIBUTIONS = 4  # contributions of a topic that may be mixed


class Partition(NamedTuple):
    """Groups of indices, and how much more similar they are within than between (0 to 1)."""

    groups: list[list[int]]
    separation: float


def split_in_two(similarity: np.ndarray) -> Partition:
    """Split texts into two groups by a table of similarities, 0 to 1."""
    number = len(similarity)
    if number < 2:
        return Partition([list(range(number))], 0.0)
    masks = _all_masks(number) if number <= MAX_EXHAUSTIVE else _agglomerated_masks(similarity)
    scores = [_separation(similarity, mask) for mask in masks]
    best = masks[int(np.argmax(scores))]
    groups = [np.flatnonzero(best).tolist(), np.flatnonzero(~best).tolist()]
    return Partition(sorted(groups), float(max(scores)))


def split(similarity: np.ndarray, most: int = 5) -> Partition:
    """Split texts into two or more groups, as long as a group is clearly separable again."""
    first = split_in_two(similarity)
    groups, separation = first.groups, first.separation
    while len(groups) < most:
        tries = [
            (split_in_two(similarity[np.ix_(group, group)]), group)
            for group in groups
            if len(group) >= MIN_CONTRIBUTIONS
        ]
        further = [(one, group) for one, group in tries if is_firm(one)]
        if not further:
            break
        one, group = max(further, key=lambda pair: (pair[0].separation, pair[1]))
        groups.remove(group)
        groups += [[group[i] for i in indices] for indices in one.groups]
    return Partition(sorted(groups), separation)


def is_firm(partition: Partition) -> bool:
    """Whether the groups are separate enough, and none of them is a single text."""
    is_separate = partition.separation >= MIN_SEPARATION
    return is_separate and all(len(group) >= 2 for group in partition.groups)


def title_of(texts: list[str], similarity: np.ndarray) -> str:
    """Propose a title: the short contribution that is most similar to the others."""
    if not texts:
        return ""
    central = similarity.sum(axis=1)
    short = [
        i for i, text in enumerate(texts) if len(text) <= MAX_TITLE_LETTERS and "\n" not in text
    ]
    if short:
        best = max(short, key=lambda i: (round(float(central[i]), 6), -len(texts[i]), texts[i]))
        return texts[best]
    text = " ".join(texts[int(np.argmax(central))].split())
    return text[:MAX_TITLE_LETTERS].rsplit(" ", 1)[0] + " …"


def _separation(similarity: np.ndarray, mask: np.ndarray) -> float:
    """Return how much more similar each text is to its own group than to the other, on average.

    A group of one counts as similarity 0 within.
    """
    total = 0.0
    for own, other in ((mask, ~mask), (~mask, mask)):
        size = int(own.sum())
        within, between = similarity[np.ix_(own, own)], similarity[np.ix_(own, other)]
        if size > 1:
            mean = within.sum(axis=1) / (size - 1)
            total += float(((1 - NEAREST_SHARE) * mean + NEAREST_SHARE * within.max(axis=1)).sum())
        mean = between.mean(axis=1)
        total -= float(((1 - NEAREST_SHARE) * mean + NEAREST_SHARE * between.max(axis=1)).sum())
    return total / len(similarity)


def _all_masks(number: int) -> list[np.ndarray]:
    return [
        np.array([True, *(bits >> i & 1 == 1 for i in range(number - 1))])
        for bits in range(2 ** (number - 1) - 1)
    ]


def _agglomerated_masks(similarity: np.ndarray) -> list[np.ndarray]:
    """Return the splits that are left after joining the most similar groups, down to four."""
    groups = [[i] for i in range(len(similarity))]
    while len(groups) > 4:
        pairs = [(i, j) for i in range(len(groups)) for j in range(i)]
        i, j = max(pairs, key=lambda pair: _mean(similarity, groups[pair[0]], groups[pair[1]]))
        groups[j] += groups.pop(i)
    found = []
    for bits in range(2 ** (len(groups) - 1) - 1):
        mask = np.zeros(len(similarity), bool)
        mask[groups[0]] = True
        for i, group in enumerate(groups[1:]):
            mask[group] = bits >> i & 1 == 1
        found.append(mask)
    return found


def _mean(similarity: np.ndarray, a: list[int], b: list[int]) -> float:
    return float(similarity[np.ix_(a, b)].mean())
