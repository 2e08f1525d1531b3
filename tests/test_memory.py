"""What was understood is kept, and what was wrong is told each time."""

from __future__ import annotations

from generator.memory import kept_or_made
from generator.problems import Place, Problems


def test_what_was_understood_is_not_read_again():
    shelf, problems = {}, Problems()
    kept_or_made(shelf, b"mark", lambda: "once", problems)

    assert kept_or_made(shelf, b"mark", lambda: "twice", problems) == "once"


def test_what_is_made_of_something_else_is_read_and_takes_its_place():
    shelf, problems = {}, Problems()
    kept_or_made(shelf, b"mark", lambda: "once", problems)

    assert kept_or_made(shelf, b"another", lambda: "twice", problems) == "twice"
    assert list(shelf) == [b"another"]


def test_what_had_something_wrong_in_it_is_read_and_told_again():
    def read() -> str:
        problems.warning(Place("file.yml"), "is odd")
        return "read"

    shelf, problems = {}, Problems()
    kept_or_made(shelf, b"mark", read, problems)
    kept_or_made(shelf, b"mark", read, problems)

    assert len(problems) == 2


def test_what_is_not_known_is_not_kept():
    shelf = {}
    kept_or_made(shelf, None, lambda: "read", Problems())

    assert not shelf
