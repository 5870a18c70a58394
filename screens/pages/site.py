"""The Flask application: the three screens' pages, and what they share."""

import gzip
import hashlib
from collections.abc import Callable
from datetime import timedelta
from functools import lru_cache
from mimetypes import guess_type
from pathlib import Path

from flask import Flask, Response, abort, jsonify, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.utils import safe_join

from facilitation.workshop import Workshop
from screens import wording
from screens.console.pages import console_pages
from screens.limits.key_check import Knocks
from screens.network.addresses import Addresses
from screens.network.doctor import Finding, Visitors
from screens.pages import assets
from screens.pages.bootstrap import language_of
from screens.pages.csrf import protect
from screens.phone.pages import phone_pages
from screens.wall.pages import wall_pages
from screens.wire.connections import Live

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; connect-src 'self'; img-src 'self' data:; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}
FOR_FILES = {"X-Content-Type-Options", "Cross-Origin-Resource-Policy"}
"""What scripts, styles and fonts need of them; the rest concerns pages, and costs air time."""
GZIP_FROM_BYTES = 1_000
GZIP_BEGINS = b"\x1f\x8b"
KINDS = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".woff2": "font/woff2",
}
"""Said here, since what a machine takes them for depends on what is installed on it."""
FOREVER = "public, max-age=31536000, immutable"


def make_site(key: str) -> Flask:
    """Return the bare application; its sessions outlive a restart, as long as the key does."""
    site = Flask("open-sozial", root_path=str(assets.STATIC.parent), static_folder=None)
    site.config.update(
        SECRET_KEY=hashlib.sha256(f"session {key}".encode()).digest(),
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_NAME="console",
        PERMANENT_SESSION_LIFETIME=timedelta(days=7),
        MAX_CONTENT_LENGTH=1_000_000,
    )
    site.json.ensure_ascii = False
    site.jinja_env.globals.update(built=assets.built, say=wording.say)
    return site


def furnish(
    site: Flask,
    *,
    workshop: Workshop,
    live: Live,
    key: str,
    knocks: Knocks,
    addresses: Addresses,
    cloud_files: Callable[[], dict[str, bytes]],
    downloads: dict[str, Callable[[str], bytes]],
    visitors: Visitors,
    doctor: Callable[[], list[Finding]],
) -> None:
    """Mount the three screens. What phones open may be chosen anew at any time."""

    def address() -> str:
        return addresses.current

    def console_address() -> str:
        return f"{addresses.current}console?key={key}"

    site.register_blueprint(phone_pages(address))
    site.register_blueprint(wall_pages(address, console_address, cloud_files))
    site.register_blueprint(
        console_pages(
            workshop=workshop,
            addresses=addresses,
            console_address=console_address,
            knocks=knocks,
            downloads=downloads,
            visitors=visitors,
            doctor=doctor,
        )
    )

    @site.before_request
    def notice_visitors():
        if request.blueprint == "phone":
            visitors.came(request.remote_addr)

    _add_shared_routes(site, workshop, live)
    _add_manners(site)
    protect(site)


def console_session(site: Flask) -> Callable[[dict], str | None]:
    """Return how to know the console session, if any, of the request behind a WSGI environ."""

    def of(environ: dict) -> str | None:
        session = site.session_interface.open_session(site, site.request_class(environ))
        return (session or {}).get("console")

    return of


def _add_shared_routes(site: Flask, workshop: Workshop, live: Live) -> None:
    @site.get("/favicon.ico")
    def favicon():
        """There is none; a browser that asks by itself shall not note an error."""
        return "", 204, {"Cache-Control": FOREVER}

    @site.get("/health")
    def health():
        state = workshop.state
        return jsonify(
            ok=True,
            at=state.at,
            phase=state.phase,
            participants=len(state.participants),
            connected=live.connected,
        )

    @site.get("/wording/<language>/<screen>.json")
    def sentences(language: str, screen: str):
        if screen not in wording.PARTS or wording.known(language) != language:
            abort(404)
        return jsonify(
            language=language,
            dir=wording.direction(language),
            wording=wording.for_screen(screen, language),
        )

    @site.get("/static/built/<path:name>")
    def built(name: str):
        return _packed(name)


def _packed(name: str) -> Response:
    """Send a bundle, gzipped where the browser takes that; its name changes with its contents."""
    takes_gzip = "gzip" in request.headers.get("Accept-Encoding", "")
    data = (_bundle(f"{name}.gz") if takes_gzip else None) or _bundle(name)
    if data is None:
        abort(404)
    response = Response(data, content_type=_content_type(name))
    if data[:2] == GZIP_BEGINS:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = FOREVER
    return response


@lru_cache(maxsize=64)
def _bundle(name: str) -> bytes | None:
    """Return a file of the bundles, kept in memory: on the day, everybody asks for it at once."""
    path = safe_join(str(assets.BUILT), name)
    return Path(path).read_bytes() if path and Path(path).is_file() else None


def _content_type(name: str) -> str:
    return KINDS.get(Path(name).suffix) or guess_type(name)[0] or "application/octet-stream"


def _smaller(response: Response) -> Response:
    """Gzip a page or a catalogue for browsers that take that."""
    if (
        response.mimetype in {"text/html", "application/json", "image/svg+xml"}
        and "Content-Encoding" not in response.headers
        and "gzip" in request.headers.get("Accept-Encoding", "")
        and not response.direct_passthrough
        and len(response.get_data()) > GZIP_FROM_BYTES
    ):
        response.set_data(gzip.compress(response.get_data(), 9))
        response.headers["Content-Encoding"] = "gzip"
        response.vary.add("Accept-Encoding")
    return response


def _add_manners(site: Flask) -> None:
    @site.after_request
    def with_headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            if name in FOR_FILES or not request.path.startswith("/static/built/"):
                response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-cache")
        return _smaller(response)

    @site.errorhandler(HTTPException)
    def kindly(error: HTTPException):
        language = language_of(request)
        known = wording.say(f"page.error_{error.code}", language)
        sentence = known if not known.startswith("page.") else wording.say("page.error", language)
        page = render_template(
            "error.html",
            language=language,
            dir=wording.direction(language),
            sentence=sentence,
            to_console=error.code == 401,
        )
        return page, error.code
