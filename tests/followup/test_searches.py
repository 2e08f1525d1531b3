"""A log -> what many readers searched for, and nothing that may tell of anyone."""

from urllib.parse import quote_plus

import pytest

from exempelbank.cli import main
from exempelbank.followup.searches import FEWEST, read_searches
from tests.builders import PROJECT, sample_settings


def asked_by(readers, question, day=16, path="/sok/", agent="Firefox"):
    return [
        f"192.0.2.{reader} - - [{day}/Mar/2026:10:00:00 +0100] "
        f'"GET {path}?q={quote_plus(question)} HTTP/1.1" 200 5 "-" "{agent}"\n'
        for reader in range(readers)
    ]


def searches(*lines):
    return read_searches([line for group in lines for line in group], sample_settings())


def test_questions_are_counted_however_they_are_written():
    found = searches(asked_by(2, "Stöd  hemma"), asked_by(2, "stöd hemma?", day=17))

    assert found.asked == {"stöd hemma": 4}


def test_what_few_have_asked_is_only_counted():
    found = searches(asked_by(FEWEST - 1, "bildstöd"))

    assert (found.asked, found.seldom) == ({}, 1)


def test_a_reader_who_asks_again_the_same_day_is_one():
    assert searches(*(asked_by(1, "bildstöd") for _time in range(FEWEST))).asked == {}
    assert searches(*(asked_by(1, "bildstöd", day) for day in (1, 2, 3))).asked == {"bildstöd": 3}


@pytest.mark.parametrize(
    "question",
    ["kalle svensson", "Anna", "850101-1234", "850101", "070-123 45 67", "kalle@post.example",
     "storgatan 5", "Anna har autism"],
)  # fmt: skip
def test_what_may_tell_of_someone_is_not_told_however_many_ask(question):
    found = searches(asked_by(5, question), asked_by(5, question.upper()))

    assert (found.asked, found.withheld) == ({}, 1)


@pytest.mark.parametrize(
    "lines",
    [
        asked_by(5, "bildstöd", agent="Googlebot/2.1"),
        asked_by(5, "bildstöd", path="/nyheter/"),
        asked_by(5, "bildstöd\x1b[31m"),
        asked_by(5, ""),
        asked_by(5, "ord " * 50),
        [line.replace("?q=", "?q=%ff") for line in asked_by(5, "")],
        [line.replace("?q=", "?" + "a=1&" * 50 + "q=") for line in asked_by(5, "bildstöd")],
    ],
)
def test_what_no_reader_searched_for_is_not_counted(lines):
    assert searches(lines) == searches()


def test_the_command_prints_lines_for_the_synonyms_and_says_what_it_leaves_out(tmp_path, capfd):
    log = tmp_path / "access.log"
    lines = [*asked_by(4, "bildstöd kajakpaddling"), *asked_by(3, "bostdstöd")]
    log.write_text("".join([*lines, *asked_by(3, "kalle svensson"), *asked_by(2, "autism")]))

    assert main(["--project", str(PROJECT), "search", "--missing", str(log)]) == 0
    out, err = capfd.readouterr()
    assert "kajakpaddling => …" in out and "\nbostdstöd => boendestöd" in out
    assert "kalle" not in out + err and "autism" not in out + err and "192.0.2" not in out + err
