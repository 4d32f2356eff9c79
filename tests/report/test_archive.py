import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest

from cx_workshop.content.agendas import FIRST
from cx_workshop.report.archive import import_json
from cx_workshop.report.forgery import SINCE_2, SINCE_3
from cx_workshop.storage import Store, check
from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.act import new_id
from cx_workshop.verbs.demo import fill_demo
from tests.conftest import Room
from tests.looking import everything, refused
from tests.report.conftest import export, workshop

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
TABLES = ("seats", "activities", "images", "cards", "links", "votes", "dots", "decisions", "events")
Archive = dict[str, Any]


def problems(store: Store) -> list[str]:
    with store.reading() as db:
        return check.problems(db)


def test_an_export_is_the_same_after_an_import(exported: str, elsewhere: Store) -> None:
    imported = import_json(elsewhere, exported)
    assert imported.code == json.loads(exported)["workshop"]["code"]
    assert export(elsewhere, imported.code) == exported
    assert problems(elsewhere) == []


@pytest.mark.parametrize("language", ["en", "nl", "de"])
def test_the_sample_workshop_comes_through_whole(store: Store, elsewhere: Store, language: str) -> None:
    code = fill_demo(store, language=language, start=datetime(2026, 3, 1, 9, tzinfo=UTC)).data["code"]
    text = export(store, code)
    assert export(elsewhere, import_json(elsewhere, text).code) == text


def test_an_imported_workshop_has_the_same_rows_but_other_keys(exported: str, home: Store, elsewhere: Store) -> None:
    imported = import_json(elsewhere, exported)
    there, here = everything(elsewhere), everything(home)
    nameless = {row["id"] for row in here["activities"] if row["anonymous"]}
    for card in here["cards"]:
        card["seat"] = None if card["activity"] in nameless else card["seat"]
    for table in ("activities", "cards", "votes", "decisions"):
        by_id = [sorted(rows[table], key=lambda row: str(row["id"])) for rows in (there, here)]
        assert by_id[0] == by_id[1]
    told = [[(row["command"], row["kind"], row["at"]) for row in rows["events"]] for rows in (there, here)]
    assert told[0] == told[1]
    assert [row["token_hash"] for row in there["seats"]] == [None] * 5
    keys = {
        row[key] for rows in (there, here) for row in rows["workshops"] for key in ("facilitator_key", "observer_key")
    }
    assert len(keys) == 4
    assert workshop(elsewhere, imported.code).facilitator_key == imported.facilitator_key


def test_an_export_keeps_to_itself_who_wrote_without_a_name_and_who_gave_which_dot(home: Store, exported: str) -> None:
    """Not one line of it puts a seat beside such a card, dot or picture, nor says who acted there."""
    archive = json.loads(exported)
    nameless = {activity["id"] for activity in archive["activities"] if activity["anonymous"]}
    signed = [row for table in ("dots", "images") for row in archive[table]]
    signed += [card for card in archive["cards"] if card["activity"] in nameless]
    ids = {row["id"] for row in signed}
    logged = [
        row
        for event in archive["events"]
        for side in ("before", "after")
        for rows in event[side].values()
        for row_id, row in rows.items()
        if row_id in ids and row
    ]
    assert len(signed) == 9
    assert {row.get("seat") for row in signed + logged} == {None}
    told = [event for event in archive["events"] if ids & {row for rows in event["after"].values() for row in rows}]
    assert {event["seat"] for event in told} == {None}
    kinds = {"image_added", "card_added", "cards_revealed", "dot_cast", "concern_marked", "dot_taken_back"}
    assert {event["kind"] for event in told} == kinds | {"question_answered"}


def test_a_workshop_with_something_hidden_is_not_exported(room: Room) -> None:
    board = room.open()
    room.act(room.facilitator, "hide_cards", activity=board)
    room.add(room.participant, board)
    with refused(room.store, "still_hidden"):
        export(room.store, room.workshop.code)
    room.act(room.facilitator, "reveal_cards", activity=board)
    vote = room.act(room.facilitator, "open_vote", activity=board, dots=1, per_card=1).data["vote"]
    with refused(room.store, "still_hidden"):
        export(room.store, room.workshop.code)
    room.act(room.facilitator, "close_vote", vote=vote)
    assert json.loads(export(room.store, room.workshop.code))["votes"][0]["totals"] == {}


def test_the_key_of_an_import_leads_it(exported: str, elsewhere: Store) -> None:
    archive = json.loads(exported)
    archive["workshop"] |= {"status": "open", "closed_at": None}
    [closing] = [event for event in archive["events"] if event["kind"] == "workshop_closed"]
    closing["after"]["workshops"][archive["workshop"]["id"]] |= {"status": "open", "closed_at": None}
    imported = import_json(elsewhere, json.dumps(archive))
    target = workshop(elsewhere, imported.code).id
    args = {"name": "Nia", "key": imported.facilitator_key}
    seat = perform(elsewhere, Command("join", args, workshop=target)).result(10).data["id"]
    perform(elsewhere, Command("close", {}, seat=seat)).result(10)
    assert workshop(elsewhere, imported.code).status == "closed"


