"""Who is looking: the language of this browser, and the seats it holds."""

from dataclasses import dataclass
from urllib.parse import urlsplit

import streamlit as st

from cx_workshop.live.seats import cookie_name, normal_code, seat_of_token
from cx_workshop.model import Seat, Workshop
from cx_workshop.refusal import Refused
from cx_workshop.settings import read_settings
from cx_workshop.storage import Database, Store, open_store, queries
from cx_workshop.translate import LANGUAGES, preferred_language


@dataclass(frozen=True)
class Guest:
    """Somebody with a seat, in the workshop that the page shows."""

    workshop: Workshop
    seat: Seat

    @property
    def leads(self) -> bool:
        return self.seat.role == "facilitator"

    @property
    def link(self) -> dict[str, str]:
        """The query that keeps a page in this workshop."""
        return {"code": self.workshop.code}


def store() -> Store:
    return open_store(read_settings().database)


def language() -> str:
    """The one this person switched to, else what the browser prefers."""
    chosen = st.context.cookies.get("language")
    return chosen if chosen in LANGUAGES else preferred_language(st.context.headers.get("Accept-Language"))


def address() -> str:
    """Where the people in the room reach this server."""
    used = urlsplit(st.context.url or "http://localhost:8501")
    return read_settings().url or f"{used.scheme}://{used.netloc}"


def wanted_code(page: str | None = None) -> str | None:
    """The code in the address; a page reached through the menu keeps the last one, the start page none."""
    if code := st.query_params.get("code"):
        st.session_state.code = normal_code(code)
    elif page == "":
        st.session_state.code = None
    elif code := st.session_state.get("code"):
        st.query_params["code"] = code
    return st.session_state.get("code")


def guest(code: str | None) -> Guest | None:
    """This browser's seat in a workshop, if it has one."""
    if code is None:
        return None
    with store().reading() as db:
        workshop = queries.workshop_by_code(db, code)
        if workshop is None:
            return None
        try:
            return Guest(workshop, seat_of_token(db, st.context.cookies.get(cookie_name(code)), workshop))
        except Refused:
            return None


def people_in(db: Database, guest: Guest) -> list[str]:
    """The names of the others in this workshop."""
    seats = queries.seats_of(db, guest.workshop.id)
    return [seat.name for seat in seats if not seat.removed_at and seat.id != guest.seat.id]


def was_removed(code: str) -> bool:
    """Whether this browser's seat there was taken away."""
    with store().reading() as db:
        token = st.context.cookies.get(cookie_name(code))
        seat = queries.seat_by_token(db, token) if token else None
    return bool(seat and seat.removed_at)


def my_workshops() -> list[Guest]:
    """The workshops in which this browser has a seat, newest first."""
    codes = [name.removeprefix("cx_seat_") for name in st.context.cookies if name.startswith("cx_seat_")]
    found = [mine for code in codes if (mine := guest(normal_code(code)))]
    return sorted(found, key=lambda mine: mine.workshop.created_at, reverse=True)
