"""Tables as files, as lines and as bars."""

import csv
import io

from exempelbank.followup import FigureTable
from exempelbank.followup.chart import bars_from

TABLE = FigureTable("t", "Träd", ("Sort", "Antal"), (("Ek & al", 3), ("<b>", 0)), drawn=1)


def test_the_file_holds_the_figures():
    rows = list(csv.reader(io.StringIO(TABLE.as_csv().decode("utf-8-sig"))))

    assert rows == [["Sort", "Antal"], ["Ek & al", "3"], ["<b>", "0"]]


def test_a_spreadsheet_runs_nothing_in_it():
    table = FigureTable("t", "", ("a", "b"), (("=1+1", -5),))
    rows = list(csv.reader(io.StringIO(table.as_csv().decode("utf-8-sig"), newline="")))

    assert rows[1] == ["'=1+1", "-5"]


def test_the_longest_bar_fills_the_room_and_the_others_a_share_of_it():
    table = FigureTable("t", "", ("a", "b", "c"), (("x", 9, 3), ("y", 9, 0), ("z", 9, 4)), drawn=2)

    assert bars_from(table) == [("x", 3, 75), ("y", 0, 0), ("z", 4, 100)]


def test_nothing_is_drawn_of_nothing():
    assert not bars_from(FigureTable("t", "", ("a", "b"), (("x", 0),), drawn=1))
    assert not bars_from(FigureTable("t", "", ("a", "b"), (("x", 1),)))


def test_a_list_of_words_is_told_row_by_row_since_it_would_be_too_wide():
    table = FigureTable("t", "Träd", ("Var", "Sort", "Namn"), (("Solna", "Ek", ""),), "Not.")

    assert table.as_lines() == ["Träd", "", "Solna", "  Sort: Ek", "", "Not."]
