from typing import Any

import pytest

from cx_workshop.model import Dot, Vote
from cx_workshop.storage import queries
from cx_workshop.verbs.act import new_id
from cx_workshop.verbs.votes import suggested_dots
from tests.conftest import Room
from tests.looking import last_event, refused


@pytest.fixture
def board(room: Room) -> str:
    return room.open()


@pytest.fixture
def cards(room: Room, board: str) -> list[str]:
    return [room.add(room.participant, board, text) for text in ("A locker", "A call")]


@pytest.fixture
def vote(room: Room, board: str, cards: list[str]) -> str:
    return opened(room, board)


def opened(room: Room, board: str, *, dots: int = 3, per_card: int = 2, kind: str = "dots") -> str:
    args = {"activity": board, "dots": dots, "per_card": per_card, "kind": kind}
    return str(room.act(room.facilitator, "open_vote", **args).data["vote"])


def cast(room: Room, vote: str, card: str, seat: str = "participant", verb: str = "cast_dot", **more: str) -> str:
    dot = new_id()
    room.act(getattr(room, seat), verb, vote=vote, card=card, dot=dot, **more)
    return dot


def found(room: Room, vote: str) -> Vote:
    with room.store.reading() as db:
        row = queries.vote_by_id(db, vote)
    assert row is not None
    return row


def counted(room: Room, vote: str) -> list[Dot]:
    with room.store.reading() as db:
        return queries.dots_in(db, vote)


def test_a_vote_is_counted_when_it_closes(room: Room, vote: str, cards: list[str]) -> None:
    for seat, card in (("participant", 0), ("participant", 0), ("other", 0), ("other", 1)):
        cast(room, vote, cards[card], seat)
    cast(room, vote, cards[1], "other", "mark_concern")
    assert found(room, vote).totals == {}
    room.act(room.facilitator, "close_vote", vote=vote)
    assert found(room, vote).totals == {cards[0]: {"dot": 3}, cards[1]: {"concern": 1, "dot": 1}}


def test_dots_beyond_the_limits_are_refused(room: Room, vote: str, cards: list[str]) -> None:
    for card in (0, 0):
        cast(room, vote, cards[card])
    with refused(room.store, "card_has_its_dots"):
        cast(room, vote, cards[0])
    cast(room, vote, cards[1])
    with refused(room.store, "no_dots_left"):
        cast(room, vote, cards[1])


def test_a_dot_that_was_taken_back_can_be_given_again(room: Room, vote: str, cards: list[str]) -> None:
    dots = [cast(room, vote, cards[0]), cast(room, vote, cards[0])]
    room.act(room.participant, "take_back_dot", dot=dots[0])
    cast(room, vote, cards[0])
    assert [dot.id for dot in counted(room, vote)][:1] == dots[1:]
    with refused(room.store, "unknown_dot"):
        room.act(room.other, "take_back_dot", dot=dots[1])


def test_a_concern_costs_no_dot_and_is_marked_once(room: Room, vote: str, cards: list[str]) -> None:
    cast(room, vote, cards[0], verb="mark_concern")
    with refused(room.store, "concern_is_marked"):
        cast(room, vote, cards[0], verb="mark_concern")
    for card in (0, 0, 1):
        cast(room, vote, cards[card])


def test_nobody_votes_once_it_is_closed(room: Room, vote: str, cards: list[str]) -> None:
    dot = cast(room, vote, cards[0])
    room.act(room.facilitator, "close_vote", vote=vote)
    with refused(room.store, "vote_closed"):
        cast(room, vote, cards[0])
    with refused(room.store, "vote_closed"):
        room.act(room.participant, "take_back_dot", dot=dot)
    with refused(room.store, "vote_closed"):
        room.act(room.facilitator, "close_vote", vote=vote)


def test_while_a_vote_is_open_the_cards_stay_as_they_are(room: Room, board: str, vote: str, cards: list[str]) -> None:
    with refused(room.store, "voting"):
        room.add(room.participant, board)
    with refused(room.store, "voting"):
        room.act(room.participant, "remove_card", card=cards[0])
    room.act(room.facilitator, "remove_card", card=cards[0])


