from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database, Migrations

from cx_workshop.refusal import Refused
from cx_workshop.storage import Store, connect, migrations
from cx_workshop.storage.migrations import m001_spine, migrate

OLDEST = """
    insert into workshops
    values ('w', 'KTX-4F9', 'Old', '', 'en', 0, 'open', 'f', 'o', '2026-01-01T00:00:00.000Z', null)
"""


def schema(path: Path) -> dict[str, str]:
    db = connect(path, read_only=True)
    found = {row["name"]: row["sql"] for row in db.query("select name, sql from sqlite_master")}
    db.close()
    return found


def oldest(path: Path) -> None:
    """A file as the first version wrote it, with one workshop."""
    db = connect(path)
    first = Migrations("cx_workshop")
    first()(m001_spine)
    first.apply(db)
    db.conn.execute(OLDEST)
    db.conn.commit()
    db.close()


def titles(path: Path) -> list[str]:
    db = connect(path, read_only=True)
    found = [row["title"] for row in db.query("select title from workshops")]
    db.close()
    return found


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Migrations:
    """The migrations of a version to come: ours, and one more."""
    later = Migrations("cx_workshop")
    for migration in migrations.migrations._migrations:
        later()(migration.fn)

    @later()
    def m999_mood(db: Database) -> None:
        db.conn.execute("alter table workshops add column mood text")

    monkeypatch.setattr(migrations, "migrations", later)
    return later


def backups(database: Path) -> list[str]:
    return sorted(file.name for file in database.parent.glob("*.backup"))


def test_a_new_file_gets_every_table_and_no_backup(database: Path) -> None:
    Store(database).close()
    names = schema(database)
    assert {"workshops", "seats", "activities", "cards", "events"} - names.keys() == set()
    assert backups(database) == []


def test_an_empty_file_counts_as_new(database: Path) -> None:
    database.touch()
    Store(database).close()
    assert (titles(database), backups(database)) == ([], [])


def test_the_oldest_file_comes_to_the_newest_schema_and_keeps_its_rows(database: Path, tmp_path: Path) -> None:
    oldest(database)
    Store(database).close()
    Store(tmp_path / "new.db").close()
    assert schema(database) == schema(tmp_path / "new.db")
    assert titles(database) == ["Old"]


def test_opening_again_changes_nothing(database: Path) -> None:
    Store(database).close()
    content = database.read_bytes()
    Store(database).close()
    assert (database.read_bytes(), backups(database)) == (content, [])


def test_a_copy_is_made_before_a_migration_runs(database: Path, later: Migrations) -> None:
    oldest(database)
    before = schema(database)
    Store(database).close()
    [backup] = backups(database)
    copy = database.with_name(backup)
    assert backup.startswith("workshops.db.before-m")
    assert (schema(copy), titles(copy)) == (before, ["Old"])
    assert ("mood" in schema(database)["workshops"], titles(database)) == (True, ["Old"])


def test_a_migration_that_fails_leaves_the_file_as_it_was(database: Path, later: Migrations) -> None:
    @later()
    def m9999_broken(db: Database) -> None:
        db.conn.execute("drop table events")
        raise RuntimeError("broken")

    oldest(database)
    before = schema(database)
    with pytest.raises(RuntimeError, match="broken"):
        Store(database)
    assert (schema(database), titles(database)) == (before, ["Old"])


def test_a_copy_that_is_there_is_left_alone(database: Path, later: Migrations) -> None:
    oldest(database)
    name = f"workshops.db.before-{later.pending(connect(database))[0].name}.backup"
    database.with_name(name).write_text("the first one")
    Store(database).close()
    assert database.with_name(name).read_text() == "the first one"


def test_a_file_of_a_newer_version_is_refused_and_left_alone(
    database: Path, later: Migrations, monkeypatch: Any
) -> None:
    Store(database).close()
    content = database.read_bytes()
    monkeypatch.undo()
    with pytest.raises(Refused) as error:
        Store(database)
    assert error.value.code == "newer_database"
    assert (database.read_bytes(), backups(database)) == (content, [])


def test_of_two_that_start_at_once_the_second_finds_nothing_to_do(database: Path) -> None:
    first, second = connect(database), connect(database)
    migrate(first, database)
    migrate(second, database)
    assert len(migrations.migrations.applied(second)) == len(migrations.migrations._migrations)
