"""What each act does to the model, in its own words."""

from dataclasses import replace as changed

from tests.facilitation.random_days.model import Model, Person, Said, Shape, Table


def join(model: Model, who: str) -> None:
    model.people[who] = Person()


def contribute(model: Model, who: str, text: str, contribution: str, topic: str) -> None:
    model.said[contribution] = Said(who, text)
    model.topics[topic] = Shape(None, (contribution,))
    model.paper[topic] = 0


def reword(model: Model, contribution: str, text: str) -> None:
    model.said[contribution] = changed(model.said[contribution], text=text)


def withdraw(model: Model, contribution: str) -> None:
    model.said[contribution] = changed(model.said[contribution], withdrawn=True)


def flag_broad(model: Model, who: str, topic: str, narrower: str | None) -> None:
    model.flags.setdefault(topic, {})[who] = narrower


def take_dot(model: Model, who: str, topic: str) -> None:
    dots = model.people[who].dots
    del dots[max(n for n, on in dots.items() if on == topic)]


def merge(model: Model, n: int, by: str, sources: list[str], into: str, title: str) -> None:
    shapes = [model.topics[id] for id in sources]
    group = next((shape.group for shape in shapes if shape.group), None)

    def change():
        all_ = dict.fromkeys(c for shape in shapes for c in shape.contributions)
        paper = sum(model.paper.pop(id) for id in sources)
        for person in model.people.values():
            mine = sorted(number for number, topic in person.dots.items() if topic in sources)
            for index, number in enumerate(mine):
                if index < model.cap:
                    person.dots[number] = into
                else:
                    del person.dots[number]
        for id in sources:
            del model.topics[id]
        model.topics[into] = Shape(title, tuple(all_), tuple(sources), None, group)
        model.flags[into] = {}
        for id in sources:
            for who, narrower in model.flags.get(id, {}).items():
                model.flags[into][who] = narrower or model.flags[into].get(who)
        model.paper[into] = paper
        _swap(model, group, sources, [into])

    model.step(n, by, "merge", [*sources, into], [group] if group else [], change=change)


def split(model: Model, n: int, by: str, whole: str, parts: dict, successor: str | None) -> None:
    """`parts` maps the id of a part to its title and contributions, in their order."""
    old = model.topics[whole]

    def change():
        if successor is None:
            model.lift([whole])
            del model.topics[whole]
            del model.paper[whole]
        for id, (title, contributions) in parts.items():
            if id == successor:
                model.topics[id] = old._replace(title=title, contributions=tuple(contributions))
                continue
            model.topics[id] = Shape(title, tuple(contributions), (whole,), None, old.group)
            model.paper[id] = 0
        _swap(model, old.group, [whole], list(parts))

    groups = [old.group] if old.group else []
    model.step(n, by, "split", [whole, *parts], groups, change=change)
    if successor is not None:  # it is narrower: what was said of the whole is not said of it
        model.acts[n].other_flags = {whole: model.flags.get(whole, {})}
        model.flags[whole] = {}


def _swap(model: Model, group: str | None, gone: list[str], come: list[str]) -> None:
    """Where the first of the gone topics stood in the group's list, the new ones stand."""
    if group is None:
        return
    topics = list(model.groups[group].topics)
    place = min(topics.index(id) for id in gone if id in topics)
    kept = [id for id in topics if id not in gone]
    before = [id for id in topics[:place] if id not in gone]
    topics = [*before, *come, *kept[len(before) :]]
    model.groups[group] = model.groups[group]._replace(topics=tuple(topics))


def rename(model: Model, n: int, by: str, topic: str, title: str) -> None:
    _reshape(model, n, by, "rename", topic, title=title)


def restore(model: Model, n: int, by: str, topic: str) -> None:
    _reshape(model, n, by, "restore", topic, hidden=None)


def hide(model: Model, n: int, by: str, topic: str, reason: str) -> None:
    def change():
        model.lift([topic])
        model.topics[topic] = model.topics[topic]._replace(hidden=reason)

    model.step(n, by, "hide", [topic], change=change)


def _reshape(model: Model, n: int, by: str, kind: str, topic: str, **fields) -> None:
    def change():
        model.topics[topic] = model.topics[topic]._replace(**fields)

    model.step(n, by, kind, [topic], change=change)


def enter_cards(model: Model, n: int, by: str, cards: list[tuple[str, str, str]]) -> None:
    """Each card is (contribution, topic, text)."""

    def change():
        for contribution, topic, text in cards:
            contribute(model, by, text, contribution, topic)

    topics, entered = [card[1] for card in cards], [card[0] for card in cards]
    model.step(n, by, "enter_cards", topics, cards=entered, change=change)


def call_group(model: Model, n: int, by: str, group: str, table: Table) -> None:
    def change():
        model.groups[group] = table
        model.boards[group] = {}
        _assign(model, group, table.topics)

    model.step(n, by, "call_group", table.topics, [group], change=change)


def change_group(model: Model, n: int, by: str, group: str, table: Table) -> None:
    topics = {*model.groups[group].topics, *table.topics}

    def change():
        model.groups[group] = table
        _assign(model, group, table.topics)

    model.step(n, by, "change_group", topics, [group], change=change)


def dissolve_group(model: Model, n: int, by: str, group: str) -> None:
    def change():
        topics = model.groups[group].topics
        model.end_group(group)
        for id in topics:
            model.topics[id] = model.topics[id]._replace(group=None)

    model.step(n, by, "dissolve_group", model.groups[group].topics, [group], change=change)


def _assign(model: Model, group: str, topics: tuple[str, ...]) -> None:
    for id, shape in list(model.topics.items()):
        if id in topics:
            model.topics[id] = shape._replace(group=group)
        elif shape.group == group:
            model.topics[id] = shape._replace(group=None)


def write_board(model: Model, who: str, group: str, field: str, text: str) -> None:
    model.boards[group][field] = text
    if field == "contact":
        model.hands[group] = {*model.hands.get(group, ()), who} if text else set()


def keep_moment(model: Model, group: str, moment: str) -> None:
    """A date or time that another took the place of stays in the text on the meeting."""
    text = model.boards[group].get("meeting", "")
    if moment not in text:
        model.boards[group]["meeting"] = f"{text}\n{moment}" if text else moment


def erase_board_contact(model: Model, group: str) -> None:
    model.boards[group].pop("contact", None)
    model.hands[group] = set()
