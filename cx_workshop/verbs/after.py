"""What becomes of a workshop afterwards: copied, without names, deleted for good; and new secret links."""

from typing import Any

from cx_workshop.content import method
from cx_workshop.model import Activity, Card, Changes
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.translate import N_, translate
from cx_workshop.verbs.act import FACILITATORS, Act, new_id, new_secret, verb
from cx_workshop.verbs.agenda import insert_activity
from cx_workshop.verbs.fields import images_in
from cx_workshop.verbs.rounds import KEPT_SHAPE
from cx_workshop.verbs.seats import take_seat
from cx_workshop.verbs.workshop import checked_words, insert_workshop

NAMELESS = N_("Person {number}")
KEYS = {"lead": "facilitator_key", "watch": "observer_key"}


@verb(roles=FACILITATORS, event="workshop_copied", when_closed=True)
def copy(act: Act, *, title: str, with_cards: bool = False) -> dict[str, Any]:
    """A new workshop with the same agenda, in which only its facilitator sits yet.

    With cards, each board that has any is there to be read, and can be opened again; its cards are nobody's then.
    """
    source, name = act.workshop, act.seat.name
    title, challenge = checked_words(title, source.challenge, source.language)
    activities = queries.agenda_of(act.db, source.id)
    insert_workshop(act, title=title, challenge=challenge, language=source.language, solo=source.solo)
    boards = {activity.id: copy_activity(act, activity) for activity in activities}
    if with_cards:
        _copy_cards(act, source.id, boards)
    return take_seat(act, name=name, role="facilitator")


@verb(roles=FACILITATORS, event="workshop_anonymised", when_closed=True)
def anonymise(act: Act) -> None:
    """Put a number in the place of every name, in the log as well; it cannot be undone."""
    seats = queries.seats_of(act.db, act.workshop.id)
    shown = translate(NAMELESS, act.workshop.language)
    names = {seat.id: shown.format(number=number) for number, seat in enumerate(sorted(seats, key=_by_id), start=1)}
    for seat, name in names.items():
        act.tx.update("seats", seat, name=name)
    for activity in queries.activities_of(act.db, act.workshop.id):
        shape: dict[str, Any] = {"shape": activity.shape}
        if _rename_sheets(shape, names):
            act.tx.update("activities", activity.id, shape=shape["shape"])
    act.tx.before = {}  # not even this event says what they were called
    act.tx.rewrite_log(act.workshop.id, lambda changes: _rename(changes, names))


@verb(roles=FACILITATORS, event="workshop_deleted", when_closed=True)
def delete(act: Act, *, code: str) -> None:
    """Take it away from everybody, at once and for good; its code says that it is meant."""
    if code != act.workshop.code:
        raise Refused("not_this_code")
    act.tx.update("workshops", act.workshop.id, deleted_at=act.now)


@verb(roles=FACILITATORS, event="link_renewed", when_closed=True)
def renew_link(act: Act, *, link: str) -> None:
    """A new secret for the link to lead or to watch; the old one opens nothing any more."""
    if link not in KEYS:
        raise Refused("bad_arguments")
    act.tx.update("workshops", act.workshop.id, **{KEYS[link]: new_secret()})


def copy_activity(act: Act, activity: Activity) -> str:
    """The same activity, planned, on an empty board; its id."""
    shape = {key: value for key, value in activity.shape.items() if key in KEPT_SHAPE}
    if method(activity.method).board.travels:
        shape = {key: value for key, value in shape.items() if key not in ("sheets", "names")}
    return insert_activity(
        act,
        method(activity.method),
        minutes=activity.minutes,
        position=activity.position,
        round=activity.round,
        shape=shape,
        hidden=activity.hidden if activity.status == "planned" else None,
        anonymous=activity.anonymous,
    )


def _copy_cards(act: Act, source: str, boards: dict[str, str]) -> None:
    cards = [card for card in queries.cards_of(act.db, source) if card.activity in boards and _is_shown(card)]
    links = [link for link in queries.links_of(act.db, source) if not link.removed_at]
    shown = {image for card in cards for image in images_in(card.fields)}
    images = {image.id: new_id() for image in queries.images_of(act.db, source) if image.id in shown}
    for image in queries.images_of(act.db, source):
        if image.id in images:
            row = {"id": images[image.id], "workshop": act.workshop.id, "seat": None}
            act.tx.insert("images", vars(image) | row)
    ids = {card.id: new_id() for card in cards}
    for card in cards:
        named = {"id": ids[card.id], "workshop": act.workshop.id, "activity": boards[card.activity], "seat": None}
        theme = ids.get(card.theme or "")
        act.tx.insert("cards", vars(card) | named | {"theme": theme, "fields": _with_images(card.fields, images)})
    for link in links:
        if link.card in ids and link.rests_on in ids:
            ends = {"card": ids[link.card], "rests_on": ids[link.rests_on]}
            row = {"id": new_id(), "workshop": act.workshop.id, "seat": None}
            act.tx.insert("links", vars(link) | row | ends)
    for board in {boards[card.activity] for card in cards}:
        act.tx.update("activities", board, status="closed", opened_at=act.now, closed_at=act.now)


def _is_shown(card: Card) -> bool:
    return card.status in ("open", "kept", "parked") and not card.hidden


def _with_images(fields: dict[str, Any], images: dict[str, str]) -> dict[str, Any]:
    """The fields with the copies of their pictures."""
    return {
        name: value | {"image": images[value["image"]]} if isinstance(value, dict) and "image" in value else value
        for name, value in fields.items()
    }


def _rename(changes: Changes, names: dict[str, str]) -> bool:
    """Put the new names where the old ones stand; whether any did."""
    found = False
    for seat, columns in changes.get("seats", {}).items():
        if columns and "name" in columns:
            columns["name"], found = names[seat], True
    for columns in changes.get("activities", {}).values():
        found = _rename_sheets(columns or {}, names) or found
    return found


def _rename_sheets(columns: dict[str, Any], names: dict[str, str]) -> bool:
    """Sheets that travel bear the names of those who began them."""
    sheets = columns.get("shape", {}).get("names", {}).get("sheets", {})
    bearing = sheets.keys() & names.keys()
    for seat in bearing:
        sheets[seat] = names[seat]
    return bool(bearing)


def _by_id(seat: Any) -> str:
    """An order that says nothing about who came first."""
    return str(seat.id)
