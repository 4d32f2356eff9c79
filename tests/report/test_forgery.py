"""A file that anybody may have written: only what an export can hold gets in."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from cx_workshop.content.agendas import FIRST
from cx_workshop.report.archive import import_json
from cx_workshop.storage import Store
from cx_workshop.verbs import Command, perform
from tests.looking import everything, refused

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
Archive = dict[str, Any]


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
    "a board with numbers for lanes": put("activities", 0, "shape", value={"lanes": [1]}),
    "a board with more": put("activities", 0, "shape", value={"html": "<b>"}),
    "a board with names that are numbers": put("activities", 0, "shape", value={"names": {"lanes": {"x": 1}}}),
    "sheets that travel nowhere": put("activities", 0, "shape", value={"turn": {"number": 1}}),
    "a picture that is a page": put("images", 0, "data", value="PGh0bWw+"),
    "a picture that is not base64": put("images", 0, "data", value="…"),
    "a picture of another kind": put("images", 0, "kind", value="text/html"),
    "a link to nowhere": put("links", 0, "rests_on", value="none"),
    "a theme that is not there": put("cards", 0, "theme", value="none"),
    "a place beyond the plane": put("cards", 0, "x", value=2),
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
    "a card that is hidden for ever": put("cards", 0, "hidden", value=True),
    "an event for one seat only": put("events", 0, "private", value={"x": ["y"]}),
    "a vote that is open": put("votes", 0, "closed_at", value=None),
    "a vote with more dots a card than a person has": put("votes", 0, "per_card", value=99),
    "totals of a card that is not there": put("votes", 0, "totals", value={"none": {"dot": 1}}),
    "totals of no kind": put("votes", 0, "totals", value={"": {"stars": 1}}),
    "totals in words": put("votes", 0, "totals", value={"": {"yes": "many"}}),
    "a dot in no vote": put("dots", 0, "vote", value="none"),
    "a decision due some day": put("decisions", 0, "due", value="soon"),
    "a timer of a year": put("workshop", "timer", value={"seconds": 31_536_000, "left": 1}),
    "a timer with more": put("workshop", "timer", value={"seconds": 60, "left": 1, "html": "<b>"}),
    "a call to several boards": put(
        "workshop", "called", value={"activity": [], "card": [], "at": "2026-01-01T00:00Z"}
    ),
    "no number in the log": put("events", 0, "after", value={"workshops": {"x": {"title": float("nan")}}}),
    "a call to nowhere": put("workshop", "called", value={"activity": "none", "card": None, "at": "2026-01-01T00:00Z"}),
    "a person ready for nothing": put("seats", 1, "ready_for", value="none"),
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
