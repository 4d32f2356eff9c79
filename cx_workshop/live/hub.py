"""Tails the log and fans it out: one read and one encoding for each event, however many screens listen."""

import asyncio
import contextlib
import logging
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable

from cx_workshop.live import protocol
from cx_workshop.live.attendance import Attendance, leaders, may_change
from cx_workshop.live.line import Line, framed
from cx_workshop.live.sight import Telling, board_message, is_same_for_all, unseen_message
from cx_workshop.model import Activity, Event
from cx_workshop.refusal import Refused
from cx_workshop.storage import Store, connect, queries
from cx_workshop.storage.erase import erase_deleted

log = logging.getLogger(__name__)

POLL_SECONDS = 0.2
"""How soon the commits of other processes are seen; those of this process wake the hub at once."""
PRESENCE_SECONDS = 0.5
ERASE_SECONDS = 2.0
"""After which a deleted workshop's rows go: by then the hub of each process has read the event that says so."""
LONGEST_BACKLOG = 4000
"""Messages that a connection may lag behind before it is cut; it comes back and catches up from the log."""


class Connection:
    """One screen's socket, as the hub sees it: a seat, where it is in the log, and what waits to be sent."""

    def __init__(self, seat: str, workshop: str, language: str) -> None:
        self.seat = seat
        self.workshop = workshop
        self.language = language
        self.seq = 0
        self.outgoing: asyncio.Queue[str | int] = asyncio.Queue()
        self.busy = True
        """Whether messages wait in `outgoing`, or the task that empties it is writing just now."""
        self.line: Line
        """For messages that need not wait for that task."""

    def send(self, message: str) -> None:
        """Write it at once if nothing waits and the line is free: with hundreds of seats, waking a task costs."""
        if not self.busy and self.line(framed(message)):
            return
        self.busy = True
        if self.outgoing.qsize() < LONGEST_BACKLOG:
            self.outgoing.put_nowait(message)
        elif self.outgoing.qsize() == LONGEST_BACKLOG:
            self.close(1013)

    def close(self, code: int) -> None:
        """Close the socket once what waits has been sent."""
        self.busy = True
        self.outgoing.put_nowait(code)


