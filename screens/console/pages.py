"""The console's page, its door, and its downloads."""

import secrets
from collections.abc import Callable

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    jsonify,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask_wtf.csrf import generate_csrf

from facilitation.workshop import Workshop
from screens.limits.key_check import Knocks
from screens.network.addresses import Addresses
from screens.network.doctor import Finding, Visitors
from screens.pages.bootstrap import boot, is_console, language_of
from screens.pages.csrf import door, is_from_elsewhere
from screens.replies import answered


def console_pages(
    *,
    workshop: Workshop,
    addresses: Addresses,
    console_address: Callable[[], str],
    knocks: Knocks,
    downloads: dict[str, Callable[[str], bytes]],
    visitors: Visitors,
    doctor: Callable[[], list[Finding]],
) -> Blueprint:
    """Return the routes of the console. Without a session: 401, and nothing else.

    `downloads` maps a file name to what makes it in a language.
    """
    bp = Blueprint("console", __name__)

    def let_in():
        if not is_console():
            session.clear()
            session["console"] = secrets.token_urlsafe(12)
            generate_csrf()
        session.permanent = True
        return redirect(url_for("console.show"))

    @bp.get("/console")
    def show():
        given = request.args.get("key", "")
        if knocks.opens(given):
            return let_in()
        if not is_console():
            if given:
                knocks.was_wrong()
            return _ask_for_key("page.door_wrong" if "key" in request.args else None), 401
        visitors.console_opened()
        boots = boot(
            "console",
            address=addresses.current,
            console_link=console_address(),
            csrf_token=generate_csrf(),
        )
        return render_template("console/show.html", boot=boots)

    @bp.post("/console")
    @door
    def knock():
        if not knocks.opens(request.form.get("key", "").strip()):
            if not is_console():
                knocks.was_wrong()
            return _ask_for_key("page.door_wrong"), 401
        if is_from_elsewhere(current_app):
            return _ask_for_key("page.door_again"), 401
        return let_in()

    @bp.post("/console/address")
    def choose_address():
        """Show another of the laptop's addresses from now on: JSON `{"address": "http://…/"}`."""
        asked = request.get_json(silent=True)
        if not isinstance(asked, dict) or not isinstance(asked.get("address"), str):
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


def _ask_for_key(said: str | None) -> str:
    return render_template("console/key.html", said=said, language=language_of(request))
