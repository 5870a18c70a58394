"""One-time codes that lead a phone on to another address."""

from screens.network.move_codes import REPEAT_WITHIN_S, VALID_S, MoveCodes


def test_move_code_leads_to_its_people_and_ends_soon_after_its_first_use():
    now = [0.0]
    codes = MoveCodes(clock=lambda: now[0])
    code, other = codes.issue(["p1", "p2"]), codes.issue(["p3"])

    assert code != other
    assert codes.redeem(code) == ["p1", "p2"]
    now[0] = REPEAT_WITHIN_S - 1.0
    assert codes.redeem(code) == ["p1", "p2"]
    now[0] = REPEAT_WITHIN_S + 1.0
    assert codes.redeem(code) == []
    assert codes.redeem(other) == ["p3"]


def test_move_code_that_nobody_used_ends_and_is_forgotten():
    now = [0.0]
    codes = MoveCodes(clock=lambda: now[0])
    code = codes.issue(["p1"])
    now[0] = VALID_S + 1.0

    assert codes.redeem(code) == []
    assert codes.redeem("") == []
    codes.issue(["p2"])
    assert len(codes._codes) == 1