def test_no_secret_is_in_an_export(exported: str, home: Store) -> None:
    rows = everything(home)
    names = ("facilitator_key", "observer_key", "token")
    secrets = [
        *names,
        *(rows["workshops"][0][name] for name in names[:2]),
        *(row["token_hash"] for row in rows["seats"] if row["device"]),
    ]
    assert [secret for secret in secrets if secret in exported] == []


def test_an_export_is_readable(exported: str) -> None:
    archive = json.loads(exported)
    assert list(archive) == ["format", "version", "workshop", *TABLES]
    assert (archive["format"], archive["version"]) == ("cx-workshop", 3)
    assert exported.count("<b>שלום</b> 🙂\\n*x*") > 1


def test_an_import_takes_in_only_one_workshop(room: Room, elsewhere: Store) -> None:
    values = {"title": "Two", "challenge": "", "language": "en", "agenda_id": FIRST, "name": "Ann"}
    perform(room.store, Command("create", values)).result(10)
    import_json(elsewhere, export(room.store, room.workshop.code))
    assert [row["title"] for row in everything(elsewhere)["workshops"]] == ["Parcels"]


def test_a_workshop_that_is_here_already_is_refused(exported: str, home: Store, elsewhere: Store) -> None:
    with refused(home, "already_here"):
        import_json(home, exported)
    import_json(elsewhere, exported)
    with refused(elsewhere, "already_here"):
        import_json(elsewhere, exported)


def test_a_code_that_is_taken_here_gives_way_to_a_new_one(exported: str, elsewhere: Store) -> None:
    ids: dict[str, str] = {}
    twin = UUID.sub(lambda match: ids.setdefault(match[0], new_id()), exported)
    codes = [import_json(elsewhere, text).code for text in (exported, twin)]
    assert [row["code"] for row in everything(elsewhere)["workshops"]] == codes
    assert len(set(codes)) == 2
    assert problems(elsewhere) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"text"',
        "7",
        "[" * 100_000,
        "{}",
        '{"format": "cx-workshop"}',
        "# Parcels",
        "\x00",
        "NaN",
    ],
)
def test_a_file_that_is_no_export_is_refused(store: Store, text: str) -> None:
    with refused(store, "bad_export"):
        import_json(store, text)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_is_refused(exported: str, elsewhere: Store, part: float) -> None:
    with refused(elsewhere, "bad_export"):
        import_json(elsewhere, exported[: int(len(exported) * part)])


LATER = {2: (SINCE_3, ("votes", "dots", "decisions")), 1: (SINCE_2, ("images", "links"))}
"""What is not yet in a file of this version, behind what is not in those after it."""


@pytest.mark.parametrize("version", [1, 2])
def test_a_file_of_an_older_version_is_brought_up_to_date(room: Room, elsewhere: Store, version: int) -> None:
    room.act(room.facilitator, "reveal_cards", activity=room.open("ideate"))  # older versions knew nothing private
    room.add(room.participant, room.open())
    exported = json.loads(export(room.store, room.workshop.code))
    archive = json.loads(json.dumps(exported)) | {"version": version}
    for since, tables in [later for number, later in LATER.items() if number >= version]:
        for table in tables:
            del archive[table]
        for table, columns in since.items():
            logged = [row for event in archive["events"] for row in event["after"].get(table, {}).values()]
            for row in [*archive[table], *logged]:
                for column in columns:
                    row.pop(column, None)
    for column in ("timer", "called"):
        del archive["workshop"][column]
        for event in archive["events"]:
            for row in event["after"].get("workshops", {}).values():
                row.pop(column, None)
    imported = import_json(elsewhere, json.dumps(archive))
    now = json.loads(export(elsewhere, imported.code))
    for table in ("seats", "activities", "cards", "votes"):
        assert now[table] == exported[table]
    assert problems(elsewhere) == []


def test_a_file_of_a_newer_version_is_refused(exported: str, elsewhere: Store) -> None:
    with refused(elsewhere, "newer_export"):
        import_json(elsewhere, json.dumps(json.loads(exported) | {"version": 4, "new": []}))


def test_what_was_taken_away_unseen_is_neither_exported_nor_copied(room: Room, elsewhere: Store) -> None:
    """Neither its words nor its picture; the file is sound all the same."""
    board = room.open()
    args = {"kind": "image/webp", "width": 1, "height": 1, "data": b"RIFF....WEBP"}
    picture = room.act(room.participant, "add_image", **args).data["image"]
    room.act(room.facilitator, "hide_cards", activity=board)
    card = room.add(room.participant, board, "Only mine")
    room.act(room.participant, "fill_card", card=card, fields={"photo": {"image": picture}}, base={})
    room.act(room.participant, "remove_card", card=card)
    room.act(room.facilitator, "reveal_cards", activity=board)
    copy = room.act(room.facilitator, "copy", title="Once more", with_cards=True).data["code"]
    text = export(room.store, room.workshop.code)
    assert [secret in text for secret in ("Only mine", picture, "UklGR")] == [False] * 3
    assert json.loads(export(room.store, copy))["images"] == []
    assert export(elsewhere, import_json(elsewhere, text).code) == text
    assert problems(elsewhere) == []
