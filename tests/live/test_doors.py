"""How a seat is handed out and found again, without a server: codes, keys, tokens, tickets and tries."""

from http.cookies import SimpleCookie

import pytest
from starlette.responses import Response

from cx_workshop.live import seats
from cx_workshop.live.seats import TRIES_PER_MINUTE, Entry, Tickets, Tries, cookie_name, normal_code, seat_of_token
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.verbs import Command, perform
from tests.conftest import Room
from tests.looking import everything, last_event

ENTRY = Entry("KTX-4F9", "token", "/empathize?code=KTX-4F9")


class Clock:
    """Stands for the machine's: moves only when told."""

    now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(seats, "time", clock)
    return clock


@pytest.fixture(autouse=True)
def no_tries_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seats, "tries", Tries())


def refusal(tries: Tries, address: str) -> str | None:
    try:
        tries.check(address)
    except Refused as error:
        return error.code
    return None


@pytest.mark.parametrize(
    "typed", ["KTX-4F9", "ktx4f9", " ktx 4f9 ", "KTX–4F9", "k-t-x-4-f-9", "ktx_4f9", "\u200fKTX-4F9\n"]
)
def test_a_code_is_found_however_it_was_typed(typed: str) -> None:
    assert normal_code(typed) == "KTX-4F9"


@pytest.mark.parametrize(("typed", "code"), [("", "-"), ("!?", "-"), ("KT", "KT-"), ("KTX-4F9A", "KTX-4F9A")])
def test_what_is_no_code_becomes_none(typed: str, code: str) -> None:
    assert normal_code(typed) == code


@pytest.mark.parametrize("code", ["KTX-4F9", "ktx4f9", " ktx-4f9"])
def test_a_cookie_is_named_after_its_workshop(code: str) -> None:
    assert cookie_name(code) == "cx_seat_KTX4F9"


@pytest.mark.parametrize("secure", [True, False])
def test_the_cookie_is_the_browsers_alone(secure: bool) -> None:
    header = seats.with_cookie(Response(), ENTRY, secure=secure).headers["set-cookie"]
    [(name, cookie)] = SimpleCookie(header).items()
    assert (name, cookie.value) == ("cx_seat_KTX4F9", "token")
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "lax", "/")
    assert (bool(cookie["secure"]), cookie["max-age"]) == (secure, str(seats.YEAR_SECONDS))


def test_a_ticket_works_once() -> None:
    tickets = Tickets()
    ticket = tickets.issue(ENTRY).removeprefix("/enter/")
    assert (tickets.redeem(ticket), tickets.redeem(ticket)) == (ENTRY, None)


def test_every_ticket_is_another() -> None:
    tickets = Tickets()
    other = Entry("ACD-EFG", "other", "/test?code=ACD-EFG")
    paths = [tickets.issue(entry) for entry in (ENTRY, other, ENTRY)]
    assert len(set(paths)) == 3
    assert [tickets.redeem(path.removeprefix("/enter/")) for path in paths] == [ENTRY, other, ENTRY]


@pytest.mark.parametrize("ticket", ["", "none", "/enter/none"])
def test_an_unknown_ticket_gives_nothing(ticket: str) -> None:
    tickets = Tickets()
    tickets.issue(ENTRY)
    assert tickets.redeem(ticket) is None


@pytest.mark.parametrize(("later", "found"), [(-0.1, ENTRY), (0, None), (0.1, None)])
def test_a_ticket_works_only_for_a_moment(clock: Clock, later: float, found: Entry | None) -> None:
    tickets = Tickets()
    ticket = tickets.issue(ENTRY).removeprefix("/enter/")
    clock.now += seats.TICKET_SECONDS + later
    assert tickets.redeem(ticket) == found


def test_too_many_wrong_codes_shut_the_door_of_one_address_for_a_minute(clock: Clock) -> None:
    tries = Tries()
    for _ in range(TRIES_PER_MINUTE):
        assert refusal(tries, "1.2.3.4") is None
        tries.wrong("1.2.3.4")
    assert (refusal(tries, "1.2.3.4"), refusal(tries, "5.6.7.8")) == ("too_many_tries", None)
    clock.now += 60.1
    assert refusal(tries, "1.2.3.4") is None


def join(room: Room, code: str | None = None, key: str | None = None, name: str = "Nia") -> Entry:
    return seats.join(room.store, code=code or room.workshop.code, name=name, key=key, address="1.2.3.4")


def test_join_by_a_sloppily_typed_code_leads_to_the_open_step(room: Room) -> None:
    code = room.workshop.code
    assert join(room, code.lower().replace("-", " ")).page == f"/empathize?code={code}"
    room.open("ideate")
    entry = join(room)
    assert (entry.code, entry.page) == (code, f"/ideate?code={code}")
    with room.store.reading() as db:
        assert seat_of_token(db, entry.token, room.workshop).name == "Nia"


def test_join_by_key_leads_a_facilitator_to_the_cockpit(room: Room) -> None:
    entry = join(room, key=room.workshop.facilitator_key)
    assert entry.page == f"/facilitate?code={room.workshop.code}"


def test_join_by_a_wrong_code_or_key_counts_as_a_try_and_adds_nothing(room: Room) -> None:
    rows = everything(room.store)
    for _ in range(TRIES_PER_MINUTE // 2):
        for wrong in ({"code": "ACD-EFG"}, {"key": "wrong"}):
            with pytest.raises(Refused, match="no workshop with this code"):
                join(room, **wrong)
    with pytest.raises(Refused, match="too many wrong codes"):
        join(room)
    assert everything(room.store) == rows


def test_join_with_a_bad_name_is_no_try(room: Room) -> None:
    for _ in range(TRIES_PER_MINUTE):
        with pytest.raises(Refused, match="fill in your name"):
            join(room, name=" ")
    assert join(room).code == room.workshop.code


@pytest.mark.parametrize(("token", "code"), [(None, "unknown_seat"), ("", "unknown_seat"), ("wrong", "unknown_seat")])
def test_a_token_of_nobody_is_refused(room: Room, token: str | None, code: str) -> None:
    with room.store.reading() as db, pytest.raises(Refused) as error:
        seat_of_token(db, token, room.workshop)
    assert error.value.code == code


def test_a_token_opens_only_its_own_workshop(room: Room) -> None:
    token = join(room).token
    values = {"title": "Two", "challenge": "", "language": "en", "agenda_id": "first_workshop", "name": "Ann"}
    code = perform(room.store, Command("create", values)).result(10).data["code"]
    with room.store.reading() as db:
        other = queries.workshop_by_code(db, code)
        assert other is not None
        with pytest.raises(Refused) as error:
            seat_of_token(db, token, other)
    assert error.value.code == "unknown_seat"


def test_the_token_of_a_removed_seat_opens_nothing(room: Room) -> None:
    token = join(room).token
    seat = last_event(room.store).seat
    perform(room.store, Command("remove", {"seat": seat}, seat=room.facilitator.id)).result(10)
    with room.store.reading() as db, pytest.raises(Refused) as error:
        seat_of_token(db, token, room.workshop)
    assert error.value.code == "seat_removed"
