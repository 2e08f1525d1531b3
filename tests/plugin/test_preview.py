"""A preview answers with what is saved by then, and with nothing that it has kept."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from exempelbank.plugin.preview import Preview
from exempelbank.plugin.serving import PreviewApp, Watcher, serve_project
from tests.builders import sample_settings
from tests.building.builders import built
from tests.site.builders import a_project, change, files_in, write

NEWS = "nyheter/tva-ar-med-psykisk-halsa/index.html"
NEWS_FILE = "content/news/tva-ar-med-psykisk-halsa.md"
EXAMPLE = "tandborstning-pa-egna-villkor"
EXAMPLE_FILE = f"content/examples/{EXAMPLE}.md"
ONLY_IN_A_PREVIEW = re.compile(rb'<script type="module" src="/_preview/reload.js[^>]*></script>')


class Editing:
    """A project with a preview that is told of each change."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.preview = Preview(project, "http://127.0.0.1:8000/")

    def page(self, uri: str) -> str:
        return (self.preview.content(uri) or b"").decode()

    def write(self, name: str, text: str) -> None:
        write(self.project, name, text)
        self.preview.saved()

    def change(self, name: str, old: str, new: str) -> None:
        change(self.project, name, old, new)
        self.preview.saved()


@pytest.fixture
def editing(tmp_path) -> Editing:
    return Editing(a_project(tmp_path))


def test_the_preview_answers_with_what_a_build_writes(tmp_path):
    project = a_project(tmp_path / "project")
    for news in (project / "content" / "news").glob("*.md"):
        if "\ndraft: yes\n" in news.read_text("utf-8"):
            news.unlink()  # a preview shows it, a build does not
    built(project, tmp_path / "site")
    preview = Preview(project, sample_settings().organisation.url)
    site = files_in(tmp_path / "site")
    pages = sorted(name for name in site if name.endswith(".html"))
    # Of the pages some of each section, since each asks MkDocs; of the rest all.
    asked = [
        *pages[::9],
        *(name for name in site if not name.startswith(".") and name not in pages),
    ]

    for name in asked:
        shown, expected = preview.content(name), site[name]
        assert shown is not None, name
        assert ONLY_IN_A_PREVIEW.sub(b"", shown) == ONLY_IN_A_PREVIEW.sub(b"", expected), name
    assert len(asked) > 250


def test_a_page_is_made_from_what_is_saved_by_then(editing):
    assert "En ny mening" not in editing.page(NEWS)

    editing.change(NEWS_FILE, "title: Två år", "title: Tre år")

    assert "Tre år med psykisk hälsa" in editing.page(NEWS)
    assert "Tre år med psykisk hälsa" in editing.page("nyheter/arkiv/2025/index.html")
    assert "Tre år med psykisk hälsa" in editing.page("nyheter/rss.xml")


def test_an_example_that_is_paused_is_gone_from_every_page_at_once(editing):
    shown = (f"larande-exempel/{EXAMPLE}/index.html", "larande-exempel/index.html")
    assert all("andborstning på egna" in editing.page(uri) for uri in shown)

    editing.change(EXAMPLE_FILE, "state: approved", "state: paused")

    assert not any("andborstning på egna" in editing.page(uri) for uri in shown)
    assert "andborstning på egna" not in editing.page("larande-exempel/urval.json")


def test_the_search_is_that_of_today(editing):
    before = editing.page("sok/index/index.json")

    editing.change(NEWS_FILE, "title: Två år", "title: Kanariefåglar")

    assert editing.page("sok/index/index.json") != before
    assert "Kanarie" in editing.page(f"sok/index/texts/{_text_of(editing, 'Kanarie')}.json")


def _text_of(editing: Editing, word: str) -> int:
    return next(n for n in range(50) if word in editing.page(f"sok/index/texts/{n}.json"))


def test_what_is_broken_shows_as_it_last_was_below_what_must_be_put_right(editing):
    assert "Två år" in editing.page(NEWS)

    editing.change(NEWS_FILE, "published: 2025-12-16", "published: i fjol")
    page = editing.page(NEWS)
    assert f"{NEWS_FILE}:" in page
    assert "Två år" in page

    editing.change(NEWS_FILE, "published: i fjol", "published: 2025-12-17")
    page = editing.page(NEWS)
    assert f"{NEWS_FILE}:" not in page
    assert "17 december 2025" in page


