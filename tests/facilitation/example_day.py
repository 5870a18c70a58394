"""A whole day in memory, small enough to know by heart and rich enough to show everything."""

from collections.abc import Iterable
from itertools import count

from facilitation.workshop import Caller, Workshop

LONG = (
    "Wir haben lange darüber gesprochen, was ein Ort für alle braucht: eine Küche, in der alle "
    "kochen können, ohne zu fragen, einen Tisch, an dem niemand allein sitzt, und jemanden, der "
    "morgens aufschließt. "
)


class Day:
    """A workshop and the people in it; every act gets an id of its own."""

    def __init__(self, workshop: Workshop | None = None):
        self.workshop = workshop or Workshop.open(None)
        self._numbers = count(1)
        self.people: list[Caller] = []

    def arrive(self, language: str = "de") -> Caller:
        person = self.workshop.join(language=language)
        self.people.append(Caller("phone", person.id))
        return self.people[-1]

    def act(self, by: Caller | str, do: str, **what) -> dict:
        """Carry out an act of a phone, or of the console with this id."""
        caller = Caller("console", by) if isinstance(by, str) else by
        message = {"id": f"a{next(self._numbers)}", "do": do, **what}
        return self.workshop.act(message, caller)

    def say(self, by: Caller, *texts: str) -> list[str]:
        """Contribute texts and return their topics."""
        return [self.act(by, "contribute", text=text)["topic"] for text in texts]

    def sit(self, group: str, people: Iterable[Caller]) -> None:
        for person in people:
            self.act(person, "join_group", group=group)

    def write(self, by: Caller, group: str, **fields: str) -> None:
        for field, value in fields.items():
            self.act(by, "write_board", group=group, field=field, value=value, base=0)

    @property
    def state(self):
        return self.workshop.state

    @property
    def private(self):
        return self.workshop.private


