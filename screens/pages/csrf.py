"""What changes something over HTTP must come from a page that this server made: CSRF tokens.

All of it is the console's; what phones do goes over the socket, which takes pages of the server's
own origin alone. A route that is added later is protected without asking for it.
"""

from collections.abc import Callable

from flask import Flask, abort, jsonify, request
from flask_wtf.csrf import CSRFError, CSRFProtect

from facilitation.domain.refusals import Invalid
from screens.pages.bootstrap import is_console, language_of
from screens.replies import refused

SAFE = {"GET", "HEAD", "OPTIONS"}
OF_A_PAGE = ("Origin", "Referer", "Sec-Fetch-Site")


def door(view: Callable) -> Callable:
    """Mark a route that lets somebody in, and judges for itself with `is_from_elsewhere`."""
    view.is_door = True
    return view


def protect(site: Flask) -> None:
    """Let nothing change but by a console's own page: 401 without its session, 400 with a sentence
    without its token (form field `csrf_token`, or header `X-CSRFToken`)."""
    site.config.update(WTF_CSRF_CHECK_DEFAULT=False, WTF_CSRF_TIME_LIMIT=None)
    csrf = CSRFProtect(site)

    @site.before_request
    def from_an_own_page():
        view = site.view_functions.get(request.endpoint)
        if request.method in SAFE or view is None or hasattr(view, "is_door"):
            return
        if not is_console():
            abort(401)
        if request.origin not in {None, request.host_url.rstrip("/")}:
            abort(400)
        csrf.protect()

    @site.errorhandler(CSRFError)
    def kindly(error: CSRFError):
        return jsonify(refused(Invalid("refusal.page_old"), language_of(request))), 400


def is_from_elsewhere(site: Flask) -> bool:
    """Whether a page that this server did not make sends this request.

    One that names no page at all comes from a program, which has nobody's session to ride on.
    """
    if not any(name in request.headers for name in OF_A_PAGE):
        return False
    try:
        site.extensions["csrf"].protect()
    except CSRFError:
        return True
    return False
