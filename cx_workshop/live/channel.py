"""GET /live/{code}: the WebSocket that a screen holds."""

import asyncio
from functools import partial

from starlette.routing import Match, WebSocketRoute
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from cx_workshop.live import protocol
from cx_workshop.live.hub import Connection, Hub
from cx_workshop.live.line import line_of
from cx_workshop.live.seats import cookie_name, guessing, normal_code, seat_of_token
from cx_workshop.live.sight import Telling
from cx_workshop.live.suggesting import Suggesting
from cx_workshop.model import Seat, Workshop
from cx_workshop.refusal import Refused
from cx_workshop.storage import Transaction, queries, sightings
from cx_workshop.translate import preferred_language
from cx_workshop.verbs import Command, Outcome, perform
from cx_workshop.verbs.act import utc_now

HELLO_SECONDS = 10
SCREENS_PER_SEAT = 20
CATCH_UP = 2000
"""The most events sent after one another on a return; beyond that the client opens its board anew."""
CLOSE_CODES = {
    "seat_removed": 4403,
    "unknown_seat": 4401,
    "unknown_code": 4404,
    "too_fast": 4429,
    "too_many_tries": 4429,
}


class Channel:
    """The endpoint of one process: everything that reads here goes through its hub."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.suggesting = Suggesting(hub.store)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        socket = WebSocket(scope, receive, send)
        await socket.accept()
        language = preferred_language(socket.cookies.get("language") or socket.headers.get("accept-language"))
        try:
            connection = await self._greet(socket, language)
        except Refused as error:
            await socket.send_text(protocol.refused(None, error, language))
            await socket.close(CLOSE_CODES.get(error.code, 4400))
            return
        except (WebSocketDisconnect, TimeoutError):
            return
        connection.line = line_of(scope)
        sender = asyncio.create_task(_send(socket, connection))
        try:
            await self._listen(socket, connection)
        finally:
            self.hub.leave(connection)
            sender.cancel()

    async def _greet(self, socket: WebSocket, language: str) -> Connection:
        """Wait for the hello, find the seat, and enter it into the room at a known place in the log."""
        async with asyncio.timeout(HELLO_SECONDS):
            hello = protocol.parse(await _receive(socket))
        if not isinstance(hello, protocol.Hello):
            raise Refused("bad_message")
        code = normal_code(socket.path_params["code"])
        with self.hub.store.reading() as db, guessing(socket.client.host if socket.client else ""):
            workshop = queries.workshop_by_code(db, code)
            if workshop is None:
                raise Refused("unknown_code")
            seat = seat_of_token(db, hello.token or socket.cookies.get(cookie_name(code)), workshop)
        connection = Connection(
            seat.id, workshop.id, preferred_language(hello.language) if hello.language else language
        )
        if sum(other.seat == seat.id for other in self.hub.rooms.get(workshop.id, ())) >= SCREENS_PER_SEAT:
            raise Refused("too_fast")
        self._enter(connection, workshop, seat, hello.since)
        return connection

    def _enter(self, connection: Connection, workshop: Workshop, seat: Seat, since: int | None) -> None:
        """No await in here: what is read, and from where on events follow, must be the same moment."""
        db = self.hub.db
        connection.seq = queries.last_seq(db, workshop.id)
        missed = [] if since is None else queries.events_of(db, workshop.id, min(since, connection.seq), CATCH_UP + 1)
        reset = len(missed) > CATCH_UP
        self.hub.enter(connection)
        connection.send(
            protocol.welcome(
                seq=connection.seq,
                now=utc_now(),
                you=seat,
                workshop=workshop,
                seats=queries.seats_of(db, workshop.id),
                here=self.hub.here(workshop.id),
                activities=queries.agenda_of(db, workshop.id),
                reset=reset,
            )
        )
        for event in [] if reset else missed:
            if event.seq <= connection.seq:
                connection.send(Telling(db, event).to(connection.seat))

    async def _listen(self, socket: WebSocket, connection: Connection) -> None:
        allowance = self.hub.allowance(connection.seat)
        try:
            while True:
                text = await _receive(socket)
                if wait := allowance.take():
                    await asyncio.sleep(wait)
                self._answer(connection, text)
        except WebSocketDisconnect:
            pass

    def _answer(self, connection: Connection, text: str) -> None:
        try:
            message = protocol.parse(text)
            if isinstance(message, protocol.Open):
                connection.send(self.hub.board(message.activity, connection))
            elif isinstance(message, protocol.Suggest):
                self.suggesting.ask(self.hub.db, connection, message.activity)
            elif isinstance(message, protocol.Do):
                self._do(connection, message)
            elif isinstance(message, protocol.Seen):
                self._note_seen(connection, message)
            elif isinstance(message, protocol.Unseen):
                connection.send(self.hub.unseen(message.activity, connection))
            elif isinstance(message, protocol.Ping):
                connection.send(protocol.pong(connection.seq))
            else:
                raise Refused("bad_message")
        except Refused as error:
            connection.send(protocol.refused(None, error, connection.language))

    def _note_seen(self, connection: Connection, message: protocol.Seen) -> None:
        """Nothing waits for it, and nobody is told."""

        def note(tx: Transaction) -> None:
            sightings.note(tx, connection.seat, message.cards)

        self.hub.store.submit(note, quiet=True)

    def _do(self, connection: Connection, message: protocol.Do) -> None:
        command = Command(message.verb, message.args, seat=connection.seat, id=message.id)
        future = asyncio.wrap_future(perform(self.hub.store, command))
        future.add_done_callback(partial(_acknowledge, connection, message.id))


class Live:
    """The channel's route, ahead of Streamlit's middleware: its wrappers would cost every message to every seat."""

    def __init__(self, app: ASGIApp, hub: Hub) -> None:
        self.app = app
        self.route = WebSocketRoute("/live/{code}", Channel(hub))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        match, found = self.route.matches(scope)
        if match is Match.FULL:
            scope.update(found)
            await self.route.handle(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _acknowledge(connection: Connection, command: str, future: "asyncio.Future[Outcome]") -> None:
    error = future.exception()
    if error is None:
        connection.send(protocol.done(command, future.result().seq))
    elif isinstance(error, Refused):
        connection.send(protocol.refused(command, error, connection.language))
    else:
        connection.send(protocol.refused(command, Refused("storage_failed"), connection.language))
        raise error  # a fault of ours: the person gets a sentence, the log of the server the traceback


async def _send(socket: WebSocket, connection: Connection) -> None:
    while True:
        message = await connection.outgoing.get()
        try:
            if isinstance(message, int):
                await socket.close(message)
                return
            await socket.send_text(message)
            connection.busy = not connection.outgoing.empty()
        except (WebSocketDisconnect, RuntimeError):  # gone while we were sending; the listener sees it too
            return


async def _receive(socket: WebSocket) -> str:
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1000))
    return message.get("text") or ""
