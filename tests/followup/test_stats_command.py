"""exempelbank stats, on the sample library."""

import csv
import io
import json

import pytest

from exempelbank.cli import main
from tests.builders import PROJECT

LOG = (
    '192.0.2.1 - - [16/Mar/2026:10:00:00 +0100] "GET /nyheter/ HTTP/1.1" 200 5 "-" "Firefox"\n'
    '192.0.2.1 - - [16/Mar/2026:10:00:00 +0100] "GET /nyheter/rss.xml HTTP/1.1" 200 5 "-" "R"\n'
)


def run(capfdbinary, *words):
    code = main(["--project", str(PROJECT), "stats", *words])
    out, err = capfdbinary.readouterr()
    assert code == 0 and b"Traceback" not in err
    return out


def figures(capfdbinary, *words):
    tables = json.loads(run(capfdbinary, "--format", "json", *words))["tables"]
    return {table["id"]: table for table in tables}


def test_every_format_tells_the_same_figures(capfdbinary):
    tables = figures(capfdbinary)
    raw = run(capfdbinary, "--format", "csv").decode("utf-8-sig")
    rows = [tuple(row) for row in csv.reader(io.StringIO(raw))][1:]
    sheet = run(capfdbinary, "--format", "csv-excel").decode("utf-8-sig")
    blocks = list(csv.reader(io.StringIO(sheet, newline=""), delimiter=";"))
    text = run(capfdbinary).decode()
    page = run(capfdbinary, "--format", "html").decode()

    assert rows == [
        (table["id"], str(row[0]), column, str(value))
        for table in tables.values()
        for row in table["rows"]
        for column, value in zip(table["columns"][1:], row[1:], strict=True)
    ]
    for table in tables.values():
        assert table["title"] in text and table["title"] in page
        first = blocks.index([table["title"]])
        assert blocks[first + 1] == table["columns"]
        assert blocks[first + 2 : first + 2 + len(table["rows"])] == [
            [str(value) for value in row] for row in table["rows"]
        ]


def test_the_queue_is_that_of_the_folder(capfdbinary):
    waiting = len(list((PROJECT / "submissions").rglob("*.md")))

    assert sum(row[1] for row in figures(capfdbinary)["ko"]["rows"]) == waiting


def test_visits_come_only_from_a_log(capfdbinary, tmp_path):
    log = tmp_path / "access.log"
    log.write_text(LOG)
    with_log = figures(capfdbinary, "--access-log", str(log))

    assert "besok" not in figures(capfdbinary)
    assert with_log["besok"]["rows"][0][-1] == 1
    assert with_log["prenumeranter"]["rows"] == [["nyheter/rss.xml", 1]]
    assert "192.0.2.1" not in json.dumps(with_log)


@pytest.mark.parametrize("name", ["saknas.log", "trasig.gz"])
def test_a_log_that_cannot_be_read_is_said_so(capfdbinary, tmp_path, name):
    (tmp_path / "trasig.gz").write_bytes(b"inte gzip")
    code = main(["--project", str(PROJECT), "stats", "--access-log", str(tmp_path / name)])

    err = capfdbinary.readouterr().err.decode()
    assert code == 1 and name in err and "Traceback" not in err


def test_the_page_fetches_nothing(capfdbinary, tmp_path):
    page = tmp_path / "uppfoljning.html"
    run(capfdbinary, "--format", "html", "--out", str(page))
    html = page.read_text("utf-8")

    assert "<script" not in html and "src=" not in html and "<link" not in html
    assert html.count("<table") >= 7 and html.count('role="img"') >= 4


def test_no_table_is_called_what_also_means_gender(capfdbinary):
    text = run(capfdbinary).decode()

    assert "\nKö\n" in text and "Kön\n" not in text and "Träffar" not in text
