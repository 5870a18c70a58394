"""Every format says what it is, and makes what it says."""

import mimetypes

from facilitation import exports
from facilitation.exports.formats import formats
from facilitation.exports.material import Material

FOLDERS = {"boards/": "board.png", "meetings/": "meeting.ics"}


def test_formats_are_found_by_themselves_and_make_the_files_they_name(day, files):
    material = Material(exports.job(day.state, day.private, "de"))
    made = set()
    for one in formats():
        found = one.files(material)
        assert found, one.name
        if one.is_folder:
            assert all(path.startswith(one.name) for path in found)
        else:
            assert set(found) == {one.name}
        assert not made & set(found)
        made |= set(found)
    assert made == set(files)


def test_media_types_are_those_of_the_names():
    for one in formats():
        guessed, _ = mimetypes.guess_type(FOLDERS.get(one.name, one.name))
        assert guessed is None or one.media_type.startswith(guessed), one.name
