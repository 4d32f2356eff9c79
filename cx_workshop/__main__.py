"""The command line: python -m cx_workshop COMMAND."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from cx_workshop.content import agendas, methods
from cx_workshop.content.agendas import FIRST
from cx_workshop.live.links import Links
from cx_workshop.meaning import group
from cx_workshop.model import Activity, Workshop
from cx_workshop.refusal import Refused
from cx_workshop.report.archive import as_json, import_json
from cx_workshop.report.markdown import as_markdown
from cx_workshop.report.paper import PAPERS
from cx_workshop.report.report import build_report
from cx_workshop.report.run_sheet import USUAL_START, agenda_run_sheet, workshop_run_sheet
from cx_workshop.report.worksheets import agenda_worksheets, method_worksheet
from cx_workshop.settings import SettingError, read_settings
from cx_workshop.storage import Database, Store, check, migrations, open_store, queries, reading
from cx_workshop.tracking import Replay
from cx_workshop.tracking.figures import all_figures, plain
from cx_workshop.translate import LANGUAGES, SOURCE, use_language
from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.demo import fill_demo

Args = argparse.Namespace


def main(argv: list[str] | None = None) -> int:
    args = _parser().parse_args(argv)
    try:
        args.run(args)
    except (Refused, SettingError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m cx_workshop", description="CX Workshop on the command line.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[Args], None], help: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help, description=help)
        added.set_defaults(run=run)
        return added

    demo = command("demo", run_demo, "Fill a finished sample workshop and print its links.")
    demo.add_argument("--language", choices=LANGUAGES, default="en")
    create = command("create", run_create, "Create a workshop and print its links.")
    create.add_argument("--title", required=True)
    create.add_argument("--challenge", default="")
    create.add_argument("--language", choices=LANGUAGES, default="en")
    create.add_argument("--name", default="Facilitator", help="the facilitator's name")
    create.add_argument("--json", action="store_true", help="print the code and the facilitator's token as JSON")
    command("list", run_list, "List the workshops of this database.")
    export = command("export", run_export, "Write a workshop to a file.")
    export.add_argument("code", metavar="CODE")
    export.add_argument("--format", choices=FORMATS, required=True)
    export.add_argument("--output", type=Path, required=True, metavar="FILE")
    export.add_argument("--language", choices=LANGUAGES, help="of the summary; the workshop's own unless given")
    bring_in = command("import", run_import, "Take in a workshop from a JSON export.")
    bring_in.add_argument("file", type=Path, metavar="FILE")
    grouping = command(
        "group", run_group, "Group cards by what they say: a card a line in, a group of line numbers a line out."
    )
    grouping.add_argument("--json", action="store_true", help="print the groups as one JSON list")
    measure = command("figures", run_figures, "Print what can be measured of a workshop: its diamonds and all figures.")
    measure.add_argument("code", metavar="CODE")
    measure.add_argument("--json", action="store_true", help="print them as one JSON object")
    measure.add_argument("--language", choices=LANGUAGES, help="of the reasons; the workshop's own unless given")
    command("check", run_check, "Check that the database file and its log are sound.")
    print_out = command("worksheets", run_worksheets, "Write worksheets as a PDF: a method's or all of an agenda.")
    which = print_out.add_mutually_exclusive_group(required=True)
    which.add_argument("--method", choices=methods(), metavar="METHOD", help="such as empathize/empathy_map")
    which.add_argument("--code", help="of a workshop")
    print_out.add_argument("--paper", choices=PAPERS, default="a4")
    print_out.add_argument("--language", choices=LANGUAGES, help="English or the workshop's own unless given")
    print_out.add_argument("--output", type=Path, required=True, metavar="FILE")
    run_sheet = command("runsheet", run_run_sheet, "Write an agenda by the clock as a PDF.")
    which = run_sheet.add_mutually_exclusive_group(required=True)
    which.add_argument("--agenda", choices=agendas(), help="a template")
    which.add_argument("--code", help="of a workshop")
    run_sheet.add_argument("--start", type=time.fromisoformat, default=USUAL_START, help="such as 09:00")
    run_sheet.add_argument("--daily", action="store_true", help="each step on a day of its own")
    run_sheet.add_argument("--language", choices=LANGUAGES, help="English or the workshop's own unless given")
    run_sheet.add_argument("--output", type=Path, required=True, metavar="FILE")
    backup = command("backup", run_backup, "Copy the database file while it is in use.")
    backup.add_argument("file", type=Path, metavar="FILE")
    return parser


def run_demo(args: Args) -> None:
    start = datetime.now(UTC).replace(hour=9, minute=0, second=0, microsecond=0) - timedelta(days=1)
    outcome = fill_demo(_store(), language=args.language, start=start)
    _print_links(outcome.data["code"])


def run_create(args: Args) -> None:
    values = {name: getattr(args, name) for name in ("title", "challenge", "language", "name")}
    outcome = perform(_store(), Command("create", values | {"agenda_id": FIRST})).result()
    if args.json:
        print(json.dumps({"code": outcome.data["code"], "facilitator": outcome.data["seat"]}))
    else:
        _print_links(outcome.data["code"])


def run_list(args: Args) -> None:
    with _store().reading() as db:
        for workshop in queries.all_workshops(db):
            print(workshop.code, workshop.created_at[:10], workshop.status, workshop.title, sep="\t")


def run_export(args: Args) -> None:
    with _store().reading() as db:
        text = FORMATS[args.format](db, _find(db, args.code), args.language)
    args.output.write_text(text, encoding="utf-8")


def run_worksheets(args: Args) -> None:
    if args.method:
        use_language(args.language or SOURCE)
        pdf = method_worksheet(args.method, paper=args.paper)
    else:
        workshop, activities = _agenda(args)
        pdf = agenda_worksheets(workshop, activities, paper=args.paper)
    args.output.write_bytes(pdf)


def run_run_sheet(args: Args) -> None:
    how = {"start": args.start, "daily": args.daily}
    if args.agenda:
        use_language(args.language or SOURCE)
        pdf = agenda_run_sheet(agendas()[args.agenda], **how)
    else:
        workshop, activities = _agenda(args)
        pdf = workshop_run_sheet(workshop, activities, **how)
    args.output.write_bytes(pdf)


def _agenda(args: Args) -> tuple[Workshop, list[Activity]]:
    """The workshop of `--code`, and its activities; from here on its language is in use, or the one asked for."""
    with _store().reading() as db:
        workshop = _find(db, args.code)
        use_language(args.language or workshop.language)
        return workshop, queries.agenda_of(db, workshop.id)


def run_import(args: Args) -> None:
    try:
        text = args.file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise Refused("bad_export") from None
    _print_links(import_json(_store(), text).code)


def run_group(args: Args) -> None:
    try:
        lines = sys.stdin.buffer.read().decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise Refused("not_text") from None
    numbers = [number for number, line in enumerate(lines, start=1) if line.strip()]
    groups = [[numbers[place] for place in places] for places in group([lines[number - 1] for number in numbers])]
    if args.json:
        print(json.dumps(groups))
    else:
        print(*(" ".join(map(str, numbers)) for numbers in groups), sep="\n", end="\n" if groups else "")


def run_figures(args: Args) -> None:
    with _store().reading() as db:
        workshop = _find(db, args.code)
        replay = Replay(queries.events_of(db, workshop.id))
    use_language(args.language or workshop.language)
    found = {"code": workshop.code} | plain(all_figures(replay))
    if args.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        print(*(f"{name}\t{value}" for name, value in _lines(found)), sep="\n")


def _lines(found: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Each figure with its name, such as diamonds.1.width."""
    parts = found.items() if isinstance(found, dict) else enumerate(found) if isinstance(found, list) else ()
    for key, value in parts:
        yield from _lines(value, f"{name}.{key}" if name else str(key))
    if not isinstance(found, dict | list):
        yield name, f"{found:.4g}" if isinstance(found, float) else found


