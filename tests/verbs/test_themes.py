"""Themes: cards that hold cards."""

import pytest

from cx_workshop.content import shape_of
from cx_workshop.model import Seat
from cx_workshop.storage import queries
from cx_workshop.verbs.act import new_id
from tests.conftest import Room
from tests.looking import last_event, refused
from tests.verbs.test_places import plan


@pytest.fixture
def board(room: Room) -> str:
    return plan(room, "define/themes")


@pytest.fixture
def theme(room: Room, board: str) -> str:
    return room.add(room.participant, board, "Silence is worse than waiting", "themes")


def loose(room: Room, board: str, text: str = "They wait", seat: Seat | None = None) -> str:
    return room.add(seat or room.participant, board, text, "loose")


def inside(room: Room, theme: str) -> list[str]:
    with room.store.reading() as db:
        return [card.text for card in queries.cards_in_theme(db, theme)]


def put(room: Room, card: str, theme: str, before: str | None = None) -> None:
    room.act(room.other, "put_in_theme", card=card, theme=theme, before=before)


def test_cards_go_in_and_come_out(room: Room, board: str, theme: str) -> None:
    one, two, three = (loose(room, board, text) for text in ("One", "Two", "Three"))
    put(room, one, theme)
    put(room, two, theme)
    put(room, three, theme, before=one)
    assert inside(room, theme) == ["Three", "One", "Two"]
    event = last_event(room.store)
    assert (event.kind, event.seat, event.activity) == ("card_put_in_theme", room.other.id, board)
    room.act(room.participant, "take_out_of_theme", card=one)
    assert inside(room, theme) == ["Three", "Two"]
    assert (room.card(one).theme, room.card(one).lane) == (None, "loose")


def test_a_card_lies_in_one_theme_only(room: Room, board: str, theme: str) -> None:
    other = room.add(room.other, board, "Another", "themes")
    card = loose(room, board)
    put(room, card, theme)
    put(room, card, other)
    assert (inside(room, theme), inside(room, other)) == ([], ["They wait"])


def test_in_and_out_are_undone(room: Room, board: str, theme: str) -> None:
    card = loose(room, board)
    before = room.card(card)
    room.act(room.participant, "put_in_theme", card=card, theme=theme)
    room.act(room.participant, "take_out_of_theme", card=card)
    room.act(room.participant, "undo")
    assert room.card(card).theme == theme
    room.act(room.participant, "undo")
    assert (room.card(card).theme, room.card(card).position) == (None, before.position)


def test_what_does_not_go_into_a_theme(room: Room, board: str, theme: str) -> None:
    card, other = loose(room, board), room.add(room.participant, board, "Another", "themes")
    for args in ({"card": other, "theme": theme}, {"card": card, "theme": loose(room, board)}):
        with refused(room.store, "unknown_card"):
            room.act(room.participant, "put_in_theme", **args)
    room.act(room.participant, "remove_card", card=theme)
    with refused(room.store, "unknown_card"):
        room.act(room.participant, "put_in_theme", card=card, theme=theme)


def test_a_theme_of_another_board_takes_no_card(room: Room, board: str, theme: str) -> None:
    card = loose(room, plan(room, "ideate/idea_themes"))
    with refused(room.store, "activity_closed"):
        room.act(room.participant, "put_in_theme", card=card, theme=theme)


def test_a_theme_stays_a_theme_and_a_card_a_card(room: Room, board: str, theme: str) -> None:
    card = loose(room, board)
    for moved, lane in ((theme, "loose"), (card, "themes")):
        with refused(room.store, "unknown_lane"):
            room.act(room.participant, "move_card", card=moved, lane=lane)
    other = room.add(room.participant, board, "Another", "themes")
    room.act(room.participant, "move_card", card=other, lane="themes", before=theme)
    assert room.card(other).position < room.card(theme).position


