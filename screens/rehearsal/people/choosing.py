"""What simulated facilitators see in a console's view: which topics to merge, split, call up."""

from screens.rehearsal.concerns import concern_of, texts

PARTS_MOST = 4


def free_topics(view: dict) -> list[dict]:
    """Return the topics without a group that are not hidden, in the order they were made."""
    topics = view["topics"].values()
    return sorted((t for t in topics if t["state"] in ("open", "open_end")), key=lambda t: t["n"])


def is_free(view: dict, *ids: str) -> bool:
    return all(view["topics"].get(id, {}).get("state") in ("open", "open_end") for id in ids)


def same_of(topic: dict) -> str | None:
    """Return what all contributions of a topic mean; None where they differ or say nothing."""
    said = [concern_of(c["text"]) for c in topic["contributions"]]
    names = {concern.same if concern else None for concern in said}
    return names.pop() if len(names) == 1 else None


def duplicates(view: dict, *, leave: set[str]) -> list[tuple[str, list[str]]]:
    """Return what means the same, as (title, topic ids), without the packs named in `leave`."""
    packs: dict[str, list[str]] = {}
    for topic in free_topics(view):
        name = same_of(topic)
        if name in texts()["headings"] and name not in leave:
            packs.setdefault(name, []).append(topic["id"])
    headings = texts()["headings"]
    return [(headings[name], ids) for name, ids in packs.items() if len(ids) > 1]


def one_pack(view: dict, name: str) -> tuple[str, list[str]] | None:
    """Return the duplicates that mean `name`, as (title, topic ids); None for fewer than two."""
    found = duplicates(view, leave=set(texts()["headings"]) - {name})
    return found[0] if found else None


def of_packs(view: dict, names: list[str]) -> list[str]:
    """Return the ids of the topics that mean one of `names`; none unless all of them are there."""
    found = [(same_of(topic), topic["id"]) for topic in free_topics(view)]
    ids = [id for name, id in found if name in names]
    return ids if {name for name, _ in found} >= set(names) else []


def narrower(view: dict, *, leave: str) -> tuple[dict, list[dict]] | None:
    """Return a topic that people find too broad, and the parts they propose; not topic `leave`."""
    for topic in free_topics(view):
        ideas = list(dict.fromkeys(topic["broad"]["narrower"]))[:PARTS_MOST]
        if len(topic["contributions"]) == 1 and len(ideas) > 1 and topic["title"] != leave:
            return topic, [{"title": idea, "contributions": []} for idea in ideas]
    return None


def titled(view: dict, title: str) -> dict | None:
    return next((t for t in free_topics(view) if t["title"] == title), None)


def wide_parts(topic: dict) -> tuple[list[dict], int]:
    """Return how the too wide merge is taken apart again, and which part keeps the dots."""
    wide = texts()["too_wide_merge"]
    shares: dict[str, list[str]] = {name: [] for name in wide["parts"]}
    for said in topic["contributions"]:
        concern = concern_of(said["text"])
        name = concern.same if concern and concern.same in shares else wide["of"][0]
        shares[name].append(said["id"])
    parts = [{"title": wide["parts"][n], "contributions": ids} for n, ids in shares.items() if ids]
    return parts, wide["successor"]


def long_ones(view: dict) -> list[tuple[dict, str]]:
    """Return the topics that still go by one long sentence, with a title for each."""
    found = []
    for topic in free_topics(view):
        concern = concern_of(topic["contributions"][0]["text"])
        if concern and concern.title and topic["title"] != concern.title:
            found.append((topic, concern.title))
    return found


def saying(view: dict, text: str) -> dict | None:
    """Return the topic that holds exactly this contribution alone."""
    topics = free_topics(view)
    return next((t for t in topics if [c["text"] for c in t["contributions"]] == [text]), None)


def most_dotted(view: dict, count: int) -> list[dict]:
    topics = sorted(free_topics(view), key=lambda t: (-t["dots"], -t["people"], t["n"]))
    return topics[:count]


def largest(view: dict, count: int) -> list[dict]:
    """Return the topics with the most contributions."""
    return sorted(free_topics(view), key=lambda t: (-len(t["contributions"]), t["n"]))[:count]
