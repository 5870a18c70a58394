"""The harvest without what is hidden, for every document that is meant to be passed on.

A hidden text stands in more places than its topic: in the title of a group, of the topics that its
topic was made from, in the history. So a document is not made from the harvest minus some fields,
but from a harvest in which all of these are replaced already.
"""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from facilitation.domain.document import (
    ContributionPart,
    Document,
    FlagsPart,
    GroupPart,
    HistoryPart,
    RetiredPart,
    TopicPart,
)
from facilitation.domain.texts import title_of

UNTITLED = "…"
AnyTopic = TopicPart | RetiredPart


def without_hidden(document: Document, say: Callable[..., str]) -> Document:
    """Return the harvest with "1 Beitrag ausgeblendet" in the place of a hidden topic.

    Its reason stays. What is also said where everybody may read it is not hidden.
    """
    hidden = hidden_topics(document.topics, document.retired)
    texts = _hidden_texts(document, hidden)

    def shown(text: str | None) -> str:
        return UNTITLED if text in texts else text or ""

    def retired(topic: RetiredPart) -> RetiredPart:
        if topic.id in hidden:
            return RetiredPart(id=topic.id, title=UNTITLED, sources=topic.sources)
        return replace(topic, title=shown(topic.title), flags=_flags(topic.flags, texts))

    def group(n: int, part: GroupPart) -> GroupPart:
        title = say("export.hidden_group", n=n) if part.title in texts else part.title
        return replace(part, title=title)

    return replace(
        document,
        contributions=_shown_contributions(document, hidden),
        topics=[
            _placeholder(topic, say)
            if topic.id in hidden
            else replace(topic, flags=_flags(topic.flags, texts))
            for topic in document.topics
        ],
        retired=[retired(topic) for topic in document.retired],
        groups=[group(n, part) for n, part in enumerate(document.groups, start=1)],
        dissolved=[group(n, part) for n, part in enumerate(document.dissolved, start=1)],
        history=[_shown_act(act, texts) for act in document.history],
    )


def hidden_topics(topics: Iterable[TopicPart], retired: Iterable[RetiredPart]) -> set[str]:
    """Return the ids of hidden topics and of those from which nothing but hidden ones came."""
    topics = list(topics)
    sources = {topic.id: topic.sources for topic in (*topics, *retired)}
    hidden = {topic.id for topic in topics if topic.state == "hidden"}
    shown = {topic.id for topic in topics} - hidden
    return hidden | (_origins(hidden, sources) - _origins(shown, sources) - shown)


def _origins(ids: set[str], sources: dict[str, list[str]]) -> set[str]:
    """The ids of all topics that these came from, directly or not."""
    found, waiting = set(), list(ids)
    while waiting:
        new = set(sources.get(waiting.pop(), ())) - found
        found |= new
        waiting += new
    return found


def _placeholder(topic: TopicPart, say: Callable[..., str]) -> TopicPart:
    title = say("export.hidden", count=len(topic.contributions))
    return TopicPart(
        id=topic.id, title=title, state="hidden", contributions=[], reason=topic.reason
    )


def _flags(flags: FlagsPart, texts: set[str]) -> FlagsPart:
    return replace(flags, narrower=[text for text in flags.narrower if text not in texts])


def _shown_act(act: HistoryPart, texts: set[str]) -> HistoryPart:
    """An act without its titles where they are hidden, as where they were withdrawn."""
    if act.hidden is True:
        return replace(act, title=None, old=None)
    return replace(
        act,
        title=None if act.title in texts else act.title,
        old=None if act.old in texts else act.old,
    )


def _shown_contributions(document: Document, hidden: set[str]) -> list[ContributionPart]:
    """Those that a topic holds which is not hidden."""
    shown = _contributions_of(topic for topic in document.topics if topic.id not in hidden)
    return [said for said in document.contributions if said.id in shown or said.withdrawn]


def _contributions_of(topics: Iterable[AnyTopic]) -> set[str]:
    return {id for topic in topics for id in topic.contributions}


def _hidden_texts(document: Document, hidden: set[str]) -> set[str]:
    """Every title and text that stands on hidden topics alone."""
    shown = {said.id for said in _shown_contributions(document, hidden)}
    of_hidden: set[str] = set()
    of_shown: set[str] = set()
    for topic in (*document.topics, *document.retired):
        found = of_hidden if topic.id in hidden else of_shown
        if topic.id in hidden or isinstance(topic, TopicPart):
            found.update([topic.title, *topic.flags.narrower])
    for said in document.contributions:
        (of_shown if said.id in shown else of_hidden).update([said.text, title_of(said.text)])
    for act in document.history:
        if act.hidden is True and act.kind != "split":  # its title is that of a topic in the file
            of_hidden.update([act.title or "", act.old or ""])
    return of_hidden - of_shown - {""}
