"""Who is at the other end of a connection, from what it presents; never from its messages."""

from collections.abc import Callable

from facilitation.domain.deciding.facts import random_id
from facilitation.domain.refusals import NotFound
from facilitation.workshop import Caller, Workshop
from screens.wire.connections import Connection

ID_MAX_CHARS = 64
HELLO_MIN_CHARS = 16


def authenticate_phone(
    workshop: Workshop, auth: object, language: Callable[[object], str]
) -> Connection:
    """Connect the person whose token or badge this is, or a new one; on disk when it returns.

    An unknown or damaged token, or a badge code that was never made, gets a new person and a
    notice that says so (DESIGN.md, section 5, "Tokens"). A badge on a device that does not know
    its owner's token yet is told to its owner.
    """
    auth = auth if isinstance(auth, dict) else {}
    token, badge = auth.get("token"), auth.get("badge")
    chosen, via = language(auth.get("language")), "kiosk" if auth.get("kiosk") else "phone"
    notice, hello = None, _hello(auth)
    if isinstance(badge, str):
        code = badge.strip().lower()
        person = workshop.person(token) if isinstance(token, str) else None
        try:
            if person is None or person.badge != code:
                person = workshop.join(language=chosen, badge=code, hello=hello)
            return Connection(Caller("phone", person.id, via))
        except NotFound:
            notice = "notice.badge_unknown"
    elif badge is not None:
        notice = "notice.badge_unknown"
    person = workshop.person(token) if isinstance(token, str) else None
    if person is None:
        if token is not None:
            notice = "notice.token_unknown"
        person = workshop.join(language=chosen, notice=notice, hello=hello)
    return Connection(Caller("phone", person.id, via))


def _hello(auth: dict) -> str | None:
    """Return what a device without a token says at each try to connect, if it says something."""
    hello = auth.get("hello")
    valid = isinstance(hello, str) and HELLO_MIN_CHARS <= len(hello) <= ID_MAX_CHARS
    return hello if valid and hello.isascii() else None


def authenticate_console(
    auth: object, *, is_key: Callable[[object], bool], session: str | None
) -> Connection | None:
    """Connect a facilitator: by the console key, or by the session their browser opened with it.

    The id a console made for itself stays its own across reconnects and restarts (rule 5).
    Returns None for whoever has neither.
    """
    auth = auth if isinstance(auth, dict) else {}
    if not is_key(auth.get("key")) and session is None:
        return None
    id_ = auth.get("console")
    if not (isinstance(id_, str) and 1 <= len(id_) <= ID_MAX_CHARS and id_.isprintable()):
        id_ = session or random_id("k")
    return Connection(Caller("console", id_), language=auth.get("language"))
