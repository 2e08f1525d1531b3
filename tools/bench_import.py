"""How fast a large export is imported, as ratios to reading the same file with its reader alone.

    python tools/bench_import.py [ROWS]        10,000 unless said; needs no project, leaves nothing

Ratios, for seconds say more about the computer than about us. Memory is the most that Python held.
"""

from __future__ import annotations

import csv
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.documents import as_yaml  # noqa: E402 - the tool runs from anywhere
from generator.intake.form.mapping import load_mapping  # noqa: E402
from generator.intake.form.read import read_export  # noqa: E402
from generator.intake.importing import import_export  # noqa: E402
from generator.problems import Problems  # noqa: E402
from generator.settings import load_settings  # noqa: E402
from tests.exports.make import MAPPINGS, cells, joined, mapping  # noqa: E402
from tests.exports.six import QUESTIONS, SIX  # noqa: E402

START = datetime(2026, 1, 1)  # noqa: DTZ001 - as a form tool writes it
HEADING = ["Löpnr", "Inkom", *(question.text for question in QUESTIONS)]


def responses(count: int) -> list[list[str]]:
    whole = [sent for sent in SIX if sent.answers["consent"]]
    return [
        [str(n), f"{START + timedelta(minutes=n):%Y-%m-%d %H:%M:%S}", *cells(whole[n % 5], "\n")]
        for n in range(count)
    ]


def write_csv(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADING, *rows])


def write_xlsx(path: Path, rows: list[list[str]]) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Svar")
    for row in [HEADING, *rows]:
        sheet.append([cell.lstrip("=") for cell in row])
    book.save(path)


def bare_csv(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return len(list(csv.reader(file)))


def bare_xlsx(path: Path) -> int:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    return len(list(book.worksheets[0].iter_rows(values_only=True)))


def measured(work: Callable[[], object]) -> tuple[float, float]:
    """(seconds of processor time, megabytes at the top)."""
    started = time.process_time()
    work()
    seconds = time.process_time() - started
    tracemalloc.start()
    work()
    top = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return seconds, top


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    problems = Problems()
    settings = load_settings(ROOT, problems)
    assert settings, [*map(str, problems)]
    now = datetime(2027, 1, 1, tzinfo=settings.zone)
    rows = responses(count)
    how = mapping(
        "generic",
        several=lambda question: joined(question, "\n"),
        id={"column": "Löpnr"},
        submitted_at={"column": "Inkom", "format": "%Y-%m-%d %H:%M:%S"},
    )
    MAPPINGS.clear()
    print(f"{count} responses of {len(HEADING)} columns")
    print(f"{'':24}{'seconds':>9}{'rows/s':>9}{'ratio':>8}{'MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "site_config" / "forms").mkdir(parents=True)
        (root / "site_config" / "forms" / "prov.yml").write_text(as_yaml(how), encoding="utf-8")
        loaded = load_mapping(root, "prov", problems)
        assert loaded, [*map(str, problems)]
        for suffix, write, bare in (("csv", write_csv, bare_csv), ("xlsx", write_xlsx, bare_xlsx)):
            path = root / f"svar.{suffix}"
            write(path, rows)

            def plan(dry_run: bool = True, path: Path = path) -> None:
                found = Problems()
                done = import_export(
                    path, "prov", root, settings, now=now, problems=found, dry_run=dry_run
                )
                assert done, [*map(str, found)]

            base, base_mb = measured(lambda: bare(path))  # noqa: B023 - called at once

            def line(what: str, seconds: float, base: float = base) -> str:
                return f"{what:24}{seconds:9.2f}{count / seconds:9.0f}{seconds / base:8.1f}"

            for name, work in (
                ("bare reader", None),
                ("reading", lambda: read_export(path, loaded)),  # noqa: B023
                ("reading and planning", plan),
            ):
                seconds, top = measured(work) if work else (base, base_mb)
                print(line(f"{suffix:5}{name}", seconds) + f"{top:8.0f}", flush=True)
        started = time.process_time()
        plan(dry_run=False)
        seconds = time.process_time() - started
        print(line("xlsx and writing files", seconds), flush=True)
        started = time.process_time()
        plan()
        seconds = time.process_time() - started
        print(line("xlsx again, unchanged", seconds))


if __name__ == "__main__":
    main()
