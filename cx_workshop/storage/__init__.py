"""Keep: one SQLite file through sqlite-utils, one writer a process, and the event log."""

from sqlite_utils import Database

from cx_workshop.storage.connect import connect, reading
from cx_workshop.storage.shelf import VectorShelf
from cx_workshop.storage.transaction import Transaction
from cx_workshop.storage.writer import Store, open_store

__all__ = ["Database", "Store", "Transaction", "VectorShelf", "connect", "open_store", "reading"]
