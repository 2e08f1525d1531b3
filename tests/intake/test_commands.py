"""The commands around exports."""

from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path

import pytest

from exempelbank.cli import main
from tests.builders import PROJECT
from tests.git.builders import git
from tests.intake.builders import a_csv, a_project, submission_files
from tests.review.builders import write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "site_config").mkdir()
    for path in (PROJECT / "site_config").glob("*.yml"):
        (tmp_path / "site_config" / path.name).write_bytes(path.read_bytes())
    return a_project(tmp_path)


def test_the_json_plan_holds_no_values_of_what_is_held(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    canary = "Kanariefågel"
    (root / "svar.csv").write_bytes(a_csv({}, {"Nr": "2", "Samtycke": "", "Rubrik": canary}))

    file = str(root / "svar.csv")

    code = main(["--project", str(root), "import", file, "--form", "prov", "--format", "json"])

    printed = capsys.readouterr().out
    new, held = json.loads(printed)["responses"]
    assert code == 0
    assert new["file"] in submission_files(root)
    assert new["fields"]["municipality"] == "huddinge" and new["fields"]["how"]
    assert new["fields"]["consent"] is True
    assert new["fields"]["submitted_at"] == "2026-03-02T09:15:00+01:00"
    assert held.keys() >= {"key", "row", "change", "reasons"} and "fields" not in held
    assert canary not in printed


def test_the_plan_in_words_holds_no_answers(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "svar.csv").write_bytes(
        a_csv({"Rubrik": "Kanariefågel", "Berätta": "Ring Lisa på 070-174 06 18"})
    )

    main(["--project", str(root), "import", str(root / "svar.csv"), "--form", "prov"])

    said = "".join(capsys.readouterr())
    assert "svar.csv" in said
    assert not any(word in said for word in ("Kanarie", "Lisa", "070", "bo@kommun"))


def test_a_release_needs_a_reason(root: Path) -> None:
    (root / "svar.csv").write_bytes(a_csv({}))
    command = ["--project", str(root), "import", str(root / "svar.csv"), "--form", "prov"]

    assert main([*command, "--release", "generic:prov:1"]) == 1
    assert submission_files(root) == {}


def test_old_exports_are_purged_and_new_ones_left(root: Path) -> None:
    inbox = root / "submissions" / "inbox"
    (inbox / "mapp").mkdir(parents=True)
    for name, days in (("gammal.csv", 40), ("mapp/gammal.xlsx", 31), ("ny.csv", 3)):
        (inbox / name).write_bytes(b"x")
        then = time.time() - days * 86_400
        os.utime(inbox / name, (then, then))

    code = main(["--project", str(root), "inbox", "--purge", "30"])

    assert code == 0
    assert [path.name for path in inbox.rglob("*") if path.is_file()] == ["ny.csv"]


def test_an_export_that_can_not_be_deleted_is_told_of_after_those_that_are(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.csv", "b.csv"):
        write(root, f"submissions/inbox/{name}", "x")
    unlink = Path.unlink

    def refused(path: Path, missing_ok: bool = False) -> None:
        if path.name == "b.csv":
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refused)
        code = main(["--project", str(root), "inbox", "--purge", "0"])

    said = capsys.readouterr()
    assert code == 1
    assert "a.csv" in said.out and "b.csv" not in said.out
    assert "submissions/inbox/b.csv" in said.err and "öppen i ett annat program" in said.err


def test_privacy_bench_prints_a_score_for_each_rule(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sentences = PROJECT / "tests" / "privacy" / "sentences.tsv"

    assert main(["--project", str(root), "privacy-bench", str(sentences)]) == 0
    assert capsys.readouterr().out.count("1.000") > 4


def test_privacy_bench_says_of_a_rule_that_no_sentence_measures_it(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sentences = tmp_path / "few.tsv"
    sentences.write_text("none\tHej!\nname\tKalle kom.\n", "utf-8")

    assert main(["--project", str(root), "privacy-bench", str(sentences)]) == 0
    assert re.search(r"^small-unit +0 ", capsys.readouterr().out, re.MULTILINE)


def test_a_first_load_in_one_branch_needs_branches(root: Path, capsys) -> None:
    (root / "svar.csv").write_bytes(a_csv({}))
    command = ["--project", str(root), "import", str(root / "svar.csv"), "--form", "prov"]

    assert main([*command, "--batch"]) == 1
    assert "--branches" in capsys.readouterr().err and submission_files(root) == {}


def test_branches_need_a_folder_that_is_shared(root: Path, capsys) -> None:
    (root / "svar.csv").write_bytes(a_csv({}))
    git(root, "init", "--quiet")
    command = ["--project", str(root), "import", str(root / "svar.csv"), "--form", "prov"]

    assert main([*command, "--branches"]) == 1
    assert "Traceback" not in (said := capsys.readouterr().err) and len(said.splitlines()) == 2
