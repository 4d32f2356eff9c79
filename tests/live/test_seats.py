"""The HTTP doors: POST /join and the one-time tickets."""

import http.client
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.live.venue import FAY, OLGA, PIA, Venue
from tests.server import LiveSeat, Server, running

pytestmark = pytest.mark.server

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def code(self) -> str:
        return str(json.loads(self.body)["code"])


def test_join_by_json_answers_a_token_that_works(venue: Venue) -> None:
    answer = _join(venue, code=venue.code, name="Nia")
    assert (answer.status, answer.code) == (200, venue.code)
    seat = LiveSeat(venue.server, venue.code, json.loads(answer.body)["seat"])
    assert (seat.welcome["you"]["name"], seat.welcome["you"]["role"]) == ("Nia", "participant")
    seat.close()


def test_join_by_form_leads_to_the_open_step_with_a_cookie(venue: Venue) -> None:
    answer = _form(venue, code=venue.code, name="Nia")
    assert (answer.status, answer.headers["Location"]) == (303, f"/empathize?code={venue.code}")
    cookie, *attributes = answer.headers["Set-Cookie"].split("; ")
    name, token = cookie.split("=")
    assert name == f"cx_seat_{venue.code.replace('-', '')}"
    assert sorted(attributes) == ["HttpOnly", "Max-Age=31536000", "Path=/", "SameSite=lax"]
    seat = LiveSeat(venue.server, venue.code, token)
    assert seat.welcome["you"]["name"] == "Nia"
    seat.close()


def test_join_by_json_sets_the_same_cookie(venue: Venue) -> None:
    answer = _join(venue, code=venue.code, name="Nia")
    assert answer.headers["Set-Cookie"].split(";")[0].endswith(json.loads(answer.body)["seat"])


def test_join_reaches_those_who_are_there(venue: Venue) -> None:
    lead = venue.sit(FAY)
    _join(venue, code=venue.code, name="Nia")
    patch = lead.event("seat_joined")["data"]["seats"][0]
    assert (patch["name"], patch["role"]) == ("Nia", "participant")


def test_join_tells_nobody_the_token(venue: Venue) -> None:
    lead = venue.sit(FAY)
    token = json.loads(_join(venue, code=venue.code, name="Nia").body)["seat"]
    lead.event("seat_joined")
    assert token not in json.dumps(lead.heard)
    assert token.encode() not in venue.server.database.read_bytes()


@pytest.mark.parametrize("key", ["facilitator", "observer"])
def test_join_with_a_key_gives_its_role(venue: Venue, key: str) -> None:
    answer = _join(venue, code=venue.code, name="Nia", key=getattr(venue.workshop, f"{key}_key"))
    seat = LiveSeat(venue.server, venue.code, json.loads(answer.body)["seat"])
    assert seat.welcome["you"]["role"] == key
    seat.close()


def test_join_of_a_facilitator_leads_to_the_cockpit(venue: Venue) -> None:
    answer = _form(venue, code=venue.code, name="Nia", key=venue.workshop.facilitator_key)
    assert answer.headers["Location"] == f"/facilitate?code={venue.code}"


def test_join_with_the_key_of_another_workshop_is_refused(venue: Venue) -> None:
    answer = _join(venue, code=venue.code, name="Nia", key="x" * 32)
    assert (answer.status, answer.code) == (404, "unknown_code")
    assert [seat["name"] for seat in venue.sit(FAY).welcome["seats"]][-1] == OLGA


@pytest.mark.parametrize("code", ["ZZZ-ZZZ", "", "\x00", "🦊", "A" * 5000])
def test_join_with_an_unknown_code_is_not_found(venue: Venue, code: str) -> None:
    answer = _join(venue, code=code, name="Nia")
    assert (answer.status, answer.code) == (404, "unknown_code")
    assert "Set-Cookie" not in answer.headers


def test_join_of_a_closed_workshop_is_a_conflict(venue: Venue) -> None:
    venue.act(FAY, "close")
    answer = _join(venue, code=venue.code, name="Nia")
    assert (answer.status, answer.code) == (409, "workshop_closed")


