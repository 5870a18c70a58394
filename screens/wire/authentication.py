"""Who is at the other end of a connection, from what it presents; never from its messages."""

from collections.abc import Callable
from dataclasses import dataclass

from facilitation.domain.deciding.facts import random_id
from facilitation.domain.refusals import NotFound
from facilitation.workshop import Caller, Workshop


@dataclass
class Seat:
    """One connection. `at` is the highest number it was sent; `caller` None may not act.

    `hidden` are the hidden topics that its person, as an author, has been sent.
    """

    caller: Caller | None
    at: int = 0
    language: str = "de"
    hidden: frozenset[str] = frozenset()


def phone_seat(workshop: Workshop, auth: object, language: Callable[[object], str]) -> Seat:
    """Seat the person whose token or badge this is, or a new one; on disk when it returns.

    An unknown or damaged token, or a badge code that was never made, gets a new person and a
    notice that says so (DESIGN.md, section 5, "Tokens"). A badge on a device that does not know
    its owner's token yet is told to its owner.
    """
    auth = auth if isinstance(auth, dict) else {}
    token, badge = auth.get("token"), auth.get("badge")
    spoken, via = language(auth.get("language")), "kiosk" if auth.get("kiosk") else "phone"
    told, hello = None, _hello(auth)
    if isinstance(badge, str):
        code = badge.strip().lower()
        person = workshop.person(token) if isinstance(token, str) else None
        try:
            if person is None or person.badge != code:
                person = workshop.join(language=spoken, badge=code, hello=hello)
            return Seat(Caller("phone", person.id, via))
        except NotFound:
            told = "notice.badge_unknown"
    elif badge is not None:
        told = "notice.badge_unknown"
    person = workshop.person(token) if isinstance(token, str) else None
    if person is None:
        if token is not None:
            told = "notice.token_unknown"
        person = workshop.join(language=spoken, told=told, hello=hello)
    return Seat(Caller("phone", person.id, via))


def _hello(auth: dict) -> str | None:
    """Return what a device without a token says each time it knocks, if it says something."""
    hello = auth.get("hello")
    return hello if isinstance(hello, str) and 16 <= len(hello) <= 64 and hello.isascii() else None


def console_seat(
    auth: object, *, opens: Callable[[object], bool], session: str | None
) -> Seat | None:
    """Seat a facilitator: by the console key, or by the session their browser opened with it.

    `opens` says whether something is the key.
    The id a console made for itself stays its own across reconnects and restarts (rule 5).
    Returns None for whoever has neither.
    """
    auth = auth if isinstance(auth, dict) else {}
    if not opens(auth.get("key")) and session is None:
        return None
    id_ = auth.get("console")
    if not (isinstance(id_, str) and 1 <= len(id_) <= 64 and id_.isprintable()):
        id_ = session or random_id("k")
    return Seat(Caller("console", id_), language=auth.get("language"))
