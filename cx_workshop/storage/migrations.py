"""The schema as an append-only list of migrations; a copy of the file is made before one runs on it."""

from pathlib import Path

from sqlite_utils import Database, Migrations

from cx_workshop.refusal import Refused
from cx_workshop.storage.connect import reading

migrations = Migrations("cx_workshop")


@migrations()
def m001_spine(db: Database) -> None:
    """Workshops, seats, activities, cards and the event log."""
    for statement in (
        """
        create table workshops (
            id text primary key,
            code text not null unique,
            title text not null,
            challenge text not null,
            language text not null,
            solo integer not null check (solo in (0, 1)),
            status text not null check (status in ('open', 'closed')),
            facilitator_key text not null unique,
            observer_key text not null unique,
            created_at text not null,
            closed_at text
        )""",
        """
        create table seats (
            id text primary key,
            workshop text not null references workshops(id),
            name text not null,
            role text not null check (role in ('facilitator', 'participant', 'observer')),
            token_hash text unique,
            joined_at text not null,
            removed_at text
        )""",
        """
        create table activities (
            id text primary key,
            workshop text not null references workshops(id),
            position integer not null,
            step text not null,
            method text not null,
            mode text not null check (mode in ('diverge', 'converge')),
            minutes integer not null,
            status text not null check (status in ('planned', 'open', 'closed', 'dropped')),
            locked integer not null default 0 check (locked in (0, 1)),
            round integer not null default 1,
            opened_at text,
            closed_at text
        )""",
        """
        create table cards (
            id text primary key,
            workshop text not null references workshops(id),
            activity text not null references activities(id),
            seat text references seats(id),
            lane text not null,
            position real not null,
            text text not null,
            status text not null check (status in ('open', 'kept', 'parked', 'merged', 'removed')),
            fields text not null default '{}',
            created_at text not null,
            updated_at text not null
        )""",
        """
        create table events (
            seq integer primary key autoincrement,
            workshop text not null references workshops(id),
            command text not null,
            kind text not null,
            at text not null,
            seat text references seats(id),
            activity text references activities(id),
            before text not null,
            after text not null,
            unique (workshop, command)
        )""",
        "create index seats_by_workshop on seats(workshop)",
        "create index activities_by_workshop on activities(workshop, position)",
        "create index cards_by_activity on cards(activity, lane, position)",
        "create index cards_by_workshop on cards(workshop)",
        "create index events_by_workshop on events(workshop, seq)",
        "create index events_by_seat on events(seat, seq)",
    ):
        db.conn.execute(statement)


@migrations()
def m002_boards(db: Database) -> None:
    """Where a card lies on boards of every layout, the links between cards, and pictures."""
    for statement in (
        "alter table activities add column shape text not null default '{}'",
        "alter table cards add column row text not null default ''",
        "alter table cards add column sheet text not null default ''",
        "alter table cards add column x real check (x between 0 and 1)",
        "alter table cards add column y real check (y between 0 and 1)",
        "alter table cards add column theme text references cards(id) deferrable initially deferred",
        "alter table cards add column merged_into text references cards(id) deferrable initially deferred",
        """
        create table links (
            id text primary key,
            workshop text not null references workshops(id),
            card text not null references cards(id),
            rests_on text not null references cards(id),
            seat text references seats(id),
            made_at text not null,
            removed_at text,
            unique (card, rests_on)
        )""",
        """
        create table images (
            id text primary key,
            workshop text not null references workshops(id),
            seat text references seats(id),
            kind text not null check (kind in ('image/png', 'image/webp')),
            width integer not null,
            height integer not null,
            data blob not null,
            added_at text not null
        )""",
        "create index links_by_workshop on links(workshop)",
        "create index links_by_rests_on on links(rests_on)",
        "create index images_by_workshop on images(workshop)",
        "create index cards_by_theme on cards(theme)",
    ):
        db.conn.execute(statement)


