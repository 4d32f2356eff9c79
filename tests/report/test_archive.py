import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cx_workshop.content.agendas import FIRST
from cx_workshop.model import Workshop
from cx_workshop.report.archive import as_json, import_json
from cx_workshop.storage import Store, check, queries
from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.act import new_id
from cx_workshop.verbs.demo import fill_demo
from tests.conftest import Room
from tests.looking import everything, refused

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
TABLES = ("seats", "activities", "cards", "events")
Archive = dict[str, Any]


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Store]:
    """Another database."""
    store = Store(tmp_path / "elsewhere.db")
    yield store
    store.close()


def workshop(store: Store, code: str) -> Workshop:
    with store.reading() as db:
        found = queries.workshop_by_code(db, code)
    assert found is not None
    return found


def export(store: Store, code: str) -> str:
    with store.reading() as db:
        return as_json(db, workshop(store, code))


def problems(store: Store) -> list[str]:
    with store.reading() as db:
        return check.problems(db)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A database with one workshop in which everything has happened. Nothing is changed in it any more."""
    store = Store(tmp_path_factory.mktemp("home") / "workshops.db")
    live_through_a_day(store)
    yield store
    store.close()


@pytest.fixture(scope="module")
def exported(home: Store) -> str:
    return export(home, everything(home)["workshops"][0]["code"])


def live_through_a_day(store: Store) -> None:
    def act(seat: str | None, verb: str, **args: Any) -> str | None:
        command = Command(verb, args, seat=seat, workshop=None if seat else home)
        return perform(store, command).result(10).data.get("id")

    home = None
    fay = act(None, "create", title="Parcels", challenge="Late", language="en", agenda_id=FIRST, name="Fay")
    with store.reading() as db:
        [found] = queries.all_workshops(db)
        activity = {each.step: each.id for each in queries.activities_of(db, found.id)}
    home = found.id
    pia, otto = act(None, "join", name="Pia"), act(None, "join", name="Otto")
    olga = act(None, "join", name="Olga", key=found.observer_key)
    act(fay, "open_activity", activity=activity["define"])
    kept, open_, gone = cards = [new_id() for _ in range(3)]
    for card, text in zip(cards, ("Kept", "Open <b>שלום</b> 🙂\n*x*", "Gone"), strict=True):
        act(pia, "add_card", activity=activity["define"], card=card, lane="questions", text=text)
    act(pia, "keep_card", card=kept)
    act(otto, "move_card", card=open_, lane="questions", before=kept)
    act(pia, "remove_card", card=gone)
    act(otto, "undo")
    perform(store, Command("remove", {"seat": olga}, seat=fay)).result(10)
    act(fay, "open_activity", activity=activity["ideate"])
    act(fay, "close")


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
    assert (archive["format"], archive["version"]) == ("cx-workshop", 1)
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


def test_a_file_of_a_newer_version_is_refused(exported: str, elsewhere: Store) -> None:
    with refused(elsewhere, "newer_export"):
        import_json(elsewhere, json.dumps(json.loads(exported) | {"version": 2, "new": []}))


def put(*path: str | int, value: Any) -> Callable[[Archive], None]:
    def forge(archive: Archive) -> None:
        *way, last = path
        target: Any = archive
        for step in way:
            target = target[step]
        target[last] = value

    return forge


def drop(*path: str | int) -> Callable[[Archive], None]:
    def forge(archive: Archive) -> None:
        *way, last = path
        target: Any = archive
        for step in way:
            target = target[step]
        del target[last]

    return forge


FORGED = {
    "another format": put("format", value="cx-other"),
    "no version": drop("version"),
    "a version in words": put("version", value="1"),
    "a version that is true": put("version", value=True),
    "no workshop": drop("workshop"),
    "a list of workshops": put("workshop", value=[]),
    "no cards": drop("cards"),
    "cards as an object": put("cards", value={}),
    "a card that is a word": put("cards", 0, value="card"),
    "a card without lane": drop("cards", 0, "lane"),
    "a card with more": put("cards", 0, "color", value="red"),
    "a seat with a token": put("seats", 0, "token_hash", value="0" * 64),
    "a workshop with a key": put("workshop", "facilitator_key", value="mine"),
    "an event with a place": put("events", 0, "seq", value=1),
    "a text that is a number": put("cards", 0, "text", value=7),
    "a text that is nothing": put("cards", 0, "text", value=None),
    "half a character": put("cards", 0, "text", value="\ud800"),
    "half a character in the title": put("workshop", "title", value="\ud800"),
    "half a character deep inside": put("events", 0, "after", "workshops", value={"\ud800": {}}),
    "a position in words": put("cards", 0, "position", value="1"),
    "a position that is true": put("cards", 0, "position", value=True),
    "a position beyond all numbers": put("cards", 0, "position", value=float("inf")),
    "a position that is no number": put("cards", 0, "position", value=float("nan")),
    "a position too large for a file": put("cards", 0, "position", value=10**400),
    "minutes that are a fraction": put("activities", 0, "minutes", value=7.5),
    "minutes too large for a file": put("activities", 0, "minutes", value=2**70),
    "locked by a number": put("activities", 0, "locked", value=1),
    "fields as a list": put("cards", 0, "fields", value=[]),
    "an unknown status": put("cards", 0, "status", value="lost"),
    "an unknown role": put("seats", 0, "role", value="king"),
    "an unknown method": put("activities", 0, "method", value="define/none"),
    "an unknown step": put("activities", 0, "step", value="dream"),
    "an unknown language": put("workshop", "language", value="fr"),
    "a code that nobody can type": put("workshop", "code", value="<b>"),
    "a day that is none": put("workshop", "created_at", value="yesterday"),
    "an opening on a day that is none": put("activities", 1, "opened_at", value="yesterday"),
    "a seat with an id that nothing else names": put("seats", 1, "id", value="x"),
    "a row of another workshop": put("cards", 0, "workshop", value="other"),
    "a card on an activity that is not there": put("cards", 0, "activity", value="none"),
    "a card of a seat that is not there": put("cards", 0, "seat", value="none"),
    "an event of a seat that is not there": put("events", 0, "seat", value="none"),
    "an event of an activity that is not there": put("events", 0, "activity", value="none"),
    "an event of a table that is a word": put("events", 0, "after", value={"cards": "x"}),
    "an event of a row that is a word": put("events", 0, "after", value={"cards": {"x": "y"}}),
    "an event of a row that is a list": put("events", 0, "before", value={"cards": [1]}),
    "two events of one command": lambda archive: archive["events"].append(archive["events"][-1]),
    "a card twice": lambda archive: archive["cards"].append(archive["cards"][-1]),
    "a log that tells another story": put("cards", 0, "text", value="Never said"),
    "a log that is cut": drop("events", -2),
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_a_forged_file_is_refused(exported: str, elsewhere: Store, forge: Callable[[Archive], None]) -> None:
    archive = json.loads(exported)
    forge(archive)
    with refused(elsewhere, "bad_export"):
        import_json(elsewhere, json.dumps(archive))


@pytest.mark.parametrize(
    ("table", "column"),
    [("cards", "activity"), ("cards", "seat"), ("events", "seat"), ("events", "activity"), ("cards", "workshop")],
)
def test_a_file_may_not_reach_into_another_workshop(exported: str, elsewhere: Store, table: str, column: str) -> None:
    """The other workshop is in the database that takes the file in, so the reference itself would hold."""
    values = {"title": "Two", "challenge": "", "language": "en", "agenda_id": FIRST, "name": "Ann"}
    perform(elsewhere, Command("create", values)).result(10)
    rows = everything(elsewhere)
    archive = json.loads(exported)
    archive[table][0][column] = rows[{"activity": "activities", "seat": "seats", "workshop": "workshops"}[column]][0][
        "id"
    ]
    with refused(elsewhere, "bad_export"):
        import_json(elsewhere, json.dumps(archive))


def test_a_file_that_tells_of_rows_of_another_workshop_is_refused(exported: str, elsewhere: Store) -> None:
    """Otherwise the log would speak about the other workshop's rows, and check would call it damaged."""
    values = {"title": "Two", "challenge": "", "language": "en", "agenda_id": FIRST, "name": "Ann"}
    perform(elsewhere, Command("create", values)).result(10)
    [seat] = everything(elsewhere)["seats"]
    archive = json.loads(exported)
    archive["events"][0]["after"]["seats"][seat["id"]] = {"name": "Nemo"}
    with refused(elsewhere, "bad_export"):
        import_json(elsewhere, json.dumps(archive))
