import pytest

from cx_workshop.tracking import Standing, split_opinions, standings


def test_most_dots_stand_first_and_of_equals_fewer_concerns() -> None:
    totals = {"a": {"dot": 2, "concern": 1}, "b": {"dot": 5}, "c": {"dot": 2}, "d": {"concern": 3}}
    assert standings(totals) == [Standing("b", 5, 0), Standing("c", 2, 0), Standing("a", 2, 1), Standing("d", 0, 3)]


@pytest.mark.parametrize(
    ("totals", "split"),
    [
        ({}, []),
        ({"a": {"concern": 4}}, []),  # nobody wants it: that is one opinion
        ({"a": {"dot": 9, "concern": 2}, "b": {"dot": 3}}, []),  # two of nine are not many
        ({"a": {"dot": 9, "concern": 3}, "b": {"dot": 3}}, ["a"]),
        ({"a": {"dot": 9}, "b": {"dot": 1, "concern": 1}}, []),  # one dot is not many
        ({"a": {"dot": 4, "concern": 1}, "b": {"dot": 4, "concern": 2}}, ["b", "a"]),
        ({"a": {"dot": 1, "concern": 1}}, ["a"]),
    ],
)
def test_opinions_are_split_where_there_are_many_dots_and_concerns(
    totals: dict[str, dict[str, int]], split: list[str]
) -> None:
    assert split_opinions(totals) == split
