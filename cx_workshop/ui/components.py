"""The three browser components: header, board, and the step out to another address.

Header and board are plain ES modules in ui/board, served under /board; what is registered here only loads them.
"""

from typing import Any

import streamlit as st

LOADER = """
let loading
export default (component) => {
  loading ??= import(location.origin + '/board/%s')
  let stop = () => {}, gone = false
  loading.then((module) => { if (!gone) stop = module.mount(component) })
  return () => { gone = true; stop() }
}
"""

_header = st.components.v2.component("cx_header", js=LOADER % "header.js")
_board = st.components.v2.component("cx_board", js=LOADER % "board.js")
_go = st.components.v2.component("cx_go", js="export default ({ data }) => { location.replace(data.to) }")


def header(data: dict[str, Any]) -> Any:
    """The line on top of every page.

    Its trigger `changed` fires when one of data's `pulse` events arrives, `go` when a page is chosen in the menu.
    """
    return _header(key="header", data=data, on_changed_change=_nothing, on_go_change=_nothing)


def board(data: dict[str, Any]) -> Any:
    """The live board; its trigger `opened` fires when this person should go on to another activity."""
    return _board(key="board", data=data, on_opened_change=_nothing)


def go(path: str) -> None:
    """Leave the page for another address of this server, such as the one that sets a cookie."""
    _go(key="go", data={"to": path})


def _nothing() -> None:
    """A trigger is only kept for components that name a callback; the rerun itself is what we want."""
