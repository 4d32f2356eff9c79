"""Reads for whoever leads: how the agenda went, who has written, what was parked."""

from sqlite_utils import Database

from cx_workshop.model import Card, Event
from cx_workshop.storage import queries

AGENDA_EVENTS = (
    "activity_opened",
    "activity_closed",
    "activity_planned",
    "activity_retimed",
    "activity_dropped",
    "agenda_replanned",
    "round_begun",
)


def agenda_events(db: Database, workshop: str) -> list[Event]:
    """The events that opened, closed or timed activities, oldest first."""
    kinds = ", ".join(f"'{kind}'" for kind in AGENDA_EVENTS)
    sql = f"select * from events where workshop = ? and kind in ({kinds}) order by seq"
    return [Event.from_row(row) for row in db.query(sql, [workshop])]


def written_by(db: Database, activity: str) -> dict[str, int]:
    """Seat -> how many cards it has written on a board, themes and removed ones left out."""
    sql = """
        select seat, count(*) as cards from cards
        where activity = ? and seat is not null and status != 'removed' and lane != 'themes' group by seat
    """
    return {row["seat"]: row["cards"] for row in db.query(sql, [activity])}


def parked_cards(db: Database, workshop: str) -> list[Card]:
    """The parking lot: what was parked on any board."""
    return queries.cards_with_status(db, workshop, "parked")
