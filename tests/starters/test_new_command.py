"""`exempelbank new` as a person meets it: each starter builds, and nothing is ever written over."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from exempelbank import i18n
from exempelbank.cli import main
from exempelbank.i18n import _
from exempelbank.starters import FORGES, STARTERS
from tests.git.builders import git
from tests.starters.builders import a_wheel_in
from tests.starters.test_plan import EVERY

TOLD = (
    *("--name", "Lärnätverket i Norrlandet", "--short-name", "Lärnätverket"),
    *("--url", "https://bank.larnatverket.se/", "--email", "bank@larnatverket.se"),
    *("--reviewer", "Åsa Ek", "--reviewer", "Bo Lind"),
)


@pytest.fixture(autouse=True)
def _speaking_swedish_afterwards():
    yield
    i18n.use_language("sv")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return str(a_wheel_in(tmp_path_factory.mktemp("wheel")))


def new(folder, wheel, *more):
    return main(["new", str(folder), "--wheel", wheel, *TOLD, *more])


def dead_links_in(site):
    """Those of every page, within the site."""
    for page in site.rglob("*.html"):
        for link in set(re.findall(r'(?:href|src)="([^"]+)"', page.read_text("utf-8"))):
            address = urlsplit(unescape(link))
            elsewhere = address.scheme and address.netloc != "bank.larnatverket.se"
            if elsewhere or not address.path:
                continue
            start = site if address.path.startswith("/") else page.parent
            target = start / unquote(address.path).lstrip("/")
            if not (target / "index.html" if target.is_dir() else target).is_file():
                yield page.relative_to(site).as_posix(), link


def hollow_parts_in(site):
    """Headings, tables and sections with nothing in them."""
    hollow = re.compile(r"<(h\d|tbody|section)\b[^>]*>\s*</\1>")
    for page in site.rglob("*.html"):
        shown = re.sub(r"(?s)<template.*?</template>|<[^>]* hidden>", "", page.read_text("utf-8"))
        if found := hollow.search(shown):
            yield page.relative_to(site).as_posix(), found[0]


@pytest.mark.parametrize(("starter", "language"), EVERY)
def test_a_new_project_lacks_only_what_is_to_be_filled_in_and_builds(
    starter, language, tmp_path, wheel, capsys
):
    folder = tmp_path / "bank"
    assert new(folder, wheel, "--from", starter, "--language", language, "--no-git") == 0
    capsys.readouterr()

    assert main(["--project", str(folder), "check", "--format", "json"]) == 0
    says = [one["says"] for one in json.loads(capsys.readouterr().out)]
    to_fill_in = "att fylla i" if language == "sv" else "to fill in"
    assert all(to_fill_in in one for one in says)
    assert bool(says) == (starter == "tom")  # the others say on every page that they are invented
    done = subprocess.run(
        [sys.executable, "-m", "exempelbank", "--project", str(folder), "build", "--workers", "1"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert [*dead_links_in(folder / "site")] == []
    assert [*hollow_parts_in(folder / "site")] == []


def test_a_new_project_is_saved_in_git_and_leaves_out_what_is_built(tmp_path, wheel):
    folder = tmp_path / "bank"

    assert new(folder, wheel) == 0
    assert git(folder, "status", "--porcelain") == ""
    assert git(folder, "log", "--format=%s") == "Börja med Exempelbanken"
    assert git(folder, "branch", "--show-current") == "main"
    assert f"wheels/{Path(wheel).name}" in git(folder, "ls-files")
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("")
    assert git(folder, "status", "--porcelain") == ""


def test_nothing_is_written_over_and_nothing_is_left_half_made(tmp_path, wheel, capsys):
    (folder := tmp_path / "bank").mkdir()
    (folder / "brev.txt").write_text("mitt")

    assert new(folder, wheel) == 1
    assert "brev.txt" in capsys.readouterr().err
    assert new(tmp_path / "other", wheel, "--forge", "nobody's") == 1
    assert {path.name for path in tmp_path.rglob("*")} == {"bank", "brev.txt"}


def test_the_help_names_all_that_one_can_choose(capsys):
    with pytest.raises(SystemExit):
        main(["new", "--help"])

    said = capsys.readouterr().out
    assert all(choice in said for choice in (*STARTERS, *FORGES, *i18n.LANGUAGES))


def test_an_empty_folder_is_used(tmp_path, wheel):
    (folder := tmp_path / "bank").mkdir()

    assert new(folder, wheel, "--no-git") == 0
    assert (folder / "README.md").is_file()


@pytest.fixture
def at_a_terminal(monkeypatch):
    """Someone answers what is asked, line by line, and then closes it."""

    def answering(*lines):
        left = iter(lines)

        def answer(_mark):
            for line in left:
                return line
            raise EOFError

        monkeypatch.setattr("sys.stdin.isatty", lambda: True)
        monkeypatch.setattr("builtins.input", answer)

    return answering


def test_at_a_terminal_one_is_asked_again_until_the_answer_can_be_used(
    tmp_path, wheel, at_a_terminal, capsys
):
    answers = ["", "Samspelet", "", "", "samspelet", "https://samspelet.se/", "bank@samspelet.se"]
    at_a_terminal(*answers, "", "Åsa Ek", "Bo Lind", "")
    folder = tmp_path / "bank"

    assert main(["new", str(folder), "--wheel", wheel, "--no-git"]) == 0
    assert "ska vara en adress" in capsys.readouterr().out  # and asked once more
    assert 'id_prefix: "SAM"' in (folder / "site_config" / "organisation.yml").read_text("utf-8")


def test_whoever_ends_the_questions_hears_that_nothing_is_made(
    tmp_path, wheel, at_a_terminal, capsys
):
    at_a_terminal("", "Samspelet")

    assert main(["new", str(tmp_path / "bank"), "--wheel", wheel]) == 130
    assert _("Nothing was made.") in capsys.readouterr().err
    assert not [*tmp_path.iterdir()]
