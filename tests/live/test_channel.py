"""GET /live/{code}: who gets in, what they hear, and what they may do."""

from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed

from cx_workshop.live import protocol
from cx_workshop.verbs.act import new_id
from tests.live.venue import FAY, OLGA, OTTO, PIA, Venue, open_venue
from tests.server import LiveSeat, Server

pytestmark = pytest.mark.server


def test_welcome_tells_who_is_there_and_what_is_open(venue: Venue) -> None:
    welcome = venue.sit(PIA).welcome
    assert welcome["you"].keys() == set(protocol.SEAT)
    assert [welcome["you"][name] for name in ("id", "name", "role")] == [venue.ids[PIA], PIA, "participant"]
    assert [(seat["name"], seat["role"]) for seat in welcome["seats"]] == [
        (FAY, "facilitator"),
        (PIA, "participant"),
        (OTTO, "participant"),
        (OLGA, "observer"),
    ]
    assert welcome["here"] == [venue.ids[PIA]]
    assert welcome["activity"]["id"] == venue.activity
    assert welcome["seq"] == venue.seqs()[-1]
    assert welcome["workshop"] == {
        "id": venue.workshop.id,
        "code": venue.code,
        "title": "Parcels",
        "challenge": "Late parcels",
        "language": "en",
        "solo": False,
        "status": "open",
        "timer": {},
        "called": {},
    }


def test_code_is_understood_however_it_is_typed(venue: Venue) -> None:
    typed = venue.code.lower().replace("-", "")
    with_token = LiveSeat(venue.server, typed, venue.tokens[PIA])
    assert with_token.welcome["op"] == "welcome"
    with_token.close()


def test_event_reaches_every_other_seat(venue: Venue) -> None:
    writer, *readers = (venue.sit(name) for name in (PIA, FAY, OTTO, OLGA))
    card = venue.add(writer, "They call the shop")
    for reader in readers:
        event = reader.event("card_added")
        assert (event["seat"], event["activity"]) == (venue.ids[PIA], venue.activity)
        assert [(row["id"], row["text"], row["status"]) for row in event["data"]["cards"]] == [
            (card, "They call the shop", "open")
        ]


def test_done_and_own_event_name_the_same_seq(venue: Venue) -> None:
    seat = venue.sit(PIA)
    card = new_id()
    done = seat.do("add_card", activity=venue.activity, card=card, lane="sees", text="They wait")
    assert seat.event_at(done["seq"])["data"]["cards"][0]["id"] == card


def test_events_stay_in_their_workshop(venue: Venue) -> None:
    elsewhere = open_venue(venue.server, venue.store)
    stranger = elsewhere.sit(PIA)
    venue.add(venue.sit(PIA))
    done = stranger.do("rename", seat=elsewhere.ids[PIA], name="Philippa")
    stranger.event_at(done["seq"])
    assert [event["kind"] for event in stranger.events] == ["seat_renamed"]
    elsewhere.leave()


def test_board_holds_the_cards_in_their_order(venue: Venue) -> None:
    seat = venue.sit(PIA)
    first, second = venue.add(seat, "One"), venue.add(seat, "Two")
    seat.do("move_card", card=second, lane="sees", before=first)
    assert [card["text"] for card in seat.board(venue.activity)["cards"]] == ["Two", "One"]


def test_board_leaves_out_removed_cards(venue: Venue) -> None:
    seat = venue.sit(PIA)
    seat.do("remove_card", card=venue.add(seat, "One"))
    venue.add(seat, "Two")
    assert [card["text"] for card in seat.board(venue.activity)["cards"]] == ["Two"]


def test_card_that_comes_back_by_undo_arrives_whole(venue: Venue) -> None:
    writer, reader = venue.sit(PIA), venue.sit(OTTO)
    card = venue.add(writer, "One")
    writer.do("remove_card", card=card)
    writer.do("undo")
    patch = reader.event("act_undone")["data"]["cards"][0]
    assert patch == reader.board(venue.activity)["cards"][0]
    assert (patch["id"], patch["text"], patch["status"]) == (card, "One", "open")


