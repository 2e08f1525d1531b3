"""`exempelbank report` and `preview`, on a real repository."""

import re
import shutil
import subprocess

import html5lib
import pytest

from exempelbank.cli import main
from tests.builders import PROJECT, sample_settings

ID = "FC-2026-004"
FILE = f"submissions/{ID}.md"


@pytest.fixture
def project(tmp_path):
    """A copy of the sample site in a repository of its own, with everything committed."""
    for folder in ("content", "submissions", "site_config"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path)
    return tmp_path


def git(folder, *words):
    identity = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def commit(folder):
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x")


def rewrite(project, old, new, path=FILE):
    file = project / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def exempelbank(project, capsys):
    def run(*words):
        code = main(["--project", str(project), *map(str, words)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def test_a_report_is_printed_for_one_example(exempelbank):
    code, out, _err = exempelbank("report", ID)

    assert code == 0
    assert "Digital genomförandeplan" in out


def test_a_report_is_written_where_it_is_asked_for(exempelbank, tmp_path):
    out = tmp_path / "r.html"

    assert exempelbank("report", ID, "--format", "html", "--out", out)[0] == 0
    assert out.read_text("utf-8").startswith("<!doctype html>")


def test_it_is_compared_with_how_it_was_at_a_commit(exempelbank, project):
    rewrite(project, "med stor skärm", "med liten skärm")

    _code, out, _err = exempelbank("report", ID, "--against", "HEAD")

    assert "<del>stor</del> <ins>liten</ins>" in out


def test_it_is_compared_with_where_the_branch_began(exempelbank, project):
    git(project, "switch", "--quiet", "--create", "granska")
    rewrite(project, "med stor skärm", "med liten skärm")
    commit(project)
    git(project, "switch", "--quiet", "main")
    rewrite(project, "Öva på en plan", "Träna på en plan")
    commit(project)
    git(project, "switch", "--quiet", "granska")

    _code, out, _err = exempelbank("report", ID, "--against", "main")

    assert "liten</ins>" in out
    assert "Träna" not in out


def test_it_is_compared_with_a_file(exempelbank, project, tmp_path):
    shutil.copy(project / FILE, tmp_path / "before.md")
    rewrite(project, "med stor skärm", "med liten skärm")

    _code, out, _err = exempelbank("report", ID, "--against", tmp_path / "before.md")

    assert "<ins>liten</ins>" in out


def test_without_an_id_all_that_has_changed_is_told_of(exempelbank, project):
    rewrite(project, "med stor skärm", "med liten skärm")
    shutil.copy(project / FILE, project / "submissions/FC-2026-099.md")
    rewrite(project, f"id: {ID}", "id: FC-2026-099", "submissions/FC-2026-099.md")

    _code, out, _err = exempelbank("report", "--against", "HEAD")

    assert len(re.findall(r"^## ", out, re.MULTILINE)) == 2
    assert "FC-2026-099" in out


def test_an_example_that_moved_at_approval_is_compared_with_what_it_was(exempelbank, project):
    path = "content/examples/beslutsbrev-som-gar-att-forsta.md"
    published = (project / path).read_text("utf-8")
    id = re.search(r"^id: (\S+)$", published, re.MULTILINE)[1]
    shutil.copy(project / FILE, project / f"submissions/{id}.md")
    rewrite(project, f"id: {ID}", f"id: {id}", f"submissions/{id}.md")
    (project / path).unlink()
    commit(project)
    (project / f"submissions/{id}.md").unlink()
    (project / path).write_text(published, "utf-8")

    _code, out, _err = exempelbank("report", "--against", "HEAD")

    assert "Jämfört med" in out


def test_a_file_that_cannot_be_read_is_reported_and_not_shown(exempelbank, project):
    (project / FILE).write_text("---\nid: a\nid: b\nhemlig: 08-465 004 17\n---\n", "utf-8")

    code, out, _err = exempelbank("report", "--against", "HEAD")

    assert code == 0
    assert ID in out
    assert "004 17" not in out


def test_nothing_changed_is_said(exempelbank):
    assert exempelbank("report", "--against", "HEAD")[1].strip() == "Här är inget exempel ändrat."


@pytest.mark.parametrize(
    "ref", ["nonsense", "--output=/tmp/x", "HEAD:submissions", "$(id)", "main..", "-h"]
)
def test_what_is_no_commit_is_refused_kindly(exempelbank, ref):
    code, _out, err = exempelbank("report", ID, f"--against={ref}")

    assert code == 1
    assert "Traceback" not in err


def test_an_unknown_id_is_refused_kindly(exempelbank):
    code, _out, err = exempelbank("report", "FC-2026-00")

    assert code == 1
    assert err


def test_what_the_gate_has_found_is_told_where_it_belongs(exempelbank, project, tmp_path):
    rewrite(project, "med stor skärm", "med liten skärm")
    rewrite(project, "submitted_at: 2026", "submitted_at: 2025")
    (project / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    git(project, "switch", "--quiet", "--create", "granska")
    commit(project)
    _code, found, _err = exempelbank("check", "--since", "main", "--format", "json")
    (tmp_path / "found.json").write_text(found, "utf-8")

    _code, out, _err = exempelbank(
        "report", "--against", "main", "--found", tmp_path / "found.json"
    )

    whole, own = out.split("Digital genomförandeplan")
    assert "mkdocs.yml" in whole.replace("\u2060", "")
    assert "source" in own


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[{"path": "x"}]', "null"])
def test_what_no_gate_has_found_is_refused_kindly(exempelbank, tmp_path, text):
    (tmp_path / "found.json").write_text(text, "utf-8")

    code, _out, err = exempelbank("report", ID, "--found", tmp_path / "found.json")

    assert code == 1 or text == "{}"
    assert "Traceback" not in err


# ---- Preview ----


def test_a_preview_is_the_page_as_one_file_that_asks_for_nothing(exempelbank, tmp_path):
    out = tmp_path / "p.html"
    exempelbank("preview", ID, "--out", out)
    page = out.read_text("utf-8")

    html5lib.HTMLParser(strict=True).parse(page)
    assert "Förhandsvisning" in page
    assert "Den som håller i musen bestämmer" in page
    assert "<script" not in page
    assert not re.search(r' (?:src|href)="(?!mailto:|tel:|https://|#)', page)
    assert not re.search(r"<a\b(?![^>]* href=)", page), "and every link leads somewhere"
    assert f'href="{sample_settings().organisation.url}larande-exempel/"' in page
    assert not re.search(r"url\((?!\"data:)", page)


def test_private_fields_are_not_in_a_preview(exempelbank, project, tmp_path):
    rewrite(project, "contact_publish: yes", "contact_publish: no")
    exempelbank("preview", ID, "--out", tmp_path / "p.html")
    page = (tmp_path / "p.html").read_text("utf-8")

    for private in (
        "genomforandeplan@nacka.example",
        "Mall genomförandeplan",
        "cilla-alm",
        "Systemets namn",
    ):
        assert private not in page


def test_a_preview_says_when_the_site_would_review_it_again(exempelbank, project, tmp_path):
    rewrite(project, "review_months: 24", "review_months: 7", "site_config/organisation.yml")
    rewrite(project, "as_of: 2026-03-16", "as_of: 2026-03-31", "site_config/organisation.yml")
    exempelbank("preview", ID, "--out", tmp_path / "p.html")

    assert "31 oktober 2026" in (tmp_path / "p.html").read_text("utf-8")


def test_no_page_is_made_of_what_tells_of_a_person(exempelbank, project, tmp_path):
    rewrite(project, "Det är hela tanken.", "Kalle har personnummer 19811228-9874.")
    code, out, err = exempelbank("preview", ID, "--out", tmp_path / "p.html")

    assert code == 1
    assert not (tmp_path / "p.html").exists()
    assert "9874" not in out + err


def test_all_that_has_changed_is_previewed_into_a_folder(exempelbank, project, tmp_path):
    rewrite(project, "med stor skärm", "med liten skärm")
    exempelbank("preview", "--against", "HEAD", "--out", tmp_path / "pages")

    assert [page.name for page in (tmp_path / "pages").iterdir()] == [f"{ID}.html"]


def test_a_published_example_can_be_previewed_too(exempelbank, tmp_path):
    assert exempelbank("preview", "FC-2024-007", "--out", tmp_path / "p.html")[0] == 0
