"""The address phones are shown: chosen among the laptop's own, and kept for the next start."""

import pytest

from facilitation.domain.refusals import NotFound
from screens.commands.startup import phone_address
from screens.network.addresses import Addresses, kept_host
from screens.wire.ambient import Ambient

OWN = ["192.168.1.20", "10.0.0.5"]


def shown(data, ambient: Ambient) -> Addresses:
    return Addresses(ambient, lambda: OWN, beside=data)


@pytest.fixture
def ambient():
    return Ambient(address="http://192.168.1.20:8080/")


@pytest.fixture
def data(tmp_path):
    return tmp_path / "workshop.db"


def test_chosen_address_is_kept_for_the_next_start(data, ambient):
    assert kept_host(data) is None

    shown(data, ambient).choose("http://10.0.0.5:8080/")

    assert kept_host(data) == "10.0.0.5"
    assert phone_address(OWN, 9000, kept=kept_host(data)) == "http://10.0.0.5:9000/"


def test_refused_address_is_not_kept(data, ambient):
    with pytest.raises(NotFound):
        shown(data, ambient).choose("http://198.51.100.7:8080/")

    assert kept_host(data) is None


def test_address_that_cannot_be_kept_is_shown_all_the_same(tmp_path, ambient):
    shown(tmp_path / "gone" / "workshop.db", ambient).choose("http://10.0.0.5:8080/")

    assert ambient["address"] == "http://10.0.0.5:8080/"


@pytest.mark.parametrize("kept", [None, "", "172.16.0.9", "rathaus.test"])
def test_kept_address_that_is_not_the_laptops_any_more_gives_way_to_the_likeliest(kept):
    assert phone_address(OWN, 8080, kept=kept) == "http://192.168.1.20:8080/"


def test_address_of_the_command_line_wins():
    given = phone_address(OWN, 8080, "rathaus.test", kept="10.0.0.5")

    assert given == "http://rathaus.test:8080/"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b" 10.0.0.5\n"])
def test_damaged_file_beside_the_data_hinders_nothing(data, content):
    data.with_name("workshop.db.address").write_bytes(content)

    assert kept_host(data) == (content.strip().decode() if b"10" in content else None)
