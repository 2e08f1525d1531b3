"""A repository with a base and a branch, as the gate meets them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from generator.cli.checking import check_folder
from generator.model.review import HASH_VERSION, LogEntry, Version
from generator.problems import Problems
from generator.review.gate.commits import Commits
from generator.review.gate.facts import facts_from
from generator.review.gate.gate import check_branch, settings_of
from tests.builders import moment
from tests.review.builders import a_project, run, write

# Nobody's own settings count, nor the hooks they may have.
ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_{what}": f"x@{who.lower()}.example" if what == "EMAIL" else "X"
        for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}  # fmt: skip
ACCOUNTS = {"anna-ek": "anna-e", "bo-lind": "Bo-L", "cilla-alm": "cilla", "david-hassel": "dave"}


class Branch:
    """The base holds the sample site's settings and the given examples."""

    def __init__(self, root: Path, *examples: Any, resting: str = "") -> None:
        self.root = a_project(root, *examples)
        reviewers = self.root / "site_config" / "reviewers.yml"
        text = reviewers.read_text("utf-8")
        for reviewer, account in ACCOUNTS.items():
            known = f"  - id: {reviewer}\n"
            text = text.replace(known, f"{known}    accounts:\n      github: {account}\n")
        if resting:
            before, known, after = text.partition(f"  - id: {resting}\n")
            text = before + known + after.replace("active: yes", "active: no", 1)
        reviewers.write_text(text, "utf-8")
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit()
        self.git("switch", "--quiet", "--create", "branch")

    def git(self, *words: str) -> str:
        return subprocess.run(
            ["git", *words],
            cwd=self.root,
            env=os.environ | ALONE,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()

    def commit(self) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--no-gpg-sign", "--message", "x")
        return self.git("rev-parse", "HEAD")

    def command(self, *words: str) -> None:
        """As a person would, with what it leaves committed."""
        assert run(self.root, *words) == 0, words
        self.commit()

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text("utf-8")
        assert old in text
        write(self.root, path, text.replace(old, new, 1))

    def found(self, facts: dict[str, Any] | None = None) -> Problems:
        """What the gate says, with all that is not committed committed first."""
        return self.each_found(facts)[0]

    def each_found(self, *facts: dict[str, Any] | None) -> list[Problems]:
        """The same, for each of several sets of facts."""
        self.commit()
        commits, unheard = Commits(self.root, "main"), Problems()
        with settings_of(commits, unheard) as settings:
            assert settings, "\n".join(map(str, unheard))
        said = []
        for known in facts:
            problems = Problems()
            confirmed = facts_from(json.dumps(known)) if known else None
            check_branch(commits, settings, confirmed, check_folder, problems)
            said.append(problems)
        return said

    def approved_by(self, *reviewers: str, author: str = "bo-lind", **more: Any) -> dict[str, Any]:
        """What the forge knows when these have approved the branch as it stands."""
        head = self.commit()
        return {
            "forge": "github",
            "author": ACCOUNTS.get(author, author),
            "reviews": [
                {"by": ACCOUNTS.get(who, who), "commit": head, "verdict": "approved"}
                for who in reviewers
            ],
            **more,
        }


def just_approved(by: str, handler: str, second: str) -> dict[str, Any]:
    """The review of an example that `approve` has published: who it says approved, and the pair."""
    at = moment("2026-03-16 09:15")
    return {
        "approved_by": (handler, second),
        "published": at.date(),
        "updated": at.date(),
        "hash_version": HASH_VERSION,
        "versions": (Version(number=1, date=at.date(), what="Första versionen."),),
        "log": (LogEntry(at=at, by=by, did="approved"),),
    }
