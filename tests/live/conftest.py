"""One server for all tests of the live channel; each test has a workshop of its own on it."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from cx_workshop.storage import Store
from tests.live.venue import Venue, open_venue
from tests.server import Server, running


@pytest.fixture(scope="session")
def live_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("live") / "workshops.db") as server:
        yield server


@pytest.fixture(scope="session")
def live_store(live_server: Server) -> Iterator[Store]:
    with closing(Store(live_server.database)) as store:
        yield store


@pytest.fixture
def venue(live_server: Server, live_store: Store) -> Iterator[Venue]:
    """Nothing that anybody sends may leave a traceback in the server's log."""
    logged = len(live_server.log.read_text())
    venue = open_venue(live_server, live_store)
    yield venue
    venue.leave()
    assert "Traceback" not in live_server.log.read_text()[logged:]