def test_a_card_that_has_gone_takes_its_dots_with_it(room: Room, vote: str, cards: list[str]) -> None:
    cast(room, vote, cards[0])
    room.act(room.facilitator, "remove_card", card=cards[0])
    with refused(room.store, "unknown_card"):
        cast(room, vote, cards[0])
    room.act(room.facilitator, "close_vote", vote=vote)
    assert found(room, vote).totals == {}


def test_a_vote_on_an_empty_board_is_refused(room: Room, board: str) -> None:
    with refused(room.store, "nothing_to_vote_on"):
        opened(room, board)


def test_a_vote_waits_until_cards_are_revealed(room: Room, board: str, cards: list[str]) -> None:
    room.act(room.facilitator, "hide_cards", activity=board)
    room.add(room.participant, board)
    with refused(room.store, "cards_hidden"):
        opened(room, board)


@pytest.mark.parametrize(
    "args",
    [
        {"dots": 0, "per_card": 0},
        {"dots": 3, "per_card": 4},
        {"dots": 51, "per_card": 1},
        {"dots": 3, "per_card": 1, "kind": "yes_no"},
    ],
)
def test_dots_that_make_no_sense_are_refused(room: Room, board: str, cards: list[str], args: dict[str, Any]) -> None:
    with refused(room.store, "bad_dots"):
        opened(room, board, **args)


def test_of_two_who_open_a_vote_the_second_is_told(room: Room, board: str, vote: str) -> None:
    with refused(room.store, "vote_is_open"):
        opened(room, board)


def test_votes_are_counted_in_rounds_of_their_kind(room: Room, board: str, cards: list[str]) -> None:
    rounds = []
    for kind in ("dots", "dots", "original"):
        vote = opened(room, board, kind=kind)
        rounds.append(found(room, vote).round)
        room.act(room.facilitator, "close_vote", vote=vote)
    assert rounds == [1, 2, 1]


def test_the_next_activity_ends_a_vote(room: Room, vote: str, cards: list[str]) -> None:
    cast(room, vote, cards[0])
    room.open("define")
    assert found(room, vote).totals == {cards[0]: {"dot": 1}}


def test_a_facilitator_votes_for_somebody_without_a_device(room: Room, vote: str, cards: list[str]) -> None:
    nia = room.act(room.facilitator, "add_seat", name="Nia").data["id"]
    dot = cast(room, vote, cards[0], "facilitator", on_behalf_of=nia)
    [given] = counted(room, vote)
    assert (given.seat, last_event(room.store).seat) == (nia, room.facilitator.id)
    room.act(room.facilitator, "take_back_dot", dot=dot)
    with refused(room.store, "not_allowed"):
        cast(room, vote, cards[0], on_behalf_of=nia)
    with refused(room.store, "unknown_seat"):
        cast(room, vote, cards[0], "facilitator", on_behalf_of=room.participant.id)


def test_an_answer_can_be_changed_and_is_counted_once(room: Room, board: str) -> None:
    asked = room.act(room.facilitator, "ask_room", activity=board, question="Ten minutes more?").data["vote"]
    for seat, yes in ((room.participant, True), (room.participant, False), (room.other, True)):
        room.act(seat, "answer_question", vote=asked, yes=yes, dot=new_id())
    room.add(room.participant, board)  # a question stops nobody from writing
    room.act(room.facilitator, "close_vote", vote=asked)
    assert found(room, asked).totals == {"": {"no": 1, "yes": 1}}


def test_a_question_takes_no_dots_and_a_vote_no_answers(room: Room, board: str, cards: list[str]) -> None:
    asked = room.act(room.facilitator, "ask_room", activity=board, question="Ten minutes more?").data["vote"]
    with refused(room.store, "bad_arguments"):
        cast(room, asked, cards[0])


@pytest.mark.parametrize(("candidates", "dots"), [(0, 1), (1, 1), (6, 3), (10, 4), (30, 11), (5000, 50)])
def test_suggested_dots_are_a_third_and_one(candidates: int, dots: int) -> None:
    assert suggested_dots(candidates) == dots
