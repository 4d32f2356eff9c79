from typing import Any

import pytest

from cx_workshop.charts import draw
from cx_workshop.charts.ratings import MOST_PANELS, rating_frame
from cx_workshop.charts.recommendation import band_frame, interval_frame
from cx_workshop.charts.usability import person_frame
from cx_workshop.model import Card
from cx_workshop.tracking import net_promoter_score
from tests.charts.conftest import board, canvas, card, layers

NPS, SUS, FORCES, HABITS = "empathize/nps_survey", "test/sus_form", "ideate/four_forces", "test/habits"
TWENTY = [9] * 6 + [8] * 10 + [3] * 4


def scored(scores: list[int]) -> list[Card]:
    return [card("Because", score=score) for score in scores]


def answered(*answers: int) -> Card:
    return card(**{f"q{number}": answer for number, answer in enumerate(answers, start=1)})


def concept(name: str, **ratings: int) -> Card:
    return card(name, lane="concepts", **ratings)


def test_bands_count_people_and_their_share() -> None:
    assert band_frame(net_promoter_score(TWENTY)).to_numpy().tolist() == [
        ["Promoters, 9 and 10", 6, 0.3, "6 (30%)"],
        ["Passives, 7 and 8", 10, 0.5, "10 (50%)"],
        ["Detractors, 0 to 6", 4, 0.2, "4 (20%)"],
    ]


def test_interval_is_said_on_its_mark() -> None:
    assert interval_frame(net_promoter_score(TWENTY))["label"].tolist() == ["+10, between −21 and +41"]


def test_recommendation_shows_bands_and_score() -> None:
    drawing = draw(board(NPS), [*scored(TWENTY), card("No score")])
    assert [layers(panel.chart) for panel in drawing.panels] == [
        [
            ("bar", {"x": "people", "y": "band", "color": "band"}),
            ("text", {"y": "band", "text": "band"}),
            ("text", {"x": "people", "y": "band", "text": "label"}),
        ],
        [("rule", {"x": "low", "x2": "high"}), ("point", {"x": "score"}), ("text", {"x": "score", "text": "label"})],
    ]
    assert drawing.sentences == [
        "The score is +10; with so many answers it may be anything from −21 to +41 (95% interval).",
        "Answers: 20. Promoters: 6, passives: 10, detractors: 4.",
    ]
    assert drawing.table.to_numpy().tolist() == [
        [10, 0],
        [9, 6],
        [8, 10],
        *([n, 4 * (n == 3)] for n in range(7, -1, -1)),
    ]


def test_recommendation_of_nine_answers_has_counts_but_no_score() -> None:
    drawing = draw(board(NPS), scored([10] * 9))
    assert len(drawing.panels) == 1
    assert drawing.sentences == [
        "Answers: 9. Promoters: 9, passives: 0, detractors: 0.",
        "Not yet a score: that takes 10 answers. With fewer, each moves it by over ten points.",
    ]


def test_recommendation_of_one_band_owns_up_to_what_it_does_not_know() -> None:
    said = "The score is +100. All answers lie in one group, so it cannot be said how sure it is."
    assert draw(board(NPS), scored([10] * 12)).sentences[1] == said


def test_people_with_one_score_pile_up() -> None:
    cards = [answered(*[3] * 10), answered(*[5, 1] * 5), answered(*[3] * 10), answered(3, 3)]
    assert person_frame(canvas(SUS, cards)).to_numpy().tolist() == [[50, 0], [100, 0], [50, 1]]


def test_usability_shows_each_person_the_mean_and_the_usual_average() -> None:
    drawing = draw(board(SUS), [answered(*[3] * 10), answered(*[5, 1] * 5), answered(3, 3)])
    chart: Any = drawing.panels[0].chart
    assert [mark for mark, _ in layers(chart)] == ["rule", "rule", "point", "text"]
    marks = next(rows for rows in chart.to_dict()["datasets"].values() if "label" in rows[0])
    assert [(row["score"], row["label"]) for row in marks] == [(75, "mean 75"), (68, "68: usual average")]
    assert drawing.sentences == [
        "Mean 75 of 100, from 50 to 100; answers: 2. 68 is the usual average (Sauro 2011).",
        "With fewer than a dozen answers the mean still swings a lot.",
        "Without all ten answers: 1.",
    ]


def test_ratings_of_one_name_stay_apart() -> None:
    cards = [concept("Shelf", difference=4, business=2), concept("Shelf", difference=1), concept("", vision=5)]
    assert rating_frame(canvas(FORCES, cards))[["card", "scale", "rating"]].to_numpy().tolist() == [
        ["Shelf", "Difference", 4],
        ["Shelf", "Good business", 2],
        ["Shelf (2)", "Difference", 1],
        ["without a name", "Vision", 5],
    ]


def test_each_concept_has_a_panel_and_no_total() -> None:
    drawing = draw(board(FORCES), [concept("A", difference=4, business=1, vision=4), concept("B", vision=3)])
    assert [panel.title for panel in drawing.panels] == ["A", "B"]
    assert layers(drawing.panels[0].chart)[1] == ("point", {"x": "rating", "y": "scale"})
    assert drawing.sentences == [
        "A: strongest in Difference, Vision (4), weakest in Good business (1).",
        "B: 3 on each scale.",
    ]
    assert drawing.table.columns.tolist() == ["What is rated", "Difference", "Vision", "Good business"]


def test_panels_have_an_end() -> None:
    drawing = draw(board(FORCES), [concept(f"C{n}", vision=3) for n in range(MOST_PANELS + 2)])
    assert (len(drawing.panels), drawing.sentences[-1]) == (MOST_PANELS, "More of them in the table: 2.")


def test_answers_of_many_people_become_one_chart() -> None:
    drawing = draw(board(HABITS), [card(create=4, feedback=1), card(create=4, feedback=2), card(create=1)])
    (panel,) = drawing.panels
    assert layers(panel.chart)[1:3] == [
        ("point", {"x": "rating", "y": "scale", "size": "people"}),
        ("text", {"x": "rating", "y": "scale", "text": "people"}),
    ]
    assert drawing.sentences == ["The middle answer on each scale: Create 4, Collect feedback 1.5. Answers: 3."]
    assert drawing.table.to_numpy().tolist() == [["Create", 1, 0, 0, 2, 0], ["Collect feedback", 1, 1, 0, 0, 0]]


@pytest.mark.parametrize("method", [NPS, SUS, FORCES, HABITS])
def test_empty_board_is_not_yet(method: str) -> None:
    drawing = draw(board(method), [card("Only words")])
    assert drawing.panels == []
    assert drawing.table.empty
    assert drawing.sentences[0].startswith("Not yet: ")
