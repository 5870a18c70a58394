"""The commands beside serving, by name."""

from screens.commands.doctor import doctor
from screens.commands.export import export
from screens.commands.import_workshop import import_workshop
from screens.commands.rehearse import rehearse
from screens.commands.restore import restore
from screens.commands.setup import setup

ALL = {one.name: one for one in (setup, export, import_workshop, restore, doctor, rehearse)}
