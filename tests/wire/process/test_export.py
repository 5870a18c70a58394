"""The export over HTTP, made by the worker process of a running server."""

import io
import urllib.error
import urllib.request
import zipfile
from http.cookiejar import CookieJar

import pytest


def test_export_and_contacts_are_for_facilitators_alone(server):
    for name in ("export.zip", "contacts.csv"):
        with pytest.raises(urllib.error.HTTPError) as no:
            urllib.request.urlopen(f"{server.url}/{name}", timeout=30)
        assert no.value.code == 401
    console = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    console.open(f"{server.url}/console?key={server.key}", timeout=30).read()
    packed = console.open(f"{server.url}/export.zip", timeout=120).read()
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        assert {"workshop.json", "report.html", "topics.csv"} <= set(archive.namelist())
    contacts = console.open(f"{server.url}/contacts.csv", timeout=30).read().decode("utf-8-sig")
    assert contacts == "Name;E-Mail;Telefon;Wofür;Themengruppe;Kontakt von der Gruppentafel\r\n"
