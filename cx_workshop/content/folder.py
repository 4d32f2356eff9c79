"""Folders of TOML in data/: structure in one file, words in one file a language."""

import tomllib
from pathlib import Path
from typing import Any

from cx_workshop.settings import DATA


class ContentError(Exception):
    """A folder in data/ that is not as it should be; says which file, which key, and what is expected."""

    def __init__(self, path: Path, key: str, expected: str) -> None:
        super().__init__(f"{path.relative_to(DATA.parent)}: {key}: expected {expected}")


def read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentError(path, "file", "to exist") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(path, "file", f"TOML ({error})") from None


def need(path: Path, values: Any, key: str, kind: type, expected: str, *, within: str = "") -> Any:
    """The value of a key, if it is there, of its kind and not empty; `within` names the table it stands in."""
    value = values.get(key) if isinstance(values, dict) else None
    if not isinstance(value, kind) or not value:
        raise ContentError(path, f"{within}.{key}" if within else key, expected)
    return value


def need_minutes(path: Path, values: Any) -> int:
    minutes: int = need(path, values, "minutes", int, "a whole number of minutes")
    if minutes < 1 or isinstance(minutes, bool):
        raise ContentError(path, "minutes", "a whole number of minutes")
    return minutes


def need_sentences(path: Path, values: Any, key: str) -> list[str]:
    sentences: list[str] = need(path, values, key, list, "a list of sentences")
    if not all(isinstance(sentence, str) and sentence for sentence in sentences):
        raise ContentError(path, key, "a list of sentences")
    return sentences
