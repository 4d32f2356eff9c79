"""What may stand in a card's fields, and who may write there when."""

from typing import Any

import pytest

from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.act import new_id
from cx_workshop.verbs.images import redraw
from tests.conftest import Room
from tests.live.test_images import png
from tests.looking import last_event, refused

PERSONA, PROTOTYPE, TEST, NPS, WALL, JOURNEY = (
    "define/persona",
    "prototype/prototype_card",
    "prototype/test_card",
    "test/nps_test",
    "empathize/evidence_wall",
    "empathize/journey_map",
)


def begin(room: Room, method: str) -> str:
    """Open an activity of this method; its id."""
    planned = room.act(room.facilitator, "plan_activity", method=method, minutes=15, position=1)
    activity: str = planned.data["activity"]
    room.act(room.facilitator, "open_activity", activity=activity)
    return activity


def lay(room: Room, activity: str, lane: str, text: str = "One", **more: Any) -> str:
    card = new_id()
    room.act(room.participant, "add_card", activity=activity, card=card, lane=lane, text=text, **more)
    return card


def fill(room: Room, card: str, fields: dict[str, Any], base: dict[str, Any] | None = None) -> None:
    """By its author; `base` is what stands there, unless it is said."""
    now = room.card(card).fields | {"text": room.card(card).text}
    room.act(room.participant, "fill_card", card=card, fields=fields, base=now if base is None else base)


def picture(room: Room) -> str:
    """One that the participant has brought in; its id."""
    return str(room.act(room.participant, "add_image", **redraw(png())).data["image"])


@pytest.fixture
def persona(room: Room) -> str:
    return lay(room, begin(room, PERSONA), "personas")


@pytest.fixture
def prototype(room: Room) -> str:
    return lay(room, begin(room, PROTOTYPE), "prototypes")


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("quote", "  one \n two\t", "one two"),
        ("quote", "x" * 300, "x" * 300),
        ("about", " a\r\nb\x07 ", "a\nb"),
        ("about", "🙂" * 10_000, "🙂" * 10_000),
        ("needs", [" a", "", "b "], ["a", "b"]),
        ("needs", ["x"] * 50, ["x"] * 50),
        ("type", "buyer", "buyer"),
        ("review", "2028-02-29", "2028-02-29"),
    ],
)
def test_a_persona_takes(room: Room, persona: str, field: str, value: Any, kept: Any) -> None:
    fill(room, persona, {field: value})
    assert room.card(persona).fields == {field: kept}


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("quote", "x" * 301, "text_too_long"),
        ("quote", 7, "bad_field"),
        ("quote", ["a"], "bad_field"),
        ("about", "x" * 10_001, "text_too_long"),
        ("needs", "a", "bad_field"),
        ("needs", ["x"] * 51, "bad_field"),
        ("needs", ["x" * 301], "text_too_long"),
        ("needs", ["a", 7], "bad_field"),
        ("needs", [["a"]], "bad_field"),
        ("type", "visitor", "bad_field"),
        ("type", True, "bad_field"),
        ("review", "9 March", "bad_field"),
        ("review", "2027-02-29", "bad_field"),
        ("review", "20270309", "bad_field"),
        ("portrait", "http://example.org/x.png", "bad_field"),
        ("portrait", {"alt": "x"}, "bad_field"),
        ("portrait", {"image": 7, "alt": ""}, "bad_field"),
        ("portrait", {"image": "none", "alt": ""}, "unknown_image"),
        ("portrait", {"image": "none", "alt": "", "src": "x"}, "bad_field"),
        ("nothing", "x", "bad_field"),
        ("text", 7, "bad_arguments"),
        ("text", "x" * 10_001, "text_too_long"),
    ],
)
def test_a_persona_refuses(room: Room, persona: str, field: str, value: Any, code: str) -> None:
    with refused(room.store, code):
        fill(room, persona, {field: value})


@pytest.mark.parametrize("minutes", [0, 10_000])
def test_a_number_within_its_bounds_is_kept(room: Room, prototype: str, minutes: int) -> None:
    fill(room, prototype, {"minutes": minutes})
    assert room.card(prototype).fields == {"minutes": minutes}


@pytest.mark.parametrize("minutes", [-1, 10_001, 1.5, 7.0, "7", True, 10**30])
def test_another_number_is_refused(room: Room, prototype: str, minutes: Any) -> None:
    with refused(room.store, "bad_field"):
        fill(room, prototype, {"minutes": minutes})


@pytest.mark.parametrize("link", ["https://example.org", "http://127.0.0.1:8501/x?y=1#z", " https://example.org/ä "])
def test_a_web_address_is_kept(room: Room, prototype: str, link: str) -> None:
    fill(room, prototype, {"link": link})
    assert room.card(prototype).fields == {"link": link.strip()}


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "example.org",
        "https://",
        "https://exa\nmple.org",
        "http://[",
        "https://example.org/" + "x" * 2000,
    ],
)
def test_another_address_is_refused(room: Room, prototype: str, link: str) -> None:
    with refused(room.store, "bad_field"):
        fill(room, prototype, {"link": link})


