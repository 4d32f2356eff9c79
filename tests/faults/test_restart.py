"""Stopping and starting again: people keep their seats, and nobody waits for long."""

import shutil
import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.live.venue import FAY, PIA, Venue
from tests.server import LiveSeat, Server

pytestmark = [pytest.mark.server, pytest.mark.faults]


def test_seat_survives_a_restart(venue: Venue) -> None:
    seat = venue.sit(PIA)
    venue.add(seat, "Before")
    venue.server.stop()
    venue.server.start()
    back = venue.sit(PIA, since=seat.welcome["seq"])
    assert back.welcome["you"] == seat.welcome["you"]
    assert back.event("card_added")["data"]["cards"][0]["text"] == "Before"
    venue.add(back, "After")
    assert [card["text"] for card in back.board(venue.activity)["cards"]] == ["Before", "After"]


def test_cookie_survives_a_restart(venue: Venue) -> None:
    cookie = {"Cookie": f"cx_seat_{venue.code.replace('-', '')}={venue.tokens[PIA]}"}
    venue.server.kill()
    venue.server.start()
    seat = LiveSeat(venue.server, venue.code, None, headers=cookie)
    assert seat.welcome["you"]["name"] == PIA
    seat.close()


def test_both_tabs_of_a_seat_survive_a_restart(venue: Venue) -> None:
    venue.sit(PIA)
    venue.sit(PIA)
    venue.server.kill()
    venue.server.start()
    first, second = venue.sit(PIA), venue.sit(PIA)
    venue.add(first, "Hello")
    assert second.event("card_added")["data"]["cards"][0]["text"] == "Hello"


def test_command_sent_again_after_a_restart_is_done_once(venue: Venue) -> None:
    args = {"activity": venue.activity, "card": "0" * 32, "lane": "sees", "text": "Once"}
    first = venue.sit(PIA).do("add_card", id="the same", **args)
    venue.server.kill()
    venue.server.start()
    assert venue.sit(PIA).do("add_card", id="the same", **args) == first
    assert [card.text for card in venue.cards()] == ["Once"]


def test_removed_seat_stays_out_after_a_restart(venue: Venue) -> None:
    venue.sit(FAY).do("remove", seat=venue.ids[PIA])
    venue.server.kill()
    venue.server.start()
    assert venue.sit(PIA).close_code() == 4403


def test_sigterm_stops_within_ten_seconds_with_open_sockets(venue: Venue) -> None:
    seats = [venue.sit(PIA), venue.sit(FAY)]
    with closing(socket.create_connection(("127.0.0.1", venue.server.port))) as silent:  # a caller that never speaks
        silent.send(b"GET /live/AAA-AAA HTTP/1.1\r\n")
        venue.server.process.terminate()
        assert venue.server.process.wait(10) in (0, -15)
    assert [seat.close_code() for seat in seats] == [1012, 1012]  # the code for: come back soon
    assert "Traceback" not in venue.server.log.read_text()


def test_stopped_server_leaves_everything_in_the_one_file(venue: Venue, tmp_path: Path) -> None:
    """People copy workshops.db alone; what lies beside it would be left behind."""
    venue.add(venue.sit(PIA), "Here")
    venue.store.close()
    venue.server.stop()
    copy = tmp_path / "copy.db"
    shutil.copyfile(venue.server.database, copy)
    with closing(sqlite3.connect(copy)) as db:
        assert db.execute("select text from cards").fetchall() == [("Here",)]


def test_port_in_use_is_said_in_one_sentence(server: Server, tmp_path: Path) -> None:
    second = Server(tmp_path / "other.db")
    second.environment["PORT"] = str(server.port)
    assert second.spawn().wait(30) == 1
    said = second.log.read_text()
    assert said.count("\n") == 1
    assert said.startswith("CX Workshop cannot start. ")
    assert str(server.port) in said
