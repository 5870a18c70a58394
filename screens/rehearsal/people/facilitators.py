"""What both simulated facilitators do: they go by what their consoles show, like real ones.

One leads through the day (lead_facilitator.py), the other works on the board
(second_facilitator.py).
"""

from screens.rehearsal.client import Client
from screens.rehearsal.concerns import texts
from screens.rehearsal.people import choosing
from screens.rehearsal.people.actor import Actor
from screens.rehearsal.scenario import Rehearsal

STEP_S = (3, 6)


class Facilitator(Actor):
    """One console. Its steps within a phase end as soon as the phase is over."""

    def __init__(self, rehearsal: Rehearsal, name: str, key: str):
        auth = {"key": key, "console": f"rehearsal-{name}-{id(rehearsal):x}"}
        super().__init__(
            rehearsal, Client(rehearsal.url, "/console", rehearsal.report, **auth), name
        )

    @property
    def view(self) -> dict:
        return self.client.view

    def step(self, phase: str) -> bool:
        """Think for a moment; False once `phase` is over."""
        return (
            self.rehearsal.pause(self.rehearsal.chance.uniform(*STEP_S))
            and self.view["phase"] == phase
        )

    def merge(self, title: str, topics: list[str], tell: str = "rehearse.does_merge") -> str | None:
        """Merge; return the new topic's id."""
        answer = self.try_(
            "merge", lambda: choosing.is_free(self.view, *topics), topics=topics, title=title
        )
        if answer:
            self.rehearsal.announce(tell, title=title, count=len(topics))
        return answer and answer["topic"]

    def split(self, topic: dict, parts: list[dict], successor: int | None = None) -> None:
        """Split; somebody may have changed the topic since it was looked at."""
        looked_at = topic["contributions"]
        answer = self.try_(
            "split",
            lambda: self.view["topics"].get(topic["id"], {}).get("contributions") == looked_at,
            topic=topic["id"],
            parts=parts,
            successor=successor,
        )
        if answer:
            self.rehearsal.announce("rehearse.does_split", title=topic["title"], count=len(parts))

    def merge_duplicates(self, phase: str, *, from_the_end: bool, most: int) -> None:
        """Merge what means the same; the two begin at the two ends of the board."""
        wide, late = texts()["too_wide_merge"]["of"], texts()["late_merge"]
        for _ in range(most):
            found = choosing.duplicates(self.view, leave={*wide, late})
            if not found or not self.step(phase):
                return
            title, topics = found[-1 if from_the_end else 0]
            if choosing.is_free(self.view, *topics):
                self.merge(title, topics)

    def back(self, kind: str = "undo") -> None:
        """Take a step back, or forward again; right to refuse where somebody went on from there."""
        answer = self.try_(kind, lambda: False)
        if answer:
            self.rehearsal.announce(f"rehearse.does_{kind}")
