"""Sockets as thin as asyncio allows, so that the measuring side is never the slow one."""

import asyncio
import contextlib
import json
from collections.abc import Callable
from time import perf_counter_ns
from typing import Any

HOST = "127.0.0.1"
TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10
Hear = Callable[[bytes, int], None]
Message = dict[str, Any]


class Refused(Exception):
    """The server did not let us in, or left."""


class Socket(asyncio.Protocol):
    """A WebSocket client that hands each message over with the nanosecond at which its bytes came in."""

    def __init__(self, request: bytes, hear: Hear) -> None:
        self.request, self.hear = request, hear
        self.rest = b""
        self.upgraded = False
        self.ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.left: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.write(self.request)

    def data_received(self, data: bytes) -> None:
        now = perf_counter_ns()
        data = self.rest + data if self.rest else data
        at = 0 if self.upgraded else self.head(data)
        while self.upgraded and len(data) - at >= 2:
            size, start = data[at + 1], at + 2
            if size == 126:
                size, start = int.from_bytes(data[at + 2 : at + 4]), at + 4
            elif size == 127:
                size, start = int.from_bytes(data[at + 2 : at + 10]), at + 10
            if len(data) < start + size:
                break
            self.frame(data[at] & 15, data[start : start + size], now)
            at = start + size
        self.rest = data[at:]

    def head(self, data: bytes) -> int:
        """Read the answer to the handshake; give where the frames begin."""
        end = data.find(b"\r\n\r\n")
        if end < 0:
            return 0
        if b" 101 " in data[:16]:
            self.upgraded = True
            self.ready.set_result(None)
        else:
            self.ready.set_exception(Refused(data[:200].decode("latin-1").splitlines()[0]))
            self.transport.close()
        return end + 4

    def frame(self, kind: int, payload: bytes, now: int) -> None:
        """Hear a message, or answer what belongs to the protocol itself."""
        if kind in (TEXT, BINARY):
            self.hear(payload, now)
        elif kind == PING:
            self.send(payload, PONG)
        elif kind == CLOSE:
            if not self.left.done():
                self.left.set_result(int.from_bytes(payload[:2]) if payload else 1005)
            self.transport.close()

    def send(self, payload: bytes, kind: int = TEXT) -> None:
        """Send one message; a mask of zeros is a mask, and free."""
        size = len(payload)
        length = bytes([0x80 | size]) if size < 126 else b"\xfe" + size.to_bytes(2)
        if size > 0xFFFF:
            length = b"\xff" + size.to_bytes(8)
        self.transport.write(bytes([0x80 | kind]) + length + b"\0\0\0\0" + payload)

    def say(self, message: Message) -> None:
        """Send one message of the live protocol."""
        self.send(json.dumps(message).encode())

    def close(self) -> None:
        """Leave."""
        if not self.transport.is_closing():
            self.send((1000).to_bytes(2), CLOSE)
            self.transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        if not self.ready.done():
            self.ready.set_exception(Refused("closed during the handshake"))
        if not self.left.done():
            self.left.set_result(1006)


async def connect(port: int, path: str, hear: Hear, *, cookie: str = "", protocol: str = "") -> Socket:
    """Open a WebSocket as a browser on this machine would."""
    lines = [
        f"GET {path} HTTP/1.1",
        f"Host: {HOST}:{port}",
        f"Origin: http://{HOST}:{port}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
    ]
    lines += [f"Cookie: {cookie}"] if cookie else []
    lines += [f"Sec-WebSocket-Protocol: {protocol}"] if protocol else []
    request = "\r\n".join([*lines, "", ""]).encode()
    _, socket = await asyncio.get_running_loop().create_connection(lambda: Socket(request, hear), HOST, port)
    await socket.ready
    return socket


async def post(port: int, path: str, body: Message) -> Message:
    """POST JSON and give the JSON answer."""
    content = json.dumps(body).encode()
    reader, writer = await asyncio.open_connection(HOST, port)
    head = f"POST {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\nContent-Type: application/json\r\n"
    head += f"Accept: application/json\r\nContent-Length: {len(content)}\r\nConnection: close\r\n\r\n"
    writer.write(head.encode() + content)
    try:
        answer = await reader.read()
    finally:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()
    head_of_answer, _, content = answer.partition(b"\r\n\r\n")
    status = head_of_answer[9:12].decode()
    if status not in ("200", "201"):
        raise Refused(f"{path}: {status} {content[:200]!r}")
    answered: Message = json.loads(content)
    return answered
