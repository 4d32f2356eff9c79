"""The browser components: header, board, the controls, what has a chart drawn anew, the library's shelf and paper, the
step out.

They are plain ES modules in ui/board, served under /board; what is registered here only loads them.
"""

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import streamlit as st

from cx_workshop.translate import language_in_use
from cx_workshop.ui.pages import come_to, leave_for, stay

BOARD = Path(__file__).with_name("board")
BOARD_PATH = "/board/" + sha256(b"".join(path.read_bytes() for path in sorted(BOARD.glob("*.*")))).hexdigest()[:12]
"""Where browsers find the modules; another address for each version, so that they may keep them."""

LOADER = """
let loading
export default (component) => {
  loading ??= import(location.origin + '%s')
  let stop = () => {}, gone = false
  loading.then((module) => { if (!gone) stop = module.mount(component) })
  return () => { gone = true; stop() }
}
"""

_header = st.components.v2.component("cx_header", js=LOADER % f"{BOARD_PATH}/header.js")
_board = st.components.v2.component("cx_board", js=LOADER % f"{BOARD_PATH}/board.js")
_stage = st.components.v2.component("cx_stage", js=LOADER % f"{BOARD_PATH}/stage.js")
_controls = st.components.v2.component("cx_controls", js=LOADER % f"{BOARD_PATH}/controls.js")
_teams = st.components.v2.component("cx_teams", js=LOADER % f"{BOARD_PATH}/teams.js")
_roster = st.components.v2.component("cx_roster", js=LOADER % f"{BOARD_PATH}/roster.js")
_now = st.components.v2.component("cx_now", js=LOADER % f"{BOARD_PATH}/now.js")
_redraw = st.components.v2.component(
    "cx_redraw", js=Path(__file__).with_name("redraw.js").read_text(encoding="utf-8").replace("BOARD_PATH", BOARD_PATH)
)
_shelf = st.components.v2.component("cx_shelf", js=LOADER % f"{BOARD_PATH}/shelf.js")
_paper = st.components.v2.component("cx_paper", js=LOADER % f"{BOARD_PATH}/paper.js")
_go = st.components.v2.component("cx_go", js="export default ({ data }) => { location.replace(data.to) }")


def header(data: dict[str, Any]) -> str | None:
    """The line on top of every page; the page just chosen in its menu, if any.

    When one of data's `pulse` events arrives, the page runs again.
    """
    result = _header(
        key="header",
        data=data,
        on_changed_change=_run_again,
        on_go_change=_go_to_chosen_page,
        on_called_change=partial(_come, "header"),
    )
    return str(result.go) if result.go else None


def board(data: dict[str, Any], *, follow: Callable[[], None]) -> None:
    """The live board; it calls `follow` when this person should go on to the activity that is open."""
    _board(key="board", data=data, on_opened_change=follow, on_called_change=partial(_come, "board"))


def stage(data: dict[str, Any]) -> None:
    """What the projector shows: lobby, question, timer, board and results."""
    _stage(key="stage", data=data, on_opened_change=lambda: None)


def controls(data: dict[str, Any], *, follow: Callable[[], None]) -> None:
    """What a facilitator presses; it calls `follow` when they have opened an activity."""
    _controls(key="controls", data=data, on_opened_change=follow)


def teams(data: dict[str, Any]) -> None:
    """All teams of a room, live; the page runs again when one has kept something else."""
    _teams(key="teams", data=data, on_kept_change=lambda: None)


def roster(data: dict[str, Any]) -> None:
    """The people of a workshop, live, and what a facilitator does for them."""
    _roster(key="roster", data=data)


def now(data: dict[str, Any]) -> None:
    """The time line of the cockpit; it has the page run again once the workshop runs late, or no longer does."""
    _now(key="now", data=data, on_late_change=lambda: None)


def redraw(data: dict[str, Any]) -> None:
    """In a fragment: have it run again when the board of data's `activity` has changed since `seq`."""
    _redraw(key="redraw", data=data, on_changed_change=lambda: None)


def shelf(data: dict[str, Any], *, opened: Callable[[str], None]) -> None:
    """What can be searched and filtered as one types; it calls `opened` with the id of the entry that was chosen."""

    def chosen() -> None:
        if entry := getattr(st.session_state.get("shelf"), "open", None):
            opened(str(entry))

    _shelf(key="shelf", data=data, on_open_change=chosen)


def paper(leaf: str, label: str) -> None:
    """A button that prints the page; another leaf is shown from its top."""
    _paper(key="paper", width="content", data={"leaf": leaf, "label": label, "language": language_in_use()})


def go(path: str) -> None:
    """Leave the page for another address of this server, such as the one that sets a cookie."""
    _go(key="go", data={"to": path})


def _told(trigger: str, component: str = "header") -> Any:
    """What a component's trigger says, where it can be known: after a run that was cut off early, it cannot."""
    return getattr(st.session_state.get(component), trigger, None)


def _go_to_chosen_page() -> None:
    if page := _told("go"):
        leave_for(page)


def _come(component: str) -> None:
    if called := _told("called", component):
        come_to(called["step"], called["activity"])


def _run_again() -> None:
    """Stay on the page that was shown last: a pulse may have set out from the page that a button has just left."""
    changed = _told("changed")
    if changed is None or changed["page"] != st.session_state.get("page"):
        stay()
