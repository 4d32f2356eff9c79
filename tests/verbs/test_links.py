"""The thread from evidence to decision: what rests on what."""

import json

import pytest

from cx_workshop.live.sight import Telling
from cx_workshop.model import Link
from cx_workshop.storage import queries
from cx_workshop.verbs.act import new_id
from tests.conftest import Room
from tests.looking import last_event, refused
from tests.verbs.test_cards import elsewhere
from tests.verbs.test_places import plan


@pytest.fixture
def ground(room: Room) -> str:
    """A card that was kept on the empathy map."""
    card = room.add(room.other, room.open(), "They wait")
    room.act(room.facilitator, "keep_card", card=card)
    return card


@pytest.fixture
def board(room: Room, ground: str) -> str:
    return plan(room, "define/how_might_we")


@pytest.fixture
def card(room: Room, board: str) -> str:
    return room.add(room.participant, board, "How might we tell them?", "questions")


def links(room: Room) -> list[Link]:
    with room.store.reading() as db:
        return queries.links_of(db, room.workshop.id)


def standing(room: Room) -> list[tuple[str, str]]:
    return [(link.card, link.rests_on) for link in links(room) if not link.removed_at]


def link(room: Room, card: str, rests_on: str) -> None:
    room.act(room.participant, "link_cards", card=card, rests_on=rests_on)


def test_a_card_rests_on_one_of_an_earlier_board(room: Room, board: str, card: str, ground: str) -> None:
    link(room, card, ground)
    assert standing(room) == [(card, ground)]
    event = last_event(room.store)
    assert (event.kind, event.seat, event.activity) == ("cards_linked", room.participant.id, board)
    with room.store.reading() as db:
        assert [(found.card, on.id) for found, on in queries.evidence_of_board(db, board)] == [(card, ground)]


def test_a_link_is_taken_away_and_made_again(room: Room, card: str, ground: str) -> None:
    link(room, card, ground)
    first = links(room)
    room.act(room.other, "unlink_cards", card=card, rests_on=ground)
    assert standing(room) == []
    link(room, card, ground)
    assert links(room) == first
    with room.store.reading() as db:
        told = json.loads(Telling(db, last_event(room.store)).to(room.participant.id))["data"]["links"]
    # whole, for the screens have forgotten it meanwhile
    assert told == [{"id": first[0].id, "card": card, "rests_on": ground, "removed_at": None}]


def test_linking_twice_makes_one_link_and_unlinking_what_is_not_linked_none(room: Room, card: str, ground: str) -> None:
    room.act(room.participant, "unlink_cards", card=card, rests_on=ground)
    assert links(room) == []
    link(room, card, ground)
    link(room, card, ground)
    assert standing(room) == [(card, ground)]


def test_links_are_undone(room: Room, card: str, ground: str) -> None:
    link(room, card, ground)
    room.act(room.participant, "unlink_cards", card=card, rests_on=ground)
    room.act(room.participant, "undo")
    assert standing(room) == [(card, ground)]
    room.act(room.participant, "undo")
    assert standing(room) == []


def test_a_card_is_made_from_another(room: Room, board: str, ground: str) -> None:
    card = new_id()
    args = {"activity": board, "card": card, "lane": "questions", "text": "How?"}
    room.act(room.participant, "add_card", **args, made_from=ground)
    assert standing(room) == [(card, ground)]
    event = last_event(room.store)
    assert (event.kind, event.activity, sorted(event.after)) == ("card_added", board, ["cards", "links"])
    room.act(room.participant, "undo")
    assert (standing(room), room.card(card).status) == ([], "removed")


@pytest.mark.parametrize("verb", ["remove_card", "none"])
def test_a_card_is_made_from_nothing_that_is_gone(room: Room, board: str, verb: str) -> None:
    gone = new_id()
    if verb != "none":
        gone = room.add(room.participant, board, "Gone", "questions")
        room.act(room.participant, verb, card=gone)
    args = {"activity": board, "card": new_id(), "lane": "questions", "text": "How?"}
    with refused(room.store, "unknown_card"):
        room.act(room.participant, "add_card", **args, made_from=gone)


def test_no_link_goes_round(room: Room, board: str, card: str) -> None:
    second, third = (room.add(room.participant, board, text, "questions") for text in ("Two", "Three"))
    with refused(room.store, "circular_link"):
        link(room, card, card)
    link(room, second, card)
    link(room, third, second)
    for rests_on in (second, third):
        with refused(room.store, "circular_link"):
            link(room, card, rests_on)
    room.act(room.participant, "unlink_cards", card=third, rests_on=second)
    link(room, card, third)
    assert standing(room) == [(second, card), (card, third)]


def test_a_card_of_another_workshop_is_no_ground(room: Room, card: str) -> None:
    _, there = elsewhere(room)
    for args in ({"card": card, "rests_on": there}, {"card": there, "rests_on": card}):
        with refused(room.store, "unknown_card"):
            room.act(room.participant, "link_cards", **args)


def test_a_card_on_a_closed_board_gets_no_link(room: Room, card: str, ground: str) -> None:
    with refused(room.store, "activity_closed"):
        link(room, ground, card)


def test_a_link_to_a_card_that_has_left_its_board_is_no_evidence(room: Room, board: str, card: str) -> None:
    other = room.add(room.participant, board, "Two", "questions")
    link(room, card, other)
    room.act(room.participant, "remove_card", card=other)
    with room.store.reading() as db:
        assert queries.evidence_of_board(db, board) == []


def test_merging_hands_the_links_on(room: Room, board: str, card: str, ground: str) -> None:
    other = room.add(room.other, board, "How might we say when?", "questions")
    after = room.add(room.other, board, "How might we ask?", "questions")
    link(room, card, ground)
    link(room, after, card)
    link(room, other, card)  # would rest on itself
    room.act(room.other, "merge_cards", card=card, into=other)
    stood = [(card, ground), (after, card), (other, card)]
    assert set(standing(room)) == {*stood, (other, ground), (after, other)}
    with room.store.reading() as db:
        shown = {(found.card, on.id) for found, on in queries.evidence_of_board(db, board)}
    assert shown >= {(other, ground), (after, other)}
    room.act(room.other, "undo")
    assert set(standing(room)) == set(stood)


def test_merging_closes_no_circle(room: Room, board: str, card: str, ground: str) -> None:
    between, other = (room.add(room.other, board, text, "questions") for text in ("Between", "Other"))
    link(room, card, between)
    link(room, between, other)
    room.act(room.other, "merge_cards", card=card, into=other)
    assert set(standing(room)) == {(card, between), (between, other)}
