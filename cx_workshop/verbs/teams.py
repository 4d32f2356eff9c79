"""Teams: a room splits into sibling workshops with the same agenda, and what they keep comes back to all."""

from typing import Any, Literal

from cx_workshop.content import shape_of
from cx_workshop.model import Card, Seat, Workshop
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.verbs.act import FACILITATORS, Act, new_id, verb
from cx_workshop.verbs.after import copy_activity
from cx_workshop.verbs.boards import GAP, check_writable
from cx_workshop.verbs.cards import insert_card
from cx_workshop.verbs.seats import LONGEST_NAME, find_seat, new_seat
from cx_workshop.verbs.workshop import LONGEST_TITLE, insert_workshop

MOST_CARDS = 100


@verb(roles=FACILITATORS, event="team_formed")
def form_team(act: Act, *, name: str, seats: list[Any]) -> dict[str, Any]:
    """A workshop of its own for some people of this one, with its agenda and its facilitators; its code.

    Its log begins here; the room it comes from is told by call_to_teams.
    """
    name = " ".join(name.split())
    if not name:
        raise Refused("empty_name")
    if len(name) > LONGEST_NAME:
        raise Refused("name_too_long")
    if act.workshop.parent:
        raise Refused("team_in_team")
    people = [_free_participant(act, seat) for seat in _each_once(seats)]
    if not people:
        raise Refused("empty_team")
    room, leader, activities = act.workshop, act.seat, queries.agenda_of(act.db, act.workshop.id)
    leaders = [seat for seat in queries.seats_of(act.db, room.id) if seat.role == "facilitator" and not seat.removed_at]
    title = f"{room.title[: LONGEST_TITLE - len(name) - 3]} · {name}"
    insert_workshop(act, title=title, challenge=room.challenge, language=room.language, parent=room.id)
    for activity in activities:
        copy_activity(act, activity)
    sitting = {seat.id: _seat_in_team(act, seat) for seat in [*leaders, *people]}
    act.seat_or_none = sitting[leader.id]
    return {"code": act.workshop.code}


@verb(roles=FACILITATORS, event="teams_called")
def call_to_teams(act: Act) -> None:
    """Send everybody who is in a team to its boards."""
    if not queries.teams_of(act.db, act.workshop.id):
        raise Refused("no_teams")
    _call(act, "teams")


@verb(roles=FACILITATORS, event="plenary_called")
def call_to_plenary(act: Act) -> None:
    """Send this team back to the room it comes from."""
    if not act.workshop.parent:
        raise Refused("no_teams")
    _call(act, "plenary")


@verb(roles=FACILITATORS, event="cards_brought")
def bring_cards(act: Act, *, team: str, cards: list[Any], activity: str, lane: str) -> dict[str, Any]:
    """Lay copies of a team's cards on a board of the whole room; each says which team it comes from."""
    board = act.find_activity(activity)
    check_writable(act, board)
    if lane not in shape_of(board).lanes:
        raise Refused("unknown_lane")
    origin = queries.workshop_by_id(act.db, team)
    if origin is None or origin.parent != act.workshop.id:
        raise Refused("no_teams")
    if not 0 < len(cards) <= MOST_CARDS:
        raise Refused("bad_arguments")
    found = [_card_of(act, origin, card) for card in cards]
    end = queries.last_position(act.db, board.id, lane)
    sheet = next(iter(shape_of(board).sheets or [""]))
    row = next(iter(shape_of(board).rows or [""]))
    for number, card in enumerate(found, start=1):
        insert_card(
            act,
            board,
            card=new_id(),
            lane=lane,
            row=row,
            sheet=sheet,
            text=f"{card.text}\n({team_name(origin)})",
            fields={},
            seat=None,
            position=end + number * GAP,
        )
    return {"brought": len(found)}


def team_name(team: Workshop) -> str:
    """What a team is called, without the room's title before it."""
    return team.title.rpartition(" · ")[2]


def _each_once(seats: list[Any]) -> list[Any]:
    return [seat for place, seat in enumerate(seats) if seat not in seats[:place]]


def _free_participant(act: Act, seat: Any) -> Seat:
    if not isinstance(seat, str):
        raise Refused("bad_arguments")
    found = find_seat(act, seat)
    if found.role != "participant" or queries.seats_in_teams(act.db, found.id):
        raise Refused("in_team_already")
    return found


def _seat_in_team(act: Act, seat: Seat) -> Seat:
    """The same person in the team; their browser gets a token when it first comes."""
    sitting = new_seat(act, name=seat.name, role=seat.role, device=seat.device)
    act.tx.insert("seats", vars(sitting) | {"comes_from": seat.id})
    return sitting


def _call(act: Act, to: Literal["teams", "plenary"]) -> None:
    act.tx.update("workshops", act.workshop.id, called={"to": to, "activity": None, "card": None, "at": act.now})


def _card_of(act: Act, team: Workshop, card: Any) -> Card:
    found = queries.card_by_id(act.db, card) if isinstance(card, str) else None
    if found is None or found.workshop != team.id or found.hidden or found.status in ("removed", "merged"):
        raise Refused("unknown_card")
    return found
