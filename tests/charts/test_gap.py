from typing import Any

import pytest

from cx_workshop.charts import DARK, LIGHT, draw
from cx_workshop.charts.gap import gap_frame
from cx_workshop.model import Card
from tests.charts.conftest import board, canvas, card, layers

GAP = "empathize/expectation_gap"


def touchpoint(text: str, expectation: int | None, experience: int | None, **fields: Any) -> Card:
    scores = {"expectation": expectation, "experience": experience}
    known = {name: score for name, score in scores.items() if score is not None}
    return card(text, lane="touchpoints", **known, **fields)


@pytest.fixture
def cards() -> list[Card]:
    return [
        touchpoint("Advert", 3, 3, phase="before"),
        touchpoint("Return", 2, 4, phase="after", channel="post", quote="So easy"),
        touchpoint("Mail", 3, 5, phase="during"),
        touchpoint("Phone", 5, 1, phase="After "),
        touchpoint("Window", 4, 3, phase="before"),
        touchpoint("Chat", 4, None, phase="after"),
    ]


def test_gaps_go_by_phase_as_phases_appear(cards: list[Card]) -> None:
    found = gap_frame(canvas(GAP, cards))
    assert found[["touchpoint", "expectation", "experience", "gap", "verdict"]].to_numpy().tolist() == [
        ["Advert", 3, 3, 0, "meets"],
        ["Window", 4, 3, -1, "falls_short"],
        ["Return", 2, 4, 2, "exceeds"],
        ["Phone", 5, 1, -4, "falls_short"],
        ["Mail", 3, 5, 2, "exceeds"],
    ]


def test_drawing_says_where_it_falls_short_first(cards: list[Card]) -> None:
    drawing = draw(board(GAP), cards)
    assert drawing.sentences == [
        "Falls short of what people expect: Phone (−4), Window (−1).",
        "Exceeds what people expect (delight): Return (+2), Mail (+2).",
        "Meets what people expect (satisfaction): Advert (0).",
        "Touchpoints that still miss a score: 1.",
    ]
    assert drawing.table["Result"].tolist() == ["meets", "falls short", "exceeds", "falls short", "exceeds"]


def test_drawing_without_a_pair_is_not_yet() -> None:
    drawing = draw(board(GAP), [touchpoint("Chat", 4, None)])
    assert (drawing.panels, drawing.sentences[1:]) == ([], ["Touchpoints that still miss a score: 1."])
    assert drawing.sentences[0].startswith("Not yet: ")


def test_chart_is_a_dumbbell_with_name_and_verdict(cards: list[Card]) -> None:
    chart: Any = draw(board(GAP), cards).panels[0].chart
    assert layers(chart) == [
        ("rule", {"x": "expectation", "x2": "experience", "y": "row"}),
        ("point", {"x": "expectation", "y": "row"}),
        ("point", {"x": "experience", "y": "row"}),
        ("text", {"y": "row", "text": "name"}),
        ("text", {"y": "row", "text": "said"}),
    ]
    (rows,) = chart.to_dict()["datasets"].values()
    assert [row["said"] for row in rows][:3] == ["0 meets", "−1 falls short", "+2 exceeds"]
    assert rows[2]["name"] == "after · Return"


@pytest.mark.parametrize(("method", "dark", "hue"), [
    (GAP, False, LIGHT.problem), (GAP, True, DARK.problem),
    ("test/experience_again", False, LIGHT.solution), ("test/experience_again", True, DARK.solution),
])  # fmt: skip
def test_chart_bears_the_hue_of_its_diamond(cards: list[Card], method: str, dark: bool, hue: str) -> None:
    chart: Any = draw(board(method), cards, dark=dark).panels[0].chart
    assert chart.to_dict()["layer"][2]["mark"]["color"] == hue