def test_an_example_that_is_edited_shows_so_too_and_not_as_the_site_will(editing):
    page = f"larande-exempel/{EXAMPLE}/index.html"
    assert "andborstning på egna" in editing.page(page)

    editing.change(EXAMPLE_FILE, "title: ", "title: Mer om ")

    assert f"{EXAMPLE_FILE}:" in editing.page(page)
    assert "andborstning på egna" in editing.page(page)


def test_settings_that_are_changed_hold_at_once_for_what_was_read_before(editing):
    assert editing.page("index.html")

    editing.change("site_config/reviewers.yml", "id: anna-ek", "id: anna-eek")

    assert "content/examples/" in editing.page("index.html")


def test_a_page_by_hand_that_was_taken_away_is_gone_whatever_else_is_broken(editing):
    assert editing.page("lamna-exempel/index.html")

    (editing.project / "content/pages/lamna-exempel.md").unlink()
    editing.write("content/news/trasig.md", "---\ntitle: [\n---\n")

    assert editing.page("lamna-exempel/index.html") == ""


def test_a_record_that_was_taken_away_is_gone_whatever_else_is_broken(editing):
    page = f"larande-exempel/{EXAMPLE}/index.html"
    assert editing.page(page)

    (editing.project / EXAMPLE_FILE).unlink()
    editing.write("content/news/trasig.md", "---\ntitle: [\n---\n")

    assert editing.page(page) == ""


def test_a_page_of_a_file_that_was_taken_away_is_gone(editing):
    assert editing.page(NEWS)

    (editing.project / NEWS_FILE).unlink()
    editing.preview.saved()

    assert editing.page(NEWS) == ""


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("om/plan.pdf", True),
        ("om/.hemligt.pdf", False),
        ("om/export.csv", False),
        ("om/kontakt.md", False),
        ("../examples/x.pdf", False),
        ("../../site_config/organisation.yml", False),
        ("/etc/hostname", False),
        ("x" * 300, False),
    ],
)
def test_only_what_a_build_would_publish_beside_the_pages_is_answered(editing, name, answers):
    if name.endswith((".pdf", ".csv")):
        editing.write(f"content/pages/{name}", "x")

    assert (editing.preview.content(name) is not None) is answers


def test_who_waits_is_told_of_what_is_saved_and_only_then(editing):
    editing.page("index.html")
    version = str(editing.preview.version)

    assert not editing.preview.wait_for_newer(version, 0.01)
    editing.preview.saved()
    assert editing.preview.wait_for_newer(version, 5)


def test_folders_that_are_moved_away_and_made_anew_are_seen(tmp_path):
    project = a_project(tmp_path / "project")
    preview = Preview(project, "http://127.0.0.1:8000/")

    def is_seen(act) -> bool:
        before = str(preview.version)
        act()
        return preview.wait_for_newer(before, 20)

    with Watcher(project, preview):
        assert is_seen(lambda: (project / "content/news").rename(tmp_path / "news"))
        assert is_seen(lambda: (project / "content").rename(tmp_path / "content"))
        assert is_seen(lambda: (tmp_path / "content").rename(project / "content"))
        assert is_seen(lambda: write(project, "content/tips/nytt.md", "x"))
        write(project, "mallar/main.html", "x")
        write(project, "krokar/krok.py", "x")
        named = "hooks: [krokar/krok.py]\ntheme: {custom_dir: mallar}\n"
        assert is_seen(lambda: write(project, "mkdocs.yml", named))
        assert is_seen(lambda: write(project, "mallar/partials/ny.html", "x"))
        assert is_seen(lambda: write(project, "krokar/krok.py", "y"))
        assert is_seen(lambda: write(project, "mkdocs.yml", "x"))
        assert not preview.wait_for_newer(str(preview.version), 0.2)


