"""Reads: rows as the dataclasses of the model."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any, TypeVar

from sqlite_utils import Database

from cx_workshop.model import (
    ON_BOARD,
    Activity,
    Card,
    CardStatus,
    Decision,
    Dot,
    Event,
    Image,
    Link,
    Row,
    Seat,
    Vote,
    Workshop,
)

R = TypeVar("R", bound=Row)
BOARD_STATUSES = ", ".join(f"'{status}'" for status in ON_BOARD)


def token_hash(token: str) -> str:
    """What is kept of a seat's token: who reads the file cannot take a seat with it."""
    return hashlib.sha256(token.encode()).hexdigest()


def workshop_by_code(db: Database, code: str) -> Workshop | None:
    return _first(db, "select * from workshops where code = ? and deleted_at is null", [code], Workshop)


def workshop_by_id(db: Database, workshop: str) -> Workshop | None:
    return _first(db, "select * from workshops where id = ? and deleted_at is null", [workshop], Workshop)


def all_workshops(db: Database) -> list[Workshop]:
    sql = "select * from workshops where deleted_at is null order by created_at, code"
    return _all(db, sql, [], Workshop)


def teams_of(db: Database, room: str) -> list[Workshop]:
    """The teams that a room was split into, in the order they were formed."""
    sql = "select * from workshops where parent = ? and deleted_at is null order by created_at, rowid"
    return _all(db, sql, [room], Workshop)


def seats_in_teams(db: Database, seat: str) -> list[Seat]:
    """Where somebody of the whole room sits in its teams: one for most, one in each for a facilitator."""
    sql = """
        select seats.* from seats join workshops on workshops.id = seats.workshop
        where seats.comes_from = ? and seats.removed_at is null and workshops.deleted_at is null
        order by seats.joined_at
    """
    return _all(db, sql, [seat], Seat)


def has_deleted(db: Database) -> bool:
    """Whether rows of a deleted workshop still wait to be erased."""
    return next(iter(db.query("select 1 from workshops where deleted_at is not null limit 1")), None) is not None


def is_code_free(db: Database, code: str) -> bool:
    return next(iter(db.query("select 1 from workshops where code = ?", [code])), None) is None


def seat_by_token(db: Database, token: str) -> Seat | None:
    return _first(db, "select * from seats where token_hash = ?", [token_hash(token)], Seat)


def seat_by_id(db: Database, seat: str) -> Seat | None:
    return _first(db, "select * from seats where id = ?", [seat], Seat)


def seats_of(db: Database, workshop: str) -> list[Seat]:
    """All seats in the order they joined, removed ones included: their cards stay."""
    sql = "select * from seats where workshop = ? order by joined_at, rowid"
    return _all(db, sql, [workshop], Seat)


def eyes_of(db: Database, seat: str | None) -> list[str]:
    """The seats that see what this one keeps to itself: itself, and facilitators if its person has no device."""
    sql = """
        select other.id from seats join seats as other on other.workshop = seats.workshop
        where seats.id = ? and (other.id = seats.id or (not seats.device and other.role = 'facilitator'))
        order by other.id
    """
    return [row["id"] for row in db.query(sql, [seat])]


def activity_by_id(db: Database, activity: str) -> Activity | None:
    return _first(db, "select * from activities where id = ?", [activity], Activity)


def activities_of(db: Database, workshop: str) -> list[Activity]:
    """All activities, those that were dropped from the agenda too: the log speaks of them."""
    sql = "select * from activities where workshop = ? order by position"
    return _all(db, sql, [workshop], Activity)


def agenda_of(db: Database, workshop: str) -> list[Activity]:
    """The activities in their order, without those that were dropped."""
    return [activity for activity in activities_of(db, workshop) if activity.status != "dropped"]


def nameless_among(db: Database, activities: list[str | None]) -> set[str]:
    """Those of these activities on whose boards nobody is told who wrote what."""
    sql = "select id from activities where anonymous and id in (select value from json_each(?))"
    return {row["id"] for row in db.query(sql, [json.dumps(activities)])}


def card_by_id(db: Database, card: str) -> Card | None:
    return _first(db, "select * from cards where id = ?", [card], Card)


