"""The namespace of the phones: participants, their acts, and what others wrote like them."""

from collections.abc import Callable

import msgspec

from facilitation.domain.refusals import Invalid, TooFast
from screens import wording
from screens.network.move_codes import MoveCodes
from screens.wire.authentication import authenticate_phone
from screens.wire.connections import Connection
from screens.wire.namespaces import ScreenNamespace, WireContext

TOKENS_MAX = 30

Echoes = Callable[[str, str], dict]
"""From a contribution and its author to what jobs/suggestions.py tells about it."""


class PhoneNamespace(ScreenNamespace):
    """Participants. `echoes` says what others wrote that is like a contribution of one's own."""

    def __init__(self, context: WireContext, echoes: Echoes, move_codes: MoveCodes):
        super().__init__("/phone", context)
        self._echoes, self._move_codes = echoes, move_codes

    def dispatch(self, event: str, sid: str, connection: Connection, message: object) -> dict:
        """Beside acts: the `echoes` of a contribution, and a `move_code` for another address."""
        if event == "move_code":
            self.rate_limiter.check(connection.caller.id, message)
            return {"ok": True, "code": self._move_codes.issue(self._people(connection, message))}
        if event != "echoes":
            return super().dispatch(event, sid, connection, message)
        contribution = message.get("contribution") if isinstance(message, dict) else None
        if not isinstance(contribution, str):
            raise Invalid("refusal.not_an_act")
        self.refuse_if_unread(sid)
        return {"ok": True, **self._echoes(contribution, connection.caller.id)}

    def _people(self, connection: Connection, message: object) -> list[str]:
        """Return the sender and the people whose `tokens` the same phone has. Raises Invalid."""
        tokens = message.get("tokens") if isinstance(message, dict) else None
        try:
            tokens = msgspec.convert(tokens or [], list[str])
        except msgspec.ValidationError as error:
            raise Invalid("refusal.not_an_act") from error
        if len(tokens) > TOKENS_MAX:
            raise Invalid("refusal.not_an_act")
        known = [person.id for token in tokens if (person := self.workshop.person(token))]
        return list(dict.fromkeys([connection.caller.id, *known]))

    def authenticate(self, environ: dict, auth: object) -> Connection:
        return authenticate_phone(self.workshop, auth, wording.known)

    def since(self, connection: Connection, auth: dict) -> int:
        """What one person saw is nothing to another."""
        person = self.workshop.state.participants[connection.caller.id]
        return super().since(connection, auth) if auth.get("token") == person.token else 0

    def language(self, connection: Connection) -> str:
        return wording.known(self.workshop.state.participants[connection.caller.id].language)

    def act(self, connection: Connection, message: object) -> dict:
        """Carry out an act. One sent again is no haste: whatever the limit, it changes nothing and
        gets its first answer (rule 2)."""
        try:
            self.rate_limiter.check(connection.caller.id, message)
        except TooFast:
            answer = self.workshop.first_answer(message, connection.caller)
            if answer is None:
                raise
            return answer
        if isinstance(message, dict) and message.get("do") == "set_language":
            language = message.get("language")
            if isinstance(language, str):
                message = {**message, "language": wording.known(language)}
        return self.workshop.act(message, connection.caller)
