"""Reads: rows as the dataclasses of the model."""

import hashlib
import json
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from sqlite_utils import Database

from cx_workshop.model import ON_BOARD, Activity, Card, Event, Image, Link, Seat, Workshop

T = TypeVar("T")
BOARD_STATUSES = ", ".join(f"'{status}'" for status in ON_BOARD)


def token_hash(token: str) -> str:
    """What is kept of a seat's token: who reads the file cannot take a seat with it."""
    return hashlib.sha256(token.encode()).hexdigest()


def workshop_by_code(db: Database, code: str) -> Workshop | None:
    return _first(db, "select * from workshops where code = ?", [code], workshop_from_row)


def workshop_by_id(db: Database, workshop: str) -> Workshop | None:
    return _first(db, "select * from workshops where id = ?", [workshop], workshop_from_row)


def all_workshops(db: Database) -> list[Workshop]:
    return [workshop_from_row(row) for row in db.query("select * from workshops order by created_at, code")]


def seat_by_token(db: Database, token: str) -> Seat | None:
    return _first(db, "select * from seats where token_hash = ?", [token_hash(token)], Seat.from_row)


def seat_by_id(db: Database, seat: str) -> Seat | None:
    return _first(db, "select * from seats where id = ?", [seat], Seat.from_row)


def seats_of(db: Database, workshop: str) -> list[Seat]:
    """All seats in the order they joined, removed ones included: their cards stay."""
    sql = "select * from seats where workshop = ? order by joined_at, rowid"
    return [Seat.from_row(row) for row in db.query(sql, [workshop])]


def activity_by_id(db: Database, activity: str) -> Activity | None:
    return _first(db, "select * from activities where id = ?", [activity], activity_from_row)


def activities_of(db: Database, workshop: str) -> list[Activity]:
    """All activities, those that were dropped from the agenda too: the log speaks of them."""
    sql = "select * from activities where workshop = ? order by position"
    return [activity_from_row(row) for row in db.query(sql, [workshop])]


def agenda_of(db: Database, workshop: str) -> list[Activity]:
    """The activities in their order, without those that were dropped."""
    return [activity for activity in activities_of(db, workshop) if activity.status != "dropped"]


def card_by_id(db: Database, card: str) -> Card | None:
    return _first(db, "select * from cards where id = ?", [card], card_from_row)


def board_of(db: Database, activity: str) -> list[Card]:
    """The cards that lie on a board, lane by lane in their order."""
    sql = f"select * from cards where activity = ? and status in ({BOARD_STATUSES}) order by lane, position, id"
    return [card_from_row(row) for row in db.query(sql, [activity])]


def has_answered(db: Database, activity: str, seat: str) -> bool:
    """Whether a card of this seat lies on the board, other than those it brought in for people without a seat."""
    sql = f"""
        select 1 from cards where activity = ? and seat = ? and status in ({BOARD_STATUSES}) and id not in (
            select json_each.key from events, json_each(events.after, '$.cards')
            where events.workshop = (select workshop from activities where id = ?)
            and events.activity = ? and events.kind = 'scores_imported'
        ) limit 1
    """
    return next(iter(db.query(sql, [activity, seat, activity, activity])), None) is not None


def cards_of(db: Database, workshop: str) -> list[Card]:
    """Every card of a workshop, those that have left the board too."""
    sql = "select * from cards where workshop = ? order by created_at, id"
    return [card_from_row(row) for row in db.query(sql, [workshop])]


def kept_cards(db: Database, workshop: str) -> list[Card]:
    """What the team kept on any board, in the order of the agenda."""
    sql = """
        select cards.* from cards join activities on activities.id = cards.activity
        where cards.workshop = ? and cards.status = 'kept' order by activities.position, cards.lane, cards.position
    """
    return [card_from_row(row) for row in db.query(sql, [workshop])]


def cards_in_theme(db: Database, theme: str) -> list[Card]:
    sql = f"select * from cards where theme = ? and status in ({BOARD_STATUSES}) order by position, id"
    return [card_from_row(row) for row in db.query(sql, [theme])]


