"""CSRF tokens: what changes something over HTTP must come from a page that this server made.

All of it is the console's; what phones do goes over the socket, which takes pages of the server's
own origin alone. A route that is added later is protected without asking for it.
"""

from collections.abc import Callable

from flask import Flask, abort, current_app, jsonify, request
from flask_wtf.csrf import CSRFError, CSRFProtect

from facilitation.domain.refusals import Invalid
from screens.pages.bootstrap import is_console, language_of
from screens.replies import refused

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
PAGE_HEADERS = ("Origin", "Referer", "Sec-Fetch-Site")
csrf = CSRFProtect()


def login_route(view: Callable) -> Callable:
    """Mark a route that opens a session, and judges for itself with `is_cross_site`."""
    view.is_login_route = True
    return view


def init_app(app: Flask) -> None:
    """Let nothing change but by a console's own page: 401 without its session, 400 with a sentence
    without its token (form field `csrf_token`, or header `X-CSRFToken`)."""
    app.config.update(WTF_CSRF_CHECK_DEFAULT=False, WTF_CSRF_TIME_LIMIT=None)
    csrf.init_app(app)

    @app.before_request
    def protect():
        view = app.view_functions.get(request.endpoint)
        if request.method in SAFE_METHODS or view is None or hasattr(view, "is_login_route"):
            return
        if not is_console():
            abort(401)
        if request.origin not in {None, request.host_url.rstrip("/")}:
            abort(400)
        csrf.protect()

    @app.errorhandler(CSRFError)
    def refuse(error: CSRFError):
        return jsonify(refused(Invalid("refusal.page_old"), language_of(request))), 400


def is_cross_site() -> bool:
    """Whether a page that this server did not make sends this request.

    One that names no page at all comes from a program, which has nobody's session to ride on.
    """
    if not any(name in request.headers for name in PAGE_HEADERS):
        return False
    try:
        current_app.extensions["csrf"].protect()
    except CSRFError:
        return True
    return False
