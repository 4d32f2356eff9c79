"""Who sits in a workshop: join, rename, change a role, remove."""

from typing import Any

from cx_workshop.model import ROLES, Role, Seat
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.verbs.act import EVERYONE, FACILITATORS, STRANGERS, Act, new_id, new_secret, verb

LONGEST_NAME = 60


@verb(roles=STRANGERS, event="seat_joined")
def join(act: Act, *, name: str, key: str | None = None) -> dict[str, Any]:
    """Take a seat: a participant's, or with the key of a secret link a facilitator's or an observer's."""
    return take_seat(act, name=name, role=_role_of_key(act, key))


@verb(roles=EVERYONE, event="seat_renamed", when_closed=True)
def rename(act: Act, *, seat: str, name: str) -> None:
    """One's own name, or by a facilitator anybody's."""
    if seat != act.seat.id and not act.is_facilitator:
        raise Refused("not_yours")
    act.tx.update("seats", find_seat(act, seat).id, name=checked_name(name))


@verb(roles=FACILITATORS, event="role_changed")
def change_role(act: Act, *, seat: str, role: str) -> None:
    if role not in ROLES:
        raise Refused("bad_arguments")
    other = find_seat(act, seat)
    if not other.device:
        raise Refused("no_device")
    if role != "facilitator":
        _keep_a_facilitator(act, other)
    act.tx.update("seats", other.id, role=role)


@verb(roles=FACILITATORS, event="seat_removed", when_closed=True)
def remove(act: Act, *, seat: str) -> None:
    """Take somebody out; their cards stay, their token opens nothing any more."""
    other = find_seat(act, seat)
    _keep_a_facilitator(act, other)
    act.tx.update("seats", other.id, removed_at=act.now)


@verb(roles=FACILITATORS, event="seat_added")
def add_seat(act: Act, *, name: str) -> dict[str, Any]:
    """A participant's seat for somebody without a device; a facilitator writes and votes for them."""
    seat = new_seat(act, name=name, role="participant", device=False)
    act.tx.insert("seats", vars(seat))
    return {"id": seat.id}


def take_seat(act: Act, *, name: str, role: Role) -> dict[str, Any]:
    """A new seat, and the token that only its holder ever sees."""
    token = new_secret()
    seat = new_seat(act, name=name, role=role)
    act.tx.insert("seats", vars(seat) | {"token_hash": queries.token_hash(token)})
    act.seat_or_none = seat
    return {"seat": token, "code": act.workshop.code, "id": seat.id}


def new_seat(act: Act, *, name: str, role: Role, device: bool = True) -> Seat:
    return Seat(
        id=new_id(),
        workshop=act.workshop.id,
        name=checked_name(name),
        role=role,
        joined_at=act.now,
        removed_at=None,
        device=device,
        ready_for=None,
        late_for=None,
        hand_at=None,
        comes_from=None,
    )


def checked_name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise Refused("empty_name")
    if len(name) > LONGEST_NAME:
        raise Refused("name_too_long")
    return name


def _role_of_key(act: Act, key: str | None) -> Role:
    if not key:
        return "participant"
    if key == act.workshop.facilitator_key:
        return "facilitator"
    if key == act.workshop.observer_key:
        return "observer"
    raise Refused("unknown_code")


def find_seat(act: Act, seat_id: str) -> Seat:
    seat = queries.seat_by_id(act.db, seat_id)
    if seat is None or seat.workshop != act.workshop.id or seat.removed_at:
        raise Refused("unknown_seat")
    return seat


def _keep_a_facilitator(act: Act, leaving: Seat) -> None:
    staying = [s for s in queries.seats_of(act.db, act.workshop.id) if s.role == "facilitator" and not s.removed_at]
    if [s.id for s in staying] == [leaving.id]:
        raise Refused("last_facilitator")
