"""What the README and its companions promise is so: tree, commands, code samples."""

import os
import re
import shlex
import sqlite3
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from cx_workshop.__main__ import _parser
from cx_workshop.content import Board, Field, MethodWords, methods
from cx_workshop.settings import ROOT
from cx_workshop.storage import Store
from tests.conftest import Room

README = (ROOT / "README.md").read_text()


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks marked with this language, or with none."""
    fences = re.split(r"^```", text, flags=re.MULTILINE)[1::2]
    return [fence.partition("\n")[2] for fence in fences if fence.partition("\n")[0] == language]


def test_readme_tree_names_what_is_there() -> None:
    [tree] = [block for block in blocks(README, "") if block.startswith("app.py")]
    folder, named = "", []
    for line in tree.splitlines():
        indent, name = re.match(r"( *)(\S+)", line).groups()  # type: ignore[union-attr]
        if indent:
            named.append(folder + name)
        else:
            folder = name if name.endswith("/") else ""
            named.append(name)
    assert [name for name in named if not (ROOT / name).exists()] == []
    modules = {path.name for path in (ROOT / "cx_workshop").iterdir() if path.suffix == ".py" or path.is_dir()}
    listed = {name.removeprefix("cx_workshop/").rstrip("/") for name in named if name.startswith("cx_workshop/")}
    assert modules - listed == {"__pycache__"} & modules


@pytest.mark.parametrize(
    "line",
    [line for block in blocks(README, "sh") for line in block.splitlines() if line.startswith("python -m cx_workshop")],
)
def test_readme_commands_are_understood(line: str) -> None:
    words = shlex.split(line.partition(" < ")[0])[3:]
    assert _parser().parse_args(words).run


def test_readme_make_targets_are_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    contributing = (ROOT / "CONTRIBUTING.md").read_text()
    assert set(re.findall(r"(?:`|^)make ([a-z]+)", README + contributing, re.MULTILINE)) <= targets


def test_readme_agenda_sample_is_an_agenda() -> None:
    [sample] = blocks(README, "toml")
    assert [item["method"] for item in tomllib.loads(sample)["activities"] if item["method"] not in methods()] == []


def test_methods_readme_explains_every_key() -> None:
    explained = set(re.findall(r"`(\w+)`", (ROOT / "data" / "methods" / "README.md").read_text()))
    keys = {field.name for kind in (Board, Field, MethodWords) for field in fields(kind)}
    assert keys - explained - {"sheet"} == set()  # in words it stands under [sheets]


def test_readme_settings_are_the_ones_we_read() -> None:
    named = set(re.findall(r"^\| `([A-Z_]+)`", README, re.MULTILINE))
    assert named == set(re.findall(r'environ\.get\("([A-Z_]+)"', (ROOT / "cx_workshop" / "settings.py").read_text()))


def test_links_between_documents_lead_somewhere() -> None:
    for document in ("README.md", "CONTRIBUTING.md", "data/README.md", "data/methods/README.md"):
        path = ROOT / document
        targets = re.findall(r"\]\(([^)#:]+)\)", path.read_text())
        assert [target for target in targets if not (path.parent / target).exists()] == []


def test_files_that_contributing_names_are_there() -> None:
    named = re.findall(
        r"`((?:cx_workshop|tests|data|ui|report|pages)/[\w/.]+\w)`", (ROOT / "CONTRIBUTING.md").read_text()
    )
    assert [name for name in named if not (ROOT / name).exists() and not (ROOT / "cx_workshop" / name).exists()] == []


def test_data_readme_describes_every_table(store: Store) -> None:
    described = set(re.findall(r"^\| `(\w+)` \|", (ROOT / "data" / "README.md").read_text(), re.MULTILINE))
    with sqlite3.connect(store.path) as db:
        tables = {name for [name] in db.execute("select name from sqlite_master where type = 'table'")}
    assert described == {name for name in tables if not name.startswith(("sqlite_", "_"))}


def test_data_readme_sample_runs(room: Room, tmp_path: Path) -> None:
    room.add(room.participant, room.open())
    [sample] = blocks((ROOT / "data" / "README.md").read_text(), "python")
    (tmp_path / "data").symlink_to(room.store.path.parent)
    code = f"{sample}\nprint(cards.to_dict('records'))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=os.environ, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("[{'lane': 'sees', 'status': 'open', 'cards': 1}]\n", "")
