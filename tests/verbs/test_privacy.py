import pytest

from tests.conftest import Room
from tests.looking import last_event, refused


@pytest.fixture
def board(room: Room) -> str:
    return room.open()


def hidden(room: Room, *cards: str) -> list[bool]:
    return [room.card(card).hidden for card in cards]


def test_cards_written_from_then_on_are_hidden_and_those_before_stay(room: Room, board: str) -> None:
    seen = room.add(room.participant, board)
    room.act(room.facilitator, "hide_cards", activity=board)
    kept = room.add(room.participant, board)
    assert hidden(room, seen, kept) == [False, True]
    assert last_event(room.store).private == {kept: [room.participant.id]}


def test_cards_are_revealed_one_by_one_and_the_last_press_opens_the_board(room: Room, board: str) -> None:
    room.act(room.facilitator, "hide_cards", activity=board)
    cards = sorted(room.add(room.participant, board) for _ in range(3))
    room.act(room.facilitator, "reveal_cards", activity=board, count=2)
    assert (hidden(room, *cards), room.activity(board).hidden) == ([False, False, True], True)
    room.act(room.facilitator, "reveal_cards", activity=board)
    assert (hidden(room, *cards), room.activity(board).hidden) == ([False] * 3, False)


@pytest.mark.parametrize("count", [0, -1])
def test_no_card_cannot_be_revealed(room: Room, board: str, count: int) -> None:
    room.act(room.facilitator, "hide_cards", activity=board)
    with refused(room.store, "bad_arguments"):
        room.act(room.facilitator, "reveal_cards", activity=board, count=count)


def test_of_two_who_reveal_the_second_is_told(room: Room, board: str) -> None:
    room.act(room.facilitator, "hide_cards", activity=board)
    room.add(room.participant, board)
    room.act(room.facilitator, "reveal_cards", activity=board)
    with refused(room.store, "nothing_hidden"):
        room.act(room.facilitator, "reveal_cards", activity=board)


def test_closing_an_activity_reveals_what_was_hidden(room: Room, board: str) -> None:
    room.act(room.facilitator, "hide_cards", activity=board)
    card = room.add(room.participant, board)
    room.open("define")
    assert (hidden(room, card), room.activity(board).hidden) == ([False], False)


def test_a_card_removed_while_hidden_stays_private_in_the_log(room: Room, board: str) -> None:
    room.act(room.facilitator, "hide_cards", activity=board)
    card = room.add(room.participant, board)
    room.act(room.participant, "remove_card", card=card)
    assert last_event(room.store).private == {card: [room.participant.id]}
    room.act(room.participant, "undo")
    assert (room.card(card).status, hidden(room, card)) == ("open", [True])


def test_names_can_be_hidden_at_any_time_and_shown_again_only_before_anybody_wrote(room: Room, board: str) -> None:
    room.act(room.facilitator, "hide_names", activity=board)
    room.act(room.facilitator, "show_names", activity=board)
    room.act(room.facilitator, "hide_names", activity=board)
    room.add(room.participant, board)
    assert last_event(room.store).anonymous
    with refused(room.store, "names_promised"):
        room.act(room.facilitator, "show_names", activity=board)


def test_hiding_names_says_who_did_it_and_later_acts_do_not(room: Room, board: str) -> None:
    room.add(room.participant, board)
    assert not last_event(room.store).anonymous
