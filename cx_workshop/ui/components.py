"""The three browser components: header, board, and the step out to another address.

Header and board are plain ES modules in ui/board, served under /board; what is registered here only loads them.
"""

from hashlib import sha256
from pathlib import Path
from typing import Any

import streamlit as st

from cx_workshop.ui.pages import leave_for

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
_go = st.components.v2.component("cx_go", js="export default ({ data }) => { location.replace(data.to) }")


def header(data: dict[str, Any]) -> None:
    """The line on top of every page: it leads to the page chosen in its menu.

    When one of data's `pulse` events arrives, the page runs again.
    """
    _header(key="header", data=data, on_changed_change=_run_again, on_go_change=_go_to_chosen_page)


def board(data: dict[str, Any]) -> None:
    """The live board: it leads to the page of the activity that this person should go on to."""
    _board(key="board", data=data, on_opened_change=_go_to_opened_step)


def go(path: str) -> None:
    """Leave the page for another address of this server, such as the one that sets a cookie."""
    _go(key="go", data={"to": path})


def _go_to_chosen_page() -> None:
    leave_for(st.session_state.header.go)


def _go_to_opened_step() -> None:
    opened = st.session_state.board.opened
    leave_for(opened["step"], opened["activity"])


def _run_again() -> None:
    """Stay on the page that was shown last: a pulse may have set out from the page that a button has just left."""
    if st.session_state.header.changed["page"] != st.session_state.page:
        leave_for(st.session_state.page)
