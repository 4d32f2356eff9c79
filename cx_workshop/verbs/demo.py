"""Fills the finished sample workshop by carrying out its verbs one by one, at the times of its own day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from cx_workshop.content.folder import read_toml
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
    with store.reading() as db:
        workshop = queries.workshop_by_code(db, created.data["code"])
        assert workshop is not None
        activities = {activity.method: activity.id for activity in queries.agenda_of(db, workshop.id)}
    keys = {"participant": None, "observer": workshop.observer_key, "facilitator": workshop.facilitator_key}
    seats = {leader["key"]: created.data["id"]}
    for seat in sorted(others, key=lambda seat: float(seat["minute"])):
        args = {"name": words["seats"][seat["key"]], "key": keys[seat["role"]]}
        joined = perform(store, Command("join", args, workshop=workshop.id, at=at(seat["minute"]))).result()
        seats[seat["key"]] = joined.data["id"]
    acts = [*_floor(plan, leader["key"], activities), *_cards(plan, words["cards"], activities)]
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
        yield Act(item["closes"], leader, "close_activity", activity)


def _cards(plan: dict[str, Any], texts: dict[str, str], activities: dict[str, str]) -> Iterator[Act]:
    verbs = {"kept": "keep_card", "parked": "park_card", "removed": "remove_card"}
    for item in plan["cards"]:
        card = new_id()
        first = {
            "activity": activities[item["activity"]],
            "card": card,
            "lane": item.get("moved_from", item["lane"]),
            "text": texts[item.get("edited_from", item["key"])],
        }
        yield Act(item["minute"], item["seat"], "add_card", first)
        if "edited_from" in item:
            yield Act(item["edited_minute"], item["seat"], "edit_card", {"card": card, "text": texts[item["key"]]})
        if "moved_from" in item:
            yield Act(item["moved_minute"], item["moved_by"], "move_card", {"card": card, "lane": item["lane"]})
        if item["status"] in verbs:
            yield Act(item["status_minute"], item["status_by"], verbs[item["status"]], {"card": card})
