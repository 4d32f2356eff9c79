"""How like and how far apart cards are."""

import pytest

from cx_workshop.meaning import near_duplicates, novelty, spread

PAIRS = [
    ("De levering duurde vijf dagen", "Het duurde vijf dagen voor het geleverd werd"),
    ("Wi-Fi too slow", "The internet is very slow"),
    ("No vegan options", "There was nothing vegan to eat"),
    ("Schlange am Schalter", "Lange Schlange am Schalter"),
]


def test_what_says_the_same_is_a_pair_and_nothing_else() -> None:
    cards = [card for pair in PAIRS for card in pair]
    found = near_duplicates(cards)
    assert {(first, second) for first, second, _ in found} == {(0, 1), (2, 3), (4, 5), (6, 7)}
    assert [likeness for *_, likeness in found] == sorted((likeness for *_, likeness in found), reverse=True)


def test_a_card_written_twice_is_as_like_as_can_be() -> None:
    [(first, second, likeness)] = near_duplicates(["Te laat", "Mooi weer", " Te laat "])
    assert (first, second, likeness) == (0, 2, pytest.approx(1, abs=1e-3))
    assert near_duplicates(["Te laat", "Trop tard"]) == near_duplicates(["Te laat", "Trop tard"])


def test_pictures_and_smileys_repeat_nothing() -> None:
    assert near_duplicates(["", "", "👍", "👍", "🎉", "?"]) == []
    assert near_duplicates([]) == []


def test_spread_grows_with_what_the_cards_are_about() -> None:
    near = ["The bed is soft", "The mattress is soft", "A soft bed"]
    far = ["The bed is soft", "Wi-Fi is slow", "Nobody answers the phone"]
    assert 0 < spread(near) < spread(far) < 2


@pytest.mark.parametrize("cards", [[], ["Soep"], ["Soep", "", "👍"]])
def test_spread_needs_two_cards_with_words(cards: list[str]) -> None:
    assert spread(cards) == 0


def test_spread_is_the_mean_distance_of_all_pairs() -> None:
    assert spread(["Soep", "Soep"]) == pytest.approx(0, abs=1e-3)
    a, b, c = "The bed is soft", "Wi-Fi is slow", "Nobody answers"
    assert spread([a, b, c]) == pytest.approx((spread([a, b]) + spread([a, c]) + spread([b, c])) / 3, abs=1e-5)


def test_novelty_looks_back_only() -> None:
    first, second, blank, again, smiley = novelty(["Koude soep", "Trage wifi", "", "Koude soep", "👍"])
    assert (first, blank, smiley) == (None, None, None)
    assert second is not None and again is not None
    assert second > 0.5
    assert again == pytest.approx(0, abs=1e-3)
    assert novelty([]) == []
