"""The fakes are worth something only if they refuse what a forge refuses."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from exempelbank.exceptions import ForgeRefused
from exempelbank.forge.connecting import forge_at
from exempelbank.forge.types import PullRequestState, StatusState
from tests.forge.fakes import ANNA, BO, STRANGER, FakeGitHub, ForgeState, Refusal

ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_AUTHOR_NAME": "X",
    "GIT_AUTHOR_EMAIL": "x@x.example",
    "GIT_COMMITTER_NAME": "X",
    "GIT_COMMITTER_EMAIL": "x@x.example",
}


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=os.environ | ALONE,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """With a commit on main, and one more on a branch."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "clone")
    clone = tmp_path / "clone"
    git(clone, "commit", "--quiet", "--allow-empty", "--message=Begin")
    git(clone, "switch", "--quiet", "--create=svar/FC-2026-001")
    (clone / "fil.md").write_text("Hej å\n", "utf-8")
    git(clone, "add", "fil.md")
    git(clone, "commit", "--quiet", "--message=Add")
    git(tmp_path, "clone", "--quiet", "--bare", "--branch=main", "clone", "bank.git")
    git(tmp_path / "bank.git", "update-ref", "-d", "refs/heads/svar/FC-2026-001")
    return clone


def test_git_and_the_api_tell_of_the_same_repository(clone):
    state = ForgeState(repository=clone.parent / "bank.git")
    with FakeGitHub(state).serving() as fake:

        def push(account: str, *what: str) -> bool:
            address = fake.clone_url.replace("//", f"//x:{state.accounts[account].token}@")
            return git(clone, "push", address, *what).returncode == 0

        branch = "HEAD:refs/heads/svar/FC-2026-001"
        assert not push(STRANGER, branch) and not push(BO, branch)
        assert push(ANNA, branch) and not push(ANNA, "HEAD:refs/heads/main")
        git(clone, "commit", "--quiet", "--amend", "--message=Other")
        assert not push(ANNA, branch) and not push(ANNA, "--force", branch)

        forge = forge_at(fake.address, fake.token())
        pull = forge.open_pull_request("svar/FC-2026-001", "main", "FC-2026-001", "")
        assert len(forge.commits(pull.number)) == 1
        forge.set_status(pull.head_commit, StatusState.SUCCESS, "Ja")
        forge.merge(pull.number, pull.head_commit)

        assert forge.pull_request(pull.number).state is PullRequestState.MERGED
        assert state.git("show", "main:fil.md") == ["Hej å"]


def test_what_no_route_has_heeded_is_refused(fake):
    forge = forge_at(fake.address, fake.token())
    number = forge.open_pull_request("svar/FC-2026-001", "main", "x", "").number
    requests = "/projects/forum-carpe%2Fbank/merge_requests"
    path = requests if fake.kind == "gitlab" else "/repos/forum-carpe/bank/pulls"

    with pytest.raises(ForgeRefused, match="typo"):
        forge.client.get(f"{path}/{number}", dict, typo=1)


def test_nobody_approves_what_they_have_opened(state):
    pull = state.open_pull(ANNA, "svar/FC-2026-001", "main", "x", "")
    with pytest.raises(Refusal):
        state.review(ANNA, pull.number, "approved")


def test_too_few_approvals_are_too_few(fake, state):
    state.rules.least_approvals, state.rules.required_statuses = 1, ()
    forge = forge_at(fake.address, fake.token())
    pull = forge.open_pull_request("svar/FC-2026-001", "main", "x", "")
    with pytest.raises(ForgeRefused, match="approvals"):
        forge.merge(pull.number, pull.head_commit)
    state.review(ANNA, pull.number, "approved")
    forge.merge(pull.number, pull.head_commit)

    assert state.pull(pull.number).state == "merged"
