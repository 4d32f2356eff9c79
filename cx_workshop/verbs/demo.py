"""Fills the finished sample workshop by carrying out its verbs one by one, at the times of its own day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from cx_workshop.content.folder import read_toml
from cx_workshop.content.shape import FIRST_SHEET
from cx_workshop.settings import DATA
from cx_workshop.storage import Store, queries
from cx_workshop.verbs import Command, Outcome, perform
from cx_workshop.verbs.act import as_text, new_id

FOLDER = DATA / "demo"


@dataclass(frozen=True)
class Act:
    minute: float
    seat: str
    verb: str
    args: dict[str, Any]


def fill_demo(store: Store, *, language: str, start: datetime) -> Outcome:
    """The outcome of its creation: the code and the facilitator's token."""
    plan, words = read_toml(FOLDER / "workshop.toml"), read_toml(FOLDER / f"{language}.toml")

    def at(minute: float) -> str:
        return as_text(start + timedelta(minutes=minute))

    leader, *others = plan["seats"]
    created = perform(
        store,
        Command(
            "create",
            {
                "title": words["title"],
                "challenge": words["challenge"],
                "language": language,
                "agenda_id": plan["agenda"],
                "name": words["seats"][leader["key"]],
            },
            at=at(leader["minute"]),
        ),
    ).result()
    leads = created.data["id"]
    for item in plan["planned"]:
        args = {name: item[name] for name in ("method", "minutes", "position")}
        perform(store, Command("plan_activity", args, seat=leads, at=at(item["minute"]))).result()
    with store.reading() as db:
        workshop = queries.workshop_by_code(db, created.data["code"])
        assert workshop is not None
        activities = {activity.method: activity.id for activity in queries.agenda_of(db, workshop.id)}
    keys = {"participant": None, "observer": workshop.observer_key, "facilitator": workshop.facilitator_key}
    seats = {leader["key"]: leads}
    for seat in sorted(others, key=lambda seat: float(seat["minute"])):
        args = {"name": words["seats"][seat["key"]], "key": keys[seat["role"]]}
        joined = perform(store, Command("join", args, workshop=workshop.id, at=at(seat["minute"]))).result()
        seats[seat["key"]] = joined.data["id"]
    acts = [
        *_floor(plan, leader["key"], activities),
        *_sheets(plan, words["sheets"], activities),
        *_cards(plan, words, activities, start.date()),
    ]
    futures = [
        perform(store, Command(act.verb, act.args, seat=seats[act.seat], at=at(act.minute)))
        for act in sorted(acts, key=lambda act: act.minute)
    ]
    for future in futures:
        future.result()
    return created


def _floor(plan: dict[str, Any], leader: str, activities: dict[str, str]) -> Iterator[Act]:
    for item in plan["activities"]:
        activity = {"activity": activities[item["method"]]}
        yield Act(item["opens"], leader, "open_activity", activity)
        if "reveals" in item:
            yield Act(item["reveals"], leader, "reveal_cards", activity)
        yield Act(item["closes"], leader, "close_activity", activity)


def _sheets(plan: dict[str, Any], names: dict[str, str], activities: dict[str, str]) -> Iterator[Act]:
    for item in plan["sheets"]:
        part = {"activity": activities[item["activity"]], "kind": "sheets", "id": item["sheet"]}
        verb = "rename_part" if item["sheet"] == FIRST_SHEET else "add_part"
        yield Act(item["minute"], item["seat"], verb, part | {"name": names[item["key"]]})


def _cards(plan: dict[str, Any], words: dict[str, Any], activities: dict[str, str], day: date) -> Iterator[Act]:
    verbs = {"kept": "keep_card", "parked": "park_card", "removed": "remove_card"}
    texts, ids = words["cards"], {item["key"]: new_id() for item in plan["cards"]}
    for item in plan["cards"]:
        card, (ground, *more_grounds) = ids[item["key"]], item.get("rests_on") or [None]
        text = texts[item.get("words", item["key"])]
        fields, later = _fields(item, words["fields"].get(item["key"], {}), day)
        first = {
            "activity": activities[item["activity"]],
            "card": card,
            "lane": item.get("moved_from", item["lane"]),
            "text": texts[item["edited_from"]] if "edited_from" in item else text,
            "row": item.get("row", ""),
            "sheet": item.get("sheet", ""),
            "fields": fields,
            "made_from": ids[ground] if ground else None,
        }
        yield Act(item["minute"], item["seat"], "add_card", first)
        for number, other in enumerate(more_grounds, start=1):
            yield Act(item["minute"] + number / 10, item["seat"], "link_cards", {"card": card, "rests_on": ids[other]})
        if "edited_from" in item:
            yield Act(item["edited_minute"], item["seat"], "edit_card", {"card": card, "text": text})
        if "moved_from" in item:
            yield Act(item["moved_minute"], item["moved_by"], "move_card", {"card": card, "lane": item["lane"]})
        if "x" in item:
            place = {"card": card, "x": item["x"], "y": item["y"]}
            yield Act(item["placed_minute"], item["placed_by"], "place_card", place)
        if later:
            yield Act(
                item["filled_minute"], item["filled_by"], "fill_card", {"card": card, "fields": later, "base": {}}
            )
        if item["status"] in verbs:
            yield Act(item["status_minute"], item["status_by"], verbs[item["status"]], {"card": card})


def _fields(item: dict[str, Any], texts: dict[str, Any], day: date) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a card's fields say at once, and what they say later."""
    dates = {name: _next(month_and_day, day) for name, month_and_day in item.get("dates", {}).items()}
    fields = item.get("fields", {}) | texts | dates
    later = {name: value for name, value in fields.items() if name == item.get("filled")}
    return {name: value for name, value in fields.items() if name not in later}, later


def _next(month_and_day: str, day: date) -> str:
    """The first such day after another, as fields hold it."""
    return next(found for year in (day.year, day.year + 1) if (found := f"{year}-{month_and_day}") > day.isoformat())
