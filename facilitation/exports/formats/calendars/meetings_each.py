"""`meetings/`: a calendar file for each group, to send around in it (see meetings_ics.py)."""

from facilitation.exports.formats.calendars.meetings_ics import FOLDER, ICS, make_each
from facilitation.exports.formats.format import Format

FORMAT = Format(FOLDER, ICS, make_each)
