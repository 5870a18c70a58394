"""How much one participant may do in a short time."""

import pytest

from facilitation.domain.refusals import TooFast
from screens.limits.rate_limits import ACTS, PUBLIC_ACTS, RateLimiter


def sent_until_refused(limiter, who, message, most):
    """Return how many messages were let through before the first refusal."""
    for count in range(most):
        try:
            limiter.check(who, message)
        except TooFast:
            return count
    return most


def test_rate_limits_lets_a_busy_person_through_and_stops_a_script():
    dot = {"id": "1", "do": "place_dot", "topic": "t"}

    assert sent_until_refused(RateLimiter(), "ada", dot, 2_000) == ACTS.amount


def test_rate_limits_is_slower_for_what_everybody_sees():
    said = {"id": "1", "do": "contribute", "text": "Bus"}

    assert sent_until_refused(RateLimiter(), "ada", said, 2_000) == PUBLIC_ACTS.amount


def test_rate_limits_is_each_participants_own():
    limiter = RateLimiter()
    said = {"id": "1", "do": "contribute", "text": "Bus"}
    sent_until_refused(limiter, "ada", said, 2_000)

    limiter.check("bert", said)
    with pytest.raises(TooFast) as no:
        limiter.check("ada", said)
    assert no.value.key == "refusal.too_fast"


@pytest.mark.parametrize("garbage", [None, [], "act", {"do": 7}, {"do": ["contribute"]}, 3.5])
def test_rate_limits_takes_whatever_is_sent(garbage):
    RateLimiter().check("ada", garbage)
