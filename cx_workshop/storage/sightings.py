"""Who has had which card on their screen: noted beside the log, for it changes nothing that anybody is told."""

from sqlite_utils import Database

from cx_workshop.storage.transaction import Transaction


def note(tx: Transaction, seat: str, cards: list[str]) -> None:
    """Note the cards that everybody may see; others, those of other workshops, and what observers see do not count."""
    sql = f"""
        insert or ignore into seen (card, seat)
        select cards.id, seats.id from cards join seats on seats.workshop = cards.workshop
        where seats.id = ? and seats.role <> 'observer' and not cards.hidden
        and cards.id in ({", ".join("?" * len(cards))})
    """
    tx.db.conn.execute(sql, [seat, *cards])


def on_board(db: Database, activity: str) -> dict[str, set[str]]:
    """Card -> the seats that have seen it."""
    found: dict[str, set[str]] = {}
    sql = "select seen.card, seen.seat from seen join cards on cards.id = seen.card where cards.activity = ?"
    for row in db.query(sql, [activity]):
        found.setdefault(row["card"], set()).add(row["seat"])
    return found
