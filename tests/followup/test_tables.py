"""Tables as files, as lines and as bars."""

import csv
import io
from xml.etree import ElementTree

from exempelbank.followup import FigureTable
from exempelbank.followup.chart import bar_chart

TABLE = FigureTable("t", "Träd", ("Sort", "Antal"), (("Ek & al", 3), ("<b>", 0)), drawn=1)


def test_the_file_holds_the_figures():
    rows = list(csv.reader(io.StringIO(TABLE.as_csv().decode("utf-8-sig"))))

    assert rows == [["Sort", "Antal"], ["Ek & al", "3"], ["<b>", "0"]]


def test_a_spreadsheet_runs_nothing_in_it():
    table = FigureTable("t", "", ("a", "b"), (("=1+1", -5),))
    rows = list(csv.reader(io.StringIO(table.as_csv().decode("utf-8-sig"), newline="")))

    assert rows[1] == ["'=1+1", "-5"]


def test_the_bars_are_as_long_as_the_figures_and_carry_no_style():
    drawing = ElementTree.fromstring(bar_chart(TABLE))
    svg = "{http://www.w3.org/2000/svg}"

    widths = [float(bar.get("width")) for bar in drawing.iter() if bar.tag.endswith("rect")]
    assert sorted(widths)[0] == 0 and sorted(widths)[1] > 200
    assert drawing.get("role") == "img" and TABLE.title in drawing.get("aria-label")
    tags = {element.tag.removeprefix(svg) for element in drawing.iter()}
    assert tags <= {"svg", "g", "line", "text", "rect"}
    names = {name for element in drawing.iter() for name in element.attrib}
    assert not {name for name in names if name == "style" or name.startswith("on")}


def test_the_scale_has_whole_numbers_only():
    for most in (1, 3, 7, 26, 480):
        table = FigureTable("t", "", ("a", "b"), (("x", most),), drawn=1)
        texts = [
            text.text
            for text in ElementTree.fromstring(bar_chart(table)).iter()
            if text.tag.endswith("text")
        ]

        assert all(text == "x" or int(text) <= most for text in texts) and len(texts) <= 7


def test_nothing_is_drawn_of_nothing():
    assert not bar_chart(FigureTable("t", "", ("a", "b"), (("x", 0),), drawn=1))
    assert not bar_chart(FigureTable("t", "", ("a", "b"), (("x", 1),)))
