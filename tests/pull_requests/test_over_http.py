"""The whole walk on real git over http, beside forges as strict as the real ones."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from exempelbank.cli import main
from exempelbank.exceptions import ForgeDenied, ForgeError, GitError
from exempelbank.forge.address import TOKEN
from exempelbank.forge.connecting import forge_at
from exempelbank.pull_requests.place import place_on_forge
from tests.builders import PROJECT
from tests.forge.fakes import BOT, FAKES, FakeForge, ForgeState
from tests.git.builders import commit_files, git
from tests.intake.builders import NOW, a_csv
from tests.pull_requests.builders import ONE, Shared, acts

FIRST = {"Nr": "1"}
EDITED = {"Nr": "1", "Berätta": "Vi samlas klockan tio."}
SECOND = {"Nr": "2", "Rubrik": "Ett annat", "Inkom": "2026-03-03 09:15"}
BRANCH = f"svar/{ONE}"
SECRET = "t_hemlig_nyckel_9"


class OnForge(Shared):
    """Reached over http, with the token of the tool's account."""

    def __init__(self, root: Path, fake: FakeForge) -> None:
        super().__init__(root)
        git(self.bare, "config", "http.receivepack", "true")
        self.fake, fake.state = fake, self.state
        self.state.accounts[BOT].token = SECRET
        fake.faults.clear()

    def place(self):
        forge = forge_at(self.fake.address, self.fake.token())
        forge.client = replace(forge.client, sleep=lambda seconds: None)
        return place_on_forge(self.folder, forge, SECRET)


@pytest.fixture(scope="module")
def servers() -> Iterator[dict[str, FakeForge]]:
    with ExitStack() as stack:
        yield {
            kind: stack.enter_context(fake(ForgeState()).serving()) for kind, fake in FAKES.items()
        }


@pytest.fixture(params=FAKES)
def on_any(request, servers, tmp_path) -> OnForge:
    return OnForge(tmp_path, servers[request.param])


@pytest.fixture
def shared(servers, tmp_path) -> OnForge:
    return OnForge(tmp_path, servers["github"])


def test_an_export_goes_in_and_pull_requests_come_out(on_any):
    assert [*acts(on_any.proposed(FIRST, SECOND)).values()] == ["create", "create"]
    before = on_any.everything()
    assert on_any.proposed(FIRST, SECOND).branches == () and on_any.everything() == before

    assert acts(on_any.proposed(EDITED, SECOND)) == {BRANCH: "add-commit"}
    on_any.edit(BRANCH, {"content/pages/om.md": "# Om\n"})
    assert acts(on_any.proposed(FIRST, SECOND)) == {BRANCH: "comment"}
    assert len(on_any.state.pulls) == 2 and on_any.proposed(FIRST, SECOND).branches


FAULTS = {
    "500 at the pull request": lambda fake: fake.fail(500, times=9, matches="POST .*/pulls$"),
    "its answer is lost": lambda fake: fake.drop(matches="POST .*/pulls$", after=True),
    "403 at the labels": lambda fake: fake.fail(403, matches="PUT .*/labels$"),
    "429 without end": lambda fake: fake.limit(1, times=9, matches="POST .*/comments$"),
    "500 at the push": lambda fake: fake.fail(500, matches="POST .*git-receive-pack$"),
    "the push is cut": lambda fake: fake.drop(9, "POST .*git-receive-pack$"),
    "the answer to the push is lost": lambda fake: fake.drop(9, "POST .*git-receive-pack$", True),
}


@pytest.mark.parametrize("order", FAULTS.values(), ids=FAULTS.keys())
def test_what_fails_half_way_can_be_run_again(shared, order):
    order(shared.fake)

    failed = shared.proposed(FIRST, SECOND)
    shared.fake.faults.clear()
    again = shared.proposed(FIRST, SECOND)

    assert not failed.is_whole and again.is_whole
    assert SECRET not in "".join(branch.failed for branch in failed.branches)
    assert sorted(pull.head for pull in shared.state.pulls) == [*shared.heads()]
    assert all(pull.labels and len(pull.comments) == 1 for pull in shared.state.pulls)
    assert shared.proposed(FIRST, SECOND).branches == ()


