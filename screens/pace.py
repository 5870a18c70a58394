"""How much one participant may do in a short time: far more than a person does, far less than a
script. Never by address: a whole hall may share one."""

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from facilitation.refusals import TooFast

ACTS = parse("400 per 10 second")
SHOWN_TO_ALL = parse("300 per minute")
"""For what appears before everybody at once."""
ASKED = parse("3000 per 10 second")
"""Whatever is sent, understood or not."""
SHOWN = {"contribute", "interview_confirm", "flag_broad", "speak_for"}


class Pace:
    """Counts what each participant sends, in this process alone."""

    def __init__(self):
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def check(self, who: str, message: object) -> None:
        """Count one message. Raises TooFast, and then it must not be carried out."""
        self._count(ASKED, who)
        kind = message.get("do") if isinstance(message, dict) else None
        if not isinstance(kind, str):
            return
        self._count(ACTS, who)
        if kind in SHOWN:
            self._count(SHOWN_TO_ALL, who)

    def _count(self, limit: RateLimitItem, who: str) -> None:
        if not self._limiter.hit(limit, who):
            raise TooFast("refusal.too_fast")
