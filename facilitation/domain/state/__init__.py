"""The workshop as it stands: frozen structures in persistent maps, with small questions on them.

A fold makes a new state that shares all it did not touch with the old one, so a dot costs the
same with ten topics and with a thousand, a failed commit falls back to the state before it, and
what changed between two states is found by identity.
Each topic has its file.
"""

from facilitation.domain.state.agenda import OPEN_IN, SCENE_OF
from facilitation.domain.state.earlier import Earlier
from facilitation.domain.state.groups import BoardText, Group, Supporter
from facilitation.domain.state.history import Step
from facilitation.domain.state.people import Note, Notice, Participant
from facilitation.domain.state.settings import Settings
from facilitation.domain.state.topics import Contribution, Topic
from facilitation.domain.state.workshop import WorkshopState

__all__ = [
    "OPEN_IN",
    "SCENE_OF",
    "BoardText",
    "Contribution",
    "Earlier",
    "Group",
    "Note",
    "Notice",
    "Participant",
    "Settings",
    "Step",
    "Supporter",
    "Topic",
    "WorkshopState",
]
