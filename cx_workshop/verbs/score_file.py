"""Reads a CSV file of recommendation scores: every row of it, or what is wrong with which line."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Any

from cx_workshop.translate import N_
from cx_workshop.verbs.fields import LONGEST_TEXT, cleaned
from cx_workshop.verbs.scores import MOST_SCORES, REASON, SCORE

WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,9}")


@dataclass(frozen=True)
class Problem:
    """What is wrong with a line, as a sentence with {value} in it."""

    line: int
    sentence: str
    value: str = ""


@dataclass(frozen=True)
class ScoreFile:
    """Rows as import_scores takes them; they count only where there is no problem."""

    rows: list[dict[str, Any]]
    problems: list[Problem]


def read_scores(data: bytes) -> ScoreFile:
    """UTF-8, with commas or semicolons; a column `score` and, where there is one, `reason`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return ScoreFile([], [Problem(line, N_("This is not UTF-8 text. Save the file as “CSV UTF-8”."))])
    rows: list[dict[str, Any]] = []
    problems: list[Problem] = []
    lines = _lines(text, problems)
    columns = _columns(*next(lines, (1, [])), problems)
    if columns:
        for line, cells in lines:
            row, problem = _row(line, cells, columns)
            rows.append(row)
            problems.extend([problem] if problem else [])
            if len(rows) > MOST_SCORES:
                problems.append(Problem(line, N_("There are more than {value} answers."), f"{MOST_SCORES}"))
                break
    if not rows and not problems:
        problems.append(Problem(2, N_("There is no answer in this file.")))
    return ScoreFile(rows, problems)


def _lines(text: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold something, each with the number at which it begins; a quoted value may run over several."""
    first = text.partition("\n")[0]
    reader = csv.reader(StringIO(text, newline=""), delimiter=";" if ";" in first else ",", strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            problems.append(Problem(line, N_("From here on the file cannot be read: a quotation mark does not match.")))
            return
        if any(cell.strip() for cell in cells):
            yield line, [cell.strip() for cell in cells]


def _columns(line: int, cells: list[str], problems: list[Problem]) -> list[str]:
    """The names in the first line; none where they are not right."""
    names = [cell.casefold() for cell in cells]
    found = [
        Problem(line, N_("“{value}” is not a column of this file: it has “score” and may have “reason”."), cell)
        for cell, name in zip(cells, names, strict=True)
        if name not in (SCORE, REASON)
    ]
    if SCORE not in names:
        found.append(Problem(line, N_("The first line has to name a column “score”.")))
    if len(set(names)) < len(names):
        found.append(Problem(line, N_("A column comes twice.")))
    problems.extend(found)
    return [] if found else names


def _row(line: int, cells: list[str], columns: list[str]) -> tuple[dict[str, Any], Problem | None]:
    row: dict[str, Any] = dict(zip(columns, cells, strict=False))
    score = row.get(SCORE, "")
    if any(cells[len(columns) :]):
        return row, Problem(line, N_("There are more values than columns."))
    if not score:
        return row, Problem(line, N_("The score is missing."))
    if not WHOLE_NUMBER.fullmatch(score):
        return row, Problem(line, N_("“{value}” is not a whole number."), score)
    if not 0 <= int(score) <= 10:
        return row, Problem(line, N_("{value} is not from 0 to 10."), score)
    if len(cleaned(row.get(REASON, ""))) > LONGEST_TEXT:
        return row, Problem(line, N_("The reason is longer than {value} characters."), f"{LONGEST_TEXT}")
    return row | {SCORE: int(score)}, None
