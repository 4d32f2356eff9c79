"""Two servers on one file serve one workshop."""

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cx_workshop.verbs.act import new_id
from tests.live.venue import FAY, OLGA, OTTO, PIA, Venue
from tests.server import LiveSeat, Server

pytestmark = [pytest.mark.server, pytest.mark.faults]

CARDS_EACH = 60


@pytest.fixture
def second(server: Server) -> Iterator[Server]:
    second = Server(server.database).start()
    yield second
    second.stop()


def test_event_of_one_process_reaches_the_seats_of_the_other(venue: Venue, second: Server) -> None:
    here, there = venue.sit(PIA), venue.sit(OTTO, server=second)
    first_card, second_card = venue.add(here, "From here"), venue.add(there, "From there")
    for seat in (here, there):
        assert seat.event_at(venue.seqs()[-2])["data"]["cards"][0]["id"] == first_card
        assert seat.event_at(venue.seqs()[-1])["data"]["cards"][0]["id"] == second_card
    assert here.board(venue.activity) == there.board(venue.activity)


def test_people_of_both_processes_are_in_the_welcome(venue: Venue, second: Server) -> None:
    lead = venue.sit(FAY)
    second.join(venue.code, "Nia")
    venue.server.join(venue.code, "Noa")
    assert lead.event("seat_joined")["data"]["seats"][0]["name"] == "Nia"
    for server in (venue.server, second):
        welcome = venue.sit(PIA, server=server).welcome
        assert [seat["name"] for seat in welcome["seats"]] == [FAY, PIA, OTTO, OLGA, "Nia", "Noa"]


def test_writes_to_both_processes_interleave_without_loss(venue: Venue, second: Server) -> None:
    seats = [venue.sit(name, server=server) for name in (FAY, PIA) for server in (venue.server, second)]
    since = venue.seqs()[-1]
    written: list[str] = []

    def write(seat: LiveSeat) -> None:
        for _ in range(CARDS_EACH):
            written.append(venue.add(seat, new_id()))

    threads = [threading.Thread(target=write, args=[seat]) for seat in seats]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(card.id for card in venue.cards()) == sorted(written)
    assert len(written) == CARDS_EACH * len(seats)
    for seat in seats:
        seat.event_at(venue.seqs()[-1])
        assert [event["seq"] for event in seat.events] == venue.seqs(since)


def test_command_repeated_at_the_other_process_is_done_once(venue: Venue, second: Server) -> None:
    command, args = new_id(), {"activity": venue.activity, "card": new_id(), "lane": "sees", "text": "Once"}
    first = venue.sit(PIA).do("add_card", id=command, **args)
    assert venue.sit(PIA, server=second).do("add_card", id=command, **args) == first
    assert [card.text for card in venue.cards()] == ["Once"]


def test_seat_removed_at_one_process_is_closed_out_at_the_other(venue: Venue, second: Server) -> None:
    seat = venue.sit(PIA, server=second)
    venue.sit(FAY).do("remove", seat=venue.ids[PIA])
    assert seat.close_code() == 4403


def test_seats_move_to_the_process_that_is_left(venue: Venue, second: Server) -> None:
    seat = venue.sit(PIA, server=second)
    card = venue.add(seat, "Kept")
    second.kill()
    since = seat.welcome["seq"]
    back = venue.sit(PIA, since=since)
    assert back.event("card_added")["data"]["cards"][0]["id"] == card


def test_two_processes_that_start_at_once_make_one_database(tmp_path: Path) -> None:
    servers = [Server(tmp_path / "workshops.db") for _ in range(3)]
    for server in servers:
        server.spawn()
    try:
        assert [server.answers() for server in servers] == [True] * 3
        code, token = servers[0].create()
        for server in servers:
            with closing(server.sit(code, token)) as seat:
                assert seat.welcome["op"] == "welcome"
        assert servers[0].command("check").returncode == 0
    finally:
        for server in servers:
            server.stop()