def cards_among(db: Database, ids: list[str]) -> list[Card]:
    """The cards with these ids, read at once however many there are."""
    sql = "select * from cards where id in (select value from json_each(?))"
    return _all(db, sql, [json.dumps(ids)], Card)


def board_of(db: Database, activity: str) -> list[Card]:
    """The cards that lie on a board, lane by lane in their order; hidden ones too."""
    sql = f"select * from cards where activity = ? and status in ({BOARD_STATUSES}) order by lane, position, id"
    return _all(db, sql, [activity], Card)


def written_on(db: Database, activity: str) -> list[Card]:
    """Every card ever written on a board, those that have left it too."""
    sql = "select * from cards where activity = ? order by created_at, id"
    return _all(db, sql, [activity], Card)


def revealed_of(db: Database, activity: str) -> list[Card]:
    """The cards on a board that everybody may see."""
    return [card for card in board_of(db, activity) if not card.hidden]


def hidden_count(db: Database, activity: str) -> int:
    sql = f"select count(*) as cards from cards where activity = ? and hidden and status in ({BOARD_STATUSES})"
    return int(next(iter(db.query(sql, [activity])))["cards"])


def has_answered(db: Database, activity: str, seat: str) -> bool:
    """Whether a card of this seat lies on the board."""
    sql = f"select 1 from cards where activity = ? and seat = ? and status in ({BOARD_STATUSES}) limit 1"
    return next(iter(db.query(sql, [activity, seat])), None) is not None


def cards_of(db: Database, workshop: str) -> list[Card]:
    """Every card of a workshop, those that have left the board too."""
    sql = "select * from cards where workshop = ? order by created_at, id"
    return _all(db, sql, [workshop], Card)


def kept_cards(db: Database, workshop: str) -> list[Card]:
    """What the team kept on any board."""
    return cards_with_status(db, workshop, "kept")


def cards_in_theme(db: Database, theme: str) -> list[Card]:
    sql = f"select * from cards where theme = ? and status in ({BOARD_STATUSES}) order by position, id"
    return _all(db, sql, [theme], Card)


def links_of(db: Database, workshop: str) -> list[Link]:
    """Every link of a workshop, those that were taken away too."""
    sql = "select * from links where workshop = ? order by made_at, rowid"
    return _all(db, sql, [workshop], Link)


def link_between(db: Database, card: str, rests_on: str) -> Link | None:
    return _first(db, "select * from links where card = ? and rests_on = ?", [card, rests_on], Link)


def evidence_of_board(db: Database, activity: str) -> list[tuple[Link, Card]]:
    """The links of the cards on a board, each with the card it rests on; nothing that rests on a hidden one."""
    sql = """
        select links.* from links join cards on cards.id = links.card
        where cards.activity = ? and links.removed_at is null order by links.made_at, links.rowid
    """
    links = _all(db, sql, [activity], Link)
    found = [(link, card_by_id(db, link.rests_on)) for link in links]
    return [(link, card) for link, card in found if card is not None and card.status in ON_BOARD and not card.hidden]


def shown_links_among(db: Database, cards: list[str]) -> list[Link]:
    """The links from and to these cards, where both ends are seen by everybody."""
    sql = """
        select links.* from links join cards on cards.id = links.card join cards as ground on ground.id = links.rests_on
        where links.removed_at is null and not cards.hidden and not ground.hidden
        and (links.card in (select value from json_each(:cards))
            or links.rests_on in (select value from json_each(:cards)))
    """
    return [Link.from_row(row) for row in db.query(sql, {"cards": json.dumps(cards)})]


def has_secrets(db: Database, workshop: str) -> bool:
    """Whether there are cards that not everybody may see, or a vote whose totals nobody knows yet."""
    sql = """
        select 1 from cards where workshop = :workshop and hidden and status not in ('removed', 'merged')
        union all select 1 from votes where workshop = :workshop and closed_at is null limit 1
    """
    return next(iter(db.query(sql, {"workshop": workshop})), None) is not None


