"""What the worker process can do: functions from plain data to plain data, by name.

Each imports what it needs when it is first called: of the two processes that a server has, only
one ever loads the libraries for drawing.
"""

from functools import cache


def lay_out_cloud(payload: dict) -> dict:
    from facilitation.cloud.layout import lay_out
    from facilitation.language.words.terms import count_terms

    terms = count_terms([tuple(entry) for entry in payload["texts"]])
    return lay_out(terms, payload.get("previous"), width=payload["width"], height=payload["height"])


def draw_cloud(payload: dict) -> dict:
    from facilitation.cloud.pictures import cloud_png, cloud_svg

    cloud = payload["cloud"]
    return {"cloud.svg": cloud_svg(cloud), "cloud.png": cloud_png(cloud)}


def export(payload: dict) -> dict:
    from facilitation.exports import files

    return files(payload["harvest"], payload.get("cloud"), payload.get("language") or "de")


@cache
def _sorting_desk():
    from facilitation.language.suggesting.suggestions import Desk

    return Desk()


def suggest(payload: dict) -> list[dict]:
    """Suggestions for the sorting desk; what has not changed since the last call is kept."""
    return _sorting_desk().suggest(payload["topics"], payload.get("seats") or 8)


JOBS = {
    "cloud": lay_out_cloud,
    "cloud_files": draw_cloud,
    "export": export,
    "suggest": suggest,
}
