"""The console's page, its door, and its downloads."""

import hmac
import secrets
import time
from collections.abc import Callable

from flask import (
    Blueprint,
    Response,
    abort,
    jsonify,
    redirect,
    render_template,
    request,
    session,
    url_for,
)

from facilitation.workshop import Workshop
from screens.addresses import Addresses
from screens.boot import boot, is_console, language_of
from screens.doctor import Finding, Visitors
from screens.replies import answered

WRONG_KEY_PAUSE_S = 1.0


def console_pages(
    *,
    workshop: Workshop,
    addresses: Addresses,
    console_address: Callable[[], str],
    key: str,
    downloads: dict[str, Callable[[str], bytes]],
    visitors: Visitors,
    doctor: Callable[[], list[Finding]],
) -> Blueprint:
    """Return the routes of the console. Without a session: 401, and nothing else.

    `downloads` maps a file name to what makes it in a language. Wrong keys typed into the form are
    answered slowly; whoever is in already is never slowed (DESIGN.md, section 5).
    """
    bp = Blueprint("console", __name__)

    def is_key(given: str) -> bool:
        return hmac.compare_digest(given.encode(), key.encode())

    def let_in():
        session["console"] = session.get("console") or secrets.token_urlsafe(12)
        session.permanent = True
        return redirect(url_for("console.show"))

    @bp.get("/console")
    def show():
        if is_key(request.args.get("key", "")):
            return let_in()
        if not is_console():
            return _door(wrong="key" in request.args), 401
        visitors.console_opened()
        boots = boot("console", address=addresses.current, console_link=console_address())
        return render_template("console/show.html", boot=boots)

    @bp.post("/console")
    def knock():
        if is_key(request.form.get("key", "").strip()):
            return let_in()
        if not is_console():
            time.sleep(WRONG_KEY_PAUSE_S)
        return _door(wrong=True), 401

    @bp.post("/console/address")
    def choose_address():
        """Show another of the laptop's addresses from now on: `{"address": "http://…/"}`.

        Only JSON from this very host is heard, which no page from elsewhere can send with the
        session's cookie.
        """
        if not is_console():
            abort(401)
        asked = request.get_json(silent=True)
        foreign = request.origin is not None and request.origin != request.host_url.rstrip("/")
        if foreign or not isinstance(asked, dict) or not isinstance(asked.get("address"), str):
            abort(400)

        def choose() -> dict:
            addresses.choose(asked["address"])
            return {"ok": True, "address": addresses.current}

        answer = answered(choose, language_of(request))
        return jsonify(answer), 200 if answer["ok"] else 409

    @bp.get("/console/badges.json")
    def badges():
        """The codes nobody has used yet, to be printed again."""
        if not is_console():
            abort(401)
        codes = sorted(code for code, owner in workshop.state.badges.items() if owner is None)
        response = jsonify(codes=codes)
        response.headers["Cache-Control"] = "no-store"
        return response

    @bp.get("/console/doctor.json")
    def examined():
        """Whether all is ready: `{"findings": [{"well", "key", "gaps"}]}`."""
        if not is_console():
            abort(401)
        response = jsonify(findings=[finding._asdict() for finding in doctor()])
        response.headers["Cache-Control"] = "no-store"
        return response

    def download(name: str):
        def send():
            if not is_console():
                abort(401)
            response = Response(downloads[name](language_of(request)))
            response.headers["Content-Type"] = _TYPES[name.rsplit(".")[-1]]
            response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
            response.headers["Cache-Control"] = "no-store"
            return response

        return send

    for name in downloads:
        bp.add_url_rule(f"/{name}", endpoint=name.replace(".", "_"), view_func=download(name))
    return bp


_TYPES = {"zip": "application/zip", "csv": "text/csv; charset=utf-8"}


def _door(*, wrong: bool) -> str:
    return render_template("console/key.html", wrong=wrong, language=language_of(request))
