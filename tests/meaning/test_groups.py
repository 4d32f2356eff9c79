"""Groups, where no theme exists yet."""

import pytest

from cx_workshop.meaning import group

CARDS = [
    "Internet was too slow to work",
    "Breakfast closed too early",
    "Wi-Fi dropped during my call",
    "No breakfast after ten",
    "The wifi password did not work",
    "The breakfast had nothing vegan",
]


def test_cards_about_one_thing_lie_together() -> None:
    assert group(CARDS) == [[0, 2, 4], [1, 3, 5]]


def test_every_card_is_in_one_group_and_the_same_each_time() -> None:
    cards = [f"{card} {number}" for number in range(30) for card in CARDS]
    groups = group(cards)
    assert sorted(place for places in groups for place in places) == list(range(len(cards)))
    assert groups == sorted(map(sorted, groups)) == group(cards)


@pytest.mark.parametrize(
    ("cards", "groups"),
    [
        ([], []),
        (["Soep"], [[0]]),
        ([""], [[0]]),
        (["Soep", "", "Soep", "👍", ""], [[0, 2], [1], [3], [4]]),
        (["Koude soep", "Trage wifi"], [[0], [1]]),
        (["Wi-Fi too slow", "The internet is very slow"], [[0, 1]]),
    ],
)
def test_few_cards_and_cards_without_a_word(cards: list[str], groups: list[list[int]]) -> None:
    assert group(cards) == groups
