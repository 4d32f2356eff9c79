"""What stands in the fields of a card, in the reader's language."""

import pytest

from cx_workshop.content import method
from cx_workshop.report.cards import Entry, Slider, ToldCard
from tests.conftest import Room
from tests.report.telling import plan, section, write


def told(room: Room, language: str = "en") -> ToldCard:
    """The one card of the last activity."""
    [card] = section(room, language).sheets[0].groups[0].cards
    return card


@pytest.fixture
def concept(room: Room) -> str:
    fields = {"touch": 4, "ethics": "delight", "who": "Parents", "what": "They trace\nand send"}
    return write(room, plan(room, "prototype/concept"), "concepts", "The Yes", fields=fields)


def test_fields_stand_in_the_methods_order_with_their_words(room: Room, concept: str) -> None:
    """A card of a team's board has no single author."""
    assert told(room) == ToldCard(
        "The Yes",
        entries=[
            Entry("Who it is for", "line", ["Parents"]),
            Entry("What it is", "text", ["They trace\nand send"]),
            Entry("Contact", "scale", ["4 of 5 (self-service … human contact)"]),
            Entry("Delight or seduce", "choice", ["Delight: it does them good"]),
        ],
    )


@pytest.mark.parametrize("language", ["nl", "de"])
def test_fields_are_in_the_readers_language(room: Room, concept: str, language: str) -> None:
    words = method("prototype/concept").words[language].fields
    assert [entry.name for entry in told(room, language).entries] == [
        words[field].name for field in ("who", "what", "touch", "ethics")
    ]
    assert told(room, language).entries[-1].values == [words["ethics"].options["delight"]]


@pytest.mark.parametrize(("language", "day"), [("en", "March 1, 2027"), ("nl", "1 maart 2027"), ("de", "1. März 2027")])
def test_a_date_is_spelled_as_the_reader_does(room: Room, language: str, day: str) -> None:
    write(room, plan(room, "define/persona"), "personas", "Mia", fields={"review": "2027-03-01"})
    assert [entry.values for entry in told(room, language).entries] == [[day]]


def test_a_list_and_a_picture(room: Room) -> None:
    picture = {"kind": "image/webp", "width": 1, "height": 1, "data": b"RIFF"}
    image = room.act(room.participant, "add_image", **picture).data["image"]
    fields = {"portrait": {"image": image, "alt": "Mia waves"}, "needs": ["To rest", "To laugh"]}
    write(room, plan(room, "define/persona"), "personas", "Mia", fields=fields)
    assert told(room).entries == [
        Entry("Portrait", "image", ["Mia waves"], image),
        Entry("Needs", "list", ["To rest", "To laugh"]),
    ]


@pytest.mark.parametrize(("language", "name"), [("en", "Photo"), ("nl", "Foto"), ("de", "Foto")])
def test_a_photo_of_a_note_is_told_and_stands_for_its_card(room: Room, language: str, name: str) -> None:
    image = room.act(room.participant, "add_image", kind="image/webp", width=1, height=1, data=b"RIFF").data["image"]
    write(room, plan(room, "define/how_might_we"), "findings", "", fields={"photo": {"image": image, "alt": "A note"}})
    [card] = section(room, language).sheets[0].groups[0].cards
    assert (card.text, card.entries) == ("", [Entry(name, "image", ["A note"], image)])


@pytest.mark.parametrize(
    ("value", "text"), [(-2, "−2 (very bad)"), (-1, "−1"), (0, "0"), (1, "+1"), (2, "+2 (very good)")]
)
def test_a_scale_around_zero_is_told_by_its_sign(room: Room, value: int, text: str) -> None:
    journey = plan(room, "empathize/journey_map")
    write(room, journey, "use", "Hm", row="feeling", sheet="1", fields={"feeling": value})
    grid = section(room).sheets[0].grid
    assert grid is not None
    assert grid.rows == [("Feeling", [[ToldCard("Hm", entries=[Entry("Feeling", "scale", [text])])]])]


def test_a_field_that_does_not_belong_where_the_card_lies_now_is_not_told(room: Room) -> None:
    journey = plan(room, "empathize/journey_map")
    card = write(room, journey, "use", "Hm", row="feeling", sheet="1", fields={"feeling": 1})
    room.act(room.participant, "move_card", card=card, lane="use", row="pain")
    grid = section(room).sheets[0].grid
    assert grid is not None
    assert grid.rows == [("Pain", [[ToldCard("Hm")]])]


@pytest.mark.parametrize(("x", "at"), [(None, None), (0.7, 70), (0, 0), (1, 100)])
def test_a_slider_says_where_it_stands(room: Room, x: float | None, at: int | None) -> None:
    activity = plan(room, "empathize/digital_maturity")
    fields = {"left": "Books online", "right": "Rings us"}
    card = write(room, activity, "people", "Grandad", fields=fields)
    if x is not None:
        room.act(room.participant, "place_card", card=card, x=x)
    assert told(room) == ToldCard("Grandad", slider=Slider("Books online", "Rings us", at))


def test_a_slider_without_poles_has_those_of_its_method(room: Room) -> None:
    write(room, plan(room, "empathize/digital_maturity"), "people", "Grandad")
    assert told(room).slider == Slider("Does alone", "Needs help", None)


def test_merged_cards_are_counted_in_the_one_they_became(room: Room) -> None:
    activity = plan(room, "empathize/evidence_wall")
    a, b, c = (write(room, activity, "say", text) for text in "ABC")
    room.act(room.facilitator, "merge_cards", card=a, into=b)
    room.act(room.facilitator, "merge_cards", card=b, into=c)
    assert told(room) == ToldCard("C\nB\nA", "Pia", merged=2)
    assert section(room).added == 3