def test_undone_card_leaves_the_board(venue: Venue) -> None:
    writer, reader = venue.sit(PIA), venue.sit(OTTO)
    card = venue.add(writer, "One")
    writer.do("undo")
    patch = reader.event("act_undone")["data"]["cards"][0]
    assert (patch["id"], patch["status"]) == (card, "removed")


def test_new_name_reaches_everybody(venue: Venue) -> None:
    seat, reader = venue.sit(PIA), venue.sit(OTTO)
    seat.do("rename", seat=venue.ids[PIA], name="Philippa")
    assert reader.event("seat_renamed")["data"]["seats"] == [{"id": venue.ids[PIA], "name": "Philippa"}]
    assert venue.sit(PIA).welcome["you"]["name"] == "Philippa"


def test_new_role_works_on_the_open_socket(venue: Venue) -> None:
    lead, seat = venue.sit(FAY), venue.sit(PIA)
    assert seat.do("lock_board", activity=venue.activity)["code"] == "not_allowed"
    lead.do("change_role", seat=venue.ids[PIA], role="facilitator")
    assert seat.event("role_changed")["data"]["seats"] == [{"id": venue.ids[PIA], "role": "facilitator"}]
    assert seat.do("lock_board", activity=venue.activity)["op"] == "done"


def test_two_screens_of_one_seat_hear_each_other(venue: Venue) -> None:
    phone, laptop = venue.sit(PIA), venue.sit(PIA)
    card = venue.add(phone)
    assert laptop.event("card_added")["data"]["cards"][0]["id"] == card


def test_removed_seat_is_told_and_closed_out(venue: Venue) -> None:
    lead, seat = venue.sit(FAY), venue.sit(PIA)
    lead.do("remove", seat=venue.ids[PIA])
    assert seat.close_code() == 4403
    told = [message for message in seat.heard if message["op"] == "refused"]
    assert [(message["id"], message["code"]) for message in told] == [(None, "seat_removed")]


def test_removed_seat_writes_nothing(venue: Venue) -> None:
    lead, seat = venue.sit(FAY), venue.sit(PIA)
    lead.do("remove", seat=venue.ids[PIA])
    args = {"activity": venue.activity, "card": new_id(), "lane": "sees", "text": "Still here"}
    with suppress(ConnectionClosed):  # closed before it could send
        seat.send({"op": "do", "id": new_id(), "verb": "add_card", "args": args})
    assert seat.close_code() == 4403
    assert venue.cards() == []


def test_token_of_a_removed_seat_opens_nothing(venue: Venue) -> None:
    venue.act(FAY, "remove", seat=venue.ids[PIA])
    seat = venue.sit(PIA)
    assert seat.welcome["code"] == "seat_removed"
    assert seat.close_code() == 4403


def test_removal_reaches_the_others(venue: Venue) -> None:
    lead, reader = venue.sit(FAY), venue.sit(OTTO)
    lead.do("remove", seat=venue.ids[PIA])
    patch = reader.event("seat_removed")["data"]["seats"][0]
    assert patch["id"] == venue.ids[PIA]
    assert patch["removed_at"] is not None
    assert [seat["name"] for seat in venue.sit(OTTO).welcome["seats"]] == [FAY, OTTO, OLGA]


def test_token_of_another_workshop_opens_nothing(venue: Venue) -> None:
    elsewhere = open_venue(venue.server, venue.store)
    seat = venue.server.sit(venue.code, elsewhere.tokens[FAY])
    assert seat.welcome["code"] == "unknown_seat"
    assert seat.close_code() == 4401


@pytest.mark.parametrize("token", ["no such token", "", "\x00", "' or 1=1 --"])
def test_wrong_token_is_refused(venue: Venue, token: str) -> None:
    seat = venue.server.sit(venue.code, token)
    assert seat.welcome["code"] == "unknown_seat"
    assert seat.close_code() == 4401