def test_a_picture_of_this_workshop_is_kept_with_what_it_shows(room: Room, persona: str) -> None:
    image = picture(room)
    fill(room, persona, {"portrait": {"image": image, "alt": " At her window "}})
    assert room.card(persona).fields == {"portrait": {"image": image, "alt": "At her window"}}
    fill(room, persona, {"portrait": {"image": image}})
    assert room.card(persona).fields == {"portrait": {"image": image, "alt": ""}}
    with refused(room.store, "text_too_long"):
        fill(room, persona, {"portrait": {"image": image, "alt": "x" * 301}})


def test_a_picture_of_another_workshop_is_unknown(room: Room, persona: str) -> None:
    values = {"title": "Two", "challenge": "", "language": "en", "agenda_id": "first_workshop", "name": "Ann"}
    seat = perform(room.store, Command("create", values)).result(10).data["id"]
    image = perform(room.store, Command("add_image", redraw(png()), seat=seat)).result(10).data["image"]
    with refused(room.store, "unknown_image"):
        fill(room, persona, {"portrait": {"image": image, "alt": ""}})


@pytest.mark.parametrize("empty", [None, "", []])
def test_an_emptied_field_is_gone(room: Room, persona: str, empty: Any) -> None:
    fill(room, persona, {"quote": "x", "needs": ["a"]})
    fill(room, persona, {"quote": empty})
    assert room.card(persona).fields == {"needs": ["a"]}


def test_a_list_of_blanks_is_gone(room: Room, persona: str) -> None:
    fill(room, persona, {"needs": [" ", ""], "quote": "x"})
    assert room.card(persona).fields == {"quote": "x"}


def test_fill_card_changes_text_and_fields_in_one_event(room: Room, persona: str) -> None:
    fill(room, persona, {"text": " Maureen ", "quote": "x"})
    event = last_event(room.store)
    assert (room.card(persona).text, room.card(persona).fields) == ("Maureen", {"quote": "x"})
    assert (event.kind, event.activity) == ("card_filled", room.card(persona).activity)
    assert (event.before["cards"][persona] or {})["fields"] == {}
    assert (event.after["cards"][persona] or {})["fields"] == {"quote": "x"}
    room.act(room.participant, "undo")
    assert (room.card(persona).text, room.card(persona).fields) == ("One", {})


def test_a_card_says_something_in_text_or_field(room: Room) -> None:
    wall = begin(room, WALL)
    with refused(room.store, "empty_text"):
        lay(room, wall, "say", "", fields={"label": None})
    card = lay(room, wall, "say", " ", fields={"label": "quote"})
    assert (room.card(card).text, room.card(card).fields) == ("", {"label": "quote"})
    with refused(room.store, "empty_text"):
        fill(room, card, {"label": None})
    fill(room, card, {"label": None, "text": "They wait"})
    fill(room, card, {"label": "quote", "text": ""})
    assert room.card(card).text == ""


@pytest.mark.parametrize("fields", [{"label": "nonsense"}, {"other": "x"}, {"label": ["quote"]}])
def test_add_card_refuses_bad_fields(room: Room, fields: dict[str, Any]) -> None:
    wall = begin(room, WALL)
    with refused(room.store, "bad_field"):
        lay(room, wall, "say", fields=fields)


def test_a_field_is_of_its_rows_only(room: Room) -> None:
    journey = begin(room, JOURNEY)
    place = {"lane": "use", "sheet": "1"}
    card = lay(room, journey, **place, row="feeling", fields={"feeling": -2})
    assert room.card(card).fields == {"feeling": -2}
    for feeling in (-3, 3, 0.5):
        with refused(room.store, "bad_field"):
            fill(room, card, {"feeling": feeling})
    with refused(room.store, "bad_field"):
        lay(room, journey, **place, row="doing", fields={"feeling": 1})


def test_a_field_that_others_changed_is_not_overwritten(room: Room, persona: str) -> None:
    room.act(room.other, "fill_card", card=persona, fields={"quote": "theirs"}, base={"quote": None})
    with refused(room.store, "changed_meanwhile"):
        fill(room, persona, {"quote": "mine"}, {"quote": None})
    with refused(room.store, "changed_meanwhile"):
        fill(room, persona, {"quote": "mine", "about": "x"}, {})
    fill(room, persona, {"about": "x"}, {})  # another field is no conflict
    fill(room, persona, {"quote": "theirs"}, {"quote": None})  # nor is the same once more
    fill(room, persona, {"quote": "mine"}, {"quote": "theirs"})
    assert room.card(persona).fields == {"quote": "mine", "about": "x"}


def test_a_text_that_others_changed_is_not_overwritten(room: Room, persona: str) -> None:
    room.act(room.other, "edit_card", card=persona, text="Two")
    with refused(room.store, "changed_meanwhile"):
        fill(room, persona, {"text": "Three"}, {"text": "One"})
    fill(room, persona, {"text": "Three"}, {"text": "Two"})
    assert room.card(persona).text == "Three"


