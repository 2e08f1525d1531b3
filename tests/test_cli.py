"""The command as a process: quick to answer, and never a traceback in front of a coordinator."""

import subprocess
import sys

from tests.builders import PROJECT

HEAVY = {"pydantic", "yaml", "jinja2", "openpyxl", "mkdocs", "feedgen", "babel", "comrak", "PIL"}


def exempelbank(
    *arguments, cwd=PROJECT, code="import sys; from generator.cli import main; sys.exit(main())"
):
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8")


def test_help_loads_nothing_heavy():
    code = (
        "import sys; from generator.cli import main\\n"
        "try: main(['--help'])\\n"
        "except SystemExit: print(*sys.modules)"
    ).replace("\\n", "\n")
    loaded = {name.split(".")[0] for name in exempelbank(code=code).stdout.split()}

    assert "generator" in loaded
    assert not loaded & HEAVY


def test_outside_a_project_it_says_where_to_stand(tmp_path):
    done = exempelbank("check", cwd=tmp_path)

    assert done.returncode == 1
    assert str(tmp_path) in done.stderr
    assert "Traceback" not in done.stderr


def test_a_fault_of_ours_is_told_in_words_and_kept_for_whoever_mends_it(tmp_path):
    (tmp_path / "site_config").mkdir()
    code = (
        "import sys, generator.settings as s\n"
        "def broken(*_): raise RuntimeError('a sender\\'s words')\n"
        "s.load_settings = broken\n"
        "from generator.cli import main; sys.exit(main(['check']))"
    )
    done = exempelbank(code=code, cwd=tmp_path)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "sender" not in done.stderr
    assert "RuntimeError" in (tmp_path / ".exempelbank" / "fault.txt").read_text("utf-8")


def test_what_no_file_may_hold_is_not_taken_from_the_command_line_either(tmp_path):
    (tmp_path / "site_config").mkdir()
    reason = ["--by", "anna-ek", "--reason", "trasig\u202egnip"]

    done = exempelbank("--project", str(tmp_path), "pause", "FC-2026-005", *reason)

    assert done.returncode == 2
    assert "U+202E" in done.stderr
