"""What an import costs: its speed, each awkward field by its length, and the file that is refused.

    python tools/bench_import.py [ROWS]        10,000 unless said; needs no project, leaves nothing

Ratios, for seconds say more about the computer than about us. Time is of the processor, memory the
most that the whole process held.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from exempelbank.documents import as_yaml  # noqa: E402 - the tool runs from anywhere
from exempelbank.intake import limits  # noqa: E402
from exempelbank.intake.cleaning import lines, one_line  # noqa: E402
from exempelbank.intake.export.reader import read_export  # noqa: E402
from exempelbank.intake.export.rows import Export  # noqa: E402
from exempelbank.intake.form.mapping import load_mapping  # noqa: E402
from exempelbank.intake.form.resolved import resolve_mapping  # noqa: E402
from exempelbank.intake.importing import import_export  # noqa: E402
from exempelbank.problems import Problems  # noqa: E402
from exempelbank.settings import Settings, load_settings  # noqa: E402
from tests.fixtures.exports.make import cells, joined, mapping, write_ods  # noqa: E402
from tests.fixtures.exports.six import QUESTIONS, SIX  # noqa: E402
from tests.intake import hostile  # noqa: E402
from tests.intake.builders import MAPPING  # noqa: E402

START = datetime(2026, 1, 1)  # noqa: DTZ001 - as a form tool writes it
HEADING = ["Löpnr", "Inkom", *(question.text for question in QUESTIONS)]
LENGTHS = (10_000, 100_000, 1_000_000)
AWKWARD = {
    "letters": "abc def ghi. ",
    "not ASCII": "åäö – ”é” ",
    "capitals": "KALLE LISA BO ",
    "names": "Kalle Berg Lisa ",
    "spaces": "å" + " " * 12,
    "hard spaces": "\xa0" * 13,
    "line breaks": "å \r\n\t\n",
    "marks": "e\u0301\u0316",
    "marks without a letter": "\u0316\u0301",
    "digits": "1234567890",
    "dates": "811228-2026-03-02 ",
    "brackets": "[(<{",
    "quotation marks": "\"'”",
    "signs": "-_.,;:*#&",
    "addresses": "https://a.example ",
    "emoji": "👩‍🔧",
    "unseen": "\u200b\x0b\u202e\0",
}
MEASURED = """
import json, sys
from exempelbank.cli import main
main(sys.argv[1:])
import resource
used = resource.getrusage(resource.RUSAGE_SELF)
status = open("/proc/self/status").read() if sys.platform == "linux" else ""
peak = int(status.split("VmHWM:")[1].split()[0]) / 1e3 if status else used.ru_maxrss / 1e6
print(json.dumps([used.ru_utime + used.ru_stime, peak]), file=sys.stderr)
"""


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    problems = Problems()
    settings = load_settings(ROOT, problems)
    assert settings, [*map(str, problems)]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "site_config" / "forms").mkdir(parents=True)
        for path in (ROOT / "site_config").glob("*.yml"):
            (root / "site_config" / path.name).write_bytes(path.read_bytes())
        fields(root, settings)
        containers(root, count // 4)
        refusals(root)
        speed(root, settings, count)


# ---- Fields of every awkward kind ----


def fields(root: Path, settings: Settings) -> None:
    """Time for each character is the same whatever the length. Beyond what anyone can review, only
    personal numbers are looked for, so the whole import takes less of it there.
    """
    form_mapping = {
        "version": "1",
        "dialect": "generic",
        "form": "falt",
        "id": {"column": "Nr"},
        "fields": {
            "how": {"column": "Text"},
            "consent": {"column": "Ja", "bool": {"true": ["Ja"], "false": ["Nej"]}},
        },
    }
    form(root, "falt", form_mapping)
    path = root / "falt.csv"
    print("\nns for each character of a field of 10,000, 100,000 and 1,000,000")
    print(f"{'':24}{'cleaning':>24}{'':6}{'the whole import':>24}")
    for name, piece in AWKWARD.items():
        cleaning, whole = [], []
        for length in LENGTHS:
            text = piece * (length // len(piece))
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([["Nr", "Text", "Ja"], ["1", "", "Ja"]])
            bare = seconds_of(lambda: plan(path, "falt", root, settings))
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([["Nr", "Text", "Ja"], ["1", text, "Ja"]])
            cleaning.append(seconds_of(lambda: (lines(text), one_line(text))) / length)  # noqa: B023
            whole.append((seconds_of(lambda: plan(path, "falt", root, settings)) - bare) / length)
        shown = "".join(f"{1e9 * each:8.0f}" for each in cleaning)
        print(f"{name:24}{shown}{'':6}" + "".join(f"{1e9 * max(each, 0):8.0f}" for each in whole))


def seconds_of(work: Callable[[], object]) -> float:
    """The least of three: what else the machine does only adds to it."""
    found = []
    for _time in range(3):
        started = time.process_time()
        work()
        found.append(time.process_time() - started)
    return min(found)


# ---- Containers ----


def containers(root: Path, count: int) -> None:
    """In step with the size, and within the room that a file of that size may take."""
    several = {"several": lambda question: joined(question, "\n", question.code)}
    form_mapping = mapping(
        "generic",
        lambda question: question.code,
        **several,
        id={"column": "id"},
        submitted_at={"column": "inkom", "format": "%Y-%m-%d %H:%M:%S"},
    )
    heading = ["id", "inkom", *(question.code for question in QUESTIONS)]
    print(f"\na whole import (--dry-run) of {count // 4} and {count} responses")
    print(f"{'':8}{'MB':>8}{'seconds':>10}{'s/MB':>8}{'peak MB':>10}{'may be':>8}")
    for suffix, (write, records) in WRITERS.items():
        form(root, "exempel", form_mapping | ({"input": {"records": records}} if records else {}))
        path = root / f"svar.{suffix}"
        write(path, [heading, *responses(1)])
        start, _peak = cost(root, path, "exempel")
        for rows in (count // 4, count):
            write(path, [heading, *responses(rows)])
            size = path.stat().st_size / limits.MEGABYTE
            seconds, peak = cost(root, path, "exempel")
            figures = f"{size:8.1f}{seconds:10.2f}{(seconds - start) / size:8.2f}{peak:10.0f}"
            print(f"{suffix:8}{figures}{300 + 8 * size:8.0f}", flush=True)


def write_json(path: Path, rows: list[list[str]]) -> None:
    heading, *rest = rows
    path.write_text(json.dumps([dict(zip(heading, row, strict=True)) for row in rest]), "utf-8")


def write_xml(path: Path, rows: list[list[str]]) -> None:
    heading, *rest = rows
    with path.open("w", encoding="utf-8") as file:
        file.write("<alla>")
        for row in rest:
            pairs = zip(heading, row, strict=True)
            answers = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in pairs)
            file.write(f"<svar>{answers}</svar>\n")
        file.write("</alla>")


def write_csv(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def write_xlsx(path: Path, rows: list[list[str]]) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Svar")
    for row in rows:
        sheet.append([cell.lstrip("=") for cell in row])
    book.save(path)


Rows = list[list[str]]
WRITERS: Mapping[str, tuple[Callable[[Path, Rows], None], str | None]] = {
    "csv": (write_csv, None),
    "xlsx": (write_xlsx, None),
    "ods": (lambda path, rows: write_ods(str(path), rows), None),
    "json": (write_json, ""),
    "xml": (write_xml, "svar"),
}


def cost(root: Path, path: Path, name: str) -> tuple[float, float]:
    """(seconds of processor time, megabytes at the top) of the command, which is a process."""
    command = ["--project", str(root), "import", str(path), "--form", name, "--dry-run"]
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    seconds, peak = json.loads(done.stderr.splitlines()[-1])
    return seconds, peak


# ---- Refusals ----


def refusals(root: Path) -> None:
    """The dearest of the files that the tests refuse. None may take 5 s or 300 MB."""
    form(root, "prov", MAPPING)
    found = []
    for name, build in (hostile.TEXTS | hostile.WORKBOOKS | hostile.TREES).items():
        path = root / "svar"
        path.write_bytes(build())
        found.append((*cost(root, path, "prov"), path.stat().st_size / limits.MEGABYTE, name))
    print(f"\nrefusing {len(found)} hostile files: the dearest")
    print(f"{'':44}{'MB':>8}{'seconds':>10}{'peak MB':>10}")
    for seconds, peak, size, name in sorted(found, reverse=True)[:12]:
        print(f"{name:44}{size:8.1f}{seconds:10.2f}{peak:10.0f}")
    print(f"{'the most of any':52}{max(found)[0]:10.2f}{max(each[1] for each in found):10.0f}")


# ---- Speed ----


def responses(count: int) -> Rows:
    whole = [sent for sent in SIX if sent.answers["consent"]]
    return [
        [str(n), f"{START + timedelta(minutes=n):%Y-%m-%d %H:%M:%S}", *cells(whole[n % 5], "\n")]
        for n in range(count)
    ]


def bare_csv(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return len(list(csv.reader(file)))


def bare_xlsx(path: Path) -> int:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    return len(list(book.worksheets[0].iter_rows(values_only=True)))


def measured(work: Callable[[], object]) -> tuple[float, float]:
    """(seconds of processor time, megabytes that Python held at the top)."""
    started = time.process_time()
    work()
    seconds = time.process_time() - started
    tracemalloc.start()
    work()
    top = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return seconds, top


def speed(root: Path, settings: Settings, count: int) -> None:
    """As ratios to reading the same file with a bare reader."""
    form_mapping = mapping(
        "generic",
        several=lambda question: joined(question, "\n"),
        id={"column": "Löpnr"},
        submitted_at={"column": "Inkom", "format": "%Y-%m-%d %H:%M:%S"},
    )
    form(root, "fart", form_mapping | {"form": "fart"})
    loaded = load_mapping(root, "fart", Problems())
    assert loaded
    resolved = resolve_mapping(loaded, settings.zone)

    def read(path: Path) -> Export:
        return read_export(path, resolved.options, resolved.is_heading, resolved.short_names)

    print(f"\n{count} responses of {len(HEADING)} columns")
    print(f"{'':24}{'seconds':>9}{'rows/s':>9}{'ratio':>8}{'MB':>8}")
    for suffix, write, bare in (("csv", write_csv, bare_csv), ("xlsx", write_xlsx, bare_xlsx)):
        path = root / f"svar.{suffix}"
        write(path, [HEADING, *responses(count)])
        base, base_mb = measured(lambda: bare(path))  # noqa: B023 - called at once

        def line(what: str, seconds: float, base: float = base) -> str:
            return f"{what:24}{seconds:9.2f}{count / seconds:9.0f}{seconds / base:8.1f}"

        for name, work in (
            ("bare reader", None),
            ("reading", lambda: read(path)),  # noqa: B023
            ("reading and planning", lambda: plan(path, "fart", root, settings)),  # noqa: B023
        ):
            seconds, top = measured(work) if work else (base, base_mb)
            print(line(f"{suffix:5}{name}", seconds) + f"{top:8.0f}", flush=True)
    for what in ("xlsx and writing files", "xlsx again, unchanged"):
        started = time.process_time()
        plan(path, "fart", root, settings, dry_run=False)
        print(line(what, time.process_time() - started), flush=True)


# ---- In common ----


def form(root: Path, name: str, form_mapping: Mapping[str, object]) -> None:
    path = root / "site_config" / "forms" / f"{name}.yml"
    path.write_text(as_yaml(form_mapping), encoding="utf-8")


def plan(path: Path, name: str, root: Path, settings: Settings, dry_run: bool = True) -> None:
    found = Problems()
    now = datetime(2027, 1, 1, tzinfo=settings.zone)
    done = import_export(path, name, root, settings, now=now, problems=found, dry_run=dry_run)
    assert done, [*map(str, found)]


if __name__ == "__main__":
    main()
