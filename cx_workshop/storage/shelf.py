"""The vectors of texts, kept by the hash of their text: a cache, which stands in no log, export or check."""

import json

from cx_workshop.storage.transaction import Transaction
from cx_workshop.storage.writer import Store


class VectorShelf:
    """Where vectors are kept from one start of the server to the next."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, keys: list[str]) -> dict[str, bytes]:
        sql = "select hash, vector from vectors where hash in (select value from json_each(?))"
        with self._store.reading() as db:
            return {row["hash"]: row["vector"] for row in db.query(sql, [json.dumps(keys)])}

    def keep(self, vectors: dict[str, bytes]) -> None:
        """Hand them to the writer and wait for nothing: what it cannot keep is computed once more."""

        def work(tx: Transaction) -> None:
            tx.db.conn.executemany("insert or ignore into vectors (hash, vector) values (?, ?)", [*vectors.items()])

        self._store.submit(work)
