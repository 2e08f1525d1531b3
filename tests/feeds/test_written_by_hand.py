"""Where we write a format ourselves to be quick, Python's own writer says the same."""

import csv
import io
import json

import pytest

from generator.csv_file import csv_from
from generator.feeds.json_list import file_of, item_from

ROWS = [
    ["a", "b"],
    ['"', 'två "ord"'],
    ["a,b", "a;b"],
    ["rad\nrad", "rad\r\nrad"],
    [" mellan ", "\x0b\x85\u2028"],
    ["", "å 🙂"],
    [1, 2.5],
]
ITEMS = [
    [],
    [{"text": ""}],
    [{"text": 'a "b" \\ \n \t \x00 \x1f \x7f \u2028 🙂 </x>', "list": ("a", '"\n'), "none": ()}],
    [{"number": 3, "text": "a"}, {"number": 0, "text": "b"}],
]


@pytest.mark.parametrize("row", ROWS, ids=repr)
def test_a_csv_line(row):
    text = io.StringIO(newline="")
    csv.writer(text).writerows([["x", "y"], row])

    assert csv_from(["x", "y"], [row]).decode("utf-8-sig") == text.getvalue()


@pytest.mark.parametrize("items", ITEMS, ids=repr)
def test_a_json_list(items):
    head = {"title": "å", "inner": {"a": "b"}}
    whole = json.dumps({**head, "items": items}, ensure_ascii=False, indent=1) + "\n"

    assert b"".join(file_of(head, "items", map(item_from, items))).decode() == whole
