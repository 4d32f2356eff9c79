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


class Table:
    """A table of a TOML file that gives its values checked; `finish` finds the keys that nobody asked for."""

    def __init__(self, path: Path, values: dict[str, Any] | None = None, within: str = "") -> None:
        self.path, self.within = path, within
        self.values = read_toml(path) if values is None else values
        self._asked: set[str] = set()

    def wrong(self, key: str, expected: str) -> ContentError:
        return ContentError(self.path, f"{self.within}.{key}" if self.within else key, expected)

    def has(self, key: str) -> bool:
        return key in self.values

    def need(self, key: str, kind: type, expected: str) -> Any:
        """The value, if it is there, of its kind and not empty."""
        self._asked.add(key)
        value = self.values.get(key)
        if type(value) is not kind or not value:
            raise self.wrong(key, expected)
        return value

    def text(self, key: str, expected: str = "a sentence") -> str:
        return str(self.need(key, str, expected))

    def texts(self, key: str, expected: str = "a list of sentences") -> list[str]:
        found: list[str] = self.need(key, list, expected)
        if not all(isinstance(text, str) and text for text in found):
            raise self.wrong(key, expected)
        return found

    def choice(self, key: str, options: tuple[str, ...], expected: str) -> str:
        found = self.text(key, expected)
        if found not in options:
            raise self.wrong(key, expected)
        return found

    def number(self, key: str, expected: str = "a whole number") -> int:
        self._asked.add(key)
        value = self.values.get(key)
        if type(value) is not int:
            raise self.wrong(key, expected)
        return value

    def decimal(self, key: str) -> float:
        self._asked.add(key)
        value = self.values.get(key)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self.wrong(key, "a number")
        return float(value)

    def minutes(self) -> int:
        minutes = self.number("minutes", "a whole number of minutes")
        if minutes < 1:
            raise self.wrong("minutes", "a whole number of minutes")
        return minutes

    def flag(self, key: str) -> bool:
        """True or false; false where it does not stand."""
        self._asked.add(key)
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false")
        return value

    def table(self, key: str, expected: str = "a table") -> "Table":
        values = self.need(key, dict, expected)
        return Table(self.path, values, f"{self.within}.{key}" if self.within else key)

    def tables(self, key: str, expected: str) -> list["Table"]:
        """A list of tables."""
        found = self.need(key, list, expected)
        if not all(isinstance(values, dict) for values in found):
            raise self.wrong(key, expected)
        return [Table(self.path, values, f"{self.within}.{key}" if self.within else key) for values in found]

    def finish(self) -> None:
        """Refuse a key that means nothing here: it is a slip of the pen."""
        for key in self.values:
            if key not in self._asked:
                raise self.wrong(key, "no such key")
