"""Where --out may write: never among the project's own files, nor over what a person wrote."""

import pytest

from exempelbank.i18n import _
from exempelbank.model.submission import Submission
from tests.review.builders import a_project, a_ready_one, read, run, stored

ID = "FC-2026-014"
FORM = ("add", "exempel", "--template")


@pytest.fixture
def root(tmp_path, monkeypatch):
    root = a_project(tmp_path, stored(a_ready_one()))
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(
    "command",
    (
        FORM,
        ("report", ID),
        ("preview", ID),
        ("letter", ID, "mottaget", "--by", "bo-lind"),
        ("stats",),
        ("storytellers",),
        ("digest", "--list"),
        ("letter", "saknas"),
    ),
)
def test_nothing_is_written_over_a_record(root, command, capsys):
    record = root / f"submissions/{ID}.md"
    before = record.read_bytes()

    assert run(root, *command, "--out", f"submissions/{ID}.md") == 1
    assert record.read_bytes() == before
    assert _("Nothing was written. Choose a name outside that folder.") in capsys.readouterr().err


@pytest.mark.parametrize("folder", ("content", "site_config", "submissions/new", ".exempelbank"))
def test_nothing_new_is_put_among_the_projects_own_files(root, folder):
    assert run(root, "report", ID, "--out", f"{folder}/rapport.html") == 1
    assert not (root / folder / "rapport.html").exists()


def test_a_link_is_no_way_in(root):
    (root / "ut").symlink_to(root / "submissions")

    assert run(root, "report", ID, "--out", "ut/rapport.html") == 1


@pytest.mark.parametrize("command", (FORM, ("report", ID)))
def test_a_form_that_is_filled_in_is_not_written_over(root, command, capsys):
    run(root, *FORM, "--out", "utkast/exempel.md")
    form = root / "utkast/exempel.md"
    form.write_text(form.read_text().replace("Rubrik:", "Rubrik: Bildstöd"))

    assert run(root, *command, "--out", "utkast/exempel.md") == 1
    assert "Rubrik: Bildstöd" in form.read_text()
    assert _("Nothing was written. Choose another name.") in capsys.readouterr().err


def test_another_kind_of_file_is_not_written_over(root):
    (root / "budget.xlsx").write_bytes(b"PK")

    assert run(root, "stats", "--out", "budget.xlsx") == 1
    assert (root / "budget.xlsx").read_bytes() == b"PK"


def test_what_a_command_wrote_before_is_written_anew_and_said(root, capsys):
    for _time in range(2):
        assert run(root, "report", ID, "--format", "html", "--out", "rapport.html") == 0
        assert _("  written: {path}").format(path="rapport.html") in capsys.readouterr().err


def test_a_letter_says_where_it_is_and_that_it_is_noted(root, capsys):
    run(root, "letter", ID, "mottaget", "--by", "bo-lind", "--out", "brev.eml")

    said = capsys.readouterr().err
    assert _("  written: {path}").format(path="brev.eml") in said
    assert _("Noted in the log of {id}.").format(id=ID) in said
    assert read(root, f"submissions/{ID}.md", Submission).review.log[-1].by == "bo-lind"
