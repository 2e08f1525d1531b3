"""A forge and its repository, where reviewers write and the tool answers: a run after each word."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from exempelbank.cli.checking import check_folder
from exempelbank.conversations.answer_plan import AnswerPlan, plan_from
from exempelbank.conversations.facts import gather_facts
from exempelbank.conversations.planning import plan_answers
from exempelbank.conversations.posting import Poster
from exempelbank.forge.types import StatusState
from exempelbank.git.objects import Git
from exempelbank.git.remote import Remote
from exempelbank.git.writing import Signature
from exempelbank.problems import Problems
from exempelbank.review.gate.commits import Commits
from exempelbank.review.gate.forge_facts import ForgeFacts, facts_from
from exempelbank.review.gate.gate import check_branch, settings_at_base
from tests.builders import moment
from tests.forge.fakes import BOT, ForgeState, MemoryForge
from tests.review.gate.builders import git
from tests.review.gate.library import a_library

BY = Signature("Exempelbanken", "noreply@forge.example", moment("2026-12-01 09:00"))


@dataclass
class Walk:
    """`root`: someone's clone, which is also where the tool reads."""

    root: Path
    state: ForgeState
    said: list[str] = field(default_factory=list)  # by the tool, newest last

    @property
    def forge(self) -> MemoryForge:
        return MemoryForge(self.state)

    def open(self, branch: str, by: str = BOT, title: str = "x", body: str = "x") -> int:
        """A pull request for all that lies in the folder."""
        git(self.root, "switch", "--quiet", "--create", branch)
        self.save(branch)
        return self.state.open_pull(by, branch, "main", title, body).number

    def save(self, branch: str) -> None:
        """What lies in the folder becomes a commit at the forge."""
        git(self.root, "add", "--all")
        git(self.root, "commit", "--quiet", "--no-gpg-sign", "--message", "x")
        git(self.root, "push", "--quiet", "origin", branch)

    def pull_in(self, branch: str) -> None:
        """What has come at the forge, into the folder."""
        git(self.root, "fetch", "--quiet", "origin")
        git(self.root, "switch", "--quiet", branch)
        git(self.root, "reset", "--quiet", "--hard", f"origin/{branch}")

    def facts(self, number: int) -> ForgeFacts:
        """As they come out of a file."""
        facts = facts_from(gather_facts(self.forge, number).model_dump_json())
        assert facts
        return facts

    def plan(self, number: int) -> AnswerPlan:
        git(self.root, "fetch", "--quiet", "origin")
        facts = self.facts(number)
        assert facts.pull
        plan = plan_answers(self.root, "origin/main", facts, facts.pull, Problems())
        assert plan
        read = plan_from(plan.model_dump_json())
        assert read == plan
        return read

    def run(self, number: int) -> list[str]:
        """What the tool says in new comments, without its marks."""
        plan = self.plan(number)
        known = len(self.state.pull(number).comments)
        repository = Git(self.root)
        remote = Remote(repository, str(self.state.repository))
        self.said = list(Poster(self.forge, repository, remote, "main", BY).post(plan))
        new = self.state.pull(number).comments[known:]
        assert all(remark.by == BOT for remark in new)
        return ["\n".join(remark.body.splitlines()) for remark in new]

    def write(self, who: str, number: int, says: str) -> str:
        """What the tool answers."""
        self.state.comment(who, number, says)
        return "\n".join(self.run(number))

    def judge(self, number: int) -> list[str]:
        """What the gate finds, and sets as the status."""
        git(self.root, "fetch", "--quiet", "origin")
        facts = self.facts(number)
        assert facts.pull
        commits = Commits(self.root, "origin/main", facts.pull.head)
        problems = Problems()
        settings = settings_at_base(commits, problems)
        assert settings
        check_branch(commits, settings, facts, check_folder, problems)
        verdict = StatusState.FAILURE if problems.errors else StatusState.SUCCESS
        self.forge.set_status(facts.pull.head, verdict, "x")
        return [f"{problem.location.path}: {problem.says}" for problem in problems.errors]

    def text(self, branch: str, path: str) -> str:
        return git(self.root, "show", f"origin/{branch}:{path}")

    def files(self, branch: str) -> set[str]:
        git(self.root, "fetch", "--quiet", "origin")
        listed = git(self.root, "ls-tree", "-r", "--name-only", f"origin/{branch}").split("\n")
        return set(listed)


def a_walk(folder: Path) -> Walk:
    root, bare = folder / "clone", folder / "bank.git"
    root.mkdir()
    a_library(root)
    git(root, "switch", "--quiet", "main")
    git(root, "branch", "--quiet", "-D", "branch")
    reviewers = root / "site_config/reviewers.yml"
    account = re.compile(r"^( +)github: (.*)$", re.MULTILINE)
    same = r"\g<0>\n\1forgejo: \2\n\1gitlab: \2"
    reviewers.write_text(account.sub(same, reviewers.read_text("utf-8")), "utf-8")
    git(root, "commit", "--quiet", "--no-gpg-sign", "--all", "--message", "x")
    git(folder, "clone", "--quiet", "--bare", str(root), str(bare))
    git(root, "remote", "add", "origin", str(bare))
    git(root, "fetch", "--quiet", "origin")
    start = datetime(2026, 3, 10, 8, tzinfo=UTC)  # before the day of the sample
    state = ForgeState(repository=bare, start=start)
    for name in ("cilla", "dave"):
        state.add_account(name)
    return Walk(root, state)
