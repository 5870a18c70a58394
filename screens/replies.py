"""How a refusal becomes an acknowledgement, and a bug one calm sentence."""

import logging
from collections.abc import Callable

from facilitation.domain.refusals import Invalid, Refusal
from screens.wording import say

log = logging.getLogger(__name__)


def refused(refusal: Refusal, language: str) -> dict:
    """Return the answer to an act that is not carried out, in the sender's language."""
    return {
        "ok": False,
        "error": refusal.code,
        "message": say(refusal.key, language, **refusal.gaps),
    }


def answered(act: Callable[[], dict], language: str) -> dict:
    """Return what `act` answers; every refusal and every failure becomes an answer too."""
    try:
        return act()
    except Refusal as refusal:
        return refused(refusal, language)
    except Exception:
        log.exception("An act failed")
        return refused(Invalid("refusal.failed"), language)
