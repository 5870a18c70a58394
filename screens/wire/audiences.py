"""The three audiences (views/audience.py) of one workshop, each brought up to date when asked for.

Within one tick nothing waits, so what one connection is sent never goes backwards (DESIGN.md,
section 5, "Clocks").
"""

from collections.abc import Mapping

from facilitation.workshop import Workshop
from screens.views.audience import Audience, View
from screens.wire.ambient import Ambient


class Audiences:
    """One audience a namespace; `views` says for each what it may know."""

    def __init__(self, workshop: Workshop, ambient: Ambient, views: Mapping[str, View]):
        self._workshop, self._ambient = workshop, ambient
        self._audiences = {name: Audience(view, *self._now()) for name, view in views.items()}
        self._touched: set[str] = set()

    def current(self, namespace: str) -> Audience:
        """Return an audience that includes all that is committed."""
        audience = self._audiences[namespace]
        rows = self._workshop.rows_since(audience.state.at)
        touched = audience.update(*self._now(), rows)
        if namespace == "/phone":
            self._touched |= touched
        return audience

    def take_touched_topics(self) -> set[str]:
        """Return the topics that phones may see differently since this was last asked."""
        touched, self._touched = self._touched, set()
        return touched

    def _now(self) -> tuple:
        return self._workshop.state, self._workshop.private, self._ambient.values
