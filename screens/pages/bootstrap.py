"""Bootstrap data: what the script of a screen finds in its page, before it connects."""

from datetime import UTC, datetime

from flask import Request, request, session

from screens import wording

LANGUAGE_COOKIE = "language"


def language_of(asked: Request) -> str:
    """Return the language of a request: chosen in the address or before, else the browser's."""
    chosen = chosen_language(asked, LANGUAGE_COOKIE)
    return chosen or wording.negotiate(asked.headers.get("Accept-Language"))


def chosen_language(asked: Request, cookie: str) -> str | None:
    """Return the language chosen in the address, else before in this cookie; None: neither."""
    for code in (asked.args.get("language"), asked.cookies.get(cookie)):
        if code and wording.known(code) == code:
            return code
    return None


def bootstrap_data(screen: str, *, address: str, language: str | None = None, **more) -> dict:
    """Return the bootstrap data of a screen; `more` is what only this page has."""
    language = language or language_of(request)
    return {
        "screen": screen,
        "language": language,
        "dir": wording.direction(language),
        "languages": wording.languages(),
        "wording": wording.for_screen(screen, language),
        "address": address,
        "at_server": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "badge": None,
        "carried": None,
        "kiosk": False,
        **more,
    }


def is_console() -> bool:
    """Whether the browser that asks has opened a console session."""
    return "console" in session
