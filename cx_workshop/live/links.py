"""The addresses by which people come in."""

from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

import segno

from cx_workshop.model import Workshop


@dataclass(frozen=True)
class Links:
    address: str
    """Where the server is reached, such as http://192.168.1.20:8501."""
    workshop: Workshop

    @property
    def join(self) -> str:
        return self._link()

    @property
    def lead(self) -> str:
        """Secret: whoever opens it may do everything."""
        return self._link(key=self.workshop.facilitator_key)

    @property
    def watch(self) -> str:
        """Read-only."""
        return self._link(key=self.workshop.observer_key)

    def _link(self, **more: str) -> str:
        return f"{self.address}/?{urlencode({'code': self.workshop.code, **more})}"

    @property
    def short(self) -> str:
        """The server's address as one types it."""
        return urlsplit(self.address).netloc

    def join_qr(self) -> str:
        """The join link as an SVG data URI, dark on light in either theme: that is what cameras read."""
        code = segno.make(self.join, error="m")
        return code.svg_data_uri(scale=6, border=3, dark="#1C1F2B", light="#FFFFFF", omitsize=True)
