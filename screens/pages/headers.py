"""Response headers: a short table, since the libraries for it take care of HTTPS first, which a
laptop on a LAN address has not."""

from collections.abc import Iterable

from flask import Flask, Response, request

SELF = "'self'"


def content_security_policy(connect: Iterable[str] = ()) -> str:
    """Return the policy of a page that may also connect to these addresses."""
    return (
        f"default-src 'self'; connect-src {' '.join([SELF, *connect])}; img-src 'self' data:; "
        "font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'self'"
    )


HEADERS = {
    "Content-Security-Policy": content_security_policy(),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ON_BUNDLES = {"X-Content-Type-Options", "Cross-Origin-Resource-Policy"}
"""What scripts, styles and fonts need of them; the rest concerns pages, and costs air time."""


def init_app(app: Flask) -> None:
    """Set the headers on every response that does not set them itself."""

    @app.after_request
    def set_headers(response: Response) -> Response:
        names = ON_BUNDLES if request.blueprint == "bundles" else HEADERS
        for name in names:
            response.headers.setdefault(name, HEADERS[name])
        response.headers.setdefault("Cache-Control", "no-cache")
        return response
