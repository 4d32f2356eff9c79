"""Suggestions for people who sort cards: computed in a thread, so that nobody else's messages wait for them."""

import asyncio
from functools import partial

from cx_workshop.content import method
from cx_workshop.live import protocol
from cx_workshop.live.hub import Connection
from cx_workshop.meaning.suggestions import suggestions
from cx_workshop.model import Activity, Card
from cx_workshop.refusal import Refused
from cx_workshop.storage import Database, Store, VectorShelf, queries
from cx_workshop.verbs.act import WRITERS


class Suggesting:
    """Answers seats: all who ask about one board between two events by one computation.

    What is still hidden is compared with nothing and told to nobody, its author neither.
    """

    def __init__(self, store: Store) -> None:
        self._shelf = VectorShelf(store)
        self._asking: set[str] = set()
        self._found: dict[str, tuple[int, asyncio.Task[str]]] = {}

    def ask(self, db: Database, connection: Connection, activity_id: str) -> None:
        """Send the seat what may help it on this board, once that is found; raises Refused."""
        activity = queries.activity_by_id(db, activity_id)
        if activity is None or activity.workshop != connection.workshop:
            raise Refused("unknown_activity")
        seat = queries.seat_by_id(db, connection.seat)
        if seat is None or seat.role not in WRITERS or method(activity.method).board.layout != "themes":
            raise Refused("not_allowed")
        if connection.seat in self._asking:
            raise Refused("too_fast")
        self._asking.add(connection.seat)
        self._finding(db, activity).add_done_callback(partial(self._answer, connection))

    def _finding(self, db: Database, activity: Activity) -> "asyncio.Task[str]":
        seq = queries.last_seq(db, activity.workshop)
        known = self._found.get(activity.id)
        if known and known[0] == seq and not (known[1].done() and known[1].exception()):
            return known[1]
        cards = [card for card in queries.board_of(db, activity.id) if not card.hidden]
        finding = asyncio.create_task(asyncio.to_thread(self._find, activity.id, cards))
        self._found[activity.id] = seq, finding
        return finding

    def _answer(self, connection: Connection, found: "asyncio.Task[str]") -> None:
        self._asking.discard(connection.seat)
        if found.cancelled():  # the server is stopping
            return
        if error := found.exception():
            connection.send(protocol.refused(None, Refused("storage_failed"), connection.language))
            raise error  # a fault of ours: the person gets a sentence, the log of the server the traceback
        connection.send(found.result())

    def _find(self, activity: str, cards: list[Card]) -> str:
        return protocol.suggestions(activity, suggestions(cards, self._shelf))