@pytest.mark.parametrize(
    ("name", "code"),
    [("", "empty_name"), (" \n", "empty_name"), ("x" * 61, "name_too_long"), ("\ud800", "bad_arguments")],
)
def test_join_with_a_bad_name_is_refused(venue: Venue, name: str, code: str) -> None:
    answer = _join(venue, code=venue.code, name=name)
    assert (answer.status, answer.code) == (400, code)


@pytest.mark.parametrize("name", ["x" * 60, "<b>Nia</b>", "Niä 👩🏽‍🚀", "نيا"])
def test_join_keeps_the_name_as_it_was_written(venue: Venue, name: str) -> None:
    assert _join(venue, code=venue.code, name=name).status == 200
    assert venue.sit(PIA).welcome["seats"][-1]["name"] == name


@pytest.mark.parametrize(
    ("kind", "body", "code"),
    [
        (JSON, b"", "bad_message"),
        (JSON, b"{", "bad_message"),
        (JSON, b"\xff\xfe", "bad_message"),
        (JSON, b"[" * 60_000, "bad_message"),
        (JSON, b"[]", "bad_arguments"),
        (JSON, b"null", "bad_arguments"),
        (JSON, b'{"code":1,"name":"Nia"}', "bad_arguments"),
        (JSON, b'{"code":null,"name":"Nia"}', "bad_arguments"),
        (FORM, b"", "unknown_code"),
        (FORM, b"\xff=\xfe&%ff=%fe", "bad_message"),
        ("multipart/form-data", b"--x", "bad_message"),
        ("multipart/form-data; boundary=x", b"--y\r\nnonsense", "bad_message"),
        ("text/plain", b"hello", "bad_message"),
    ],
)
def test_join_with_a_bad_body_gets_a_code(venue: Venue, kind: str, body: bytes, code: str) -> None:
    answer = _request(venue.server, "POST", "/join", body, kind)
    assert answer.status in (400, 404)
    assert answer.code == code


def test_join_with_a_file_gets_a_code(venue: Venue) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="name"; filename="a"\r\n\r\nNia\r\n--x--\r\n'
    answer = _request(venue.server, "POST", "/join", body, "multipart/form-data; boundary=x")
    assert (answer.status, answer.code) == (400, "bad_message")


def test_join_reads_no_more_than_it_needs(venue: Venue) -> None:
    body = json.dumps({"code": venue.code, "name": "Nia", "filling": "x" * 20_000_000}).encode()
    answer = _request(venue.server, "POST", "/join", body, JSON)
    assert (answer.status, answer.code) == (413, "message_too_large")


@pytest.mark.parametrize("ticket", ["unknown", "%F0%9F%A6%8A", "x" * 5000])
def test_unknown_ticket_leads_to_the_start(venue: Venue, ticket: str) -> None:
    answer = _request(venue.server, "GET", f"/enter/{ticket}")
    assert (answer.status, answer.headers["Location"]) == (303, "/")
    assert "Set-Cookie" not in answer.headers


def test_too_many_wrong_codes_shut_the_door_for_a_while(tmp_path: Path) -> None:
    with running(tmp_path / "workshops.db") as server:
        code, _ = server.create()
        statuses = [server.post("/join", {"code": "ZZZ-ZZZ", "name": "Nia"})[0] for _ in range(62)]
        assert statuses == [404] * 60 + [429] * 2
        assert server.post("/join", {"code": code, "name": "Nia"})[1]["code"] == "too_many_tries"


def test_wrong_codes_on_the_socket_count_as_well(tmp_path: Path) -> None:
    """Else the socket tells for nothing which codes there are."""
    with running(tmp_path / "workshops.db") as server:
        for _ in range(60):
            seat = server.sit("ZZZ-ZZZ", "x")
            seat.close_code()
        assert server.sit("ZZZ-ZZZ", "x").welcome["code"] == "too_many_tries"


def _join(venue: Venue, **fields: Any) -> Answer:
    return _request(venue.server, "POST", "/join", json.dumps(fields).encode(), JSON)


def _form(venue: Venue, **fields: str) -> Answer:
    return _request(venue.server, "POST", "/join", urlencode(fields).encode(), FORM)


def _request(server: Server, method: str, path: str, body: bytes = b"", kind: str = FORM) -> Answer:
    """As it stands: redirects are not followed."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request(method, path, body, {"Content-Type": kind})
    response = connection.getresponse()
    answer = Answer(response.status, response.headers, response.read())
    connection.close()
    return answer
