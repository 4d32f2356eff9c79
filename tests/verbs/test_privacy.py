import pytest

from cx_workshop.storage import check, queries
from cx_workshop.verbs.act import new_id
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


def test_what_was_taken_away_unseen_is_not_revealed_and_is_for_all_once_it_comes_back(room: Room, board: str) -> None:
    room.act(room.facilitator, "hide_cards", activity=board)
    cards = [room.add(room.participant, board) for _ in range(3)]
    room.act(room.participant, "merge_cards", card=cards[2], into=cards[1])
    room.act(room.participant, "remove_card", card=cards[0])
    room.act(room.facilitator, "reveal_cards", activity=board)
    assert hidden(room, *cards) == [True, False, False]
    room.act(room.participant, "undo")
    assert (room.card(cards[0]).status, hidden(room, cards[0])) == ("open", [False])


def test_on_sheets_that_bear_names_names_are_not_hidden(room: Room) -> None:
    planned = room.act(room.facilitator, "plan_activity", method="ideate/brainwriting", minutes=30, position=1)
    with refused(room.store, "sheets_have_names"):
        room.act(room.facilitator, "hide_names", activity=planned.data["activity"])


def test_a_new_round_a_team_and_a_copy_keep_the_promise_of_no_names(room: Room, board: str) -> None:
    room.act(room.facilitator, "hide_names", activity=board)
    again = room.act(room.facilitator, "new_round", activity=board, reason="Once more").data["activity"]
    assert room.activity(again).anonymous
    later = room.activities[1].id
    room.act(room.facilitator, "hide_names", activity=later)
    room.act(room.facilitator, "hide_cards", activity=later)
    codes = [
        room.act(room.facilitator, "form_team", name="One", seats=[room.participant.id]).data["code"],
        room.act(room.facilitator, "copy", title="Two").data["code"],
    ]
    with room.store.reading() as db:
        for code in codes:
            made = queries.workshop_by_code(db, code)
            assert made is not None
            flags = [(a.hidden, a.anonymous) for a in queries.agenda_of(db, made.id)]
            assert flags[:3] == [(False, True), (False, True), (True, True)]


def test_closing_the_workshop_reveals_what_was_hidden_and_ends_vote_and_timer(room: Room, board: str) -> None:
    seen = room.add(room.participant, board)
    vote = room.act(room.facilitator, "open_vote", activity=board, dots=1, per_card=1).data["vote"]
    room.act(room.participant, "cast_dot", vote=vote, card=seen, dot=new_id())
    room.act(room.facilitator, "hide_cards", activity=board)
    card = room.add(room.facilitator, board)
    room.act(room.facilitator, "start_timer", seconds=60)
    room.act(room.facilitator, "close")
    assert (hidden(room, card), room.activity(board).hidden) == ([False], False)
    with room.store.reading() as db:
        closed, workshop = queries.vote_by_id(db, vote), queries.workshop_by_id(db, room.workshop.id)
        assert closed is not None and workshop is not None
        assert (closed.totals, workshop.timer, check.problems(db)) == ({seen: {"dot": 1}}, {}, [])
