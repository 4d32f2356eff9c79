"""What may help a team that sorts the cards of a board."""

from typing import Any

from cx_workshop.meaning.suggestions import suggestions
from cx_workshop.meaning.vectors import key_of
from cx_workshop.model import Card
from tests.meaning.test_vectors import Kept


def card(id: str, text: str = "", **more: Any) -> Card:
    columns: dict[str, Any] = dict.fromkeys(Card.__annotations__)
    columns |= {"id": id, "text": text, "lane": "loose", "status": "open", "fields": {}, "position": 1.0}
    return Card(**columns | {"created_at": id, "updated_at": id, "hidden": False} | more)


def theme(id: str, text: str, **more: Any) -> Card:
    return card(id, text, lane="themes", **more)


LATE = [
    theme("late", "Waiting"),
    card("1", "The parcel came too late", theme="late"),
    card("2", "Delivery took five days", theme="late"),
]
SIZE = [
    theme("size", "Theme 1"),
    card("3", "The shoes were too small", theme="size"),
    card("4", "I never know which size of shoes to order", theme="size"),
]


def test_a_loose_card_is_told_the_nearest_themes() -> None:
    found = suggestions([*LATE, *SIZE, card("5", "These trousers are too wide"), card("6", "Where is my parcel?")])
    assert found.themes == {"5": ["size", "late"], "6": ["late", "size"]}


def test_what_lies_in_a_theme_or_is_parked_is_left_alone() -> None:
    parked = [card("5", "Where is my parcel?", status="parked"), theme("p", "Shoes", status="parked")]
    found = suggestions([*LATE, *parked, card("6", "Shoes pinch", theme="p"), card("7", "Boots pinch")])
    assert found.themes == {"7": ["late"]}


def test_an_empty_theme_without_a_name_says_nothing() -> None:
    found = suggestions([theme("a", "Thema 2"), theme("b", "Shoes"), card("1", "Boots pinch")])
    assert found.themes == {"1": ["b"]}


def test_the_later_of_two_goes_into_the_earlier_and_each_card_is_asked_about_once() -> None:
    cards = [card("b", "The parcel came late"), card("c", "The parcel came late"), card("a", "The parcel came late")]
    assert suggestions([*cards, card("d", "Shoes pinch")]).duplicates == [("b", "a", 1.0)]


def test_only_a_theme_that_nobody_has_named_is_told_words() -> None:
    names = suggestions([*LATE, *SIZE]).names
    assert list(names) == ["size"]
    assert names["size"][0] in ("shoes", "size")
    alone = [theme("x", "Theme 9"), card("5", "Shoes pinch", theme="x")]
    assert suggestions([*LATE, *alone]).names == {}


def test_an_empty_board_and_cards_without_words() -> None:
    assert suggestions([]).themes == {}
    assert suggestions([*LATE, card("5", ""), card("6", "👍")]).themes == {}
    assert suggestions([card("5", ""), card("6", "")]).duplicates == []


def test_the_texts_of_a_board_go_to_the_shelf() -> None:
    shelf = Kept()
    suggestions([card("1", "A text that no other test has"), card("2", "Nor this one")], shelf)
    assert set(shelf) == {key_of("A text that no other test has"), key_of("Nor this one")}
