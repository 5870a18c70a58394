"""What people say in these tests."""

import csv

from screens.rehearsal.concerns import concerns
from tests.conftest import ROOT

CITIZENS = ROOT.parent / "shared" / "data" / "titles_de.csv"


def texts() -> list[str]:
    """Return real citizens' titles where they are at hand, else those of the rehearsal."""
    if not CITIZENS.exists():
        return [concern.text for concern in concerns()]
    with CITIZENS.open(encoding="utf-8", newline="") as file:
        return [row["text"].strip() for row in csv.DictReader(file)]
