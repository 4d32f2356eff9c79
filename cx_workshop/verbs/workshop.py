"""Create, edit, close and reopen a workshop."""

import secrets
from typing import Any

from cx_workshop.content import agenda, method
from cx_workshop.model import Workshop
from cx_workshop.refusal import Refused
from cx_workshop.storage import Database, queries
from cx_workshop.translate import LANGUAGES
from cx_workshop.verbs.act import FACILITATORS, STRANGERS, Act, new_id, new_secret, verb
from cx_workshop.verbs.agenda import insert_activity
from cx_workshop.verbs.floor import end_running
from cx_workshop.verbs.seats import take_seat

LETTERS = "ACDEFGHJKMNPQRTUVWXY34679"
"""For codes: none that is read as another (B 8, I 1 L, O 0, S 5, Z 2)."""
LONGEST_TITLE, LONGEST_CHALLENGE = 200, 1000


@verb(roles=STRANGERS, event="workshop_created")
def create(
    act: Act,
    *,
    title: str,
    challenge: str,
    language: str,
    agenda_id: str,
    name: str,
    solo: bool = False,
) -> dict[str, Any]:
    """A new workshop with its agenda, and the facilitator's seat in it."""
    title, challenge = checked_words(title, challenge, language)
    insert_workshop(act, title=title, challenge=challenge, language=language, solo=solo)
    for position, item in enumerate(agenda(agenda_id).activities, start=1):
        insert_activity(act, method(item.method), minutes=item.minutes, position=position)
    return take_seat(act, name=name, role="facilitator")


@verb(roles=FACILITATORS, event="workshop_edited", when_closed=True)
def edit(act: Act, *, title: str, challenge: str, language: str) -> None:
    title, challenge = checked_words(title, challenge, language)
    act.tx.update("workshops", act.workshop.id, title=title, challenge=challenge, language=language)


@verb(roles=FACILITATORS, event="workshop_closed")
def close(act: Act) -> None:
    """Make it read-only for everybody; what was hidden is revealed, a vote and the timer end."""
    end_running(act)
    act.tx.update("workshops", act.workshop.id, status="closed", closed_at=act.now)


@verb(roles=FACILITATORS, event="workshop_reopened", when_closed=True)
def reopen(act: Act) -> None:
    act.tx.update("workshops", act.workshop.id, status="open", closed_at=None)


def insert_workshop(
    act: Act, *, title: str, challenge: str, language: str, solo: bool = False, parent: str | None = None
) -> Workshop:
    """A new workshop without agenda and people, in which the act goes on."""
    workshop = Workshop(
        id=new_id(),
        code=free_code(act.db),
        title=title,
        challenge=challenge,
        language=language,
        solo=solo,
        status="open",
        facilitator_key=new_secret(),
        observer_key=new_secret(),
        created_at=act.now,
        closed_at=None,
        timer={},
        called={},
        parent=parent,
        deleted_at=None,
    )
    act.tx.insert("workshops", vars(workshop))
    act.workshop_or_none = workshop
    return workshop


def free_code(db: Database) -> str:
    """A join code such as KTX-4F9 that no workshop has."""
    while True:
        letters = "".join(secrets.choice(LETTERS) for _ in range(6))
        code = f"{letters[:3]}-{letters[3:]}"
        if queries.is_code_free(db, code):
            return code


def checked_words(title: str, challenge: str, language: str) -> tuple[str, str]:
    title, challenge = title.strip(), challenge.strip()
    if not title:
        raise Refused("empty_title")
    if len(title) > LONGEST_TITLE or len(challenge) > LONGEST_CHALLENGE:
        raise Refused("title_too_long")
    if language not in LANGUAGES:
        raise Refused("bad_arguments")
    return title, challenge
