"""`GET /health`: whether the server answers, and how far the day is (DESIGN.md, section 5)."""

from flask import Blueprint, jsonify

from screens.services import services

bp = Blueprint("health", __name__)


@bp.get("/health")
def health():
    """Also asked by a phone that wants to know whether it reaches the laptop at this address."""
    state = services().workshop.state
    response = jsonify(
        ok=True,
        at=state.at,
        phase=state.phase,
        participants=len(state.participants),
        connected=services().connections.present,
    )
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
