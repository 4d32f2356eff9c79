import json
from typing import Any

import pytest

from cx_workshop.charts import draw
from cx_workshop.charts.curve_labels import AWAY, LINE, Room, place_words
from cx_workshop.charts.drawing import Canvas
from cx_workshop.charts.feelings import exit_frame, mean_frame, quote_frame, unscored
from cx_workshop.model import Card
from tests.charts.conftest import board, canvas, card, layers

JOURNEY = "empathize/journey_map"
TWO: dict[str, Any] = {"sheets": ["1", "b"], "names": {"sheets": {"1": "Fatma", "b": "Joost"}}}


def quote(text: str, lane: str, sheet: str = "1", **fields: Any) -> Card:
    return card(text, lane=lane, row="feeling", sheet=sheet, **fields)


@pytest.fixture
def journey() -> Canvas:
    cards = [
        quote("Nice", "awareness", feeling=1),
        quote("Where is it?", "delivery", feeling=-2, moment="moment_of_truth"),
        quote("They said sorry", "delivery", feeling=-1),
        quote("Finally", "use", feeling=2),
        quote("No score", "loyalty"),
        quote("An app", "awareness", "b", feeling=0),
        card("Nobody answers", lane="delivery", row="pain", sheet="1", silent_exit="leaves_silently"),
        card("Only a pain", lane="use", row="pain", sheet="1"),
        card("Waits", lane="use", row="doing", sheet="1"),
    ]
    return canvas(JOURNEY, cards, **TWO)


def test_quotes_stand_where_they_were_felt(journey: Canvas) -> None:
    assert quote_frame(journey).to_numpy().tolist() == [
        [0, "Fatma", 0, "Awareness", 1.0, "Nice", False],
        [0, "Fatma", 3, "Delivery", -2.0, "Where is it?", True],
        [0, "Fatma", 3, "Delivery", -1.0, "They said sorry", False],
        [0, "Fatma", 4, "Use", 2.0, "Finally", False],
        [1, "Joost", 0, "Awareness", 0.0, "An app", False],
    ]
    assert exit_frame(journey).to_numpy().tolist() == [[0, "Fatma", 3, "Delivery", "Nobody answers"]]
    assert unscored(journey) == 1


def test_several_quotes_have_one_mean_and_no_line_runs_over_an_empty_phase(journey: Canvas) -> None:
    means = mean_frame(quote_frame(journey))
    assert means[["persona", "phase", "feeling", "n", "stretch"]].to_numpy().tolist() == [
        ["Fatma", "Awareness", 1.0, 1, "0-0"],
        ["Fatma", "Delivery", -1.5, 2, "0-1"],
        ["Fatma", "Use", 2.0, 1, "0-1"],
        ["Joost", "Awareness", 0.0, 1, "1-0"],
    ]


def test_phases_are_the_teams_own_and_two_of_one_name_stay_apart() -> None:
    shape = {"lanes": ["use", "x", "awareness"], "names": {"lanes": {"x": "Repair", "use": "Repair"}}}
    found = quote_frame(
        canvas(JOURNEY, [quote("Late", "awareness", feeling=0), quote("Slow", "x", feeling=-1)], **shape)
    )
    assert found[["place", "phase"]].to_numpy().tolist() == [[2, "Awareness"], [1, "Repair (2)"]]


def test_drawing_says_in_words_what_it_shows(journey: Canvas) -> None:
    drawing = draw(board(JOURNEY, **TWO), list(journey.cards))
    assert drawing.sentences == [
        "Fatma: highest at Use (+2: “Finally”), lowest at Delivery (−1.5: “Where is it?”).",
        "Joost: one point so far, Awareness (0: “An app”).",
        "Moments of truth, with a ring: Fatma (Delivery).",
        "People leave silently at: Fatma (Delivery).",
        "No feeling yet at: Consideration, Purchase, Loyalty.",
        "Quotes without a score: 1.",
    ]
    assert drawing.table["Mark"].tolist() == ["", "Moment of truth", "", "Leaves silently", "", ""]
    assert drawing.table["Text"].tolist()[3] == "Nobody answers"


def test_drawing_without_a_score_is_not_yet() -> None:
    drawing = draw(board(JOURNEY), [quote("No score", "use")])
    assert (drawing.sentences, drawing.panels) == (
        ["Not yet: the curve begins with the first score in the row “Feeling”."],
        [],
    )


def test_flat_curve_is_questioned() -> None:
    drawing = draw(board(JOURNEY), [quote("Fine", lane, feeling=1) for lane in ("use", "loyalty")])
    assert drawing.sentences[0] == "Persona 1: +1 everywhere. Ask for the worst minute and the best one."


def test_chart_has_a_line_a_persona_points_rings_exits_and_labels(journey: Canvas) -> None:
    chart = draw(board(JOURNEY, **TWO), list(journey.cards)).panels[0].chart
    point = {"x": "phase", "y": "feeling", "color": "persona"}
    assert layers(chart) == [
        ("rule", {"y": "feeling"}),
        ("line", point | {"detail": "stretch"}),
        ("point", point | {"shape": "persona"}),
        ("point", point | {"shape": "persona"}),
        ("text", point | {"text": "text"}),
        ("point", point),
        ("text", {"x": "phase", "y": "height", "color": "persona"}),
    ]
    spec: dict[str, Any] = chart.to_dict()
    phases = ["Awareness", "Consideration", "Purchase", "Delivery", "Use", "Loyalty"]
    assert spec["layer"][1]["encoding"]["x"]["scale"]["domain"] == phases
    assert [tip["title"] for tip in spec["layer"][2]["encoding"]["tooltip"]] == ["Persona", "Phase", "Feeling", "Quote"]


def test_chart_has_no_layer_that_is_empty() -> None:
    chart = draw(board(JOURNEY), [quote("Fine", "use", feeling=1)]).panels[0].chart
    assert [mark for mark, _ in layers(chart)] == ["rule", "line", "point", "point", "text"]


def test_chart_takes_what_people_write_as_it_is() -> None:
    evil = "</script>'\"\\ {{x}} <b> \u2028"
    shape = {"names": {"sheets": {"1": evil}, "lanes": {"use": evil}}, "lanes": ["use", "loyalty"]}
    chart: Any = draw(board(JOURNEY, **shape), [quote(evil, "use", feeling=1)]).panels[0].chart
    values = [row for rows in chart.to_dict()["datasets"].values() for row in rows if "quote" in row]
    assert {(row["persona"], row["phase"], row["quote"]) for row in values} == {(evil, evil, evil)}
    assert json.loads(json.dumps(chart.to_dict())) == chart.to_dict()


def test_labels_name_each_persona_and_quote_its_ends(journey: Canvas) -> None:
    words = place_words(mean_frame(quote_frame(journey)), exit_frame(journey), low=-2, high=2)
    assert words.labels[["persona", "kind", "text", "phase"]].to_numpy().tolist() == [
        ["Fatma", "name", "Fatma", "Use"],
        ["Fatma", "quote", "Finally", "Use"],
        ["Fatma", "quote", "Where is it?", "Delivery"],
        ["Joost", "name", "Joost", "Awareness"],
        ["Joost", "quote", "An app", "Awareness"],
    ]
    assert words.bottom < words.exits["height"].min() < -2 < 2 < words.top


def test_labels_make_room_for_one_another() -> None:
    room = Room([(0, 10)])
    assert [room.above(5, LINE), room.above(5, LINE)] == [10, 10 + LINE]
    assert [room.below(5, LINE), room.below(5, LINE)] == [0, -LINE]
    assert room.above(100 + AWAY, LINE) == 100 + AWAY
