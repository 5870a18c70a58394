"""What the worker process can do: functions from plain data to plain data, by name.

Each imports what it needs when it is first called: of the two processes that a server has, only
one ever loads the libraries for drawing.
"""

from functools import cache


def lay_out_cloud(payload: dict) -> dict:
    from facilitation.cloud.jobs import lay_out_texts

    return lay_out_texts(payload)


def draw_cloud(payload: dict) -> dict[str, bytes]:
    """The cloud of the texts in `payload` as files, not of a layout that may be older."""
    from facilitation.cloud.jobs import draw_layout, lay_out_texts

    return draw_layout(lay_out_texts(payload))


def export(payload: dict) -> bytes:
    """The whole export as a zip."""
    from facilitation.exports import files, zipped

    return zipped(files(payload))


@cache
def _suggester():
    from facilitation.language.suggesting.suggestions import Suggester

    return Suggester()


def suggest(payload: dict) -> list[dict]:
    """Suggestions for the sorting desk; what has not changed since the last call is kept."""
    return _suggester().suggest(payload["topics"], payload.get("seats") or 8)


JOBS = {
    "cloud": lay_out_cloud,
    "cloud_files": draw_cloud,
    "export": export,
    "suggest": suggest,
}
