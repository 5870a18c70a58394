"""The harvest of a day as files: workshop.json, tables, a report, pictures, and apart, contacts.

`harvest` reads the state, in the server and quickly; `files` does the long work, in the worker.
"""

from facilitation.exports.archive import files, write, zipped
from facilitation.exports.contacts import contacts_csv
from facilitation.exports.harvest import harvest

__all__ = ["contacts_csv", "files", "harvest", "write", "zipped"]
