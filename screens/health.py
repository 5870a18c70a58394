"""`GET /health`: whether the server answers, and how far the day is (DESIGN.md, section 5)."""

from flask import Blueprint, jsonify

from screens.services import services

bp = Blueprint("health", __name__)


@bp.get("/health")
def health():
    state = services().workshop.state
    return jsonify(
        ok=True,
        at=state.at,
        phase=state.phase,
        participants=len(state.participants),
        connected=services().connections.present,
    )
