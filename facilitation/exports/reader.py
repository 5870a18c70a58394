"""A harvest prepared for tables, report and pictures: links followed, and sorted for readers."""

from datetime import UTC, date, datetime, time
from functools import partial

import msgspec

from facilitation import wording
from facilitation.domain.commands import BOARD_TEXTS
from facilitation.domain.document import (
    ContributionPart,
    Document,
    GroupPart,
    RetiredPart,
    TopicPart,
)
from facilitation.exports.meetings import meeting_line
from facilitation.exports.redaction import without_hidden

UNDATED = date(2000, 1, 1)


class Reader:
    """A harvest in one language, as it may be passed on: without what is hidden.

    `say` is the catalogue in that language. `with_hidden` is for the files that keep everything.
    """

    def __init__(self, harvest: dict, language: str, *, with_hidden: bool = False):
        self.language = wording.known(language)
        self.say = partial(wording.say, language=self.language)
        whole = msgspec.convert(harvest, Document)
        self.with_hidden = with_hidden
        self.document = doc = whole if with_hidden else without_hidden(whole, self.say)
        self.contribution_count = sum(not said.withdrawn for said in whole.contributions)
        self._said = {said.id: said for said in doc.contributions}
        self._topics = {topic.id: topic for topic in (*doc.retired, *doc.topics)}
        self._groups = {group.id: group for group in (*doc.groups, *doc.dissolved)}
        self._supporters = {supporter.id: supporter for supporter in doc.supporters}
        self.topics = sorted(doc.topics, key=_most_wanted)
        self.shown = [topic for topic in self.topics if topic.state != "hidden"]
        self.hidden = [topic for topic in self.topics if topic.state == "hidden"]
        self.groups, self.dissolved = doc.groups, doc.dissolved
        self.without_group = sorted(
            (topic for topic in self.topics if topic.state in ("open", "open_end")),
            key=lambda topic: -topic.interest,
        )
        self.open_ends = [topic for topic in self.without_group if topic.state == "open_end"]
        self.contributions = [said for said in doc.contributions if not said.withdrawn]
        self._homes: dict[str, list[TopicPart]] = {}
        for topic in self.topics:
            for id in topic.contributions:
                self._homes.setdefault(id, []).append(topic)

    @property
    def noon(self) -> datetime:
        """Noon of the day of the workshop: what carries it is the same whenever it is made."""
        held = self.document.date
        return datetime.combine(date.fromisoformat(held) if held else UNDATED, time(12), UTC)

    def said_in(self, topic: TopicPart | RetiredPart) -> list[ContributionPart]:
        return [self._said[id] for id in topic.contributions]

    def goes_by_its_text(self, topic: TopicPart | RetiredPart) -> bool:
        """Whether the title says all that the topic holds, word for word."""
        return [said.text for said in self.said_in(topic)] == [topic.title]

    def topics_of(self, said: ContributionPart) -> list[TopicPart]:
        return self._homes.get(said.id, [])

    def hidden_because(self, said: ContributionPart) -> list[str]:
        """Return the reasons why its topics are hidden; none where one of them is not."""
        reasons = [topic.reason for topic in self.topics_of(said)]
        return reasons if all(reasons) else []

    def via(self, said: ContributionPart) -> str:
        return self.say(f"export.via.{said.via}")

    def language_name(self, code: str | None) -> str:
        return wording.name_of(code, self.language) if code else ""

    def origins(self, topic: TopicPart | RetiredPart) -> list[TopicPart | RetiredPart]:
        """The topics this one came from directly, as far as they still have a title."""
        found = (self._topics.get(id) for id in topic.sources)
        return [source for source in found if source is not None and source.title]

    def origin_titles(self, topic: TopicPart | RetiredPart) -> list[str]:
        return [source.title for source in self.origins(topic)]

    def titles(self, ids: list[str]) -> list[str]:
        return [self._topics[id].title for id in ids if id in self._topics]

    def group_title(self, id: str | None) -> str:
        return self._groups[id].title if id in self._groups else ""

    def table(self, group: GroupPart) -> str:
        """Return "Tisch 3" for a bare number, and as it was written for anything else."""
        bare = (group.table or "").strip()
        return self.say("shared.table", table=bare) if bare.isdecimal() else bare

    def board(self, group: GroupPart) -> list[tuple[str, str]]:
        """Return what a group wrote, in the order of the board: field and text.

        The date, time and place of its meeting stand before the text on it, as one line.
        """
        when = meeting_line(group.board, self.language)
        texts = {
            **group.board,
            "meeting": "\n".join(filter(None, (when, group.board.get("meeting")))),
        }
        return [(field, texts[field]) for field in BOARD_TEXTS if texts.get(field)]

    def supporter(self, group: GroupPart) -> str:
        supporter = self._supporters.get(group.supporter or "")
        return supporter.name if supporter else ""


def _most_wanted(topic: TopicPart) -> tuple:
    """First what got most dots, then what most people wanted; the rest by title."""
    return (-topic.dots, -topic.people, topic.title.casefold(), topic.id)
