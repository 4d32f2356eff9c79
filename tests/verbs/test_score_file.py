import pytest

from cx_workshop.verbs.score_file import ScoreFile, read_scores
from cx_workshop.verbs.scores import MOST_SCORES

GOOD = {
    "commas": b"score,reason\n9,So kind\n0,\n",
    "semicolons": b"score;reason\n9;So kind\n0;\n",
    "windows": b"\xef\xbb\xbfscore;reason\r\n9;So kind\r\n0;\r\n",
    "other order and case": b" Reason , SCORE \nSo kind, 9 \n,0",
    "empty lines": b"score,reason\n\n9,So kind\n , \n0,\n\n",
    "short and padded lines": b"score,reason\n9,So kind,,\n0\n",
}


def problems(data: bytes) -> list[tuple[int, str]]:
    return [(one.line, one.sentence.format(value=one.value)) for one in read_scores(data).problems]


@pytest.mark.parametrize("data", GOOD.values(), ids=GOOD.keys())
def test_file_is_read_however_it_was_saved(data: bytes) -> None:
    found = read_scores(data)
    assert found.problems == []
    assert [(row["score"], row.get("reason", "")) for row in found.rows] == [(9, "So kind"), (0, "")]


def test_file_with_scores_alone() -> None:
    assert read_scores(b"score\n10\n7\n") == ScoreFile([{"score": 10}, {"score": 7}], [])


def test_reason_keeps_its_commas_quotes_and_lines() -> None:
    data = 'score,reason\n9,"Kind, ""very"" kind\nand quick"\n8,Größe\n'.encode()
    assert [row["reason"] for row in read_scores(data).rows] == ['Kind, "very" kind\nand quick', "Größe"]


@pytest.mark.parametrize(
    ("data", "line", "sentence"),
    [
        (b"score\n7.5\n", 2, "“7.5” is not a whole number."),
        (b"score\n7,5\n", 2, "There are more values than columns."),
        (b"score\nseven\n", 2, "“seven” is not a whole number."),
        (b"score\n9\n11\n", 3, "11 is not from 0 to 10."),
        (b"score\n-1\n", 2, "-1 is not from 0 to 10."),
        (b"score\n" + b"9" * 5000, 2, f"“{'9' * 5000}” is not a whole number."),
        ("score\n٧\n".encode(), 2, "“٧” is not a whole number."),
        (b"score,reason\n,Because\n", 2, "The score is missing."),
        (b"score;reason\n9;one\n8;two;three\n", 3, "There are more values than columns."),
        (b'score,reason\n9,"a\nb"\nx,c\n', 4, "“x” is not a whole number."),
        (b"score,reason\n9," + b"x" * 10_001, 2, "The reason is longer than 10000 characters."),
        (b"score,name\n9,Ada\n", 1, "“name” is not a column of this file: it has “score” and may have “reason”."),
        (b"reason\nBecause\n", 1, "The first line has to name a column “score”."),
        (b"score,score\n9,9\n", 1, "A column comes twice."),
        (b"", 1, "The first line has to name a column “score”."),
        (b"\n\n", 1, "The first line has to name a column “score”."),
        (b"score,reason\n", 2, "There is no answer in this file."),
        (b"score\n9\ncaf\xe9\n", 3, "This is not UTF-8 text. Save the file as “CSV UTF-8”."),
        ("score\n9\n".encode("utf-16"), 1, "This is not UTF-8 text. Save the file as “CSV UTF-8”."),
        (b'score,reason\n9,fine\n8,"open', 3, "From here on the file cannot be read: a quotation mark does not match."),
        (b'score,reason\n9,"a"b\n', 2, "From here on the file cannot be read: a quotation mark does not match."),
    ],
)
def test_wrong_file_is_named_by_line_and_reason(data: bytes, line: int, sentence: str) -> None:
    assert problems(data) == [(line, sentence)]


def test_every_wrong_line_is_named() -> None:
    assert problems(b"score,reason\n9,fine\nx,\n,\n12,no\n8,fine\n,why\n") == [
        (3, "“x” is not a whole number."),
        (5, "12 is not from 0 to 10."),
        (7, "The score is missing."),
    ]


def test_file_has_an_end() -> None:
    rows = b"9\n" * MOST_SCORES
    assert (len(read_scores(b"score\n" + rows).rows), problems(b"score\n" + rows)) == (MOST_SCORES, [])
    assert problems(b"score\n" + rows + rows) == [(MOST_SCORES + 2, "There are more than 5000 answers.")]


def test_problem_with_braces_is_said_as_it_stands() -> None:
    assert problems(b"score\n{value}\n") == [(2, "“{value}” is not a whole number.")]
