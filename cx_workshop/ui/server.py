"""Puts Streamlit's pages, the live channel and the doors into one ASGI application."""

import asyncio
import contextlib
import logging
import sys
from collections.abc import AsyncIterator
from importlib import import_module
from pathlib import Path
from typing import Any

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from cx_workshop.content import agendas, concepts, guidance, methods
from cx_workshop.live.channel import Live
from cx_workshop.live.hub import Hub
from cx_workshop.live.images import Pictures
from cx_workshop.live.line import FramedWebSockets
from cx_workshop.live.origin import SameOrigin
from cx_workshop.live.seats import Doors
from cx_workshop.live.teams import Ways
from cx_workshop.settings import read_settings
from cx_workshop.storage import open_store
from cx_workshop.translate import _
from cx_workshop.ui.address import is_free, room_address
from cx_workshop.ui.components import BOARD, BOARD_PATH

HERE = Path(__file__).parent


class KeptFiles(StaticFiles):
    """Files that a browser keeps: their address changes when they do."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def create_app() -> st.App:
    """The application; content and database are opened here, so that what is wrong with them is said at the start."""
    for read in (methods, agendas, concepts, guidance):
        read()
    store = open_store(read_settings().database)
    hub, doors, ways, pictures = Hub(store), Doors(store), Ways(store), Pictures(store)

    @contextlib.asynccontextmanager
    async def lifespan(_app: st.App) -> AsyncIterator[None]:
        hub.start()
        _say_where()
        # Altair takes a second to load: now, beside all else, and not when the first guest opens a board.
        loading = asyncio.create_task(asyncio.to_thread(import_module, "cx_workshop.ui.charts"))
        yield
        await loading
        hub.stop()
        await asyncio.to_thread(store.close)  # the last one out leaves all in one file

    return st.App(
        HERE / "navigation.py",
        lifespan=lifespan,
        middleware=[Middleware(SameOrigin), Middleware(Live, hub=hub)],
        on_script_error=_apologise,
        routes=[
            Route("/join", doors.join, methods=["POST"]),
            Route("/enter/{ticket}", doors.enter),
            Route("/teams/{code}", ways.to_team),
            Route("/plenary/{code}", ways.to_plenary),
            Route("/images/{code}", pictures.add, methods=["POST"]),
            Route("/images/{code}/{image}", pictures.show),
            Mount(BOARD_PATH, KeptFiles(directory=BOARD)),
        ],
    )


def _apologise(error: Exception) -> bool:
    """Say in the reader's language that something is wrong; the traceback goes to the server's log."""
    logging.getLogger(__name__).error("a page failed", exc_info=error)
    st.error(_("Something went wrong on this page. What you wrote on the boards is safe; please reload."))
    return True


def serve(app: st.App) -> None:
    """Run until stopped.

    Not by Streamlit's own runner: it binds its socket in a way that leaves Nagle's algorithm on, and a second message
    to the same person then waits up to 40 ms for the first one's receipt.
    """
    sys.setswitchinterval(0.0005)  # the writer's thread and the sockets' loop hand over at once, not after 5 ms
    port = read_settings().port
    if not is_free(port):
        raise SystemExit(f"CX Workshop cannot start. Port {port} is in use; choose another: make run PORT={port + 1}")
    uvicorn.run(
        app,
        host="",  # every address of this machine, IPv4 and IPv6
        port=port,
        ws=FramedWebSockets,
        ws_max_size=1024 * 1024,
        ws_per_message_deflate=False,
        access_log=False,
        log_config=None,
        log_level="warning",
        timeout_graceful_shutdown=3,
    )


def _say_where() -> None:
    here = f"http://localhost:{read_settings().port}"
    print(f"CX Workshop: {here}", flush=True)
    if room := room_address(here):
        print(f"Phones and laptops in this network: {read_settings().url or room}", flush=True)
