import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest

from cx_workshop.content.agendas import FIRST
from cx_workshop.report.archive import import_json
from cx_workshop.report.forgery import SINCE_2
from cx_workshop.storage import Store, check
from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.act import new_id
from cx_workshop.verbs.demo import fill_demo
from tests.conftest import Room
from tests.looking import everything, refused
from tests.report.conftest import export, workshop

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
TABLES = ("seats", "activities", "images", "cards", "links", "events")
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
    for table in ("activities", "cards"):
        by_id = [sorted(rows[table], key=lambda row: str(row["id"])) for rows in (there, here)]
        assert by_id[0] == by_id[1]
    assert [row | {"seq": None} for row in there["events"]] == [row | {"seq": None} for row in here["events"]]
    assert [row["token_hash"] for row in there["seats"]] == [None] * 4
    keys = {
        row[key] for rows in (there, here) for row in rows["workshops"] for key in ("facilitator_key", "observer_key")
    }
    assert len(keys) == 4
    assert workshop(elsewhere, imported.code).facilitator_key == imported.facilitator_key


def test_the_key_of_an_import_leads_it(exported: str, elsewhere: Store) -> None:
    archive = json.loads(exported)
    archive["workshop"] |= {"status": "open", "closed_at": None}
    archive["events"] = [event for event in archive["events"] if event["kind"] != "workshop_closed"]
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
        *(row["token_hash"] for row in rows["seats"]),
    ]
    assert [secret for secret in secrets if secret in exported] == []


def test_an_export_is_readable(exported: str) -> None:
    archive = json.loads(exported)
    assert list(archive) == ["format", "version", "workshop", *TABLES]
    assert (archive["format"], archive["version"]) == ("cx-workshop", 2)
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


def test_a_file_of_the_first_version_is_brought_up_to_date(room: Room, elsewhere: Store) -> None:
    room.add(room.participant, room.open())
    archive = json.loads(export(room.store, room.workshop.code)) | {"version": 1}
    for table in ("images", "links"):
        del archive[table]
    for table, columns in SINCE_2.items():
        for row in [
            *archive[table],
            *(row for event in archive["events"] for row in event["after"].get(table, {}).values()),
        ]:
            for column in columns:
                row.pop(column, None)
    imported = import_json(elsewhere, json.dumps(archive))
    now = json.loads(export(elsewhere, imported.code))
    for table in ("activities", "cards"):
        assert now[table] == [row | SINCE_2[table] for row in archive[table]]
    assert problems(elsewhere) == []


def test_a_file_of_a_newer_version_is_refused(exported: str, elsewhere: Store) -> None:
    with refused(elsewhere, "newer_export"):
        import_json(elsewhere, json.dumps(json.loads(exported) | {"version": 3, "new": []}))