def rich_day() -> Day:
    """Merges, a split, an undo, a hidden topic, dots, three groups, one dissolved, open ends."""
    day = Day()
    people = [day.arrive(code) for code in ("de",) * 9 + ("en", "en", "en", "uk", "ar")]
    ada, ben, cem, dana = people[:4]
    day.act(
        "Console of Karla",
        "set_settings",
        title="Open-Sozial in Musterstadt",
        questions=["Was beschäftigt dich hier, wo du lebst?"],
        help_tasks=["Tische aufbauen", "Getränke verkaufen", "Webseite pflegen"],
    )
    supporters = [
        {"name": "Karla König", "kind": "moderator", "note": "kennt die Ehrenamtsbörse"},
        {"name": "Nachbarschaftshilfe e. V.", "kind": "partner"},
    ]
    roster = day.act("Console of Karla", "set_supporters", supporters=supporters)["supporters"]
    day.act("Console of Karla", "set_phase", phase="collect")
    bus = day.say(ada, "Nach 19 Uhr fährt kein Bus mehr ins Dorf.", "Mehr Bänke im Schatten")
    bus += day.say(ben, "Der letzte Bus ist zu früh.\nMeine Tochter kommt nicht heim.")
    care = day.say(cem, "Pflege zu Hause: Wer hilft, wenn ich nicht mehr kann?")
    care += day.say(dana, "Pflegende Angehörige brauchen Urlaub", "=SUMME(A1) zahlt keiner")
    everything = day.say(people[4], "Alles mit Digitalisierung & Ämtern <b>ist</b> zu kompliziert")
    everything += day.say(people[5], "Formulare im Netz versteht meine Oma nicht")
    day.say(people[9], "Language café for newcomers", "Where can I meet people?")
    day.say(people[10], "A place to play music after work")
    day.say(people[11], "Neighbours who explain letters from the office")
    day.say(people[12], "Мені потрібні курси німецької ввечері")
    day.say(people[13], "أريد أن أتطوع لكنني لا أعرف أين")
    rude = day.say(people[6], "Der Nachbar Meier ist ein Idiot")
    lost = day.act(people[7], "contribute", text="Das nehme ich lieber zurück")
    walls = ["Repair-Café", "Ein Fest der Nachbarschaft", "@Rathaus: bitte länger öffnen"]
    cards = day.act("Console of Karla", "enter_cards", cards=walls)["topics"]
    day.act("Console of Karla", "set_phase", phase="sort")
    day.act(people[7], "withdraw", contribution=lost["contribution"])
    day.act(ada, "flag_broad", topic=everything[0], narrower="Hilfe beim Online-Formular")
    day.act(ben, "flag_broad", topic=everything[0], narrower="Sprechstunde im Rathaus")
    day.act(cem, "flag_broad", topic=everything[0])
    day.act("Console of Karla", "hide", topic=rude[0], reason="Beleidigt Menschen")
    traffic = day.act("Console of Karla", "merge", topics=[bus[0], bus[2]], title="Bus am Abend")[
        "topic"
    ]
    caring = day.act("Console of Mo", "merge", topics=care[:2], title="Pflegearbeit")["topic"]
    wrong = day.act("Console of Mo", "merge", topics=[bus[1], cards[0]], title="Irrtum")
    day.act("Console of Mo", "undo")
    both = day.act("Console of Karla", "merge", topics=everything, title="Digitalisierung")["topic"]
    said = list(day.state.topics[both].contributions)
    parts = [
        {"title": "Verständliche Ämter", "contributions": said[:1]},
        {"title": "Hilfe am Computer", "contributions": said[1:]},
    ]
    office, computer = day.act("Console of Karla", "split", topic=both, parts=parts)["topics"]
    day.act("Console of Karla", "rename", topic=cards[2], title="Öffnungszeiten im Rathaus")
    day.act("Console of Karla", "set_phase", phase="vote")
    for person in people[:9]:
        day.act(person, "place_dot", topic=traffic)
        day.act(person, "place_dot", topic=caring)
    for person in people[:6]:
        day.act(person, "place_dot", topic=traffic)
    for person in people[3:13]:
        day.act(person, "place_dot", topic=computer)
    day.act("Console of Karla", "enter_paper_dots", topic=cards[1], count=4)
    day.act("Console of Karla", "reveal", counts=True)
    day.act("Console of Karla", "set_phase", phase="group")
    line = day.act(
        "Console of Karla",
        "call_group",
        topics=[traffic],
        title="Bus am Abend",
        table="1",
        seats=8,
        supporter=roster[0],
    )["group"]
    home = day.act(
        "Console of Karla",
        "call_group",
        topics=[caring],
        title="Pflegearbeit: Wer hilft denen, die helfen?",
        table="2",
        supporter=roster[1],
    )["group"]
    net = day.act(
        "Console of Mo", "call_group", topics=[computer, office], title="Digital & Amt", table="3"
    )["group"]
    gone = day.act("Console of Mo", "call_group", topics=[cards[1]], title="Festkomitee")["group"]
    day.sit(line, people[:5])
    day.sit(home, people[5:9])
    day.sit(net, people[9:12])
    day.sit(gone, people[12:])
    day.act("Console of Karla", "set_phase", phase="board")
    day.write(
        ada,
        line,
        goal="Der letzte Bus fährt freitags und samstags um 23 Uhr.",
        mandate="Mit der Verkehrsgesellschaft sprechen.",
        steps="1. Fahrgäste zählen\n2. Brief an den Landrat\n3. Bürgerbus prüfen",
        networks="Seniorenbeirat, Schülervertretung",
        needs="Jemanden, der Fahrpläne lesen kann",
        meeting="Dienstag, 8. Dezember, 19 Uhr, Gasthaus Linde",
        contact="ada@example.org",
        meeting_date="2026-12-08",
        meeting_time="19:00",
        meeting_place="Gasthaus Linde, نادي الحي",
    )
    day.write(
        people[5], home, goal=LONG * 9, steps=LONG * 9, needs="Підтримка вдома", mandate=LONG * 9
    )
    day.write(people[9], net, goal="Help with letters ❤ 🧡", networks="مقهى اللغة كل يوم ثلاثاء")
    day.write(people[12], gone, goal="Ein Fest im Sommer")
    day.act("Console of Mo", "dissolve_group", group=gone)
    day.act("Console of Karla", "set_phase", phase="close")
    for person in people[:7]:
        day.act(person, "show_interest", topic=cards[1])
    day.act(ada, "show_interest", topic=cards[0])
    day.act(ben, "offer_help", tasks=["Tische aufbauen", "Getränke verkaufen"])
    day.act(cem, "offer_help", tasks=["Tische aufbauen"])
    day.act(
        ada,
        "leave_contact",
        name="=Ada Adler",
        email="ada@example.org",
        phone="+49 661 123",
        purposes=["group", "next_workshop", "Fahrdienst"],
        consent=True,
    )
    day.ids = {"merged": traffic, "split": both, "undone": wrong["topic"], "hidden": rude[0]}
    return day
