"""The sentences of one screen in one language, for a page that changes its language."""

from flask import Blueprint, abort, jsonify

from screens import wording

bp = Blueprint("catalogue", __name__)


@bp.get("/wording/<language>/<screen>.json")
def sentences(language: str, screen: str):
    """Answer `{"language", "dir", "wording"}`; 404 for a language or screen there is not."""
    if screen not in wording.PARTS or wording.known(language) != language:
        abort(404)
    return jsonify(
        language=language,
        dir=wording.direction(language),
        wording=wording.for_screen(screen, language),
    )
