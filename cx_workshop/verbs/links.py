"""The thread from evidence to decision: which card rests on which."""

from contextlib import suppress

from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.verbs.act import WRITERS, Act, new_id, verb
from cx_workshop.verbs.boards import on_open_board


@verb(roles=WRITERS, event="cards_linked", undoable=True)
def link_cards(act: Act, *, card: str, rests_on: str) -> None:
    """Say that a card rests on another, of this board or an earlier one."""
    make_link(act, on_open_board(act, card).id, rests_on)


@verb(roles=WRITERS, event="cards_unlinked", undoable=True)
def unlink_cards(act: Act, *, card: str, rests_on: str) -> None:
    link = queries.link_between(act.db, on_open_board(act, card).id, rests_on)
    if link and not link.removed_at:
        act.tx.update("links", link.id, removed_at=act.now)


def make_link(act: Act, card: str, rests_on: str) -> None:
    activity, anonymous = act.activity, act.anonymous
    ground = act.find_card(rests_on)
    act.activity, act.anonymous = (
        activity,
        anonymous,
    )  # the event is the board's that the card lies on, not of the one it rests on
    if ground.status in ("removed", "merged"):
        raise Refused("unknown_card")
    if rests_on == card or _rests_on(act, ground.id, card):
        raise Refused("circular_link")
    link = queries.link_between(act.db, card, rests_on)
    if link is None:
        row = {"card": card, "rests_on": rests_on, "seat": act.seat.id, "made_at": act.now, "removed_at": None}
        act.tx.insert("links", {"id": new_id(), "workshop": act.workshop.id, **row})
    elif link.removed_at:
        act.tx.update("links", link.id, removed_at=None)


def hand_links_on(act: Act, card: str, to: str) -> None:
    """Whatever a card rested on, and whatever rested on it, goes to another; not what would close a circle."""
    for link in queries.links_of(act.db, act.workshop.id):
        if link.removed_at or card not in (link.card, link.rests_on):
            continue
        with suppress(Refused):
            make_link(act, *((to, link.rests_on) if link.card == card else (link.card, to)))


def _rests_on(act: Act, card: str, ground: str) -> bool:
    """Whether a card rests on another, over however many links."""
    links = [link for link in queries.links_of(act.db, act.workshop.id) if not link.removed_at]
    grounds: dict[str, set[str]] = {}
    for link in links:
        grounds.setdefault(link.card, set()).add(link.rests_on)
    seen, waiting = set(), {card}
    while waiting:
        one = waiting.pop()
        seen.add(one)
        waiting |= grounds.get(one, set()) - seen
    return ground in seen
