"""A page rendered from a layout is the page that MkDocs prints."""

from __future__ import annotations

import pytest

import exempelbank.plugin
from exempelbank.building.layouts import LayoutKey, LayoutTemplate
from exempelbank.plugin import ExempelbankPlugin
from exempelbank.site.site import Page
from tests.building.builders import built
from tests.site.builders import a_project, files_in


class PrintsEverything(ExempelbankPlugin):
    """Has MkDocs print every page of ours, and not the layouts alone."""

    def asked_for(self) -> dict[str, Page]:
        assembled = self.build.assembled
        pages = (assembled.with_defaults(page) for page in assembled.site.pages.values())
        return super().asked_for() | {f"_page{n}.md": page for n, page in enumerate(pages)}


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return a_project(tmp_path_factory.mktemp("project"))


def test_every_page_of_the_sample_is_rendered_as_mkdocs_prints_it(project, tmp_path, monkeypatch):
    built(project, tmp_path / "rendered")
    monkeypatch.setattr(exempelbank.plugin, "ExempelbankPlugin", PrintsEverything)
    built(project, tmp_path / "printed")

    printed = files_in(tmp_path / "printed")
    assert len([name for name in printed if name.endswith(".html")]) > 200
    assert files_in(tmp_path / "rendered") == printed


HOSTILE = '</title>"><script>alert(1)</script>&amp;'


def test_a_title_is_escaped_where_it_is_rendered():
    template = LayoutTemplate.parse("<title>\ue0fetitle\ue0ff</title><p>\ue0fehtml\ue0ff</p>")

    rendered = template.render(Page("a/", HOSTILE, "<b>finished</b>")).decode()

    assert "<script>" not in rendered
    assert "<p><b>finished</b></p>" in rendered


def test_text_that_looks_like_a_mark_stays_text():
    template = LayoutTemplate.parse("<p>\ue0fetitle\ue0ff</p>")

    assert (
        template.render(Page("a/", "\ue0fehtml\ue0ff", "x")).decode() == "<p>\ue0fehtml\ue0ff</p>"
    )


def test_a_layout_has_a_mark_wherever_its_pages_differ():
    page = LayoutKey("examples", indexed=True).page

    marks = {page.title, page.html, page.description, page.head, page.address}
    assert len(marks) == 5
    assert all(
        mark_as_site.startswith("\ue0fe") and mark_as_site.endswith("\ue0ff")
        for mark_as_site in marks
    )