def test_hello_without_token_or_cookie_is_refused(venue: Venue) -> None:
    seat = LiveSeat(venue.server, venue.code, token=None)
    assert seat.welcome["code"] == "unknown_seat"
    assert seat.close_code() == 4401


@pytest.mark.parametrize("code", ["ZZZ-ZZZ", "x", "%00", "%F0%9F%A6%8A", "%ED%A0%80", "A" * 3000])
def test_unknown_code_is_refused(venue: Venue, code: str) -> None:
    seat = venue.server.sit(code, venue.tokens[PIA])
    assert seat.welcome["code"] == "unknown_code"
    assert seat.close_code() == 4404


@pytest.mark.parametrize("protocol", [0, 2, -1, 10**40])
def test_wrong_protocol_is_refused(venue: Venue, protocol: int) -> None:
    seat = venue.sit(PIA, protocol=protocol)
    assert seat.welcome["code"] == "wrong_protocol"
    assert seat.close_code() == 4400


def test_refusals_speak_the_language_of_the_hello(venue: Venue) -> None:
    seat = venue.sit(PIA, language="nl")
    answer = seat.do("add_card", activity=venue.activity, card=new_id(), lane="sees", text=" ")
    assert (answer["code"], answer["message"]) == ("empty_text", "Schrijf eerst iets op.")


def test_repeated_command_answers_what_the_first_did(venue: Venue) -> None:
    seat = venue.sit(PIA)
    command, args = new_id(), {"activity": venue.activity, "card": new_id(), "lane": "sees", "text": "Once"}
    first = seat.do("add_card", id=command, **args)
    assert venue.sit(PIA).do("add_card", id=command, **args) == first
    assert [card.text for card in venue.cards()] == ["Once"]


def test_command_id_of_another_seat_is_refused(venue: Venue) -> None:
    command = new_id()
    venue.add(venue.sit(PIA), id=command)
    args = {"activity": venue.activity, "card": new_id(), "lane": "sees", "text": "Mine"}
    assert venue.sit(OTTO).do("add_card", id=command, **args)["code"] == "id_taken"


def test_card_id_of_another_card_is_refused(venue: Venue) -> None:
    card = venue.add(venue.sit(PIA), "Hers")
    answer = venue.sit(OTTO).do("add_card", activity=venue.activity, card=card, lane="sees", text="Mine")
    assert answer["code"] == "id_taken"
    assert [card.text for card in venue.cards()] == ["Hers"]


@pytest.mark.parametrize(
    ("verb", "args"),
    [
        ("open_activity", ["activity"]),
        ("close_activity", ["activity"]),
        ("lock_board", ["activity"]),
        ("unlock_board", ["activity"]),
        ("change_role", ["seat", "role"]),
        ("remove", ["seat"]),
        ("edit", ["title", "challenge", "language"]),
        ("close", []),
        ("reopen", []),
        ("create", ["title", "challenge", "language", "agenda_id", "name"]),
        ("join", ["name"]),
    ],
)
def test_verbs_of_others_are_refused_to_a_participant(venue: Venue, verb: str, args: list[str]) -> None:
    seat = venue.sit(PIA)
    assert seat.do(verb, **dict.fromkeys(args, "x"))["code"] == "not_allowed"
    assert venue.add(seat) == venue.cards()[0].id


@pytest.mark.parametrize("verb", ["add_card", "edit_card", "move_card", "remove_card", "keep_card", "undo"])
def test_observer_only_reads(venue: Venue, verb: str) -> None:
    seat = venue.sit(OLGA)
    assert seat.do(verb)["code"] == "not_allowed"
    assert seat.board(venue.activity)["op"] == "board"


