"""The wall's page, the QR codes, and the word cloud as a picture."""

import logging
import re
from io import BytesIO

import qrcode
import qrcode.image.svg
from flask import Blueprint, Response, abort, make_response, render_template, request

from facilitation.worker.process import WorkerFailed
from screens import wording
from screens.pages.bootstrap import bootstrap_data, chosen_language, is_console
from screens.services import services

log = logging.getLogger(__name__)

bp = Blueprint("wall", __name__)


LANGUAGE_COOKIE = "wall_language"
LANGUAGE_KEPT_S = 30 * 24 * 60 * 60


@bp.get("/wall")
def show():
    """The wall, in the language that was chosen for it: in the address, before, else German.

    The hall reads it, so the languages of this browser and of its phones do not count.
    """
    language = chosen_language(request, LANGUAGE_COOKIE) or wording.ORIGINAL
    bootstrap = bootstrap_data("wall", address=services().addresses.current, language=language)
    response = make_response(render_template("wall/show.html", bootstrap=bootstrap))
    if "language" in request.args:
        response.set_cookie(
            LANGUAGE_COOKIE, language, LANGUAGE_KEPT_S, path="/wall", samesite="Strict"
        )
    return response


@bp.get("/qr.svg")
def qr_svg():
    code = qrcode.make(_coded(), image_factory=qrcode.image.svg.SvgPathFillImage, border=2)
    return _picture(code.to_string(), "image/svg+xml")


@bp.get("/qr.png")
def qr_png():
    picture = BytesIO()
    qrcode.make(_coded(), border=2, box_size=12).save(picture, "PNG")
    return _picture(picture.getvalue(), "image/png")


def _picture(content: bytes, mimetype: str) -> Response:
    response = Response(content, mimetype=mimetype)
    if request.args.get("for") == "console" or "badge" in request.args:
        response.headers["Cache-Control"] = "no-store"
    return response


@bp.get("/cloud.svg")
def cloud_svg():
    return Response(_cloud_file("cloud.svg"), mimetype="image/svg+xml")


@bp.get("/cloud.png")
def cloud_png():
    return Response(_cloud_file("cloud.png"), mimetype="image/png")


def _coded() -> str:
    """Return what the QR code holds: the address of phones, or for consoles alone, a badge's or
    the consoles' own."""
    badge, address = request.args.get("badge"), services().addresses.current
    if request.args.get("for") != "console" and badge is None:
        return address
    if not is_console():
        abort(403)
    if badge is None:
        return services().console_address
    if not re.fullmatch(r"[a-z0-9]{1,32}", badge):
        abort(404)
    return f"{address}b/{badge}"


def _cloud_file(name: str) -> bytes:
    try:
        return services().cloud.files()[name]
    except WorkerFailed:
        log.exception("The word cloud could not be drawn")
        abort(503)
