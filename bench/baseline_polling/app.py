"""The usual Streamlit way: a fragment reads the table each second and draws an element for each card."""

import os
import sqlite3

import streamlit as st


@st.cache_resource
def prepare() -> str:
    """Make the table once for the process."""
    path = os.environ["BENCH_DATABASE"]
    with sqlite3.connect(path) as db:
        db.execute("pragma journal_mode = wal")
        db.execute("create table if not exists cards (id integer primary key, text text not null)")
    return path


def add() -> None:
    """Keep what was just written."""
    with sqlite3.connect(database) as db:
        db.execute("insert into cards (text) values (?)", (st.session_state.text,))


@st.fragment(run_every=1)
def board() -> None:
    """Draw every card."""
    with sqlite3.connect(database) as db:
        for (text,) in db.execute("select text from cards order by id"):
            st.markdown(text)


database = prepare()
st.title("Board")
st.text_input("Write a card", key="text", on_change=add)
board()
