import pytest

from cx_workshop.tracking import SeenByAll, seen_by_all


@pytest.mark.parametrize(
    ("seen", "by_another", "by_all"),
    [
        ({}, 0.0, 0.0),
        ({"a": ["Pia"]}, 0.0, 0.0),  # her own
        ({"a": ["Otto"]}, 0.5, 0.5),  # whoever wrote it knows it
        ({"a": ["Otto"], "b": ["Pia", "Fay"]}, 1.0, 1.0),
        ({"a": ["Fay"], "b": ["Fay"]}, 1.0, 0.0),  # the facilitator is another, but not everybody
    ],
)
def test_a_card_is_seen_by_another_or_by_all(seen: dict[str, list[str]], by_another: float, by_all: float) -> None:
    authors = {"a": "Pia", "b": "Otto"}
    assert seen_by_all(authors, seen, ["Pia", "Otto"]) == SeenByAll(2, by_another, by_all)


def test_what_the_method_brought_along_everybody_has_to_see() -> None:
    assert seen_by_all({"a": None}, {"a": ["Pia"]}, ["Pia", "Otto"]) == SeenByAll(1, 1.0, 0.0)


def test_where_there_is_nothing_all_is_seen() -> None:
    assert seen_by_all({}, {}, ["Pia"]) == SeenByAll(0, 1.0, 1.0)
