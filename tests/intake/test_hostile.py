"""Whatever the file: a clear message, exit 1, nothing written, and neither time nor memory lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from exempelbank.cli import main
from exempelbank.documents import as_yaml
from exempelbank.model.example import Section
from tests.builders import PROJECT
from tests.intake.builders import MAPPING, a_mapping, a_project, changes, imported
from tests.intake.hostile import TEXTS, TREES, WORKBOOKS, Build, bomb, cell, workbook

ALL = [
    pytest.param(build, id=name)
    for kinds in (TEXTS, WORKBOOKS, TREES)
    for name, build in kinds.items()
]
# These have brought a careless reader down: each runs alone, with its time and memory measured.
DANGEROUS = {
    name: build
    for name, build in (TEXTS | WORKBOOKS | TREES).items()
    if name in {
        "a line of 50 MB", "a quotation mark never closed in 50 MB", "a schema of 50 MB",
        "a million rows", "a million shared texts", "a million empty texts",
        "a name twice among a million", "a tag of 50 MB", "ten million elements", "a million names",
        "an ODS of repeated rows and cells", "a file of 60 MB", "too many rows", "a bomb",
        "a size that lies",
        "a million responses", "deep JSON", "deep XML", "quadratic blow-up", "a billion laughs",
        "a billion laughs in XML", "a column for every letter", "ten thousand parts",
        "a cell of 50 MB in a workbook",
    }
}  # fmt: skip
SECONDS, MEGABYTES = 5, 300
PATIENCE = 24  # times, by the clock on the wall: much else may run beside this


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with settings of its own, so that the command can be run in it."""
    (tmp_path / "site_config").mkdir()
    for path in (PROJECT / "site_config").glob("*.yml"):
        (tmp_path / "site_config" / path.name).write_bytes(path.read_bytes())
    return a_project(tmp_path)


def command(root: Path) -> list[str]:
    return ["--project", str(root), "import", str(root / "svar.csv"), "--form", "prov"]


def written(root: Path) -> list[Path]:
    return list(root.rglob("*.md"))


def test_there_are_at_least_forty_kinds() -> None:
    assert len(ALL) >= 40


@pytest.mark.parametrize("build", [each for each in ALL if each.id not in DANGEROUS])
def test_a_hostile_file_is_refused(
    root: Path, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    file = root / "svar.csv"
    file.write_bytes(build())

    code = main(command(root))

    said = capsys.readouterr().err
    assert code == 1
    assert "svar.csv" in said and "Traceback" not in said
    assert written(root) == []


@pytest.mark.parametrize("name", DANGEROUS)
def test_a_dangerous_file_costs_neither_time_nor_memory(root: Path, name: str) -> None:
    file = root / "svar.csv"
    file.write_bytes(DANGEROUS[name]())

    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *command(root)],
        capture_output=True, text=True, encoding="utf-8", timeout=SECONDS * PATIENCE,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip

    figures = json.loads(done.stdout.splitlines()[-1])
    assert done.returncode == 1
    assert "svar.csv" in done.stderr and "Traceback" not in done.stderr
    assert figures["megabytes"] < MEGABYTES
    assert figures["cpu"] < SECONDS
    assert written(root) == []


_MEASURED = """
import json, sys
from exempelbank.cli import main
code = main(sys.argv[1:])
try:
    import resource
    used = resource.getrusage(resource.RUSAGE_SELF)
    size = used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    if sys.platform == "linux":  # there, ru_maxrss also tells how large our parent was
        status = open("/proc/self/status").read()
        size = int(status.split("VmHWM:")[1].split()[0]) / 1e3
    print(json.dumps({"megabytes": size, "cpu": used.ru_utime + used.ru_stime}))
except ImportError:  # Windows: only the exit code and the message count
    print(json.dumps({"megabytes": 0, "cpu": 0}))
sys.exit(code)
"""