def votes_of(db: Database, workshop: str) -> list[Vote]:
    sql = "select * from votes where workshop = ? order by opened_at, id"
    return _all(db, sql, [workshop], Vote)


def votes_on(db: Database, activity: str) -> list[Vote]:
    sql = "select * from votes where activity = ? order by opened_at, id"
    return _all(db, sql, [activity], Vote)


def vote_by_id(db: Database, vote: str) -> Vote | None:
    return _first(db, "select * from votes where id = ?", [vote], Vote)


def dot_by_id(db: Database, dot: str) -> Dot | None:
    return _first(db, "select * from dots where id = ?", [dot], Dot)


def dots_in(db: Database, vote: str) -> list[Dot]:
    """The marks of a vote that count, without those taken back."""
    sql = "select * from dots where vote = ? and taken_back_at is null order by cast_at, id"
    return _all(db, sql, [vote], Dot)


def dots_by(db: Database, vote: str, seat: str) -> list[Dot]:
    sql = "select * from dots where vote = ? and seat = ? and taken_back_at is null order by cast_at, id"
    return _all(db, sql, [vote, seat], Dot)


def has_marked_before(db: Database, dots: list[str]) -> bool:
    """Whether whoever gave these dots had given others in the same vote, taken back or not."""
    sql = """
        select 1 from dots join dots as earlier
        on earlier.vote = dots.vote and earlier.seat = dots.seat and earlier.rowid < dots.rowid
        where dots.id in (select value from json_each(?)) limit 1
    """
    return next(iter(db.query(sql, [json.dumps(dots)])), None) is not None


def dots_of(db: Database, workshop: str) -> list[Dot]:
    """Every mark of a workshop, those taken back too."""
    sql = "select * from dots where workshop = ? order by cast_at, id"
    return _all(db, sql, [workshop], Dot)


def decision_by_id(db: Database, decision: str) -> Decision | None:
    return _first(db, "select * from decisions where id = ?", [decision], Decision)


def decisions_of(db: Database, workshop: str) -> list[Decision]:
    """Every decision and action of a workshop, dropped ones too."""
    sql = "select * from decisions where workshop = ? order by recorded_at, rowid"
    return _all(db, sql, [workshop], Decision)


def image_by_id(db: Database, image: str) -> Image | None:
    return _first(db, "select * from images where id = ?", [image], Image)


def images_of(db: Database, workshop: str) -> list[Image]:
    sql = "select * from images where workshop = ? order by added_at, id"
    return _all(db, sql, [workshop], Image)


def cards_with_status(db: Database, workshop: str, status: CardStatus) -> list[Card]:
    """Cards of any board in the order of the agenda; nothing that is still hidden."""
    sql = """
        select cards.* from cards join activities on activities.id = cards.activity
        where cards.workshop = ? and cards.status = ? and not cards.hidden
        order by activities.position, cards.lane, cards.position
    """
    return _all(db, sql, [workshop, status], Card)


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
    return _all(db, sql, [seq, limit], Event)


def events_of(db: Database, workshop: str, since: int = 0, limit: int = -1) -> list[Event]:
    sql = "select * from events where workshop = ? and seq > ? order by seq limit ?"
    return _all(db, sql, [workshop, since, limit], Event)


def events_by_seat(db: Database, seat: str) -> Iterable[Event]:
    """One seat's events, newest first, read as far as the caller goes."""
    sql = "select * from events where seat = ? order by seq desc"
    return (Event.from_row(row) for row in db.query(sql, [seat]))


def event_of_command(db: Database, workshop: str, command: str) -> Event | None:
    return _first(db, "select * from events where workshop = ? and command = ?", [workshop, command], Event)


def data_version(db: Database) -> int:
    """A number that changes when another connection, of any process, has committed."""
    return int(db.conn.execute("pragma data_version").fetchone()[0])


def _all(db: Database, sql: str, values: list[Any], kind: type[R]) -> list[R]:
    return [kind.from_row(row) for row in db.query(sql, values)]


def _first(db: Database, sql: str, values: list[Any], kind: type[R]) -> R | None:
    row = next(iter(db.query(sql, values)), None)
    return None if row is None else kind.from_row(row)