def run_check(args: Args) -> None:
    path = read_settings().database
    if not path.exists():
        raise FileNotFoundError(2, "no such database", str(path))
    with _store().reading() as db:
        problems = check.problems(db)
        events, workshops = queries.newest_seq(db), len(queries.all_workshops(db))
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        raise Refused("database_damaged")
    print(f"{path}: sound, {workshops} workshops, last event {events}")


def run_backup(args: Args) -> None:
    if args.file.exists():
        raise FileExistsError(17, "is already there", str(args.file))
    if not args.file.absolute().parent.is_dir():
        raise FileNotFoundError(2, "no such folder", str(args.file))
    with reading(_store().path) as db:
        migrations.copy_file(db, args.file)


def _markdown(db: Database, workshop: Workshop, language: str | None) -> str:
    use_language(language or workshop.language)
    return as_markdown(build_report(db, workshop, language or workshop.language))


FORMATS: dict[str, Callable[[Database, Workshop, str | None], str]] = {
    "md": _markdown,
    "json": lambda db, workshop, language: as_json(db, workshop),
}


def _store() -> Store:
    return open_store(read_settings().database)


def _find(db: Database, code: str) -> Workshop:
    workshop = queries.workshop_by_code(db, code.upper())
    if workshop is None:
        raise Refused("unknown_code")
    return workshop


def _print_links(code: str) -> None:
    with _store().reading() as db:
        links = Links(read_settings().url or f"http://localhost:{read_settings().port}", _find(db, code))
    rows: dict[str, Any] = {"Code": code, "Join": links.join, "Lead": links.lead, "Watch": links.watch}
    for name, value in rows.items():
        print(f"{name:6}{value}")


if __name__ == "__main__":
    sys.exit(main())