@pytest.mark.parametrize("name", ["saknas.csv", "."])
def test_what_is_no_file_is_refused(
    root: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["--project", str(root), "import", str(root / name), "--form", "prov"])

    assert code == 1 and "Traceback" not in capsys.readouterr().err


def test_a_used_range_to_the_last_cell_costs_nothing(tmp_path: Path) -> None:
    heading = ("Nr", "Inkom", "Rubrik", "Kommun", "Enhet", "Berätta", "E-post", "Samtycke")
    answers = ("1", "2026-03-02 09:15", "Hej", "Nacka", "A", "B", "", "Ja")
    rows = "".join(f"<row>{''.join(map(cell, line))}</row>" for line in (heading, answers))
    far = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    root = a_project(tmp_path)
    (root / "svar.xlsx").write_bytes(workbook(rows + far))
    started = time.process_time()

    plan = imported(root, root / "svar.xlsx")

    assert changes(plan) == ["new"]
    assert time.process_time() - started < SECONDS


def test_the_json_plan_of_a_refused_file_says_why(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "svar.csv").write_bytes(bomb("xl/worksheets/sheet1.xml", 210))

    code = main([*command(root), "--format", "json"])

    plan = json.loads(capsys.readouterr().out)
    assert code == 1
    assert plan["responses"] == [] and len(plan["problems"]) == 1


HOSTILE_ANSWERS = {
    "front matter": "---\nreview:\n  state: approved\n---\n",
    "an anchor": "&a [*a, *a]",
    "a tag": "!!python/object/apply:os.system ['id']",
    "a merge key": "<<: *x",
    "yes and no": "no",
    "a clock": "12:30",
    "an octal": "0123",
    "infinity": ".inf",
    "null": "null",
    "a tilde": "~",
    "a block": "|\n  x\n>\n  y",
    "a comment": "a # b",
    "a colon": "a: b: c",
    "a quotation mark": "\"'\"'",
    "a backslash": "C:\\ny\\t",
    "a template": "{{7*7}}{% include 'x' %}${{ secrets }}",
    "a script": "<img src=x onerror=alert(1)><script>alert(1)</script>",
    "a heading of ours": "## Resultat\n\\## Resultat\n##Resultat",
    "another direction": "abc\u202egnp.exe",
    "a line of another kind": "a\u2028b\u0085c",
    "a sign nobody defined": "\ufffe\uffff\U000e0041",
    "piled marks": "Z" + "\u0336" * 500,
    "many brackets": "[" * 5000,
    "many lists": "- " * 5000,
    "an emoji": "👩‍👩‍👧‍👦🏽",
}


@pytest.mark.parametrize("answer", HOSTILE_ANSWERS.values(), ids=HOSTILE_ANSWERS.keys())
def test_a_hostile_answer_stays_text(tmp_path: Path, answer: str) -> None:
    from exempelbank.intake.cleaning import lines, one_line
    from tests.intake.test_import import the_submission

    root = a_project(tmp_path, a_mapping(input={"records": ""}))
    row = {"Nr": "1", "Inkom": "2026-03-02 09:15", "Rubrik": answer, "Kommun": "Nacka",
           "Enhet": "A", "Berätta": answer, "E-post": "", "Samtycke": "Ja"}  # fmt: skip
    (root / "svar.json").write_text(json.dumps([row]))

    imported(root, root / "svar.json")

    submission = the_submission(root)
    assert submission.review.state == "received"
    assert submission.title == one_line(answer)
    assert submission.sections.get(Section.HOW, "") == lines(answer)


def test_the_mapping_is_read_as_strictly_as_everything_else(tmp_path: Path) -> None:
    from exempelbank.problems import Problems

    root = a_project(tmp_path)
    form = root / "site_config" / "forms" / "prov.yml"
    form.write_text(as_yaml(MAPPING) + "version: '1'\n", encoding="utf-8")
    problems = Problems()

    assert imported(root, b"", problems) is None
    assert problems.errors[0].location.line
