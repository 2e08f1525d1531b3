"""A project that is shared, on a forge without a network, and imports into it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from exempelbank.documents import as_yaml
from exempelbank.git.objects import Git
from exempelbank.git.remote import Remote
from exempelbank.intake.importing import ImportChoices, plan_export
from exempelbank.problems import Problems
from exempelbank.pull_requests.outcome import ProposalOutcome
from exempelbank.pull_requests.place import Place
from exempelbank.pull_requests.proposing import Proposing, propose
from exempelbank.settings import Settings
from tests.forge.fakes import ForgeState, MemoryForge
from tests.git.builders import a_shared_repository, commit_files, git
from tests.intake.builders import MAPPING, NOW, a_csv, settings

_templates = TemporaryDirectory(prefix="exempelbank-")
ONE = "FC-2026-NPNDW"  # what the response with the number 1 is called


@cache
def _template() -> Path:
    root = Path(_templates.name)
    a_shared_repository(root, {"site_config/forms/prov.yml": as_yaml(MAPPING)})
    return root


class Shared:
    """`folder`: a person's clone. `bare`: what is shared. `state`: what the forge holds."""

    def __init__(self, root: Path, on_forge: bool = True) -> None:
        shutil.copytree(_template(), root, dirs_exist_ok=True)
        self.bare, self.folder = root / "shared.git", root / "clone"
        git(self.folder, "remote", "set-url", "origin", str(self.bare))
        self.state = ForgeState(repository=self.bare)
        self.forge = MemoryForge(self.state) if on_forge else None
        self.settings: Settings = settings()
        self.exports = 0

    # ---- The import ----

    def place(self) -> Place:
        here = Git(self.folder)
        remote = Remote(here, str(self.bare))
        repository = self.forge.repository() if self.forge else None
        return Place(here, remote, "main", self.forge, repository)

    def proposing(self, *rows: Mapping[str, str], choices: Any = None, **more: Any) -> Proposing:
        self.exports += 1
        export = self.bare.parent / f"svar-{self.exports}.csv"
        export.write_bytes(a_csv(*rows))
        now = more.pop("now", NOW)
        options = {"now": now, "choices": choices or ImportChoices()}
        return Proposing(
            more.pop("place", None) or self.place(),
            self.settings,
            lambda known, has_file, problems: plan_export(
                export,
                "prov",
                self.folder,
                self.settings,
                known,
                has_file,
                problems=problems,
                **options,
            ),
            "prov",
            now,
            **more,
        )

    def proposed(
        self, *rows: Mapping[str, str], dry_run: bool = False, **more: Any
    ) -> ProposalOutcome:
        problems = Problems()
        outcome = propose(self.proposing(*rows, **more), problems, dry_run)
        assert outcome, "\n".join(map(str, problems))
        self.problems = problems
        return outcome

    # ---- What stands there ----

    def heads(self) -> dict[str, str]:
        return {name: commit for name, commit in self.state.heads().items() if name != "main"}

    def everything(self) -> Any:
        """All that a second run could change."""
        return self.heads(), [
            (pull.number, pull.state, pull.labels, pull.reviewers, [c.body for c in pull.comments])
            for pull in self.state.pulls
        ]

    def text(self, branch: str, path: str) -> str:
        return git(self.bare, "show", f"{branch}:{path}")

    # ---- What people do ----

    def edit(self, branch: str, files: Mapping[str, str | bytes], **environment: str) -> str:
        """Someone works in the branch, in their own clone."""
        folder = self.folder.parent / "colleague"
        if not folder.exists():
            git(self.folder.parent, "clone", "--quiet", str(self.bare), str(folder))
        git(folder, "fetch", "--quiet")
        git(folder, "checkout", "--quiet", "-B", branch, f"origin/{branch}")
        commit = commit_files(folder, "Mend", files, **environment)
        git(folder, "push", "--quiet", "origin", branch)
        return commit

    def merge(self, number: int) -> None:
        """Two have approved it, and someone presses the button; everyone has it then."""
        pull = self.state.pull(number)
        self.state.rules.required_statuses = ()
        self.state.merge("anna-e", number, self.state.head_of(pull), "merge")
        self.pull()

    def pull(self) -> None:
        git(self.folder, "pull", "--quiet", "--ff-only", "origin", "main")

    def with_accounts(self, **accounts: str) -> None:
        """Reviewers' ids, with _ for -, and their accounts."""
        reviewers = {
            id: reviewer.model_copy(
                update={"accounts": {"github": accounts.get(id.replace("-", "_"), "")}}
            )
            for id, reviewer in self.settings.reviewers.items()
        }
        self.settings = replace(self.settings, reviewers=reviewers)


def acts(outcome: ProposalOutcome) -> dict[str, str]:
    return {branch.name: branch.act.value if branch.act else "" for branch in outcome.branches}
