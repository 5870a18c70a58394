"""The counts behind the limits."""

from hypothesis import given
from hypothesis import strategies as st

from screens.limits.fixed_windows import SWEEP_FROM, FixedWindowStorage

LENGTH_S = 10
MOVES = st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 12)), max_size=60)


@given(moves=MOVES)
def test_windows_count_from_their_first_count_until_they_end(moves):
    now = [0.0]
    windows = FixedWindowStorage(lambda: now[0])
    model: dict[str, list[float]] = {}
    for key, passes in moves:
        now[0] += passes
        if not model.get(key) or now[0] >= model[key][0] + LENGTH_S:
            model[key] = []
        model[key].append(now[0])

        assert windows.incr(key, LENGTH_S) == len(model[key])
        assert windows.get(key) == len(model[key])
        assert windows.get_expiry(key) == model[key][0] + LENGTH_S


def test_windows_that_are_over_are_forgotten():
    now = [0.0]
    windows = FixedWindowStorage(lambda: now[0])
    for n in range(20 * SWEEP_FROM):
        now[0] += 1.0
        windows.incr(f"key {n}", LENGTH_S)

    assert windows.reset() <= SWEEP_FROM


def test_window_that_is_cleared_begins_anew():
    windows = FixedWindowStorage()
    windows.incr("a", LENGTH_S, amount=3)
    windows.incr("b", LENGTH_S)
    windows.clear("a")

    assert (windows.get("a"), windows.get("b"), windows.check()) == (0, 1, True)
