"""How a browser gets a seat and keeps it: POST /join, one-time tickets, and the cookie."""

import json
import secrets
import time
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from cx_workshop.live.protocol import LARGEST_MESSAGE
from cx_workshop.model import Seat, Workshop
from cx_workshop.process import STEPS
from cx_workshop.refusal import Refused
from cx_workshop.storage import Database, Store, queries
from cx_workshop.translate import preferred_language
from cx_workshop.verbs import Command, perform

YEAR_SECONDS = 365 * 24 * 3600
TICKET_SECONDS = 120
TRIES_PER_MINUTE = 60
"""Wrong codes from one address: a room of thirty shares one, and at this rate guessing a code takes years."""

JSON, FORM = "application/json", "application/x-www-form-urlencoded"
STATUS = {
    "unknown_code": 404,
    "unknown_image": 404,
    "unknown_seat": 401,
    "seat_removed": 403,
    "not_allowed": 403,
    "image_too_large": 413,
    "workshop_closed": 409,
    "message_too_large": 413,
    "too_many_tries": 429,
    "storage_failed": 503,
    "storage_full": 503,
    "storage_read_only": 503,
}


@dataclass(frozen=True)
class Entry:
    """A seat just taken: its token is told once, to the browser that holds it from now on."""

    code: str
    token: str
    page: str


class Tries:
    """Counts wrong codes by address."""

    def __init__(self) -> None:
        self._wrong: dict[str, deque[float]] = defaultdict(deque)

    def check(self, address: str) -> None:
        wrong, now = self._wrong[address], time.monotonic()
        while wrong and wrong[0] < now - 60:
            wrong.popleft()
        if len(wrong) >= TRIES_PER_MINUTE:
            raise Refused("too_many_tries")

    def wrong(self, address: str) -> None:
        self._wrong[address].append(time.monotonic())


class Tickets:
    """Hand a new seat from a page to the browser's cookie; a ticket works once, and only for a moment."""

    def __init__(self) -> None:
        self._entries: dict[str, tuple[float, Entry]] = {}

    def issue(self, entry: Entry) -> str:
        """The path that redeems it."""
        now = time.monotonic()
        self._entries = {key: kept for key, kept in self._entries.items() if kept[0] > now}
        ticket = secrets.token_urlsafe(24)
        self._entries[ticket] = now + TICKET_SECONDS, entry
        return f"/enter/{ticket}"

    def redeem(self, ticket: str) -> Entry | None:
        expires, entry = self._entries.pop(ticket, (0.0, None))
        return entry if expires > time.monotonic() else None


tries, tickets = Tries(), Tickets()


@contextmanager
def guessing(address: str) -> Iterator[None]:
    """Who has guessed too often from here is not told whether a workshop exists; who has a seat comes in."""
    try:
        yield
    except Refused as error:
        tries.check(address)
        if error.code == "unknown_code":
            tries.wrong(address)
        raise


def normal_code(code: str) -> str:
    """The code as it is kept, however it was typed: ktx 4f9 -> KTX-4F9."""
    letters = "".join(letter for letter in code.upper() if letter.isalnum())
    return f"{letters[:3]}-{letters[3:]}"


def cookie_name(code: str) -> str:
    return f"cx_seat_{normal_code(code).replace('-', '')}"


def seat_of_token(db: Database, token: str | None, workshop: Workshop) -> Seat:
    """Whose token this is; raises Refused where it is nobody's in this workshop any more."""
    seat = queries.seat_by_token(db, token) if token else None
    if seat is None or seat.workshop != workshop.id:
        raise Refused("unknown_seat")
    if seat.removed_at:
        raise Refused("seat_removed")
    return seat


def join(store: Store, *, code: str, name: str, key: str | None, address: str) -> Entry:
    """Take a seat by code, or by the key of a secret link; raises Refused."""
    tries.check(address)
    with store.reading() as db:
        workshop = queries.workshop_by_code(db, normal_code(code))
    try:
        if workshop is None:
            raise Refused("unknown_code")
        outcome = perform(store, Command("join", {"name": name, "key": key}, workshop=workshop.id)).result()
    except Refused as error:
        if error.code == "unknown_code":
            tries.wrong(address)
        raise
    return entry_of(store, outcome.data["seat"])


def entry_of(store: Store, token: str) -> Entry:
    """Where a seat goes in: a facilitator to the cockpit, others to the step that is open."""
    with store.reading() as db:
        seat = queries.seat_by_token(db, token)
        assert seat is not None
        workshop = queries.workshop_by_id(db, seat.workshop)
        assert workshop is not None
        activities = queries.agenda_of(db, workshop.id)
    current = next((a.step for a in activities if a.status == "open"), STEPS[0].id)
    page = "facilitate" if seat.role == "facilitator" and not workshop.solo else current
    return Entry(workshop.code, token, f"/{page}?{urlencode({'code': workshop.code})}")


def with_cookie(response: Response, entry: Entry, *, secure: bool) -> Response:
    response.set_cookie(
        cookie_name(entry.code), entry.token, max_age=YEAR_SECONDS, httponly=True, samesite="lax", secure=secure
    )
    return response


class Doors:
    """The HTTP routes by which a browser comes in."""

    def __init__(self, store: Store) -> None:
        self.store = store

    async def join(self, request: Request) -> Response:
        """JSON or form in; the seat's token as JSON or a redirect out, and the cookie either way."""
        kind = request.headers.get("content-type", "").partition(";")[0]
        language = preferred_language(request.cookies.get("language") or request.headers.get("accept-language"))
        try:
            fields = _fields(await body_of(request, LARGEST_MESSAGE, "message_too_large"), kind)
            entry = await run_in_threadpool(
                join,
                self.store,
                code=fields.get("code", ""),
                name=fields.get("name", ""),
                key=fields.get("key") or None,
                address=request.client.host if request.client else "",
            )
        except Refused as error:
            return JSONResponse({"code": error.code, "message": error.sentence(language)}, STATUS.get(error.code, 400))
        response: Response = (
            JSONResponse({"seat": entry.token, "code": entry.code}) if kind == JSON else _go_to(entry.page)
        )
        return with_cookie(response, entry, secure=request.url.scheme == "https")

    async def enter(self, request: Request) -> Response:
        """Redeem the ticket of a page: set the cookie and go to the workshop."""
        entry = tickets.redeem(request.path_params["ticket"])
        if entry is None:
            return _go_to("/")
        return with_cookie(_go_to(entry.page), entry, secure=request.url.scheme == "https")


async def body_of(request: Request, largest: int, code: str) -> bytes:
    """What was sent; raises Refused with this code as soon as it is more than `largest` bytes."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > largest:
            raise Refused(code)
    return bytes(body)


def _fields(body: bytes, kind: str) -> dict[str, str]:
    if kind not in (JSON, FORM):
        raise Refused("bad_message")
    try:
        text = body.decode()
        fields = json.loads(text) if kind == JSON else dict(parse_qsl(text, keep_blank_values=True))
    except (ValueError, RecursionError):
        raise Refused("bad_message") from None
    if not isinstance(fields, dict) or not all(isinstance(value, str) for value in fields.values()):
        raise Refused("bad_arguments")
    return fields


def _go_to(page: str) -> Response:
    return RedirectResponse(page, status_code=303)
