"""The wall's page, the join code, and the word cloud as a picture."""

import re
from collections.abc import Callable
from io import BytesIO

import qrcode
import qrcode.image.svg
from flask import Blueprint, Response, abort, render_template, request

from screens.pages.bootstrap import boot, is_console


def wall_pages(
    address: Callable[[], str], console_address: Callable[[], str], cloud_files: Callable[[], dict]
) -> Blueprint:
    """Return the routes of the wall. The join codes for consoles and badges are for consoles."""
    bp = Blueprint("wall", __name__)

    @bp.get("/wall")
    def show():
        return render_template(
            "wall/show.html", boot=boot("wall", address=address(), language="de")
        )

    def wanted() -> str:
        badge = request.args.get("badge")
        if request.args.get("for") != "console" and badge is None:
            return address()
        if not is_console():
            abort(403)
        if badge is None:
            return console_address()
        if not re.fullmatch(r"[a-z0-9]{1,32}", badge):
            abort(404)
        return f"{address()}b/{badge}"

    @bp.get("/qr.svg")
    def qr_svg():
        code = qrcode.make(wanted(), image_factory=qrcode.image.svg.SvgPathFillImage, border=2)
        return Response(code.to_string(), mimetype="image/svg+xml")

    @bp.get("/qr.png")
    def qr_png():
        picture = BytesIO()
        qrcode.make(wanted(), border=2, box_size=12).save(picture, "PNG")
        return Response(picture.getvalue(), mimetype="image/png")

    @bp.get("/cloud.svg")
    def cloud_svg():
        return Response(cloud_files()["cloud.svg"], mimetype="image/svg+xml")

    @bp.get("/cloud.png")
    def cloud_png():
        return Response(cloud_files()["cloud.png"], mimetype="image/png")

    return bp
