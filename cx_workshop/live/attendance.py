"""What facilitators alone are told of the room: when people were last here, and who has written; never what."""

from collections import defaultdict

from cx_workshop.live import protocol
from cx_workshop.model import Activity, Event
from cx_workshop.storage import Database, overview, queries
from cx_workshop.verbs.act import utc_now


class Attendance:
    """When each seat's last screen left, as long as this process runs."""

    def __init__(self) -> None:
        self._seen: defaultdict[str, dict[str, str]] = defaultdict(dict)

    def left(self, workshop: str, seat: str) -> None:
        self._seen[workshop][seat] = utc_now()

    def message(self, db: Database, workshop: str) -> str:
        """About the activity that is open.

        On a board without names only how many people have written: a number that goes up beside a name, just as a
        card appears, would tell whose it is.
        """
        running = _running(db, workshop)
        written = overview.written_by(db, running.id) if running else {}
        return protocol.attendance(
            seen=self._seen[workshop],
            activity=running.id if running else None,
            writers=len(written),
            written={} if running and running.anonymous else written,
        )


def leaders(db: Database, workshop: str) -> set[str]:
    """The seats that are told."""
    return {seat.id for seat in queries.seats_of(db, workshop) if seat.role == "facilitator" and not seat.removed_at}


def may_change(event: Event) -> bool:
    """Whether after this event somebody else may have written, lead or be asked to write."""
    return not event.after.keys().isdisjoint(("cards", "activities", "seats"))


def _running(db: Database, workshop: str) -> Activity | None:
    return next((one for one in queries.agenda_of(db, workshop) if one.status == "open"), None)
