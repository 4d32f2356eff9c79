"""A page of another site may not open a socket here with this browser's cookies."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from cx_workshop.settings import read_settings


class SameOrigin:
    """Refuses WebSockets whose Origin is neither the host they ask for nor the address of our links.

    It stands before Streamlit's sockets too: Streamlit's own check knows only localhost and the addresses of this
    machine, which it finds by asking a server on the internet.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and not _is_ours(Headers(scope=scope)):
            await receive()
            await send({"type": "websocket.close", "code": 4403})
            return
        await self.app(scope, receive, send)


def _is_ours(headers: Headers) -> bool:
    """Programs other than browsers send no Origin, and hold no cookies of others."""
    origin = headers.get("origin")
    if origin is None:
        return True
    try:
        asked_from = urlsplit(origin).netloc
    except ValueError:
        return False
    return bool(asked_from) and asked_from in (headers.get("host"), urlsplit(read_settings().url or "").netloc)