def test_only_boards_of_themes_have_themes(room: Room) -> None:
    activity = room.open()
    with refused(room.store, "unknown_lane"):
        room.act(room.participant, "add_card", activity=activity, card=new_id(), lane="themes", text="A theme")


def test_removing_a_theme_lets_its_cards_lie_loose(room: Room, board: str, theme: str) -> None:
    one, two = loose(room, board, "One"), loose(room, board, "Two", room.other)
    for card in (one, two):
        room.act(room.participant, "put_in_theme", card=card, theme=theme)
    room.act(room.participant, "remove_card", card=theme)
    assert [room.card(card).theme for card in (one, two)] == [None, None]
    assert (room.card(theme).status, last_event(room.store).kind) == ("removed", "card_removed")
    room.act(room.participant, "undo")
    assert inside(room, theme) == ["One", "Two"]
    assert room.card(theme).status == "open"


def test_merging_a_theme_brings_its_cards_along(room: Room, board: str, theme: str) -> None:
    other = room.add(room.other, board, "Another", "themes")
    card = loose(room, board)
    put(room, card, theme)
    room.act(room.participant, "merge_cards", card=theme, into=other)
    assert inside(room, other) == ["They wait"]
    assert (room.card(theme).status, room.card(theme).merged_into) == ("merged", other)
    assert room.card(other).text == "Another"
    room.act(room.participant, "undo")
    assert (inside(room, theme), inside(room, other)) == (["They wait"], [])
    assert (room.card(theme).status, room.card(theme).merged_into) == ("open", None)


def test_merging_an_empty_theme_leaves_the_other_its_name(room: Room, board: str, theme: str) -> None:
    other = room.add(room.other, board, "Another", "themes")
    room.act(room.participant, "merge_cards", card=theme, into=other)
    assert (room.card(other).text, room.card(theme).status) == ("Another", "merged")


def test_merging_notes_keeps_both_texts(room: Room, board: str) -> None:
    one, two = loose(room, board, "One"), loose(room, board, "Two")
    room.act(room.participant, "merge_cards", card=two, into=one)
    assert (room.card(one).text, room.card(two).status) == ("One\nTwo", "merged")
    room.act(room.participant, "undo")
    assert (room.card(one).text, room.card(two).status) == ("One", "open")


def test_what_is_not_merged(room: Room, board: str, theme: str) -> None:
    card = loose(room, board)
    for args in ({"card": card, "into": theme}, {"card": theme, "into": card}, {"card": card, "into": card}):
        with refused(room.store, "not_to_merge"):
            room.act(room.participant, "merge_cards", **args)


@pytest.mark.parametrize(
    ("method", "places"),
    [
        ("empathize/journey_map", [{"row": "doing"}, {"row": "thinking"}]),
        ("define/persona", [{}, {}]),
        ("empathize/nps_survey", [{}, {}]),
        ("empathize/paradoxes", [{}, {}]),
    ],
)
def test_only_notes_of_one_place_are_merged(room: Room, method: str, places: list[dict[str, str]]) -> None:
    activity = plan(room, method)
    shape = shape_of(room.activity(activity))
    where = {"activity": activity, "lane": shape.lanes[0], "sheet": (shape.sheets or [""])[0]}
    cards = [new_id(), new_id()]
    for card, place, seat in zip(cards, places, (room.participant, room.other), strict=True):
        room.act(seat, "add_card", card=card, text="They wait", **where, **place)
    if room.activity(activity).hidden:
        room.act(room.facilitator, "reveal_cards", activity=activity)
    with refused(room.store, "not_to_merge"):
        room.act(room.participant, "merge_cards", card=cards[0], into=cards[1])


def test_everybody_may_rename_a_theme(room: Room, board: str, theme: str) -> None:
    room.act(room.other, "edit_card", card=theme, text="Nobody says why")
    assert room.card(theme).text == "Nobody says why"
    with refused(room.store, "not_allowed"):
        room.act(room.observer, "edit_card", card=theme, text="Mine")
