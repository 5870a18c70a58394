"""The phone page: what the QR code opens, as a badge's owner, or on the shared kiosk tablet."""

from collections.abc import Callable

from flask import Blueprint, render_template

from screens.pages.bootstrap import boot


def phone_pages(address: Callable[[], str]) -> Blueprint:
    """Return the routes of the phone. `address` gives what the QR code holds."""
    bp = Blueprint("phone", __name__)

    @bp.get("/")
    def show():
        return render_template("phone/show.html", boot=boot("phone", address=address()))

    @bp.get("/b/<code>")
    def badge(code: str):
        """The phone page, as the owner of this badge; the socket says if nobody knows the code."""
        return render_template("phone/show.html", boot=boot("phone", address=address(), badge=code))

    @bp.get("/kiosk")
    def kiosk():
        return render_template("phone/show.html", boot=boot("phone", address=address(), kiosk=True))

    return bp
