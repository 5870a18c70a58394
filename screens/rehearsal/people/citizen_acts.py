"""What citizens do with their phones: each act is tried only where their own view offers it."""

from facilitation.domain.commands import BOARD_FIELDS, MEETING_FIELDS
from screens.rehearsal.client import Client
from screens.rehearsal.concerns import concern_of, reworded, texts
from screens.rehearsal.people.actor import Actor
from screens.rehearsal.scenario import Rehearsal

LONG_ENOUGH = 1000
ENOUGH_INTERESTS = 3


class PhoneUser(Actor):
    """The acts of one phone. Who they are (`index`, `chance`, `concerns`) is citizens.py's."""

    def __init__(self, rehearsal: Rehearsal, client: Client, name: str):
        super().__init__(rehearsal, client, name)
        self.partner: PhoneUser | None = None
        self.said: dict[str, str] = {}  # contribution id: its text, as it was acknowledged last
        self._noted = self._left_contact = False
        self._boards_written = 0

    def is_open(self, what: str) -> bool:
        return self.client.view["open"][what]

    def confirm(self, note: dict) -> None:
        answer = self.try_(
            "interview_confirm",
            lambda: self.is_open("contributions") and note in self.client.me["notes"],
            note=note["id"],
            text=note["text"],
        )
        if answer:
            self.said[answer["contribution"]] = note["text"]

    def note(self) -> None:
        """Note what the partner says; their code is read to me across the table."""
        code = self._code_across() if self.index % 2 else None
        pair = self.client.me["pair"]
        if not code and not (pair and pair["partner"]):
            return
        text = self.rehearsal.next_interview_note() or self.partner.next_concern()
        if text is None:
            self._noted = True
            return
        fields = {"text": text, "pair_code": code} if code else {"text": text}
        if self.try_(
            "interview_note",
            lambda: self.is_open("contributions") and code in (None, self._code_across()),
            **fields,
        ):
            self._noted = True

    def _code_across(self) -> str | None:
        """The code on the partner's phone, which they may have renewed meanwhile."""
        return (self.partner.client.me.get("pair") or {}).get("code")

    def next_concern(self) -> str | None:
        """Say to one's partner what one came for; it is theirs to note then."""
        return self.concerns.pop(0).text if self.concerns else None

    def contribute(self) -> None:
        concern = self.concerns.pop(0)
        answer = self.try_("contribute", lambda: self.is_open("contributions"), text=concern.text)
        if answer:
            self.said[answer["contribution"]] = concern.text
        else:
            self.concerns.append(concern)

    def own(self) -> tuple[str, str] | None:
        """One of my contributions that still stands alone on the board, with its text."""
        mine = set(self.client.me["contributions"])
        said = [
            (c["id"], c["text"])
            for topic in self.client.view["topics"].values()
            for c in topic["contributions"]
            if c["id"] in mine and topic["state"] == "open"
        ]
        return self.chance.choice(said) if said else None

    def reword(self) -> None:
        own = self.own()
        said = concern_of(own[1]) if own else None
        if said and said.language == "de" and not said.title:
            id, text = own[0], reworded(said.text, self.chance.choice(texts()["reworded"]))
            if self.try_("reword", lambda: False, contribution=id, text=text):
                self.said[id] = text

    def withdraw(self) -> None:
        own = self.own()
        if own is not None and self.try_("withdraw", lambda: False, contribution=own[0]):
            self.said.pop(own[0])

    def flag(self) -> None:
        topics = self.client.view["topics"]
        broad = [id for id, topic in topics.items() if _is_broad(topic)]
        if not topics or not (broad or self.chance.random() < 0.1):
            return
        id = self.chance.choice(broad or list(topics))
        if id in self.client.me["flags"]:
            return
        said = concern_of(topics[id]["contributions"][0]["text"])
        ideas = said.broad if said and said.broad else texts()["narrower"]
        narrower = self.chance.choice(ideas) if self.chance.random() < 0.7 else None
        self.try_(
            "flag_broad",
            lambda: self.is_open("flags") and id in self.client.view["topics"],
            topic=id,
            narrower=narrower,
        )

    def place(self) -> None:
        me, cap = self.client.me, self.client.view["cap"]
        topics = {
            id: topic
            for id, topic in self.client.view["topics"].items()
            if topic["state"] != "hidden" and me["dots"].get(id, 0) < cap
        }
        if not topics:
            return
        weights = [len(topic["contributions"]) ** 2 for topic in topics.values()]
        id = self.chance.choices(list(topics), weights)[0]
        self.try_(
            "place_dot",
            lambda: (
                self.is_open("dots")
                and id in self.client.view["topics"]
                and self.client.me["hand"] > 0
                and self.client.me["dots"].get(id, 0) < self.client.view["cap"]
            ),
            topic=id,
        )

    def join_a_group(self) -> None:
        groups = {id: g for id, g in self.client.view["groups"].items() if _has_seat(g)}
        if groups:
            id = self.chance.choice(list(groups))
            self.try_(
                "join_group",
                lambda: self.is_open("groups") and _has_seat(self.client.view["groups"].get(id)),
                group=id,
            )

    def write(self) -> None:
        id = self.client.me["group"]
        field = self.chance.choice(BOARD_FIELDS)
        before = self.client.view["groups"][id]["board"][field]
        text = self.chance.choice(texts()["board"][field])
        if text in before["value"] or len(before["value"]) > 1000:
            return
        if field in MEETING_FIELDS and before["value"]:
            return
        value = f"{before['value']}\n{text}" if before["value"] else text
        if self.chance.random() < 0.5:
            self.rehearsal.pause(self.chance.uniform(1, 4))  # they type while others write too
        if self.try_(
            "write_board",
            lambda: self.is_open("boards") and self.client.me["group"] == id,
            group=id,
            field=field,
            value=value,
            base=before["base"],
        ):
            self._boards_written += 1

    def show_interest(self) -> None:
        mine = self.client.me["interests"]
        free = [
            id
            for id, topic in self.client.view["topics"].items()
            if topic["state"] in ("open", "open_end") and id not in mine
        ]
        if free and len(mine) < 3:
            id = self.chance.choice(free)
            self.try_(
                "show_interest",
                lambda: (
                    self.is_open("interest")
                    and self.client.view["topics"].get(id, {}).get("state") in ("open", "open_end")
                ),
                topic=id,
            )

    def offer_help(self) -> None:
        tasks = self.client.view["help_tasks"]
        if tasks:
            chosen = self.chance.sample(tasks, min(len(tasks), self.chance.randint(1, 2)))
            self.try_("offer_help", lambda: self.is_open("help"), tasks=chosen)

    def leave_contact(self) -> None:
        name = texts()["people"][self.index % len(texts()["people"])]
        self._left_contact = bool(
            self.try_(
                "leave_contact",
                lambda: self.is_open("contact"),
                name=name,
                email=f"probe{self.index}@example.org",
                purposes=["group", "next_workshop"],
                consent=True,
            )
        )

    def read_a_notice(self) -> None:
        id = self.client.me["notices"][0]["id"]
        self.try_(
            "dismiss_notice",
            lambda: any(notice["id"] == id for notice in self.client.me["notices"]),
            notice=id,
        )


def _is_broad(topic: dict) -> bool:
    said = concern_of(topic["contributions"][0]["text"])
    wide = topic["title"] == texts()["too_wide_merge"]["title"]
    return wide or (said is not None and bool(said.broad) and len(topic["contributions"]) == 1)


def _has_seat(group: dict | None) -> bool:
    return group is not None and (group["seats"] is None or group["members"] < group["seats"])
