"""The physical limit: a WebSocket, SQLite, and of the protocol only hello, open and add_card."""

import json
import os
import sqlite3
from datetime import UTC, datetime

import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

COLUMNS = ("id", "activity", "seat", "lane", "position", "text", "created_at")

db = sqlite3.connect(os.environ["BENCH_DATABASE"], check_same_thread=False, isolation_level=None)
db.execute("pragma journal_mode = wal")
db.execute("pragma synchronous = full")
db.execute(f"create table if not exists cards ({', '.join(COLUMNS)}, primary key (id))")
here: set[WebSocket] = set()


def add(args: dict[str, str], seat: int) -> tuple[int, dict[str, object]]:
    """Write one card in its own commit and give its number and what the others get to see."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    row = (args["card"], args["activity"], seat, args["lane"], 1.0, args["text"], now)
    cursor = db.execute("insert into cards values (?, ?, ?, ?, ?, ?, ?)", row)
    return cursor.lastrowid or 0, dict(zip(COLUMNS, row, strict=True))


async def tell(message: str) -> None:
    """Send to everybody, one after the other: faster than gather while nobody's line is full."""
    for socket in tuple(here):
        try:
            await socket.send_text(message)
        except (WebSocketDisconnect, RuntimeError):
            here.discard(socket)


async def live(socket: WebSocket) -> None:
    """Serve one seat until it leaves."""
    await socket.accept()
    seat = id(socket)
    try:
        while True:
            message = json.loads(await socket.receive_text())
            match message["op"]:
                case "hello":
                    activity = {"id": "bare", "step": "empathize", "position": 1, "status": "open"}
                    await socket.send_text(json.dumps({"op": "welcome", "seq": 0, "activities": [activity]}))
                case "open":
                    rows = db.execute(f"select {', '.join(COLUMNS)} from cards").fetchall()
                    cards = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
                    await socket.send_text(json.dumps({"op": "board", "seq": len(cards), "cards": cards}))
                    here.add(socket)
                case "do":
                    seq, card = add(message["args"], seat)
                    await socket.send_text(json.dumps({"op": "done", "id": message["id"], "seq": seq}))
                    event = {"op": "event", "seq": seq, "kind": "card_added", "seat": seat}
                    await tell(json.dumps(event | {"activity": card["activity"], "data": {"cards": [card]}}))
    except WebSocketDisconnect:
        pass
    finally:
        here.discard(socket)


if __name__ == "__main__":
    uvicorn.run(
        Starlette(routes=[WebSocketRoute("/live/{code}", live)]),
        host="127.0.0.1",
        port=int(os.environ["PORT"]),
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_ping_interval=30,
        ws_ping_timeout=30,
        access_log=False,
        log_level="warning",
    )