def test_a_port_that_is_taken_is_told_in_words(tmp_path, capsys):
    project = a_project(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert serve_project(project, "127.0.0.1", port, opens=False) == 1

    said = capsys.readouterr().err
    assert f"--port {port + 1}" in said
    assert "Traceback" not in said


def test_a_host_that_is_not_here_is_told_with_another_remedy(tmp_path, capsys):
    assert serve_project(a_project(tmp_path), "192.0.2.1", 8000, opens=False) == 1

    said = capsys.readouterr().err
    assert "192.0.2.1" in said
    assert "--port 8001" not in said


def test_a_preview_that_mkdocs_can_not_make_does_not_begin(tmp_path, capsys):
    project = a_project(tmp_path)
    change(project, "mkdocs.yml", "name: material", "name: finns-inte")

    assert serve_project(project, "127.0.0.1", 0, opens=False) == 1

    said = capsys.readouterr()
    assert "finns-inte" in said.err
    assert not said.out


def test_settings_that_can_not_be_read_at_first_are_told_and_nothing_is_served(tmp_path, capsys):
    project = a_project(tmp_path)
    write(project, "site_config/organisation.yml", "name: [\n")

    assert serve_project(project, "127.0.0.1", 0, opens=False) == 1

    assert "site_config/organisation.yml:" in capsys.readouterr().err


class Answered:
    """What the preview's web server says of an address."""

    def __init__(self, project: Path, address: str) -> None:
        self.raw = b"".join(
            PreviewApp(project, "127.0.0.1", 8000)({"PATH_INFO": address}, self._start)
        ).decode()

    def _start(self, status: str, headers: list[tuple[str, str]]) -> None:
        self.status, self.headers = status, dict(headers)


@pytest.mark.parametrize(
    ("address", "status", "kind"),
    [
        ("/", "200 OK", "text/html; charset=utf-8"),
        ("/nyheter/feed.json", "200 OK", "application/json"),
        ("/nyheter", "302 Found", None),
        ("/finns-inte/", "404 Not Found", "text/html; charset=utf-8"),
        ("/om/bl\u00c3\u00a5.pdf", "200 OK", "application/pdf"),
    ],
)
def test_every_address_is_answered_as_on_a_web_server(tmp_path, address, status, kind):
    project = a_project(tmp_path)
    write(project, "content/pages/om/blå.pdf", "x")
    answer = Answered(project, address)

    assert answer.status == status
    assert answer.headers.get("Content-Type") == kind
    assert answer.headers.get("Location") == ("/nyheter/" if kind is None else None)


def test_the_policy_of_the_site_holds_in_its_preview(tmp_path):
    project = a_project(tmp_path)

    page = Answered(project, "/").raw

    assert 'http-equiv="Content-Security-Policy"' in page
    assert "<script>" not in page and "/_preview/reload.js?" in page
    assert "location.reload()" in Answered(project, "/_preview/reload.js").raw


def test_what_mkdocs_does_not_take_is_told_in_the_page(tmp_path, capsys):
    project = a_project(tmp_path)
    change(project, "mkdocs.yml", "name: material", "name: finns-inte")

    answer = Answered(project, "/")

    assert answer.status.startswith("503")
    assert "finns-inte" in answer.raw
    assert "Traceback" not in capsys.readouterr().err


def test_a_fault_of_ours_is_told_without_its_traceback(tmp_path, capsys, monkeypatch):
    project = a_project(tmp_path)
    monkeypatch.setattr(Preview, "content", lambda *_: 1 / 0)

    answer = Answered(project, "/")

    assert "fault.txt" in answer.raw
    assert "Traceback" not in answer.raw + capsys.readouterr().err
    assert "ZeroDivisionError" in (project / ".exempelbank/fault.txt").read_text("utf-8")


def test_a_build_in_the_same_process_is_a_whole_one_again(editing):
    editing.preview.content("index.html")
    path = str(editing.project / "mkdocs.yml")
    build(load_config(path, config_file_path=path))

    assert (editing.project / "site" / "larande-exempel" / "index.html").exists()


def test_a_draft_is_shown_with_a_mark_and_its_pictures(editing):
    editing.write("content/pages/utkast/x.md", "---\ntitle: Kanariefågel\n---\n![](x.svg)")
    editing.write("content/pages/utkast/x.svg", "<svg/>")
    editing.write("content/pages/inte/y.svg", "<svg/>")
    config = (editing.project / "mkdocs.yml").read_text("utf-8")

    editing.write("mkdocs.yml", f"{config}draft_docs: utkast/\nexclude_docs: inte/\n")

    assert "Utkast" in editing.page("utkast/x/index.html")
    assert "Utkast" not in editing.page("om/index.html")
    assert editing.page("utkast/x.svg") == "<svg/>"
    assert editing.preview.content("inte/y.svg") is None


def test_a_warning_is_told_once_and_what_is_broken_after_each_save(tmp_path, capsys):
    project = a_project(tmp_path)
    config = (project / "mkdocs.yml").read_text("utf-8")
    write(project, "mkdocs.yml", f"{config}repo_url: https://x.example/\n")
    write(project, NEWS_FILE, "nej")
    app = PreviewApp(project, "127.0.0.1", 8000)

    for _save in range(2):
        app.preview.saved()
        app.preview.content("robots.txt")

    said = capsys.readouterr().err
    assert said.count("(repo_url)") == 1
    assert said.count(f"{NEWS_FILE}:") == 2
