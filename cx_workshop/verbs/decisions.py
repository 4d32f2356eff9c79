"""What was agreed while talking: decisions and actions, with owner and date."""

from typing import Literal

from cx_workshop.model import Decision
from cx_workshop.refusal import Refused
from cx_workshop.storage import queries
from cx_workshop.verbs.act import FACILITATORS, Act, new_id, verb
from cx_workshop.verbs.fields import LONGEST_LINE, cleaned, is_day

LONGEST_REASON = 2000


@verb(roles=FACILITATORS, event="decision_recorded")
def record_decision(
    act: Act,
    *,
    what: str,
    why: str = "",
    owner: str = "",
    due: str = "",
    activity: str | None = None,
    card: str | None = None,
) -> dict[str, str]:
    """Keep a decision: what, why, who sees to it and until when; `card` is the one it is about."""
    return _record(act, "decision", _checked(what, why, owner, due), activity=activity, card=card)


@verb(roles=FACILITATORS, event="action_recorded")
def record_action(
    act: Act,
    *,
    what: str,
    why: str = "",
    owner: str = "",
    due: str = "",
    activity: str | None = None,
    card: str | None = None,
) -> dict[str, str]:
    """Keep what somebody takes on after the workshop."""
    return _record(act, "action", _checked(what, why, owner, due), activity=activity, card=card)


@verb(roles=FACILITATORS, event="decision_edited")
def edit_decision(act: Act, *, decision: str, what: str, why: str = "", owner: str = "", due: str = "") -> None:
    """Word a decision or an action anew."""
    act.tx.update("decisions", _find(act, decision).id, **_checked(what, why, owner, due))


@verb(roles=FACILITATORS, event="decision_dropped")
def drop_decision(act: Act, *, decision: str) -> None:
    """Take a decision or an action off the list; the log keeps it."""
    act.tx.update("decisions", _find(act, decision).id, dropped_at=act.now)


def _record(
    act: Act,
    kind: Literal["decision", "action"],
    words: dict[str, str],
    *,
    activity: str | None,
    card: str | None,
) -> dict[str, str]:
    if activity is not None:
        act.find_activity(activity)
    if card is not None:
        activity = act.find_card(card).activity
    act.anonymous = False  # whoever records it is known, on every board
    decision = new_id()
    row = {"id": decision, "workshop": act.workshop.id, "kind": kind, "activity": activity, "card": card}
    act.tx.insert("decisions", {**row, **words, "seat": act.seat.id, "recorded_at": act.now, "dropped_at": None})
    return {"decision": decision}


def _find(act: Act, decision: str) -> Decision:
    found = queries.decision_by_id(act.db, decision)
    if found is None or found.workshop != act.workshop.id or found.dropped_at:
        raise Refused("unknown_decision")
    act.activity = found.activity
    return found


def _checked(what: str, why: str, owner: str, due: str) -> dict[str, str]:
    what, why, owner = (cleaned(text) for text in (what, why, owner))
    if not what:
        raise Refused("empty_text")
    if len(what) > LONGEST_LINE or len(owner) > LONGEST_LINE or len(why) > LONGEST_REASON:
        raise Refused("text_too_long")
    if due and not is_day(due):
        raise Refused("bad_field")
    return {"what": what, "why": why, "owner": owner, "due": due}
