"""The console's page, and logging in to it."""

import secrets

from flask import Blueprint, make_response, redirect, render_template, request, session, url_for
from flask_wtf.csrf import generate_csrf

from screens.pages.bootstrap import bootstrap_data, is_console, language_of
from screens.pages.csrf import is_cross_site, login_route
from screens.services import services

bp = Blueprint("console", __name__)

PROBE = "cookie_probe"
PROBE_FOR_S = 60


@bp.get("/console")
def show():
    """The console; with the key in the address it opens a session first. 401 with the form."""
    key, key_check = request.args.get("key", ""), services().key_check
    if key_check.accepts(key):
        return _log_in()
    if is_console():
        services().visitors.console_opened()
        bootstrap = bootstrap_data(
            "console", address=services().addresses.current, csrf_token=generate_csrf()
        )
        return render_template("console/show.html", bootstrap=bootstrap)
    if key:
        key_check.report_wrong()
    if "opened" in request.args:
        return _without_session(after_login=request.args["opened"]), 401
    return _key_form("page.door_wrong" if "key" in request.args else None), 401


@bp.post("/console")
@login_route
def log_in_by_form():
    key_check = services().key_check
    if not key_check.accepts(request.form.get("key", "").strip()):
        if not is_console():
            key_check.report_wrong()
        return _key_form("page.door_wrong"), 401
    if is_cross_site():
        if not session:
            return redirect(url_for("console.show", opened=1))
        return _key_form("page.door_again"), 401
    return _log_in()


def _log_in():
    if not is_console():
        session.clear()
        session["console"] = secrets.token_urlsafe(12)
        generate_csrf()
    session.permanent = True
    return redirect(url_for("console.show", opened=1))


def _without_session(after_login: str):
    """Find out why a browser comes without a session although its key was right.

    One that came from another site's page keeps a strict cookie to itself until this page asks
    again; the form would replace it by a new one. One that then has not even the probe accepts no
    cookies at all.
    """
    if after_login != "1":
        has_cookies = PROBE in request.cookies
        return _key_form("page.door_again" if has_cookies else "page.no_cookies")
    language, again = language_of(request), url_for("console.show", opened=2)
    page = render_template("console/ask_again.html", address=again, language=language)
    response = make_response(page)
    response.set_cookie(PROBE, "1", max_age=PROBE_FOR_S, httponly=True, samesite="Strict")
    return response


def _key_form(message: str | None) -> str:
    return render_template("console/key.html", said=message, language=language_of(request))
