"""What is kept of pure functions: believed while it is whole, and gone when nobody asks for it."""

from __future__ import annotations

import pickle
import sqlite3
from pathlib import Path

import pytest

from exempelbank.cache import DiskCache, MemoryCache, get_or_compute, hash_parts

ITEMS = {hash_parts(name.encode()): name for name in ("a", "b", "c")}


@pytest.fixture(params=("in memory", "on disk"))
def cache(request, tmp_path):
    return MemoryCache() if request.param == "in memory" else DiskCache(tmp_path / "x/a.sqlite")


class Making:
    """A function that tells what it was asked for."""

    def __init__(self):
        self.asked = []

    def __call__(self, items):
        self.asked.append(list(items))
        return [item.upper() for item in items]


def test_what_is_kept_is_not_made_again_and_comes_in_the_order_asked_for(cache):
    make = Making()
    get_or_compute(cache, "f", dict(list(ITEMS.items())[:2]), make)

    backwards = dict(reversed(ITEMS.items()))

    assert list(get_or_compute(cache, "f", backwards, make).values()) == ["C", "B", "A"]
    assert make.asked == [["a", "b"], ["c"]]


def test_what_is_no_longer_asked_for_is_wiped(cache):
    make = Making()
    get_or_compute(cache, "f", ITEMS, make)
    some = dict(list(ITEMS.items())[:1])
    get_or_compute(cache, "f", some, make)

    get_or_compute(cache, "f", ITEMS, make)

    assert make.asked == [["a", "b", "c"], [], ["b", "c"]]


def test_what_is_not_sound_is_made_again(cache):
    make = Making()
    for _ in range(2):
        get_or_compute(cache, "f", ITEMS, make, is_sound=lambda value: value != "B")

    assert make.asked == [["a", "b", "c"], ["b"]]


def test_one_function_knows_nothing_of_another(cache):
    get_or_compute(cache, "f", ITEMS, Making())
    cache.evict_except("g", ())

    assert cache.get("f", next(iter(ITEMS))) == "A"
    assert cache.get("g", next(iter(ITEMS))) is None


def test_what_is_wiped_is_gone_from_the_file_too(tmp_path):
    cache = DiskCache(tmp_path / "a.sqlite")
    cache.keep("f", {b"key": "Kanariefågel"})
    assert "Kanariefågel".encode() in cache.path.read_bytes()

    cache.evict_except("f", ())

    assert "Kanariefågel".encode() not in cache.path.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["a.sqlite"]


@pytest.mark.parametrize("damage", (b"", b"no cache at all", b"SQLite format 3\0" + b"x" * 5000))
def test_a_cache_that_is_damaged_costs_time_and_nothing_else(tmp_path, damage):
    cache, make = DiskCache(tmp_path / "a.sqlite"), Making()
    get_or_compute(cache, "f", ITEMS, make)
    cache.path.write_bytes(damage)

    for _ in range(3):  # the first finds the damage, the second begins anew
        found = get_or_compute(DiskCache(cache.path), "f", ITEMS, make)
        assert list(found.values()) == ["A", "B", "C"]
    assert make.asked[-1] == []


def test_a_value_that_can_not_be_read_back_is_made_again(tmp_path):
    cache = DiskCache(tmp_path / "a.sqlite")
    cache.keep("f", {b"key": "value"})
    with sqlite3.connect(cache.path) as connection:
        (value,) = connection.execute("select value from results").fetchone()
        connection.execute("update results set value = ?", (value.replace(b"value", b"other"),))
    connection.close()

    assert cache.get("f", b"key") is None


def test_a_damaged_cache_that_can_not_be_taken_away_is_no_hindrance(tmp_path, monkeypatch):
    cache = DiskCache(tmp_path / "a.sqlite")
    cache.path.write_bytes(b"no cache at all")
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: _refuse())

    assert list(get_or_compute(cache, "f", ITEMS, Making()).values()) == ["A", "B", "C"]


def _refuse():
    raise PermissionError


def test_where_nothing_can_be_kept_all_is_made(tmp_path):
    (tmp_path / "a").write_text("a file where a folder should be")
    cache, make = DiskCache(tmp_path / "a/a.sqlite"), Making()

    for _ in range(2):
        assert list(get_or_compute(cache, "f", ITEMS, make).values()) == ["A", "B", "C"]
    assert make.asked == [["a", "b", "c"]] * 2


def test_a_cache_may_be_handed_to_another_process(tmp_path):
    cache = DiskCache(tmp_path / "a.sqlite")
    cache.keep("f", {b"key": "value"})
    assert cache.get("f", b"key") == "value"

    assert pickle.loads(pickle.dumps(cache)).get("f", b"key") == "value"


def test_where_one_part_ends_and_the_next_begins_counts():
    assert hash_parts(b"ab", b"c") != hash_parts(b"a", b"bc")
