"""How a person gets from the room to their team and back: by the seat's cookie, without a code or a name."""

import hmac
from hashlib import sha256

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cx_workshop.live.seats import Entry, cookie_name, entry_of, normal_code, seat_of_token, with_cookie
from cx_workshop.model import Seat, Workshop
from cx_workshop.refusal import Refused
from cx_workshop.storage import Database, Store, queries


class Ways:
    """GET /teams/{code} leads from a room into its teams, GET /plenary/{code} from a team back to its room."""

    def __init__(self, store: Store) -> None:
        self.store = store

    async def to_team(self, request: Request) -> Response:
        """A participant goes to the team's board; a facilitator gets into all teams and sees them on one page."""
        code = normal_code(request.path_params["code"])
        token = request.cookies.get(cookie_name(code), "")
        try:
            entries, page = await run_in_threadpool(self._enter_teams, code, token)
        except Refused:
            return RedirectResponse("/", status_code=303)
        response: Response = RedirectResponse(page, status_code=303)
        for entry in entries:
            response = with_cookie(response, entry, secure=request.url.scheme == "https")
        return response

    async def to_plenary(self, request: Request) -> Response:
        page = await run_in_threadpool(self._plenary, normal_code(request.path_params["code"]), request.cookies)
        return RedirectResponse(page, status_code=303)

    def _enter_teams(self, code: str, token: str) -> tuple[list[Entry], str]:
        with self.store.reading() as db:
            room = _workshop(db, code)
            seat = seat_of_token(db, token, room)
            sitting = queries.seats_in_teams(db, seat.id)
        entries = [self._take(place, token) for place in sitting]
        if seat.role == "facilitator":
            return entries, f"/teams?code={room.code}"
        if not entries:  # who came late stays in the room
            return [], entry_of(self.store, token).page
        return entries, entries[-1].page

    def _take(self, seat: Seat, token: str) -> Entry:
        """The token of the seat in the team is made from the one in the room, so that every tab finds the same."""
        made = hmac.new(token.encode(), seat.id.encode(), sha256).hexdigest()
        kept = queries.token_hash(made)
        self.store.submit(lambda tx: tx.update("seats", seat.id, token_hash=kept)).result()
        return entry_of(self.store, made)

    def _plenary(self, code: str, cookies: dict[str, str]) -> str:
        """Where this browser goes on in the room; whoever came straight into the team has no seat there yet."""
        with self.store.reading() as db:
            team = queries.workshop_by_code(db, code)
            room = queries.workshop_by_id(db, team.parent) if team and team.parent else None
            if room is None:
                return "/"
            token = cookies.get(cookie_name(room.code))
            known = token and queries.seat_by_token(db, token)
        return entry_of(self.store, token).page if token and known else f"/?code={room.code}"


def _workshop(db: Database, code: str) -> Workshop:
    found = queries.workshop_by_code(db, code)
    if found is None:
        raise Refused("unknown_code")
    return found
