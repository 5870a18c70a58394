"""The phone page: what the QR code opens, as a badge's owner, or on the shared kiosk tablet."""

from flask import Blueprint, render_template, request

from screens.pages.bootstrap import bootstrap_data
from screens.services import services

bp = Blueprint("phone", __name__)


@bp.before_request
def count_visitor():
    services().visitors.came(request.remote_addr)


@bp.get("/")
def show():
    return _page()


@bp.get("/b/<code>")
def badge(code: str):
    """The phone page, as the owner of this badge; the socket says if nobody knows the code."""
    return _page(badge=code)


@bp.get("/kiosk")
def kiosk():
    return _page(kiosk=True)


def _page(**more) -> str:
    boot = bootstrap_data("phone", address=services().addresses.current, **more)
    return render_template("phone/show.html", boot=boot)
