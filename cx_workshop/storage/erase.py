"""Takes a deleted workshop out of the file for good."""

from sqlite_utils import Database

TABLES = ("dots", "votes", "decisions", "links", "events", "cards", "images", "activities", "seats")
"""Each before those that it refers to."""


def erase_deleted(db: Database) -> None:
    """Erase every row of workshops that were deleted; what stood there is overwritten, not only given free."""
    db.conn.execute("pragma secure_delete = on")
    gone = "(select id from workshops where deleted_at is not null)"
    db.conn.execute("pragma defer_foreign_keys = on")
    db.conn.execute(f"delete from seen where seat in (select id from seats where workshop in {gone})")
    db.conn.execute(
        f"delete from vectors where exists {gone}"
    )  # whose texts they are is not known, and they come again
    db.conn.execute(f"update workshops set parent = null where parent in {gone}")
    db.conn.execute(
        f"update seats set comes_from = null where comes_from in (select id from seats where workshop in {gone})"
    )
    for table in TABLES:
        db.conn.execute(f"delete from {table} where workshop in {gone}")
    db.conn.execute("delete from workshops where deleted_at is not null")
    db.conn.execute("pragma secure_delete = off")
