"""Groups, their boards, and interest in what found no group."""

from facilitation.domain.events.fact import Event


class GroupCalled(Event, tag=True):
    group: str
    topics: list[str]
    title: str
    table: str | None = None
    seats: int | None = None
    supporter: str | None = None


class GroupChanged(Event, tag=True):
    """The whole group as it is planned from now on; its members and its board stay."""

    group: str
    topics: list[str]
    title: str
    table: str | None = None
    seats: int | None = None
    supporter: str | None = None


class GroupDissolved(Event, tag=True):
    group: str


class GroupJoined(Event, tag=True):
    group: str


class GroupLeft(Event, tag=True):
    pass


class BoardWritten(Event, tag=True):
    """A field of a board holds `value` now; the contact field only a `key` into `private`."""

    group: str
    field: str
    value: str = ""
    key: str | None = None


class BoardContactErased(Event, tag=True):
    """What a group, maybe a dissolved one, wrote as its contact is gone for good."""

    group: str


class InterestShown(Event, tag=True):
    topic: str


class InterestWithdrawn(Event, tag=True):
    """Somebody is not interested in a topic any more."""

    topic: str
