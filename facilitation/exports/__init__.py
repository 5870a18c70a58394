"""The harvest of a day as files: workshop.json, tables, a report, pictures; and contacts, apart.

`job` reads the state, quickly, in the server; `files` makes the files from it, in the worker.
"""

from facilitation.exports.archive import files, job, write, zipped
from facilitation.exports.contacts import contacts_csv
from facilitation.exports.formats.data.workshop_json import workshop_json
from facilitation.exports.harvest import harvest

__all__ = ["contacts_csv", "files", "harvest", "job", "workshop_json", "write", "zipped"]
