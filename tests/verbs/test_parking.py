"""A thought goes to the parking lot of the open board, wherever that board has its cards."""

import pytest

from cx_workshop.content import methods
from tests.conftest import Room
from tests.looking import refused

BOARDS = [used.id for used in methods().values() if not used.board.one_each]


@pytest.mark.parametrize("method", BOARDS)
def test_a_thought_is_parked_on_any_board(room: Room, method: str) -> None:
    planned = room.act(room.facilitator, "plan_activity", method=method, minutes=10, position=1).data["activity"]
    room.act(room.facilitator, "open_activity", activity=planned)
    card = room.card(room.act(room.facilitator, "park_thought", activity=planned, text=" Ask legal ").data["card"])
    assert (card.text, card.status, card.hidden, card.activity) == ("Ask legal", "parked", False, planned)
    room.act(room.participant, "reopen_card", card=card.id)


@pytest.mark.parametrize(("text", "code"), [(" ", "empty_text"), ("x" * 10_001, "text_too_long")])
def test_a_thought_needs_words_and_an_end(room: Room, text: str, code: str) -> None:
    board = room.open()
    with refused(room.store, code):
        room.act(room.facilitator, "park_thought", activity=board, text=text)


def test_a_survey_takes_no_thought(room: Room) -> None:
    survey = next(used.id for used in methods().values() if used.board.one_each)
    planned = room.act(room.facilitator, "plan_activity", method=survey, minutes=10, position=1).data["activity"]
    room.act(room.facilitator, "open_activity", activity=planned)
    with refused(room.store, "bad_arguments"):
        room.act(room.facilitator, "park_thought", activity=planned, text="Ask legal")
