"""Words that are too long for the cloud, shortened for showing."""

MAX_LETTERS = 40


def shortened(text: str) -> str:
    """Return a text of at most MAX_LETTERS characters, cut between two letters, marks kept."""
    if len(text) <= MAX_LETTERS:
        return text
    from icu4py.breakers import CharacterBreaker  # 10 MB: only where there is such a word

    ends = [end for _, end in CharacterBreaker(text, "en").segments() if end < MAX_LETTERS]
    return text[: max(ends, default=0)] + "…"
