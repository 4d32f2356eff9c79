"""Fields that point to a sheet of another board, such as a persona's to its journey."""

from cx_workshop.report.report import build_report
from cx_workshop.verbs import Command, perform
from tests.conftest import Room
from tests.looking import refused
from tests.verbs.test_fields import JOURNEY, PERSONA, WALL, begin, fill, lay


def test_a_persona_names_the_sheet_of_its_journey(room: Room) -> None:
    journey = begin(room, JOURNEY)
    args = {"activity": journey, "kind": "sheets", "id": "b", "name": "Bram"}
    perform(room.store, Command("add_part", args, seat=room.participant.id)).result(10)
    wall = begin(room, WALL)
    persona = lay(room, begin(room, PERSONA), "personas", "Bram")
    fill(room, persona, {"journey": f"{journey}/b"})
    assert room.card(persona).fields == {"journey": f"{journey}/b"}
    for sheet, code in (
        (f"{journey}/c", "unknown_sheet"),
        (f"{wall}/1", "unknown_sheet"),
        ("elsewhere/b", "unknown_sheet"),
        (journey, "bad_field"),
        (f"{journey}/b/c", "bad_field"),
        (["b"], "bad_field"),
    ):
        with refused(room.store, code):
            fill(room, persona, {"journey": sheet})
    with room.store.reading() as db:
        report = build_report(db, room.workshop, "en")
    [told] = [
        card
        for section in report.activities
        for sheet in section.sheets
        for group in sheet.groups
        for card in group.cards
    ]
    assert [(entry.name, entry.values) for entry in told.entries] == [("Journey", ["Bram"])]
    fill(room, persona, {"journey": None})
    assert room.card(persona).fields == {}