def test_a_few_faults_are_waited_out(shared):
    shared.fake.limit(1, times=2, matches="POST .*/pulls$")

    assert shared.proposed(FIRST).is_whole and len(shared.state.pulls) == 1


def test_a_token_that_is_gone_half_way_is_said_and_not_shown(shared):
    place = shared.place()
    opened = place.forge.open_pull_request

    def then_revoked(*arguments):
        pull = opened(*arguments)
        shared.fake.revoke()
        return pull

    place.forge.open_pull_request = then_revoked
    failed = shared.proposed(FIRST, SECOND, place=place)
    assert all(SECRET not in branch.failed != "" for branch in failed.branches)

    with pytest.raises(ForgeError):
        shared.place()
    shared.state.accounts[BOT].token = SECRET
    assert shared.proposed(FIRST, SECOND).is_whole and len(shared.state.pulls) == 2


def test_a_token_that_git_does_not_take_is_said_and_not_shown(shared):
    shared.fake.fail(403, times=9, matches="GET .*info/refs$")

    with pytest.raises(GitError) as why:
        shared.proposed(FIRST)

    assert SECRET not in why.value.says and "403" in why.value.says


@pytest.mark.parametrize("visibility", ["public", "internal"])
def test_a_repository_that_others_can_read_gets_nothing(servers, tmp_path, visibility):
    shared = OnForge(tmp_path, servers["gitlab"])
    shared.state.visibility = visibility

    with pytest.raises(ForgeDenied):
        shared.proposed(FIRST)

    assert shared.heads() == {}


def test_two_at_once_make_no_doubles(shared):
    outcomes = []

    def run(seconds: int) -> None:
        now = NOW + timedelta(seconds=seconds)
        outcomes.append(shared.proposed(FIRST, SECOND, now=now))

    threads = [threading.Thread(target=run, args=(seconds,)) for seconds in (0, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [outcome.is_whole for outcome in outcomes] == [True, True]
    assert len(shared.heads()) == 2
    assert sorted(pull.head for pull in shared.state.pulls) == [*shared.heads()]


def test_the_token_stands_in_no_command_line_file_or_commit(shared, tmp_path, monkeypatch):
    log, real = tmp_path / "commands", shutil.which("git")
    shim = tmp_path / "bin" / "git"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\necho "$@" >> "{log}"\nexec "{real}" "$@"\n')
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", f"{shim.parent}{os.pathsep}{os.environ['PATH']}")

    shared.proposed(FIRST)

    assert "push" in log.read_text()
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or SECRET.encode() not in path.read_bytes(), path
    assert SECRET not in git(shared.bare, "log", "--all", "--format=%B%an%ae%cn%ce")


def test_a_coordinator_meets_it_in_swedish(shared, monkeypatch, capsys):
    files = {
        f"site_config/{path.name}": path.read_bytes()
        for path in (PROJECT / "site_config").glob("*.yml")
    }
    commit_files(shared.folder, "Settings", files)
    git(shared.folder, "push", "--quiet", "origin", "main")
    export = shared.folder.parent / "svar.csv"
    export.write_bytes(a_csv(FIRST, SECOND, {"Nr": "3", "Samtycke": "Nej"}))
    for name, value in {
        "GITHUB_ACTIONS": "true",
        "GITHUB_SERVER_URL": shared.fake.url,
        "GITHUB_REPOSITORY": shared.state.name,
        TOKEN: SECRET,
    }.items():
        monkeypatch.setenv(name, value)
    command = ["--project", str(shared.folder), "import", str(export), "--form", "prov"]

    assert main([*command, "--pull-requests"]) == 0

    said = "".join(capsys.readouterr())
    assert f"{BRANCH}: ny gren, pull request " in said and SECRET not in said
    assert shared.state.pulls[0].title.endswith(": svar att granska")
    assert "Bildstöd" not in said
    assert main([*command, "--pull-requests", "--format", "json", "--dry-run"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["branches"] == [] and [r["change"] for r in answer["responses"]][2] == "held"
    shared.fake.fail(500, times=9, matches="POST .*git-receive-pack$")
    export.write_bytes(a_csv(EDITED, SECOND))
    assert main([*command, "--pull-requests"]) == 1
    assert "inte gjort" in "".join(capsys.readouterr())
