"""Settings, all optional, from the environment."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"


@dataclass(frozen=True)
class Settings:
    database: Path
    """The one SQLite file."""
    url: str | None
    """The address put in links and QR codes; without it, the one that the browser used."""
    host_password: str | None
    """Asked of whoever wants to lead a workshop here."""
    port: int


class SettingError(Exception):
    """A setting that cannot be used; says which, and what is expected."""


def read_settings() -> Settings:
    return Settings(
        database=Path(os.environ.get("CX_WORKSHOP_DATABASE") or DATA / "workshops.db"),
        url=(os.environ.get("CX_WORKSHOP_URL") or "").rstrip("/") or None,
        host_password=os.environ.get("CX_WORKSHOP_HOST_PASSWORD") or None,
        port=_port(os.environ.get("PORT") or "8501"),
    )


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise SettingError(f"PORT: expected a number from 1 to 65535, not {text!r}")
    return int(text)
