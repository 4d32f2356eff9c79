"""Spread and novelty while a workshop goes on."""

import pytest

from cx_workshop.meaning import novelty, novelty_on_boards, spread, spread_over_time
from cx_workshop.tracking import Replay
from tests.tracking.told import Log

TEXTS = {"bed": "The bed is soft", "mattress": "The mattress is soft", "wifi": "Wi-Fi is slow", "smile": "👍"}


def test_spread_after_each_change_is_that_of_the_open_cards() -> None:
    changes = [("bed", True), ("smile", True), ("mattress", True), ("wifi", True), ("mattress", False), ("bed", True)]
    open_cards = [["bed"], ["bed"], ["bed", "mattress"], ["bed", "mattress", "wifi"], ["bed", "wifi"], ["bed", "wifi"]]
    for found, cards in zip(spread_over_time(TEXTS, changes), open_cards, strict=True):
        now = [TEXTS[card] for card in cards]
        assert found == (pytest.approx(spread(now), abs=1e-4) if len(now) > 1 else None)


def test_spread_follows_the_log() -> None:
    log = Log("ideate/silent_writing")
    for minute, card in enumerate(TEXTS):
        log.add(card, "silent_writing", minute, text=TEXTS[card])
    log.change("wifi", 5, status="parked")
    replay = Replay(log)
    texts = {card.id: card.text for card in replay.written}
    *_, full, few = spread_over_time(texts, [(change.card, change.opens) for change in replay.changes])
    assert full and few and full > few > 0


def test_spread_of_nothing_is_nothing() -> None:
    assert spread_over_time({}, []) == []
    assert spread_over_time({}, [("gone", True)]) == [None]


def test_novelty_is_measured_on_each_board_by_itself() -> None:
    log = Log("ideate/silent_writing", "empathize/evidence_wall")
    for minute, (card, text) in enumerate(TEXTS.items()):
        log.add(card, "silent_writing", minute, text=text)
    log.add("elsewhere", "evidence_wall", 9, text="The bed is soft")
    found = novelty_on_boards(Replay(log).written)
    assert [found[card] for card in TEXTS] == novelty([*TEXTS.values()])
    assert found["elsewhere"] is None