def test_participant_leaves_the_cards_of_others_as_they_are(venue: Venue) -> None:
    card = venue.add(venue.sit(PIA), "Hers")
    other = venue.sit(OTTO)
    assert other.do("edit_card", card=card, text="Mine")["code"] == "not_yours"
    assert other.do("remove_card", card=card)["code"] == "not_yours"
    assert other.do("rename", seat=venue.ids[PIA], name="Mine")["code"] == "not_yours"
    assert [card.text for card in venue.cards()] == ["Hers"]


def test_ids_of_another_workshop_are_unknown_here(venue: Venue) -> None:
    elsewhere = open_venue(venue.server, venue.store)
    card = elsewhere.add(elsewhere.sit(PIA))
    lead = venue.sit(FAY)
    assert lead.do("edit_card", card=card, text="Mine")["code"] == "unknown_card"
    assert lead.do("remove", seat=elsewhere.ids[PIA])["code"] == "unknown_seat"
    assert lead.do("open_activity", activity=elsewhere.activity)["code"] == "unknown_activity"
    lead.send({"op": "open", "activity": elsewhere.activity})
    assert lead.wait(lambda message: message["op"] in ("board", "refused"))["code"] == "unknown_activity"
    elsewhere.leave()


def test_board_locked_for_participants_takes_cards_of_the_facilitator(venue: Venue) -> None:
    lead, seat = venue.sit(FAY), venue.sit(PIA)
    lead.do("lock_board", activity=venue.activity)
    answer = seat.do("add_card", activity=venue.activity, card=new_id(), lane="sees", text="Hers")
    assert answer["code"] == "board_locked"
    venue.add(lead, "The facilitator's")
    assert [card.text for card in venue.cards()] == ["The facilitator's"]


def test_closed_workshop_takes_no_cards_and_stays_readable(venue: Venue) -> None:
    lead, seat = venue.sit(FAY), venue.sit(PIA)
    venue.add(seat, "Before")
    lead.do("close")
    answer = seat.do("add_card", activity=venue.activity, card=new_id(), lane="sees", text="After")
    assert answer["code"] == "workshop_closed"
    assert [card["text"] for card in venue.sit(PIA).board(venue.activity)["cards"]] == ["Before"]


def test_seat_in_a_hurry_waits_and_loses_nothing(venue: Venue) -> None:
    """More than a burst of 100 at once: the rest is slowed down, not refused."""
    seat = venue.sit(PIA)
    commands = [new_id() for _ in range(120)]
    for command in commands:
        args = {"activity": venue.activity, "card": new_id(), "lane": "sees", "text": command}
        seat.send({"op": "do", "id": command, "verb": "add_card", "args": args})
    seat.wait(lambda message: message["op"] == "done" and message["id"] == commands[-1])
    assert [card.text for card in venue.cards()] == commands


def test_ping_is_answered_with_the_last_event_delivered(venue: Venue) -> None:
    seat = venue.sit(PIA)
    venue.add(seat)
    seat.send({"op": "ping"})
    pong = seat.wait(lambda message: message["op"] in ("pong", "refused"))
    assert (pong["op"], pong["seq"]) == ("pong", seat.events[-1]["seq"] if seat.events else seat.welcome["seq"])


def test_each_event_names_the_one_before_it(venue: Venue) -> None:
    elsewhere = open_venue(venue.server, venue.store)
    seat = venue.sit(PIA)
    last = seat.welcome["seq"]
    for _ in range(3):
        elsewhere.act(FAY, "lock_board", activity=elsewhere.activity)
        seq = venue.act(FAY, "lock_board", activity=venue.activity).seq
        assert seat.event_at(seq)["prev"] == last
        last = seq


def test_socket_of_a_cookie_is_the_same_seat(venue: Venue, live_server: Server) -> None:
    cookie = f"cx_seat_{venue.code.replace('-', '')}={venue.tokens[PIA]}"
    seat = LiveSeat(live_server, venue.code, None, headers={"Cookie": cookie})
    assert seat.welcome["you"]["name"] == PIA
    seat.close()
