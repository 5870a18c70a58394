"""The main loop of the worker process: one job after the other until its parent is gone."""

import gc
import os
import socket
import sys

from facilitation.worker.frames import read_frame, write_frame
from facilitation.worker.jobs import JOBS


def main(port: int) -> None:
    """Connect to the parent, show the secret, do jobs, and end without a word with the parent."""
    gc.set_threshold(50_000, 20, 1_000)  # much is kept between jobs, hardly any of it in cycles
    try:
        with socket.create_connection(("127.0.0.1", port)) as connection:
            write_frame(connection, {"secret": os.environ["OPEN_SOZIAL_WORKER"]})
            while True:
                message = read_frame(connection)
                write_frame(connection, _answer(message))
    except (OSError, KeyboardInterrupt):
        return


def _answer(message: dict) -> dict:
    try:
        return {"result": JOBS[message["job"]](message["payload"])}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    main(int(sys.argv[1]))
