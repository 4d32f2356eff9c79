"""The hub by itself: a reading of the log that fails costs no event."""

import asyncio
import sqlite3
from typing import Any

import pytest

from cx_workshop.live.hub import Connection, Hub
from cx_workshop.storage import queries
from tests.conftest import Room


def test_event_is_told_although_the_file_could_not_be_read_at_first(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    readable = queries.events_after
    failed: list[str] = []

    def fails_once(*args: Any) -> Any:
        if failed:
            return readable(*args)
        failed.append("once")
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(queries, "events_after", fails_once)
    assert "activity_opened" in asyncio.run(_heard_of_an_opened_board(room))
    assert failed == ["once"]


async def _heard_of_an_opened_board(room: Room) -> str:
    hub = Hub(room.store)
    hub.start()
    connection = Connection(room.facilitator.id, room.workshop.id, "en")
    hub.rooms[room.workshop.id].add(connection)
    await asyncio.to_thread(room.open)
    async with asyncio.timeout(10):
        message = await connection.outgoing.get()
    hub.stop()
    return str(message)
