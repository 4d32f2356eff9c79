"""Each command as a person types it: what it prints, what it writes, and how it ends."""

import io
import json
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from pypdf import PdfReader

from cx_workshop.__main__ import main
from cx_workshop.report.archive import as_json
from cx_workshop.storage import Store, open_store, queries
from cx_workshop.tracking.notyet import TWO_PEOPLE
from cx_workshop.translate import LANGUAGES, translate, use_language
from tests.looking import everything


@pytest.fixture(autouse=True)
def environment(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("CX_WORKSHOP_DATABASE", str(database))
    monkeypatch.delenv("CX_WORKSHOP_URL", raising=False)
    open_store.cache_clear()
    yield
    if open_store.cache_info().currsize:
        open_store(database).close()
    open_store.cache_clear()
    use_language("en")


@pytest.fixture
def code(capsys: pytest.CaptureFixture[str]) -> str:
    """Of a workshop created by command."""
    assert main(["create", "--json", "--title", "Parcels"]) == 0
    return str(json.loads(capsys.readouterr().out)["code"])


@pytest.fixture
def output(capsys: pytest.CaptureFixture[str]) -> "Output":
    return Output(capsys)


class Output:
    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def of(self, *words: str) -> tuple[int, str, str]:
        """Exit code, what went to stdout, what went to stderr."""
        self.capsys.readouterr()
        try:
            status = main(list(words))
        except SystemExit as exit:
            status = int(exit.code or 0)
        return (status, *self.capsys.readouterr())


def test_create_prints_code_and_links(output: Output, database: Path) -> None:
    status, out, err = output.of("create", "--title", "Parcels", "--language", "nl", "--name", "Fay")
    with open_store(database).reading() as db:
        [workshop] = queries.all_workshops(db)
        [seat] = queries.seats_of(db, workshop.id)
    assert (status, err) == (0, "")
    assert (workshop.title, workshop.language, workshop.challenge, seat.name) == ("Parcels", "nl", "", "Fay")
    assert [line.split() for line in out.splitlines()] == [
        ["Code", workshop.code],
        ["Join", f"http://localhost:8501/?code={workshop.code}"],
        ["Lead", f"http://localhost:8501/?code={workshop.code}&key={workshop.facilitator_key}"],
        ["Watch", f"http://localhost:8501/?code={workshop.code}&key={workshop.observer_key}"],
    ]


def test_links_have_the_address_of_the_settings(output: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CX_WORKSHOP_URL", "https://cx.example.com/")
    _, out, _ = output.of("create", "--title", "Parcels")
    links = [urlsplit(line.split()[1]) for line in out.splitlines()[1:]]
    assert {(link.scheme, link.netloc, link.path) for link in links} == {("https", "cx.example.com", "/")}
    assert [sorted(parse_qs(link.query)) for link in links] == [["code"], ["code", "key"], ["code", "key"]]


def test_create_as_json_tells_the_facilitators_token(output: Output, database: Path) -> None:
    status, out, err = output.of("create", "--json", "--title", "Parcels", "--challenge", "Late")
    answer = json.loads(out)
    with open_store(database).reading() as db:
        seat = queries.seat_by_token(db, answer["facilitator"])
        workshop = queries.workshop_by_code(db, answer["code"])
    assert (status, err, list(answer)) == (0, "", ["code", "facilitator"])
    assert (seat and seat.role, workshop and workshop.challenge) == ("facilitator", "Late")


@pytest.mark.parametrize("language", LANGUAGES)
def test_demo_fills_a_workshop_that_is_sound(output: Output, database: Path, language: str) -> None:
    status, out, err = output.of("demo", "--language", language)
    with open_store(database).reading() as db:
        [workshop] = queries.all_workshops(db)
        statuses = {activity.status for activity in queries.activities_of(db, workshop.id)}
    assert (status, err, workshop.language, statuses) == (0, "", language, {"closed"})
    assert out.splitlines()[0].split() == ["Code", workshop.code]
    status, out, err = output.of("check")
    events = len(everything(open_store(database))["events"])
    assert (status, out, err) == (0, f"{database}: sound, 1 workshops, last event {events}\n", "")


def test_list_tells_a_workshop_a_line(output: Output, database: Path) -> None:
    assert output.of("list") == (0, "", "")
    for title in ("Parcels", "Letters"):
        output.of("create", "--title", title)
    with open_store(database).reading() as db:
        workshops = queries.all_workshops(db)
    lines = [f"{w.code}\t{w.created_at[:10]}\topen\t{w.title}\n" for w in workshops]
    assert output.of("list") == (0, "".join(lines), "")
    assert [workshop.title for workshop in workshops] == ["Parcels", "Letters"]


def test_worksheets_are_of_a_method_or_of_an_agenda(output: Output, tmp_path: Path, code: str) -> None:
    """Of a workshop in its own language, unless another is asked for."""
    for words, first, count in (
        (["--method", "define/persona", "--language", "de"], "Wer ist der Mensch", 1),
        (["--code", code, "--paper", "a3"], code, 5),
    ):
        assert output.of("worksheets", *words, "--output", str(tmp_path / "sheets.pdf")) == (0, "", "")
        pages = PdfReader(tmp_path / "sheets.pdf").pages
        assert (first in pages[0].extract_text(), len(pages)) == (True, count)
    assert output.of("worksheets", "--method", "define/none", "--output", "x.pdf")[0] == 2
    assert output.of("worksheets", "--code", "NONE-22", "--output", "x.pdf")[0] == 1


def test_a_run_sheet_is_of_a_template_or_of_a_workshop(output: Output, tmp_path: Path, code: str) -> None:
    for words, said in (
        (["--agenda", "half_day", "--language", "nl"], "Halve dag"),
        (["--code", code, "--start", "13:15"], "13:15–13:35"),
    ):
        assert output.of("runsheet", *words, "--output", str(tmp_path / "run.pdf")) == (0, "", "")
        assert said in PdfReader(tmp_path / "run.pdf").pages[0].extract_text()
    assert output.of("runsheet", "--agenda", "half_day", "--start", "noon", "--output", "x.pdf")[0] == 2


@pytest.mark.parametrize("language", [None, *LANGUAGES])
def test_export_as_markdown_is_in_the_language_asked_for(output: Output, tmp_path: Path, language: str | None) -> None:
    """Without one, in the workshop's own."""
    code = json.loads(output.of("create", "--json", "--title", "Parcels", "--language", "nl")[1])["code"]
    file, words = tmp_path / "summary.md", ["--language", language] if language else []
    assert output.of("export", code.lower(), "--format", "md", "--output", str(file), *words) == (0, "", "")
    lines = file.read_text(encoding="utf-8").splitlines()
    assert (lines[0], lines[4]) == ("# Parcels", f"## {translate('What we chose', language or 'nl')}")


def test_export_as_json_is_taken_in_again_elsewhere(
    output: Output, code: str, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "workshop.json"
    assert output.of("export", code, "--format", "json", "--output", str(file)) == (0, "", "")
    monkeypatch.setenv("CX_WORKSHOP_DATABASE", str(tmp_path / "elsewhere.db"))
    status, out, err = output.of("import", str(file))
    assert (status, out.splitlines()[0].split(), err) == (0, ["Code", code], "")
    elsewhere = open_store(tmp_path / "elsewhere.db")
    with elsewhere.reading() as db:
        workshop = queries.workshop_by_code(db, code)
        assert workshop is not None
        assert as_json(db, workshop) == file.read_text(encoding="utf-8")
    elsewhere.close()


def test_import_of_what_is_here_changes_nothing(output: Output, code: str, database: Path, tmp_path: Path) -> None:
    file = tmp_path / "workshop.json"
    output.of("export", code, "--format", "json", "--output", str(file))
    rows = everything(open_store(database))
    sentence = "This workshop is already in the database; nothing was changed.\n"
    assert output.of("import", str(file)) == (1, "", sentence)
    assert everything(open_store(database)) == rows


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe"])
def test_import_of_no_export_is_one_sentence(output: Output, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "workshop.json"
    file.write_bytes(content)
    sentence = "This file is not a complete export of a workshop; nothing was changed.\n"
    assert output.of("import", str(file)) == (1, "", sentence)


LINES = "Pakket te laat\n\nDe soep was koud\r\nHet pakket kwam te laat\n"


@pytest.mark.parametrize(
    ("given", "groups"),
    [
        (LINES.encode(), [[1, 4], [3]]),
        (LINES.encode("utf-8-sig"), [[1, 4], [3]]),
        (b"one line without an end", [[1]]),
        (b"\n \n", []),
        (b"", []),
    ],
)
def test_group_tells_the_lines_that_belong_together(
    output: Output, monkeypatch: pytest.MonkeyPatch, given: bytes, groups: list[list[int]]
) -> None:
    for words, out in ([], "".join(f"{' '.join(map(str, lines))}\n" for lines in groups)), (["--json"], f"{groups}\n"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        assert output.of("group", *words) == (0, out, "")


def test_group_of_no_text_is_one_sentence(output: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe")))
    assert output.of("group", "--json") == (1, "", "This is not UTF-8 text.\n")


def test_figures_are_one_json_object_with_reasons_where_there_is_too_little(output: Output, code: str) -> None:
    status, out, err = output.of("figures", code.lower(), "--json", "--language", "nl")
    found = json.loads(out)
    assert (status, err, found["code"], found["diamonds"]["2"]["width"]) == (0, "", code, 0)
    assert found["participation"]["gini"] == {"not_yet": translate(TWO_PEOPLE, "nl")}
    _, lines, _ = output.of("figures", code)
    assert f"participation.gini.not_yet\t{TWO_PEOPLE}" in lines.splitlines()


def test_figures_of_the_sample_workshop_are_all_there(output: Output, database: Path) -> None:
    assert output.of("demo")[0] == 0
    with open_store(database).reading() as db:
        [workshop] = queries.all_workshops(db)
    found = json.loads(output.of("figures", workshop.code, "--json")[1])
    assert (found["participation"]["silent"], found["evidence"]["share"]) == (0, 1)
    assert [row["step"] for row in found["time"]["steps"]] == ["empathize", "define", "ideate", "prototype", "test"]
    assert found["fluency"] > 100 and found["diamonds"]["1"]["widest"] > found["diamonds"]["1"]["width"] > 0


def test_figures_of_an_unknown_code_are_one_sentence(output: Output, code: str) -> None:
    unknown = "There is no workshop with this code. Please check it with the facilitator.\n"
    assert output.of("figures", "AAA-AAA", "--json") == (1, "", unknown)


def test_backup_is_a_whole_copy(output: Output, code: str, database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert output.of("backup", str(copy)) == (0, "", "")
    kept = Store(copy)
    assert everything(kept) == everything(open_store(database))
    kept.close()


def test_backup_leaves_a_file_that_is_there_alone(output: Output, code: str, tmp_path: Path) -> None:
    file = tmp_path / "copy.db"
    file.write_text("mine")
    assert output.of("backup", str(file)) == (1, "", f"{file}: is already there\n")
    assert file.read_text() == "mine"


def test_check_of_no_database_does_not_make_one(output: Output, database: Path) -> None:
    assert output.of("check") == (1, "", f"{database}: no such database\n")
    assert not database.exists()


def test_check_tells_each_problem(output: Output, code: str, database: Path) -> None:
    with sqlite3.connect(database) as db:
        db.execute("update workshops set title = 'Else'")
        [workshop] = db.execute("select id from workshops").fetchone()
    db.close()
    assert output.of("check") == (
        1,
        "",
        f"workshops {workshop}: title is 'Else', the log says 'Parcels'\n"
        "The database file is damaged or is not a database of CX Workshop.\n",
    )


@pytest.mark.parametrize("words", [["list"], ["check"], ["demo"], ["create", "--title", "x"], ["backup", "copy.db"]])
def test_a_damaged_database_is_one_sentence(output: Output, database: Path, words: list[str]) -> None:
    database.write_bytes(b"no database at all, " * 100)
    sentence = "The database file is damaged or is not a database of CX Workshop.\n"
    assert output.of(*words) == (1, "", sentence)


@pytest.mark.parametrize("format", ["md", "json"])
def test_export_of_an_unknown_code_writes_nothing(output: Output, tmp_path: Path, format: str) -> None:
    file = tmp_path / "out"
    sentence = "There is no workshop with this code. Please check it with the facilitator.\n"
    assert output.of("export", "ACD-EFG", "--format", format, "--output", str(file)) == (1, "", sentence)
    assert not file.exists()


def test_a_title_of_nothing_is_refused(output: Output, database: Path) -> None:
    assert output.of("create", "--title", " ") == (1, "", "Please give the workshop a title.\n")
    assert everything(open_store(database))["workshops"] == []


def test_a_file_that_is_not_there_is_named(output: Output, code: str, tmp_path: Path) -> None:
    missing = tmp_path / "none" / "file"
    sentence = f"{missing}: No such file or directory\n"
    assert output.of("import", str(missing)) == (1, "", sentence)
    assert output.of("export", code, "--format", "md", "--output", str(missing)) == (1, "", sentence)


def test_a_backup_to_a_folder_that_is_not_there_is_one_sentence(output: Output, code: str, tmp_path: Path) -> None:
    missing = tmp_path / "none" / "copy.db"
    status, out, err = output.of("backup", str(missing))
    assert (status, out, err.count("\n"), err[: len(str(missing))]) == (1, "", 1, str(missing))


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["nothing"],
        ["create"],
        ["create", "--title", "x", "--language", "fr"],
        ["demo", "--language", "fr"],
        ["export", "KTX-4F9"],
        ["export", "KTX-4F9", "--format", "pdf", "--output", "x"],
        ["import"],
        ["backup"],
        ["list", "more"],
        ["group", "file"],
        ["figures"],
    ],
)
def test_wrong_use_ends_with_2_and_touches_nothing(output: Output, database: Path, words: list[str]) -> None:
    status, out, err = output.of(*words)
    assert (status, out, err.splitlines()[0].split(":")[0]) == (2, "", "usage")
    assert not database.exists()


@pytest.mark.parametrize(
    "command", ["demo", "create", "list", "export", "import", "group", "figures", "check", "backup"]
)
def test_help_says_what_a_command_does(output: Output, command: str) -> None:
    status, out, err = output.of(command, "--help")
    assert (status, err, out.splitlines()[0].split()[:5]) == (0, "", ["usage:", "python", "-m", "cx_workshop", command])
    _, overview, _ = output.of("--help")
    assert [line.split()[0] for line in overview.splitlines() if line.startswith("    ")].count(command) == 1
