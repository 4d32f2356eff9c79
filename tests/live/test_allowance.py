"""How much a seat may ask for, and how far a screen may lag, without a server."""

import pytest

from cx_workshop.live import hub
from cx_workshop.live.hub import LONGEST_BACKLOG, Allowance, Connection


class Clock:
    """Stands for the machine's: moves only when told."""

    now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(hub, "time", clock)
    return clock


def test_a_burst_waits_for_nothing_and_what_follows_for_its_turn(clock: Clock) -> None:
    allowance = Allowance()
    burst = int(Allowance.BURST)
    assert [allowance.take() for _ in range(burst)] == [0.0] * burst
    turn = 1 / Allowance.PER_SECOND
    assert [allowance.take() for _ in range(3)] == pytest.approx([turn, 2 * turn, 3 * turn])


def test_who_keeps_to_the_rate_never_waits(clock: Clock) -> None:
    allowance = Allowance()
    waits = []
    for _ in range(500):
        clock.now += 2 / Allowance.PER_SECOND
        waits.append(allowance.take())
    assert waits == [0.0] * 500


def test_a_pause_gives_back_no_more_than_a_burst(clock: Clock) -> None:
    allowance = Allowance()
    clock.now += 3600
    waits = [allowance.take() for _ in range(int(Allowance.BURST) + 1)]
    assert [wait > 0 for wait in waits] == [False] * int(Allowance.BURST) + [True]


def test_a_screen_that_lags_too_far_is_cut_once() -> None:
    connection = Connection("seat", "workshop", "en")
    for number in range(LONGEST_BACKLOG + 10):
        connection.send(str(number))
    waiting = [connection.outgoing.get_nowait() for _ in range(connection.outgoing.qsize())]
    assert waiting == [*map(str, range(LONGEST_BACKLOG)), 1013]
