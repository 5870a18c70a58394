"""The child of worker.py: does one job after the other until its parent goes."""

import gc
import os
import socket
import sys
from functools import cache

from facilitation.worker.process import read_frame, write_frame


def draw_cloud(payload: dict) -> dict:
    from facilitation.cloud.layout import lay_out
    from facilitation.language.words.terms import count_terms

    terms = count_terms([tuple(entry) for entry in payload["texts"]])
    return lay_out(terms, payload.get("previous"), width=payload["width"], height=payload["height"])


def cloud_files(payload: dict) -> dict:
    from facilitation.cloud.pictures import cloud_png, cloud_svg

    cloud = payload["cloud"]
    return {"cloud.svg": cloud_svg(cloud), "cloud.png": cloud_png(cloud)}


def export(payload: dict) -> dict:
    from facilitation.exports import files

    return files(payload["harvest"], payload.get("cloud"), payload.get("language") or "de")


@cache
def desk():
    from facilitation.language.suggesting.suggestions import Desk

    return Desk()


def suggest(payload: dict) -> list[dict]:
    """Suggestions for the sorting desk; what has not changed since the last call is kept."""
    return desk().suggest(payload["topics"], payload.get("seats") or 8)


JOBS = {"cloud": draw_cloud, "cloud_files": cloud_files, "export": export, "suggest": suggest}


def main(port: int) -> None:
    """Connect to the parent, show the secret, work, and end quietly when the parent is gone."""
    gc.set_threshold(50_000, 20, 1_000)  # much is kept between jobs, hardly any of it in cycles
    try:
        with socket.create_connection(("127.0.0.1", port)) as link:
            write_frame(link, {"secret": os.environ["OPEN_SOZIAL_WORKER"]})
            while True:
                message = read_frame(link)
                try:
                    answer = {"result": JOBS[message["job"]](message["payload"])}
                except Exception as error:
                    answer = {"error": f"{type(error).__name__}: {error}"}
                write_frame(link, answer)
    except (OSError, KeyboardInterrupt):
        return


if __name__ == "__main__":
    main(int(sys.argv[1]))
