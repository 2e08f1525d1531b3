"""exempelbank forge, as it is typed."""

from __future__ import annotations

import pytest

from exempelbank.forge.address import TOKEN
from tests.builders import a_submission
from tests.forge.fakes import BOT, FakeForge
from tests.review.builders import a_project, run, stored, write


@pytest.fixture
def project(fake: FakeForge, tmp_path, monkeypatch):
    """The sample's settings, one submission, and the fake's address and token."""
    root = a_project(tmp_path, stored(a_submission(title="Hemlig titel")))
    address = f"kind: {fake.kind}\nurl: {fake.url}\nrepository: forum-carpe/bank\n"
    write(root, "site_config/forge.yml", address)
    for name in ("GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(TOKEN, fake.token().value)
    return root


def test_a_guarded_project_is_told_of_line_by_line(project, state, capsys):
    state.accounts[BOT].role = "admin"

    assert run(project, "forge", "check") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "ok: projektet är privat" and len(lines) > 8


def test_what_is_wrong_makes_the_command_fail_and_says_where_it_is_set(project, state, capsys):
    state.visibility = "public"

    assert run(project, "forge", "check") == 1
    said = capsys.readouterr().out
    assert ": fel: projektet är öppet" in said and "Settings > " in said


def test_the_reminder_is_written_once_and_holds_no_title(project, state, capsys):
    for _ in range(2):
        assert run(project, "forge", "remind") == 0

    (issue,) = state.issues
    assert "FC-2026-014" in issue.body and "Hemlig" not in issue.body + issue.title
    assert issue.title.startswith("Det som väntar, vecka ")
    assert f"/{issue.number}\n" in capsys.readouterr().out


def test_a_token_that_is_gone_is_told_in_words(project, fake, capsys):
    fake.revoke()

    assert run(project, "forge", "check") == 1
    assert "åtkomstnyckeln" in capsys.readouterr().err
