"""What the console's page asks for over HTTP: downloads, codes to print, the laptop's state."""

from flask import Blueprint, Response, abort, jsonify, request

from screens.pages.bootstrap import is_console, language_of
from screens.replies import answered
from screens.services import services

bp = Blueprint("console_data", __name__)


@bp.before_request
def require_session():
    if not is_console():
        abort(401)


@bp.after_request
def never_store(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.get("/export.zip")
def export_zip():
    archive = services().exporter.archive(language_of(request))
    return _download("export.zip", archive, "application/zip")


@bp.get("/contacts.csv")
def contacts_csv():
    contacts = services().exporter.contacts(language_of(request))
    return _download("contacts.csv", contacts, "text/csv; charset=utf-8")


@bp.post("/console/address")
def choose_address():
    """Show another of the laptop's addresses from now on: JSON `{"address": "http://…/"}`."""
    asked = request.get_json(silent=True)
    if not isinstance(asked, dict) or not isinstance(asked.get("address"), str):
        abort(400)
    addresses = services().addresses

    def choose() -> dict:
        addresses.choose(asked["address"])
        return {"ok": True, "address": addresses.current}

    answer = answered(choose, language_of(request))
    return jsonify(answer), 200 if answer["ok"] else 409


@bp.get("/console/link.json")
def link():
    """The link for another facilitator, with the key in it: in no page until asked for."""
    return jsonify(link=services().console_address)


@bp.get("/console/badges.json")
def badges():
    """The codes nobody has used yet, to be printed again."""
    owners = services().workshop.state.badges
    return jsonify(codes=sorted(code for code, owner in owners.items() if owner is None))


@bp.get("/console/doctor.json")
def doctor():
    """Whether all is ready: `{"findings": [{"well", "key", "gaps"}]}`."""
    return jsonify(findings=[finding._asdict() for finding in services().doctor()])


def _download(name: str, data: bytes, content_type: str) -> Response:
    response = Response(data, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
