"""Who came, how they are reached, what they offer."""

from facilitation.domain.events.fact import Event


class ParticipantJoined(Event, tag=True):
    """A new person is there. `spoken_by` is the participant who speaks for them.

    `told` is the key of a notice they find on their phone, such as that a token was unknown.
    `hello` is what their device said before it had a token: said again, it is the same person.
    """

    participant: str
    token: str
    language: str
    badge: str | None = None
    spoken_by: str | None = None
    told: str | None = None
    hello: str | None = None


class LanguageChosen(Event, tag=True):
    language: str


class BadgesMade(Event, tag=True):
    codes: list[str]


class BadgeUsedAgain(Event, tag=True):
    """The owner of a badge came with it on one more device, which said `hello`."""

    hello: str | None = None


class CarryCodeMade(Event, tag=True):
    """A person may be led on to another browser by this code, as themselves."""

    code: str


class NoticeDismissed(Event, tag=True):
    notice: str


class HelpOffered(Event, tag=True):
    """The tasks a person offers to help with; an empty list takes the offer back."""

    tasks: list[str]


class ContactLeft(Event, tag=True):
    """`key` leads to the data in `private`."""

    key: str
    purposes: list[str]


class ContactErased(Event, tag=True):
    pass
