"""What the program was is known without reading it, and never taken for what it is not."""

from __future__ import annotations

import os

import pytest

from generator.building import program
from generator.building.program import of_program

LONG_AGO = 1_700_000_000


@pytest.fixture
def template(tmp_path, monkeypatch):
    for folder in program.LOOKS:
        (tmp_path / folder).mkdir()
    (tmp_path / "code.py").write_text("0")
    template = tmp_path / "templates" / "page.html"
    template.write_text("one")
    monkeypatch.setattr(program, "GENERATOR", tmp_path)
    monkeypatch.setattr(program, "_code", b"")
    return template


@pytest.fixture
def days_later(monkeypatch):
    monkeypatch.setattr(program, "JUST_NOW", -(10**18))


def test_a_template_that_changes_is_another_program(template, days_later):
    shelf = {}
    before = of_program(shelf)
    template.write_text("two")

    assert of_program(shelf) != before


def test_what_the_files_hold_counts_and_not_how_they_look(template, days_later):
    shelf = {}
    before = of_program(shelf)
    os.utime(template, (LONG_AGO, LONG_AGO))

    assert of_program(shelf) == before


def test_a_file_that_looks_as_it_did_is_not_read_again(template, days_later, monkeypatch):
    shelf = {}
    before = of_program(shelf)
    monkeypatch.setattr("pathlib.Path.read_bytes", None)

    assert of_program(shelf) == before


def test_files_changed_just_now_are_read_again(template):
    shelf = {}
    of_program(shelf)

    assert not shelf


def test_code_changed_while_we_run_is_not_yet_the_program(template, days_later):
    shelf = {}
    before = of_program(shelf)
    (template.parent.parent / "code.py").write_text("1")

    assert of_program(shelf) == before
