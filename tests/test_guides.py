"""The guides, as a coordinator follows them: every command, in its order, on the sample."""

from __future__ import annotations

import io
import re
import shlex
import shutil
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path
from typing import NamedTuple

import pytest

from exempelbank.cli import main
from exempelbank.cli.commands import EXAMPLES
from tests.builders import PROJECT
from tests.git.builders import git
from tests.retired_english import english_in

FOR_DEVELOPERS = (
    *("architecture", "decisions", "extending", "glossary", "performance", "review-rules"),
    "search",
)
GUIDES = [
    PROJECT / "README.md",
    *sorted(p for p in (PROJECT / "docs").glob("*.md") if p.stem not in FOR_DEVELOPERS),
]
NEVER_ENDS = "serve"
IS_SURE = "withdraw"  # asks, which only a terminal can answer
COPIED = ("content", "site_config", "submissions", "docs", "mkdocs.yml")
AN_EXPORT = PROJECT / "tests" / "fixtures" / "exports" / "ms_forms.xlsx"
A_LOG = '192.0.2.7 - - [02/Mar/2026:09:15:00 +0100] "GET / HTTP/1.1" 200 9 "-" "Mozilla/5.0"\n'
# A comment above a block says why it is not run, or with what its commands end when not with 0.
BLOCK = re.compile(r"(?:^<!-- ([^>]*) -->\n)?^```(\w*)[^\n]*\n((?s:.*?))^```", re.MULTILINE)
NOT_RUN = re.compile(r"körs inte: (.*)")
ENDS = re.compile(r"slutar med ([\d, ]+): .")
REASONS = {"installerar", "kräver en plattform", "kräver git"}
STOPPED = 130  # when nobody is there to answer
RAW_PATTERN = re.compile(r"\^\[|\[a-z|\(\?[:=!]|\\[dsw][+*]")


class ShownCommand(NamedTuple):
    words: list[str]
    ends_with: int


def blocks_of(guide: Path) -> Iterator[tuple[str, list[str]]]:
    """(the remark above, the lines) of those that are for a terminal."""
    for remark, language, block in BLOCK.findall(guide.read_text("utf-8")):
        if language in ("", "sh"):
            yield remark, block.splitlines()


def shown_commands(guide: Path) -> Iterator[ShownCommand]:
    for remark, lines in blocks_of(guide):
        if NOT_RUN.search(remark):
            continue
        ends = ENDS.search(remark)
        codes = [int(code) for code in ends[1].split(",")] if ends else [0]
        commands = [line for line in lines if line.startswith("exempelbank")]
        for line, code in zip(commands, chain(codes, repeat(codes[-1])), strict=False):
            words = shlex.split(line, comments=True)[1:]
            asks = words[:1] == ["add"] and not {"--file", "--template"} & {*words}
            if IS_SURE in words:
                words.append("--yes")
            if NEVER_ENDS not in words:
                yield ShownCommand(words, STOPPED if asks else code)


@pytest.fixture
def sample(tmp_path, monkeypatch):
    """What a project holds, and what a reader of the guides has got from elsewhere."""
    for name in COPIED:
        copy = shutil.copytree if (PROJECT / name).is_dir() else shutil.copy
        copy(PROJECT / name, tmp_path / name)
    inbox = tmp_path / "submissions" / "inbox"
    inbox.mkdir()
    shutil.copy(AN_EXPORT, inbox / "svar.xlsx")
    shutil.copy(PROJECT / "docs" / "examples" / "svar.json", inbox)
    (tmp_path / "bilder").mkdir()
    (tmp_path / "access.log").write_text(A_LOG, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    git(tmp_path, "init", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "Börja")


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_the_commands_of_a_guide_work_in_their_order_and_speak_swedish(guide, capsys):
    for command in shown_commands(guide):
        code = main(command.words)

        said = "".join(capsys.readouterr())
        assert code == command.ends_with, f"{shlex.join(command.words)}\n{said}"
        assert "Traceback" not in said
        assert english_in(said) == [], command.words
        assert RAW_PATTERN.findall(said) == [], command.words


def test_what_is_not_run_is_little_and_is_marked_with_a_reason_that_is_known():
    blocks = [block for guide in GUIDES for block in blocks_of(guide)]
    remarks = [remark for remark, _lines in blocks if remark]
    reasons = [found[1] for remark in remarks if (found := NOT_RUN.search(remark))]

    assert {*reasons} == REASONS
    assert len(reasons) < len(blocks) / 5
    assert [r for r in remarks if not NOT_RUN.search(r) and not ENDS.search(r)] == []


def test_a_guide_names_no_command_that_there_is_not():
    named = {
        (guide.name, name)
        for guide in GUIDES
        for name in re.findall(r"\bexempelbank ([a-z][a-z-]+)", guide.read_text("utf-8"))
    }

    assert len(named) > 40
    assert [(guide, name) for guide, name in sorted(named) if name not in EXAMPLES] == []