class Hub:
    def __init__(self, store: Store) -> None:
        self.store = store
        self.rooms: dict[str, set[Connection]] = defaultdict(set)
        self.seq = 0
        self._allowances: dict[str, Allowance] = {}
        self._boards: dict[str, tuple[int, str]] = {}
        self._attendance = Attendance()
        self._due: set[tuple[str, str]] = set()

    def start(self) -> None:
        """Deliver events from now on, in the running loop."""
        self._loop = asyncio.get_running_loop()
        self.db = connect(self.store.path, read_only=True)
        self.seq, self._version = queries.newest_seq(self.db), queries.data_version(self.db)
        self.store.on_commit(_thread_safe(self._loop, self._look))
        self._timer = self._loop.call_later(POLL_SECONDS, self._poll)

    def stop(self) -> None:
        self._timer.cancel()
        self.db.close()

    def _poll(self) -> None:
        self._look()
        self._timer = self._loop.call_later(POLL_SECONDS, self._poll)

    def _look(self) -> None:
        """Deliver what has been committed since the last look, by whichever process."""
        try:
            if (version := queries.data_version(self.db)) != self._version:
                self._deliver_new()
                self._version = version
        except sqlite3.Error:
            log.exception("the log could not be read; the next look tells what this one missed")

    def enter(self, connection: Connection) -> None:
        self.rooms[connection.workshop].add(connection)
        self._announce_presence(connection.workshop)

    def leave(self, connection: Connection) -> None:
        room = self.rooms[connection.workshop]
        room.discard(connection)
        if not room:
            del self.rooms[connection.workshop]
        if not any(other.seat == connection.seat for other in room):
            self._allowances.pop(connection.seat, None)
            self._attendance.left(connection.workshop, connection.seat)
        self._announce_presence(connection.workshop)

    def here(self, workshop: str) -> list[str]:
        """The seats with a screen connected to this process."""
        return sorted({connection.seat for connection in self.rooms.get(workshop, ())})

    def allowance(self, seat: str) -> "Allowance":
        """Limits go by seat: a whole room sits behind one address."""
        return self._allowances.setdefault(seat, Allowance())

    def board(self, activity_id: str, connection: Connection) -> str:
        """The board message of an activity; where all may see the same, it is encoded once between two events."""
        activity = self._activity(activity_id, connection)
        seq = queries.last_seq(self.db, connection.workshop)
        cached = self._boards.get(activity_id)
        if cached and cached[0] == seq:
            return cached[1]
        message = board_message(self.db, activity, seq, connection.seat)
        if is_same_for_all(self.db, activity):
            self._boards[activity_id] = seq, message
        return message

    def unseen(self, activity_id: str, connection: Connection) -> str:
        """What has not been seen of a board, by this seat and by those who are here."""
        activity = self._activity(activity_id, connection)
        return unseen_message(self.db, activity, connection.seat, self.here(connection.workshop))

    def _activity(self, activity_id: str, connection: Connection) -> Activity:
        activity = queries.activity_by_id(self.db, activity_id)
        if activity is None or activity.workshop != connection.workshop:
            raise Refused("unknown_activity")
        return activity

    def _deliver_new(self) -> None:
        for event in queries.events_after(self.db, self.seq):
            self.seq = event.seq
            if event.kind == "workshop_deleted":
                self._loop.call_later(ERASE_SECONDS, self.store.submit, lambda tx: erase_deleted(tx.db))
            room = self.rooms.get(event.workshop)
            if not room:
                continue
            telling = Telling(self.db, event)
            for connection in room:
                if connection.seq < event.seq:
                    connection.seq = event.seq
                    connection.send(telling.to(connection.seat))
            if may_change(event):
                self._announce(event.workshop, self._send_attendance)
            self._see_out_removed(event, room)
            if event.kind == "workshop_deleted":
                self._see_out_all(room)

    def _see_out_removed(self, event: Event, room: set[Connection]) -> None:
        gone = {seat for seat, after in event.after.get("seats", {}).items() if after and after.get("removed_at")}
        for connection in room:
            if connection.seat in gone:
                connection.send(protocol.refused(None, Refused("seat_removed"), connection.language))
                connection.close(4403)

    def _see_out_all(self, room: set[Connection]) -> None:
        """The workshop has been deleted: its people are told, and its rows go once every process has seen this."""
        for connection in room:
            connection.send(protocol.refused(None, Refused("workshop_deleted"), connection.language))
            connection.close(4404)

    def _announce_presence(self, workshop: str) -> None:
        self._announce(workshop, self._send_presence)
        self._announce(workshop, self._send_attendance)

    def _announce(self, workshop: str, send: Callable[[str], None]) -> None:
        """Tell the room soon, at most once in a while: a hundred people may come, or write, at the same moment."""
        due = workshop, send.__name__
        if due in self._due:
            return
        self._due.add(due)
        asyncio.get_running_loop().call_later(PRESENCE_SECONDS, self._send_due, due, send)

    def _send_due(self, due: tuple[str, str], send: Callable[[str], None]) -> None:
        self._due.discard(due)
        send(due[0])

    def _send_presence(self, workshop: str) -> None:
        message = protocol.presence(self.here(workshop))
        for connection in self.rooms.get(workshop, ()):
            connection.send(message)

    def _send_attendance(self, workshop: str) -> None:
        told = leaders(self.db, workshop)
        listening = [connection for connection in self.rooms.get(workshop, ()) if connection.seat in told]
        if listening:
            message = self._attendance.message(self.db, workshop)
            for connection in listening:
                connection.send(message)


class Allowance:
    """How much one seat may ask for: a burst, and then a steady rate (a token bucket)."""

    BURST, PER_SECOND = 100.0, 20.0

    def __init__(self) -> None:
        self.left, self.at = self.BURST, time.monotonic()

    def take(self) -> float:
        """Take one; the seconds to wait until it is due."""
        now = time.monotonic()
        self.left = min(self.BURST, self.left + (now - self.at) * self.PER_SECOND) - 1
        self.at = now
        return max(0.0, -self.left / self.PER_SECOND)


def _thread_safe(loop: asyncio.AbstractEventLoop, call: Callable[[], object]) -> Callable[[], None]:
    def later() -> None:
        with contextlib.suppress(RuntimeError):  # the server is stopping, its loop is closed
            loop.call_soon_threadsafe(call)

    return later