@migrations()
def m003_floor(db: Database) -> None:
    """What a facilitator leads with: timer, private writing, votes, decisions, signals, teams; kept vectors."""
    for statement in (
        "alter table workshops add column timer text not null default '{}'",
        "alter table workshops add column called text not null default '{}'",
        "alter table workshops add column parent text references workshops(id)",
        "alter table workshops add column deleted_at text",
        "alter table seats add column device integer not null default 1 check (device in (0, 1))",
        "alter table seats add column ready_for text references activities(id) deferrable initially deferred",
        "alter table seats add column late_for text references activities(id) deferrable initially deferred",
        "alter table seats add column hand_at text",
        "alter table seats add column comes_from text references seats(id)",
        "alter table activities add column hidden integer not null default 0 check (hidden in (0, 1))",
        "alter table activities add column anonymous integer not null default 0 check (anonymous in (0, 1))",
        "alter table activities add column notes text not null default ''",
        "alter table cards add column hidden integer not null default 0 check (hidden in (0, 1))",
        "alter table events add column private text not null default '{}'",
        "alter table events add column anonymous integer not null default 0 check (anonymous in (0, 1))",
        """
        create table votes (
            id text primary key,
            workshop text not null references workshops(id),
            activity text not null references activities(id),
            kind text not null check (kind in ('dots', 'original', 'yes_no')),
            question text not null,
            round integer not null,
            dots integer not null,
            per_card integer not null,
            reason text not null,
            totals text not null default '{}',
            opened_at text not null,
            closed_at text
        )""",
        """
        create table dots (
            id text primary key,
            workshop text not null references workshops(id),
            vote text not null references votes(id),
            card text references cards(id),
            seat text references seats(id),
            kind text not null check (kind in ('dot', 'concern', 'yes', 'no')),
            cast_at text not null,
            taken_back_at text
        )""",
        """
        create table decisions (
            id text primary key,
            workshop text not null references workshops(id),
            kind text not null check (kind in ('decision', 'action')),
            what text not null,
            why text not null,
            owner text not null,
            due text not null,
            activity text references activities(id),
            card text references cards(id),
            seat text references seats(id),
            recorded_at text not null,
            dropped_at text
        )""",
        """
        create table seen (
            card text not null references cards(id),
            seat text not null references seats(id),
            primary key (card, seat)
        ) without rowid""",
        "create table vectors (hash text primary key, vector blob not null)",
        "create index votes_by_activity on votes(activity)",
        "create index dots_by_vote on dots(vote, seat)",
        "create index decisions_by_workshop on decisions(workshop)",
        "create index workshops_by_parent on workshops(parent)",
    ):
        db.conn.execute(statement)


def check_ours(path: Path) -> None:
    """Look at a file without touching it; refuse one that is damaged, another program's, or of a newer version."""
    if path.is_dir():
        raise Refused("storage_read_only")
    if not path.exists() or path.stat().st_size == 0:
        return
    with reading(path) as db:
        if next(iter(db.query("pragma quick_check(1)")))["quick_check"] != "ok":
            raise Refused("database_damaged")
        applied = {migration.name for migration in migrations.applied(db)}
        if not applied and db.table_names():
            raise Refused("database_damaged")
        if not applied <= {migration.name for migration in migrations._migrations}:
            raise Refused("newer_database")


def migrate(db: Database, path: Path) -> None:
    """Bring the file to this version's schema."""
    pending = migrations.pending(db)
    if not pending:
        return
    if migrations.applied(db):
        copy_file(db, path.with_name(f"{path.name}.before-{pending[0].name}.backup"))
    db.conn.execute("begin immediate")  # of two processes that start at once, the second finds nothing pending
    try:
        migrations.apply(db)
        db.conn.commit()
    except BaseException:
        db.conn.rollback()
        raise


def copy_file(db: Database, target: Path) -> None:
    """A consistent copy of the whole file, made while others write; an existing target is left alone."""
    if target.exists():
        return
    db.conn.execute("vacuum into ?", [str(target)])
