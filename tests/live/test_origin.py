"""A page of another site opens no socket here; this one does, by whichever name it was reached."""

from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.live.venue import Venue
from tests.server import Server, running

pytestmark = pytest.mark.server

PATHS = ["/live/AAA-AAA", "/_stcore/stream"]
STRANGE = [
    "https://evil.example",
    "http://127.0.0.1",
    "http://127.0.0.1:1",
    "http://localhost.evil.example",
    "null",
    "file://",
    "http://[",
    "nonsense",
    "",
]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("origin", STRANGE)
def test_other_origin_is_refused(venue: Venue, path: str, origin: str) -> None:
    assert _status(venue.server, path, origin) == 403


@pytest.mark.parametrize("path", PATHS)
def test_own_origin_is_let_in(venue: Venue, path: str) -> None:
    assert _status(venue.server, path, venue.server.address) == 101


@pytest.mark.parametrize("path", PATHS)
def test_program_without_origin_is_let_in(venue: Venue, path: str) -> None:
    assert _status(venue.server, path, None) == 101


def test_address_of_the_links_is_let_in(tmp_path: Path) -> None:
    """Behind a proxy, the host that the browser names is not the one we are asked for."""
    with running(tmp_path / "workshops.db", CX_WORKSHOP_URL="https://workshop.example") as server:
        assert _status(server, PATHS[0], "https://workshop.example") == 101
        assert _status(server, PATHS[0], "https://evil.example") == 403


def _status(server: Server, path: str, origin: str | None) -> int:
    headers = {} if origin is None else {"Origin": origin}
    try:
        with connect(f"ws://127.0.0.1:{server.port}{path}", additional_headers=headers, subprotocols=["streamlit"]):
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code
