"""The namespace of the wall: the projector, which acts on nothing."""

from facilitation.domain.refusals import NotYours
from screens import wording
from screens.wire.connections import Connection
from screens.wire.namespaces import ScreenNamespace, WireContext


class WallNamespace(ScreenNamespace):
    """Needs no key; every act is refused."""

    def __init__(self, context: WireContext):
        super().__init__("/wall", context)

    def authenticate(self, environ: dict, auth: object) -> Connection:
        language = auth.get("language") if isinstance(auth, dict) else None
        return Connection(None, language=wording.known(language))

    def act(self, connection: Connection, message: object) -> dict:
        raise NotYours("refusal.wall_acts")
