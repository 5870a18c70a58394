"""What the word cloud of a workshop is made from: the texts that everybody may read."""

from facilitation.domain.state import WorkshopState

WIDTH, HEIGHT = 1920, 880
"""In pixels, the shape of the room that the wall has for it."""


def layout_job(state: WorkshopState, previous: dict | None) -> dict:
    """Return as plain data what a layout is made from; `previous` is the one to go on from."""
    return {"texts": shown_texts(state), "previous": previous, "width": WIDTH, "height": HEIGHT}


def shown_texts(state: WorkshopState) -> list[tuple[str, str | None]]:
    """Return text and language of every contribution that the whole hall may read."""
    shown = [
        said
        for said in state.contributions.values()
        if not said.withdrawn and any(state.topics[t].hidden is None for t in said.topics)
    ]
    return [(said.text, said.language) for said in sorted(shown, key=lambda said: said.n)]
