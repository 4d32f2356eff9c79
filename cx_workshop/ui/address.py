"""Which address the phones in the room can open."""

import socket
from urllib.parse import urlsplit


def is_free(port: int) -> bool:
    """Whether a server can listen here."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port that a server has just left is free
        try:
            probe.bind(("", port))
        except OSError:
            return False
    return True


def is_only_local(address: str) -> bool:
    """Whether it leads back to the device that opens it."""
    return urlsplit(address).hostname in ("localhost", "127.0.0.1", "::1", "0.0.0.0")  # noqa: S104  compared, not bound


def room_address(address: str) -> str | None:
    """The same server under this machine's address in the local network, where there is one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a reserved address; nothing is sent, it only picks the interface
        except OSError:
            return None
        host = probe.getsockname()[0]
    return None if host.startswith("127.") else f"http://{host}:{urlsplit(address).port or 80}"
