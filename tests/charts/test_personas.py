from datetime import date
from typing import Any

from cx_workshop.charts import draw
from cx_workshop.charts.personas import due_for_review, how_many, same_needs
from cx_workshop.model import Card
from tests.charts.conftest import board, card

PERSONA = "define/persona"
WHOLE: dict[str, Any] = {
    "quote": "It might break.",
    "evidence": ["Seen at the second appointment"],
    "journey": "a/1",
    "review": "2999-01-01",
}


def persona(name: str, *needs: str, **fields: Any) -> Card:
    return card(name, lane="personas", **({"needs": list(needs)} if needs else {}), **fields)


def said(*personas: Card) -> list[str]:
    drawing = draw(board(PERSONA), list(personas))
    assert (drawing.panels, drawing.table.empty) == ([], True)
    return drawing.sentences


def test_no_persona_is_not_yet() -> None:
    assert said() == ["Not yet: there is something to compare from the first persona on."]


def test_three_to_five_are_enough() -> None:
    assert [how_many(n).partition(".")[0] for n in (2, 6)] == ["Personas: 2", "Personas: 6"]
    assert how_many(3) == how_many(5).replace("5,", "3,")
    assert "which two are one?" in how_many(6)


def test_what_is_open_is_named_with_whom_it_concerns() -> None:
    assert said(persona("Fatma", "to be sure", **WHOLE), persona("Bram", "to be left alone", quote="No.")) == [
        "Personas: 2. Three to five are enough for an organisation (S3).",
        "Evidence, still empty: Bram.",
        "Journey, still empty: Bram.",
        "Review on, still empty: Bram.",
    ]


def test_two_with_one_need_are_named_though_they_say_it_otherwise() -> None:
    maureen = persona("Maureen", "to be sure that what she does at home is right", "to walk to the market alone again")
    other = persona("Jo", "to feel certain she does it right at home")
    assert same_needs([maureen, other]) == [
        "Maureen and Jo may have the same need: “to be sure that what she does at home is right”, "
        "“to feel certain she does it right at home”. Two with one need are one."
    ]
    assert same_needs([persona("Maureen", "to walk to the market", "to walk to a market"), other]) == []


def test_a_review_is_due_on_its_day() -> None:
    days = [persona(day, review=day) for day in ("2026-05-01", "2026-05-02", "2026-05-03")]
    assert due_for_review([*days, persona("never")], date(2026, 5, 2)) == ["2026-05-01", "2026-05-02"]
    assert said(persona("Fatma", "to be sure", **WHOLE | {"review": "2000-01-01"}))[-1] == "Time for a review: Fatma."
