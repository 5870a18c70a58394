"""The export over HTTP, made by the worker process of a running server."""

import io
import urllib.error
import urllib.request
import zipfile
from http.cookiejar import CookieJar

import pytest

from tests.conftest import Server
from tests.wire.clients import Console, Phone

HEADS = "Name;E-Mail;Telefon;Wofür;Themengruppe;Kontakt von der Gruppentafel\r\n"
WITH_TEXTS = {
    *("workshop.json", "topics.csv", "contributions.csv", "open_ends.csv"),
    *("report.html", "cloud.svg"),
}


def get(url: str) -> bytes:
    return urllib.request.urlopen(url, timeout=120).read()


def signed_in(server: Server) -> urllib.request.OpenerDirector:
    console = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    console.open(f"{server.url}/console?key={server.key}", timeout=30).read()
    return console


def unpacked(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def exported(server: Server) -> dict[str, bytes]:
    return unpacked(signed_in(server).open(f"{server.url}/export.zip", timeout=120).read())


def test_export_and_contacts_are_for_facilitators_alone(server):
    for name in ("export.zip", "contacts.csv"):
        with pytest.raises(urllib.error.HTTPError) as no:
            get(f"{server.url}/{name}")
        assert no.value.code == 401
    assert set(exported(server)) >= {*WITH_TEXTS, "groups.csv", "cloud.png"}
    contacts = signed_in(server).open(f"{server.url}/contacts.csv", timeout=30).read()
    assert contacts.decode("utf-8-sig") == HEADS


def test_export_is_whole_in_the_first_second_after_a_start(server):
    with Phone(server.url) as phone, Console(server.url, server.key) as console:
        console.do("set_phase", phase="collect")
        phone.do("contribute", text="Regenwasser sammeln")
    server.restart()

    files = exported(server)

    assert {name for name in WITH_TEXTS if b"Regenwasser" in files[name]} == WITH_TEXTS
    assert files["cloud.png"].startswith(b"\x89PNG")


def test_what_is_acknowledged_is_in_the_next_export_and_cloud(server):
    with Phone(server.url) as phone, Console(server.url, server.key) as console:
        console.do("set_phase", phase="collect")
        phone.do("contribute", text="Bus am Abend")
        assert "Abend" in get(f"{server.url}/cloud.svg").decode()
        for word in ("Regenwasser", "Lastenrad", "Sitzbank"):
            phone.do("contribute", text=word)
            assert word in get(f"{server.url}/cloud.svg").decode()
            files = exported(server)
            assert {n for n in WITH_TEXTS if word.encode() in files[n]} == WITH_TEXTS