def links_of(db: Database, workshop: str) -> list[Link]:
    """Every link of a workshop, those that were taken away too."""
    sql = "select * from links where workshop = ? order by made_at, id"
    return [Link.from_row(row) for row in db.query(sql, [workshop])]


def link_between(db: Database, card: str, rests_on: str) -> Link | None:
    return _first(db, "select * from links where card = ? and rests_on = ?", [card, rests_on], Link.from_row)


def evidence_of_board(db: Database, activity: str) -> list[tuple[Link, Card]]:
    """The links of the cards on a board, each with the card it rests on."""
    sql = """
        select links.* from links join cards on cards.id = links.card
        where cards.activity = ? and links.removed_at is null order by links.made_at, links.id
    """
    links = [Link.from_row(row) for row in db.query(sql, [activity])]
    found = [(link, card_by_id(db, link.rests_on)) for link in links]
    return [(link, card) for link, card in found if card is not None and card.status in ON_BOARD]


def image_by_id(db: Database, image: str) -> Image | None:
    return _first(db, "select * from images where id = ?", [image], Image.from_row)


def images_of(db: Database, workshop: str) -> list[Image]:
    sql = "select * from images where workshop = ? order by added_at, id"
    return [Image.from_row(row) for row in db.query(sql, [workshop])]


def last_position(db: Database, activity: str, lane: str) -> float:
    sql = "select coalesce(max(position), 0) as last from cards where activity = ? and lane = ?"
    return float(next(iter(db.query(sql, [activity, lane])))["last"])


def last_seq(db: Database, workshop: str) -> int:
    sql = "select coalesce(max(seq), 0) as seq from events where workshop = ?"
    return int(next(iter(db.query(sql, [workshop])))["seq"])


def seq_before(db: Database, event: Event) -> int:
    """The workshop's event before this one; 0 for its first."""
    sql = "select coalesce(max(seq), 0) as seq from events where workshop = ? and seq < ?"
    return int(next(iter(db.query(sql, [event.workshop, event.seq])))["seq"])


def newest_seq(db: Database) -> int:
    return int(next(iter(db.query("select coalesce(max(seq), 0) as seq from events")))["seq"])


def events_after(db: Database, seq: int, limit: int = -1) -> list[Event]:
    """Events of all workshops, oldest first."""
    sql = "select * from events where seq > ? order by seq limit ?"
    return [event_from_row(row) for row in db.query(sql, [seq, limit])]


def events_of(db: Database, workshop: str, since: int = 0, limit: int = -1) -> list[Event]:
    sql = "select * from events where workshop = ? and seq > ? order by seq limit ?"
    return [event_from_row(row) for row in db.query(sql, [workshop, since, limit])]


def events_by_seat(db: Database, seat: str) -> Iterable[Event]:
    """One seat's events, newest first, read as far as the caller goes."""
    sql = "select * from events where seat = ? order by seq desc"
    return (event_from_row(row) for row in db.query(sql, [seat]))


def event_of_command(db: Database, workshop: str, command: str) -> Event | None:
    return _first(db, "select * from events where workshop = ? and command = ?", [workshop, command], event_from_row)


def data_version(db: Database) -> int:
    """A number that changes when another connection, of any process, has committed."""
    return int(db.conn.execute("pragma data_version").fetchone()[0])


def workshop_from_row(row: dict[str, Any]) -> Workshop:
    return Workshop.from_row(row | {"solo": bool(row["solo"])})


def activity_from_row(row: dict[str, Any]) -> Activity:
    return Activity.from_row(row | {"locked": bool(row["locked"]), "shape": json.loads(row["shape"])})


def card_from_row(row: dict[str, Any]) -> Card:
    return Card.from_row(row | {"fields": json.loads(row["fields"])})


def event_from_row(row: dict[str, Any]) -> Event:
    return Event.from_row(row | {"before": json.loads(row["before"]), "after": json.loads(row["after"])})


def _first(db: Database, sql: str, values: list[Any], build: Callable[[dict[str, Any]], T]) -> T | None:
    row = next(iter(db.query(sql, values)), None)
    return None if row is None else build(row)
