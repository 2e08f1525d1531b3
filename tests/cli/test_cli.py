"""The command as a process: quick to answer, and never a traceback in front of a coordinator."""

import os
import shutil
import subprocess
import sys

import pytest

from exempelbank.cli import main
from tests.builders import PROJECT

HEAVY = {"pydantic", "yaml", "jinja2", "openpyxl", "mkdocs", "feedgen", "babel", "comrak", "PIL"}


def exempelbank(
    *arguments, cwd=PROJECT, code="import sys; from exempelbank.cli import main; sys.exit(main())"
):
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8")


def test_help_loads_nothing_heavy():
    code = (
        "import sys; from exempelbank.cli import main\\n"
        "try: main(['--help'])\\n"
        "except SystemExit: print(*sys.modules)"
    ).replace("\\n", "\n")
    loaded = {name.split(".")[0] for name in exempelbank(code=code).stdout.split()}

    assert "exempelbank" in loaded
    assert not loaded & HEAVY


def test_a_word_that_is_no_command_is_held_against_those_that_are():
    says = exempelbank("quue").stderr

    assert "Menade du ”queue”?" in says
    assert "Traceback" not in says


def test_an_option_that_there_is_not_is_held_against_those_of_its_command():
    says = exempelbank("stats", "--acces-logg", "x").stderr

    assert "Menade du ”--access-log”?" in says


def test_outside_a_project_it_says_where_to_stand(tmp_path):
    done = exempelbank("check", cwd=tmp_path)

    assert done.returncode == 1
    assert str(tmp_path) in done.stderr
    assert "Traceback" not in done.stderr


def test_a_fault_of_ours_is_told_in_words_and_kept_for_whoever_mends_it(tmp_path):
    (tmp_path / "site_config").mkdir()
    code = (
        "import sys, exempelbank.settings as s\n"
        "def broken(*_): raise RuntimeError('a sender\\'s words')\n"
        "s.load_settings = broken\n"
        "from exempelbank.cli import main; sys.exit(main(['check']))"
    )
    done = exempelbank(code=code, cwd=tmp_path)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "sender" not in done.stderr
    assert "RuntimeError" in (tmp_path / ".exempelbank" / "fault.txt").read_text("utf-8")


# ---- Odd arguments ----

ODD = {
    "nothing": "",
    "a byte that is no UTF-8": "r\udce5d",
    "half a character": "\ud800",
    "NUL": "a\0b",
    "an escape sequence": "\x1b[2J",
    "a huge number": "9" * 5000,
    "a large number": "99999999999",
    "a negative number": "-1",
    "the last day": "9999-12-31",
    "a long name": "x" * 300,
    "a very long text": "x " * 100_000,
    "a device": "/dev/null",
    "a commit that never was": "HEAD~99999999999999",
    "braces": "{0}{x}%s%(x)d",
}
WHERE = [
    "{} check",
    "--project {} check",
    "import {} --form prov",
    "import saknas.csv --form prov --attachments {}",
    "import saknas.csv --form prov --release {} --reason x",
    "import saknas.csv --form prov --release x --reason {}",
    "inspect {}",
    "inspect saknas.csv --save {}",
    "inbox --purge {}",
    "privacy-bench {}",
    "show {}",
    "handle FC-2026-001 --by {}",
    "checklist FC-2026-001 participation=no:{} --by bo-lind",
    "set-state FC-2026-001 {} --by bo-lind",
    "set-state FC-2026-001 in-review --by bo-lind --note {}",
    "approve FC-2026-001 --by bo-lind --not-involved --slug {}",
    "pause FC-2026-005 --by bo-lind --reason {}",
    "check --since {}",
    "check --since HEAD --facts {}",
    "report {}",
    "report FC-2026-005 --against {}",
    "report FC-2026-005 --out {}",
    "preview --against HEAD --out {}",
    "search stöd --most {}",
    "search-bench {0} {0} {0}",
    "digest --since {}",
    "digest --since 2026-01-01 --until {}",
    "digest --since 2026-01-01 --for {}",
    "stats --access-log {}",
    "serve --port {}",
]


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """With few files, so that a command is soon done."""
    root = tmp_path_factory.mktemp("project") / "here"
    shutil.copytree(PROJECT / "site_config", root / "site_config")
    for name in ("submissions/FC-2026-001.md", "content/examples"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (PROJECT / name).is_dir() else shutil.copy
        copy(PROJECT / name, root / name)
    (root / "submissions" / "inbox").mkdir()
    (root / "submissions" / "inbox" / "svar.csv").write_bytes(b"x")
    return root


@pytest.mark.parametrize("words", WHERE)
def test_an_odd_argument_is_answered_in_words(words, project, monkeypatch, capsys):
    monkeypatch.chdir(project)
    for odd in ODD.values():
        arguments = [word.replace("{0}", "{}").replace("{}", odd) for word in words.split()]
        try:
            code = main(arguments)
        except SystemExit as end:
            code = end.code

        said = "".join(capsys.readouterr())
        assert code in (0, 1, 2), arguments
        assert (said.strip() or code == 0) and "Traceback" not in said
        assert not (project / ".exempelbank" / "fault.txt").exists(), arguments


def test_the_words_for_an_odd_argument_name_it_and_say_what_to_do(project, monkeypatch, capsys):
    monkeypatch.chdir(project)

    with pytest.raises(SystemExit) as end:
        main(["pause", "FC-2026-005", "--by", "bo-lind", "--reason", "r\udce5d"])

    said = capsys.readouterr().err
    assert end.value.code == 2
    assert "r?d" in said and "UTF-8" in said


@pytest.mark.parametrize("reason", ["råd från IVO", "rad\nrad", "a\tb", "👩‍🔧", "−5 %", "x" * 2000])
def test_a_reason_in_anyones_words_is_taken(reason, project, monkeypatch, capsys):
    monkeypatch.chdir(project)

    assert main(["pause", "FC-2026-005", "--by", "nobody", "--reason", reason]) == 1
    assert "nobody" in capsys.readouterr().err


def test_an_export_as_old_as_time_is_listed_and_purged(project, monkeypatch, capsys):
    monkeypatch.chdir(project)
    for name, then in (("a.csv", -1e10), ("b.csv", 1e11)):
        path = project / "submissions" / "inbox" / name
        path.write_bytes(b"x")
        os.utime(path, (then, then))

    assert main(["inbox"]) == 0
    assert main(["inbox", "--purge", "100000"]) == 0
    assert {path.name for path in (project / "submissions" / "inbox").iterdir()} >= {"b.csv"}


def test_what_no_file_may_hold_is_not_taken_from_the_command_line_either(tmp_path):
    (tmp_path / "site_config").mkdir()
    reason = ["--by", "anna-ek", "--reason", "trasig\u202egnip"]

    done = exempelbank("--project", str(tmp_path), "pause", "FC-2026-005", *reason)

    assert done.returncode == 2
    assert "U+202E" in done.stderr
