"""The way out to one screen: uvicorn's WebSocket, which here also takes what is framed already.

A message goes to a whole room. So it is framed once, and written to each line that is free without waking a task.
"""

from collections.abc import Callable
from functools import lru_cache

from starlette.types import Scope
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame, Opcode
from websockets.http11 import Request

EXTENSION = "cx_workshop.line"
"""What a socket's scope offers it under, as servers do with what ASGI itself does not know."""

Line = Callable[[bytes], bool]
"""Takes a frame at once, or answers that it is full; then nothing of the frame has been written."""


class FramedWebSockets(WebSocketsSansIOProtocol):
    """One of these for each socket, Streamlit's too."""

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if not self.close_sent:  # the application starts in the next round of the loop
            self.scope["extensions"][EXTENSION] = {"line": self.take}

    def take(self, frame: bytes) -> bool:
        if self.close_sent or self.transport.is_closing():
            return True  # gone: its listener sees it too
        if not self.writable.is_set():
            return False
        self.transport.write(frame)
        return True


def line_of(scope: Scope) -> Line:
    """The socket's line; under a server without such lines one that is always full."""
    line: Line = scope.get("extensions", {}).get(EXTENSION, {}).get("line", _always_full)
    return line


@lru_cache(maxsize=8)
def framed(message: str) -> bytes:
    """The message as a text frame."""
    return Frame(Opcode.TEXT, message.encode()).serialize(mask=False)


def _always_full(_frame: bytes) -> bool:
    return False
