"""The phone page: what the QR code opens, as a badge's owner, or on the shared kiosk tablet."""

from flask import Blueprint, Response, make_response, render_template, request

from screens.pages.bootstrap import bootstrap_data
from screens.pages.headers import content_security_policy
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


@bp.get("/c/<code>")
def carried(code: str):
    """The phone page, as the people whom a carry code or move code leads on to this browser.

    The page gets their tokens, the sender's first; none for a code that nobody has.
    """
    workshop = services().workshop
    people = [workshop.state.participants[id] for id in services().move_codes.redeem(code)]
    people = people or workshop.carried_by(code.strip().lower())
    response = make_response(_page(carried=[person.token for person in people]))
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.get("/kiosk")
def kiosk():
    return _page(kiosk=True)


@bp.after_request
def allow_own_addresses(response: Response) -> Response:
    """Let a phone find out whether it reaches the laptop at its other addresses, too."""
    response.headers["Content-Security-Policy"] = content_security_policy(services().addresses.all)
    return response


def _page(**more) -> str:
    addresses = services().addresses
    bootstrap = bootstrap_data("phone", address=addresses.current, addresses=addresses.all, **more)
    return render_template("phone/show.html", bootstrap=bootstrap)
