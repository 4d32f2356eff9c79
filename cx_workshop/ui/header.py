"""The header of every page: workshop, pages, timer slot, connection, who is here, language."""

from time import monotonic_ns
from typing import Any
from urllib.parse import urlencode

from cx_workshop.process import STEP_BY_ID
from cx_workshop.report.words import MODE_NAMES, STEP_NAMES
from cx_workshop.translate import LANGUAGES, N_, _, language_in_use
from cx_workshop.ui import components
from cx_workshop.ui.board_words import board_words
from cx_workshop.ui.pages import leave_for, leave_if_asked, pages_for
from cx_workshop.ui.session import Guest

PAGE_NAMES = STEP_NAMES | {
    "facilitate": N_("Facilitate"),
    "diamond": N_("Diamond"),
    "summary": N_("Summary"),
    "library": N_("Library"),
}
FLOOR = [
    "activity_opened",
    "activity_closed",
    "activity_planned",
    "activity_moved",
    "activity_retimed",
    "activity_dropped",
    "agenda_replanned",
    "round_begun",
    "board_locked",
    "board_unlocked",
    "workshop_edited",
    "workshop_closed",
    "workshop_reopened",
    "role_changed",
    "prompts_shown",
    "link_renewed",
    "workshop_anonymised",
]
SEATS = ["seat_joined", "seat_renamed", "seat_removed"]
COCKPIT = [
    *FLOOR,
    "question_asked",
    "question_answered",
    "vote_closed",
    "note_written",
    "decision_recorded",
    "action_recorded",
    "decision_edited",
    "decision_dropped",
    "card_parked",
    "card_reopened",
    "card_kept",
    "card_removed",
    "thought_parked",
]
"""What changes the facilitator's page: people and cards are drawn by the browser itself."""

DIAMOND = [
    *FLOOR,
    "card_added",
    "card_removed",
    "card_restored",
    "card_kept",
    "card_parked",
    "card_reopened",
    "cards_merged",
    "cards_brought",
    "cards_revealed",
    "card_put_in_theme",
    "card_taken_out_of_theme",
    "thought_parked",
    "scores_imported",
    "act_undone",
    "vote_closed",
    "decision_recorded",
    "action_recorded",
    "decision_edited",
    "decision_dropped",
    "seat_joined",
    "seat_removed",
]
"""What opens or closes directions, and whatever else the figures count."""

PULSES = {
    "teams": [*SEATS, "team_formed", "activity_opened", "activity_closed"],
    "facilitate": COCKPIT,
    "diamond": DIAMOND,
    "summary": ["*"],
}
"""By page, whoever looks at it."""

STAYS = ("start", "facilitate", "stage")
"""Pages from which nobody is called away to a board; those of the steps have a board that goes along by itself."""


def show_header(guest: Guest | None, page: str) -> None:
    chosen = components.header(
        {
            "code": guest.workshop.code if guest else None,
            "team": bool(guest and guest.workshop.parent),
            "words": board_words() | {"join_again": _("Join again")},
            "language": language_in_use(),
            "languages": list(LANGUAGES.items()),
            "pages": [_entry(name, guest) for name in pages_for(guest)] if guest else [],
            "page": page,
            "run": monotonic_ns(),  # so that each run reaches the browser, and a page knows that it is awake
            "pulse": pulse(guest, page),
            "heeds": page not in (*STEP_BY_ID, *STAYS),
        }
    )
    if chosen:
        leave_for(chosen)
        leave_if_asked(guest)


def pulse(guest: Guest | None, page: str) -> list[str]:
    """The events after which this page has something else to show; the board draws its cards without it."""
    if guest is None:
        return []
    if page in PULSES:
        return PULSES[page]
    if page == "library" and not guest.leads:
        return ["role_changed"]
    return FLOOR if guest.leads else ["role_changed", "activity_planned", "prompts_shown"]


def _entry(name: str, guest: Guest) -> dict[str, Any]:
    """A page as the menu shows it; a step brings its place in the double diamond."""
    entry = {"id": name, "name": _(PAGE_NAMES[name]), "href": f"/{name}?{urlencode(guest.link)}"}
    if step := STEP_BY_ID.get(name):
        entry |= {"mode": step.mode, "mode_name": _(MODE_NAMES[step.mode]), "diamond": str(step.diamond)}
    return entry
