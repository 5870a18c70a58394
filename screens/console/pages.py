"""The console's page, and logging in to it."""

import secrets

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask_wtf.csrf import generate_csrf

from screens.pages.bootstrap import bootstrap_data, is_console, language_of
from screens.pages.csrf import is_cross_site, login_route
from screens.services import services

bp = Blueprint("console", __name__)


@bp.get("/console")
def show():
    """The console; with the key in the address it opens a session first. 401 with the form."""
    key, key_check = request.args.get("key", ""), services().key_check
    if key_check.accepts(key):
        return _log_in()
    if not is_console():
        if key:
            key_check.report_wrong()
        return _key_form("page.door_wrong" if "key" in request.args else None), 401
    services().visitors.console_opened()
    bootstrap = bootstrap_data(
        "console",
        address=services().addresses.current,
        csrf_token=generate_csrf(),
    )
    return render_template("console/show.html", bootstrap=bootstrap)


@bp.post("/console")
@login_route
def log_in_by_form():
    key_check = services().key_check
    if not key_check.accepts(request.form.get("key", "").strip()):
        if not is_console():
            key_check.report_wrong()
        return _key_form("page.door_wrong"), 401
    if is_cross_site():
        return _key_form("page.door_again"), 401
    return _log_in()


def _log_in():
    if not is_console():
        session.clear()
        session["console"] = secrets.token_urlsafe(12)
        generate_csrf()
    session.permanent = True
    return redirect(url_for("console.show"))


def _key_form(message: str | None) -> str:
    return render_template("console/key.html", said=message, language=language_of(request))
