"""How much one participant, or one connection, may do in a short time: far more than a person does,
far less than a script. Never by address: a whole hall may share one."""

from limits import RateLimitItem, parse
from limits.strategies import FixedWindowRateLimiter

from facilitation.domain.refusals import TooFast
from screens.limits.fixed_windows import FixedWindowStorage

ACTS = parse("400 per 10 second")
PUBLIC_ACTS = parse("300 per minute")
"""For what appears before everybody at once."""
OTHER_MESSAGES = parse("3000 per 10 second")
"""For what names no act at all."""
CONNECTIONS = parse("30 per minute")
"""For the namespaces one transport connection joins, as a new person each time. A tablet that many
share needs few."""
PUBLIC_KINDS = {"contribute", "interview_confirm", "flag_broad", "speak_for"}


class RateLimiter:
    """Counts what each participant sends, in this process alone.

    One number a window, not a list of moments: with a thousand phones that would cost more than
    the acts themselves.
    """

    def __init__(self):
        self._limiter = FixedWindowRateLimiter(FixedWindowStorage())

    def check(self, who: str, message: object) -> None:
        """Count one message. Raises TooFast, and then it must not be carried out."""
        kind = message.get("do") if isinstance(message, dict) else None
        if not isinstance(kind, str):
            self._count(OTHER_MESSAGES, who)
            return
        self._count(ACTS, who)
        if kind in PUBLIC_KINDS:
            self._count(PUBLIC_ACTS, who)

    def check_connection(self, connection: str) -> None:
        """Count one more namespace joined over a connection. Raises TooFast to refuse it."""
        self._count(CONNECTIONS, connection)

    def _count(self, limit: RateLimitItem, who: str) -> None:
        if not self._limiter.hit(limit, who):
            raise TooFast("refusal.too_fast")