def test_a_result_freezes_the_rest(room: Room) -> None:
    card = lay(room, begin(room, TEST), "tests", fields={"criterion": "6 of 8"})
    fill(room, card, {"criterion": "5 of 8", "result": "3 of 8"})  # all at once, before there was a result
    for fields in ({"criterion": "2 of 8"}, {"text": "Else"}, {"result": None}, {"result": "4", "who": "x"}, {}):
        with refused(room.store, "card_frozen"):
            fill(room, card, fields)
    with refused(room.store, "card_frozen"):
        room.act(room.facilitator, "edit_card", card=card, text="Else")
    fill(room, card, {"result": "3 of 8, all on Monday"})
    room.act(room.participant, "keep_card", card=card)
    assert room.card(card).fields == {"criterion": "5 of 8", "result": "3 of 8, all on Monday"}


def test_a_survey_takes_one_answer_a_person(room: Room) -> None:
    survey = begin(room, NPS)
    mine = lay(room, survey, "answers", "", fields={"score": 0})
    with refused(room.store, "one_each"):
        lay(room, survey, "answers", "", fields={"score": 10})
    fill(room, mine, {"score": 10})
    args = {"activity": survey, "card": new_id(), "lane": "answers", "text": "", "fields": {"score": 7}}
    room.act(room.other, "add_card", **args)
    with refused(room.store, "unknown_card"):
        fill(room, args["card"], {"score": 0})
    room.act(room.facilitator, "reveal_cards", activity=survey)
    with refused(room.store, "not_yours"):
        fill(room, args["card"], {"score": 0})
    room.act(room.participant, "remove_card", card=mine)
    lay(room, survey, "answers", "", fields={"score": 9})  # once it is taken away, one may answer anew


@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_has_its_bounds(room: Room, score: int) -> None:
    survey = begin(room, NPS)
    with refused(room.store, "bad_field"):
        lay(room, survey, "answers", fields={"score": score})


def test_everybody_may_fill_in_what_a_team_makes(room: Room, persona: str) -> None:
    base = {"quote": None}
    room.act(room.other, "fill_card", card=persona, fields={"quote": "x"}, base=base)
    with refused(room.store, "not_allowed"):
        room.act(room.observer, "fill_card", card=persona, fields={"quote": "y"}, base={"quote": "x"})
    assert room.card(persona).seat == room.participant.id  # whoever writes on it, it stays hers


def test_only_its_author_and_a_facilitator_fill_in_a_note(room: Room) -> None:
    card = lay(room, begin(room, WALL), "say")
    with refused(room.store, "not_yours"):
        room.act(room.other, "fill_card", card=card, fields={"label": "quote"}, base={})
    room.act(room.facilitator, "fill_card", card=card, fields={"label": "quote"}, base={"label": None})
    assert room.card(card).fields == {"label": "quote"}


@pytest.mark.parametrize(("verb", "code"), [("lock_board", "board_locked"), ("close_activity", "activity_closed")])
def test_a_board_that_is_shut_takes_nothing(room: Room, persona: str, verb: str, code: str) -> None:
    room.act(room.facilitator, verb, activity=room.card(persona).activity)
    with refused(room.store, code):
        fill(room, persona, {"quote": "x"})


def test_half_a_character_is_refused_wherever_it_stands(room: Room, persona: str) -> None:
    for fields in ({"quote": "\ud83d"}, {"needs": ["\ud83d"]}, {"portrait": {"image": "\ud83d", "alt": ""}}):
        with refused(room.store, "bad_arguments"):
            fill(room, persona, fields)


@pytest.mark.parametrize(
    ("method", "lane", "row", "field"),
    [
        ("empathize/empathy_map", "sees", "", "photo"),
        (JOURNEY, "use", "doing", "photo"),
        ("define/themes", "loose", "", "photo"),
        ("ideate/impact_effort", "tray", "", "photo"),
        (PERSONA, "personas", "", "photo"),  # beside its portrait
        ("ideate/crazy_eights", "sketches", "", "image"),
    ],
)
def test_a_photo_of_paper_is_a_card_on_any_board(room: Room, method: str, lane: str, row: str, field: str) -> None:
    sheet = "1" if method == JOURNEY else ""
    photo = {"image": picture(room), "alt": "A yellow note"}
    card = lay(room, begin(room, method), lane, text="", row=row, sheet=sheet, fields={field: photo})
    assert (room.card(card).text, room.card(card).fields) == ("", {field: photo})
    with refused(room.store, "empty_text"):
        fill(room, card, {field: None})


@pytest.mark.parametrize(("method", "lane"), [(NPS, "answers"), ("empathize/offer_profile", "traits")])
def test_surveys_and_sliders_take_no_photo(room: Room, method: str, lane: str) -> None:
    board, fields = begin(room, method), {"photo": {"image": picture(room), "alt": ""}}
    with refused(room.store, "bad_field"):
        lay(room, board, lane, text="One", fields=fields)
