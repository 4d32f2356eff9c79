"""The header of every page: workshop, step, timer slot, connection, who is here, language."""

from cx_workshop.process import STEP_BY_ID, STEPS
from cx_workshop.report.words import MODE_NAMES, step_name
from cx_workshop.translate import LANGUAGES, _, language_in_use
from cx_workshop.ui import components
from cx_workshop.ui.board_words import board_words
from cx_workshop.ui.session import Guest

FLOOR = ["activity_opened", "activity_closed", "board_locked", "board_unlocked", "workshop_edited", "workshop_closed",
         "workshop_reopened", "role_changed"]  # fmt: skip
SEATS = ["seat_joined", "seat_renamed", "seat_removed"]


def show_header(guest: Guest | None, page: str) -> None:
    components.header(
        {
            "code": guest.workshop.code if guest else None,
            "words": board_words(),
            "language": language_in_use(),
            "languages": list(LANGUAGES.items()),
            "steps": [
                {
                    "id": step.id,
                    "name": step_name(step.id),
                    "mode": step.mode,
                    "mode_name": _(MODE_NAMES[step.mode]),
                    "diamond": step.diamond,
                }
                for step in STEPS
            ],
            "current": page if page in STEP_BY_ID else None,
            "pulse": pulse(guest, page),
        }
    )


def pulse(guest: Guest | None, page: str) -> list[str]:
    """The events after which this page has something else to show; the board draws its cards without it."""
    if guest is None:
        return []
    if page == "summary":
        return ["*"]
    if page == "facilitate":
        return FLOOR + SEATS
    return FLOOR if guest.leads else ["role_changed"]
