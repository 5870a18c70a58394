"""A hall full of phones on one server, with a wall and a console, and what they can do."""

import bisect
import itertools
import random
import time

import msgspec

from tests.bench.load.crowd import Crowd, Line

IN_WITHIN_S = 60.0
ANSWERED_WITHIN_S = 60.0
CARDS_AN_ACT = 200
CARD = "Im Ort fehlt ein Platz, an dem sich Junge und Alte treffen, Nummer {n}, auch ohne Geld."


class Answer(msgspec.Struct):
    """What an act was answered with, as far as it is looked at."""

    ok: bool
    at: int = 0
    error: str = ""


class Change(msgspec.Struct):
    """The number that a change or view includes."""

    at: int


class Vote(msgspec.Struct):
    """One act of a phone and its times, in seconds of the one clock."""

    person: str
    id: str
    due: float
    answered: float = 0.0
    answer: Answer | None = None


class Hall:
    """Everybody who is connected to one server."""

    def __init__(self, host):
        self.host, self.crowd = host, Crowd()
        self.phones: list[Line] = []
        self.people: list[str] = []
        self.votes: list[Vote] = []
        self.topics: list[str] = ["t"]
        self.wall_numbers: list[int] = []
        self.wall_times: list[float] = []
        self.waiting = 0
        self._placed: dict[int, list[str]] = {}
        self._ids = itertools.count(1)
        self._random = random.Random(1)
        auth = {"key": host.key, "console": "bench"}
        self.console = Line(self.crowd, host.port, "/console", auth)
        self._until(lambda: self.console.ready_at)

    def close(self) -> None:
        self.crowd.close()

    def open_vote(self, *, counts: str, topics: int) -> None:
        """Fill the board and let everybody vote as often as they like."""
        cards = [CARD.format(n=n) for n in range(topics)]
        self.topics = []
        for start in range(0, topics, CARDS_AN_ACT):
            some = cards[start : start + CARDS_AN_ACT]
            made = self.order("enter_cards", cards=some, via="wall")
            self.topics += msgspec.json.decode(made)["topics"]
        self.order("set_settings", budget=100, cap=100, counts=counts)
        self.order("set_phase", phase="vote")

    def watch_wall(self) -> None:
        """Note when the wall had which number."""
        wall = Line(self.crowd, self.host.port, "/wall", {}, self._seen_at_wall)
        self._until(lambda: wall.ready_at)

    def let_in(self, count: int, heard=None) -> list[Line]:
        """Connect more phones, all at once; return them when each has its first view."""
        port = self.host.port
        new = [Line(self.crowd, port, "/phone", {"token": None}, heard) for _ in range(count)]
        self._until(lambda: all(phone.ready_at for phone in new))
        self.phones += new
        self.people += [phone.person for phone in new]
        return new

    def order(self, do: str, **fields) -> bytes:
        """Have the console act; return the answer's JSON."""
        answers: list[bytes] = []
        self.console.ask("act", {"id": f"c{next(self._ids)}", "do": do, **fields}, answers.append)
        self._until(lambda: answers)
        if not msgspec.json.decode(answers[0], type=Answer).ok:
            raise RuntimeError(f"{do} was refused: {answers[0].decode()}")
        return answers[0]

    def vote(self, index: int, due: float) -> None:
        """Let one phone place a dot, or take its last one back, as if it were `due`."""
        vote = Vote(self.people[index], f"v{next(self._ids)}", due)
        placed = self._placed.setdefault(index, [])
        if len(placed) > 3:
            do, topic = "take_dot", placed.pop(0)
        else:
            do, topic = "place_dot", self._random.choice(self.topics)
            placed.append(topic)
        self.votes.append(vote)
        self.waiting += 1

        def answered(body: bytes) -> None:
            vote.answered = time.perf_counter()
            vote.answer = msgspec.json.decode(body, type=Answer)
            self.waiting -= 1

        self.phones[index].ask("act", {"id": vote.id, "do": do, "topic": topic}, answered)

    def vote_for(self, seconds: float, per_second: float) -> None:
        """Vote at an even pace, whether or not answers come, then wait for them."""
        begun, sent = time.perf_counter(), 0
        total = int(seconds * per_second)

        def due() -> float:
            nonlocal sent
            now = time.perf_counter()
            while sent < total and begun + sent / per_second <= now:
                self.vote(sent % len(self.phones), begun + sent / per_second)
                sent += 1
            return begun + sent / per_second - now if sent < total else 0.05

        self.crowd.run(
            lambda: sent == total and not self.waiting,
            within_s=seconds + ANSWERED_WITHIN_S,
            due=due,
        )
        self.settle()

    def vote_at_once(self) -> None:
        """Let every phone vote in one instant, and wait for all answers."""
        instant = time.perf_counter()
        for index in range(len(self.phones)):
            self.vote(index, instant)
        self.crowd.run(lambda: not self.waiting, within_s=ANSWERED_WITHIN_S)
        self.settle()

    def settle(self, seconds: float = 0.5) -> None:
        """Let what is still on its way arrive."""
        self.crowd.run(lambda: False, within_s=seconds)

    def take_votes(self) -> list[Vote]:
        taken, self.votes = self.votes, []
        return taken

    def at_wall(self, vote: Vote) -> float | None:
        """Return when the wall first had what this vote changed; None if it never did."""
        index = bisect.bisect_left(self.wall_numbers, vote.answer.at)
        return self.wall_times[index] if index < len(self.wall_times) else None

    def _seen_at_wall(self, line: Line, event: bytes, body: bytes) -> None:
        self.wall_numbers.append(msgspec.json.decode(body, type=Change).at)
        self.wall_times.append(time.perf_counter())

    def _until(self, done) -> None:
        if not self.crowd.run(done, within_s=IN_WITHIN_S):
            raise TimeoutError("The server did not answer in time.")
