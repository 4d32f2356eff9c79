"""Servers that are killed, starved and cut off: each test has its own."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cx_workshop.storage import Store
from tests.live.venue import Venue, open_venue
from tests.server import Server, running


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with running(tmp_path / "workshops.db") as server:
        yield server


@pytest.fixture
def venue(server: Server) -> Iterator[Venue]:
    with closing(Store(server.database)) as store:
        venue = open_venue(server, store)
        yield venue
        venue.leave()
