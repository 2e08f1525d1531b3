"""The guides as a project gets them: of its version, with its numbers, and with no dead links."""

from __future__ import annotations

import re

import pytest

from exempelbank.guides.project_guides import adapted, is_ours, project_guides
from tests.builders import PROJECT
from tests.test_guides import GUIDES

CODE = re.compile(r"(?s)```.*?```|`[^`\n]*`")
FOR_PEOPLE = ("generator/**/*.py", "generator/exempelbank/starters/files/**/*")
# Named where only those who develop the program read.
FOR_DEVELOPERS = {"docs/review-rules.md", "docs/search.md"}


@pytest.fixture(scope="module")
def guides():
    return {name: raw.decode() for name, raw in project_guides("SAM", "1.2.3").items()}


def headings_of(text):
    """As a link names them."""
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def test_all_guides_for_coordinators_come_along_and_no_others(guides):
    ours = {path.name for path in GUIDES if path.parent.name == "docs"}

    assert {name for name in guides if name.endswith(".md")} == ours


def test_a_guide_says_which_version_it_belongs_to_and_names_numbers_of_the_project(guides):
    for name, text in guides.items():
        if name.endswith(".md"):
            assert text.startswith("*Hör till Exempelbank 1.2.3. "), name
            assert is_ours(text.encode())
        assert "FC-20" not in text, name
    assert "exempelbank show SAM-2026-007" in guides["granskning.md"]


def test_every_link_leads_to_a_guide_and_a_heading_of_it(guides):
    links = [
        (name, *found)
        for name, text in guides.items()
        if name.endswith(".md")
        for found in re.findall(r"\]\(([\w./-]+\.md)?(?:#([^)]+))?\)", CODE.sub("", text))
    ]

    assert len(links) > 50
    for name, to, heading in links:
        assert to == "" or to in guides, (name, to)
        assert not heading or heading in headings_of(guides[to or name]), (name, to, heading)


def test_a_link_to_what_is_left_out_becomes_its_text_but_code_is_as_it_was():
    text = "[Så](a.md#b), [sök](search.md) och `[nej](search.md)`"

    assert adapted(text, "EX", {"a.md"}) == "[Så](a.md#b), sök och `[nej](search.md)`"


def test_every_guide_that_the_program_or_a_new_project_names_comes_along(guides):
    named = {
        found
        for pattern in FOR_PEOPLE
        for path in PROJECT.glob(pattern)
        if path.is_file() and path.suffix != ".mo"
        for found in re.findall(r"docs/[\w/-]+\.(?:md|csv|json)", path.read_text("utf-8"))
    }

    assert len(named) > 5
    assert {name.removeprefix("docs/") for name in named - FOR_DEVELOPERS} <= {*guides}
