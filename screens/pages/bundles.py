"""The bundles of the screens, sent from memory: on the day, everybody asks for them at once."""

from functools import lru_cache
from mimetypes import guess_type
from pathlib import Path

from flask import Blueprint, Response, abort, request
from werkzeug.utils import safe_join

from screens.pages import assets

GZIP_BEGINS = b"\x1f\x8b"
CONTENT_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".woff2": "font/woff2",
}
"""Said here, since what a machine takes them for depends on what is installed on it."""
FOREVER = "public, max-age=31536000, immutable"

bp = Blueprint("bundles", __name__)


@bp.get("/static/built/<path:name>")
def built(name: str):
    """Send a bundle, gzipped where the browser takes that; its name changes with its contents."""
    takes_gzip = "gzip" in request.headers.get("Accept-Encoding", "")
    data = (_read(f"{name}.gz") if takes_gzip else None) or _read(name)
    if data is None:
        abort(404)
    response = Response(data, content_type=_content_type(name))
    if data[:2] == GZIP_BEGINS:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = FOREVER
    return response


@bp.get("/favicon.ico")
def favicon():
    """There is none; a browser that asks by itself shall not note an error."""
    return "", 204, {"Cache-Control": FOREVER}


@lru_cache(maxsize=64)
def _read(name: str) -> bytes | None:
    path = safe_join(str(assets.BUILT), name)
    return Path(path).read_bytes() if path and Path(path).is_file() else None


def _content_type(name: str) -> str:
    return CONTENT_TYPES.get(Path(name).suffix) or guess_type(name)[0] or "application/octet-stream"
