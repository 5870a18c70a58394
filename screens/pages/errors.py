"""HTTP errors as a page with one kind sentence in the browser's language."""

from flask import Flask, render_template, request
from werkzeug.exceptions import HTTPException

from screens import wording
from screens.pages.bootstrap import language_of


def init_app(app: Flask) -> None:
    @app.errorhandler(HTTPException)
    def error_page(error: HTTPException):
        language = language_of(request)
        known = wording.say(f"page.error_{error.code}", language)
        sentence = known if not known.startswith("page.") else wording.say("page.error", language)
        page = render_template(
            "error.html",
            language=language,
            dir=wording.direction(language),
            sentence=sentence,
            to_console=error.code == 401,
        )
        return page, error.code
