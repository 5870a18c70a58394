"""What facilitators set for the day."""

from msgspec import Struct


class Settings(Struct, frozen=True):
    """What facilitators set. With `badge_votes` only owners of a badge place dots.

    `date` (YYYY-MM-DD) and `place` are those of the event; "" where nobody said.
    `counted` is how many people they counted in the hall; 0 where nobody counted.
    """

    title: str = "Open-Sozial"
    questions: tuple[str, ...] = ()
    help_tasks: tuple[str, ...] = ()
    budget: int = 5
    cap: int = 2
    counts: str = "hidden"
    badge_votes: bool = False
    counted: int = 0
    date: str = ""
    place: str = ""
    open: dict[str, bool] = {}
