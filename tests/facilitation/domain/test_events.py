"""Facts outlive the code: whatever can happen can be read back, under its own name."""

from facilitation.domain.events import AnyEvent, Event


def test_every_fact_can_be_read_back_from_the_journal():
    assert set(AnyEvent.__args__) == set(Event.__subclasses__())


def test_fact_is_stored_under_its_name():
    for fact in AnyEvent.__args__:
        assert fact.__struct_config__.tag_field == "event"
        assert fact.__struct_config__.tag == fact.__name__
