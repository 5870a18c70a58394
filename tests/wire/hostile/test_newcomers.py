"""How many people one connection may be, and that nobody else feels it."""

import json

from screens.limits.rate_limits import CONNECTIONS
from tests.wire.raw import Raw


def test_one_connection_does_not_become_a_crowd(running, hall):
    """Coming and going on one connection, each time as somebody new."""
    facilitator, other = hall.console(), hall.phone()
    before = facilitator.sync()["participants"]

    with Raw(running.url) as crowd:
        for _ in range(3 * CONNECTIONS.amount):
            crowd.text("41/phone,")
            crowd.text('40/phone,{"token":null,"language":"en"}')
        refused = next(f for f in iter(crowd.receive, "") if f.startswith("44/phone,"))
        assert json.loads(refused.removeprefix("44/phone,"))["message"].startswith("That was very")
        assert other.sync()["participants"] <= before + CONNECTIONS.amount

    assert hall.phone().token
    assert other.sync()["participants"] <= before + CONNECTIONS.amount + 1
