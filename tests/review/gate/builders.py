"""A repository with a base and a branch, as the gate meets them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

from exempelbank.cache import hash_parts
from exempelbank.cli.checking import check_folder
from exempelbank.model.review import HASH_VERSION, LogEntry, Version
from exempelbank.problems import Problems
from exempelbank.review.gate.commits import Commits
from exempelbank.review.gate.forge_facts import facts_from
from exempelbank.review.gate.gate import check_branch, settings_at_base
from exempelbank.settings import Settings
from tests.builders import PROJECT, a_picture, moment
from tests.review.builders import run, with_standing_pages, write

# Nobody's own settings count, nor the hooks they may have.
ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_{what}": f"x@{who.lower()}.example" if what == "EMAIL" else "X"
        for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}  # fmt: skip
# What follows a picture in its file shows nowhere, and makes it another.
A_PICTURE = a_picture("JPEG")
ACCOUNTS = {"anna-ek": "anna-e", "bo-lind": "Bo-L", "cilla-alm": "cilla", "david-hassel": "dave"}

# As few words as the records of the tests need: every check of a project reads all of them.
NAMES = {
    "kinds": "arbetssatt metod",
    "stages": "infort",
    "work_areas": "daglig-verksamhet",
    "target_groups": "autism",
    "roles": "stodpedagog",
    "focus_areas": "inget",
    "evidence": "egen-erfarenhet",
    "news_kinds": "forskning larande-exempel",
    "event_kinds": "seminarium",
    "network_forms": "natverk",
    "network_runs": "planerat",
    "network_statuses": "pagar",
    "initiative_statuses": "pagar",
}
OF_THE_SAMPLE = ("organisation.yml", "addresses.yml", "reviewers.yml", "checklist.yml")
Files = tuple[tuple[str, bytes], ...]
_bases = TemporaryDirectory(prefix="exempelbank-")


class Branch:
    """The base holds settings, two focus areas, the given examples, and the files in `also`."""

    def __init__(
        self,
        root: Path,
        *examples: Any,
        resting: str = "",
        also: Mapping[str, str | bytes] | None = None,
    ) -> None:
        self.root = root
        self.signed: dict[str, str] = {}  # commit -> the account whose signature is verified
        self._compared: dict[tuple[str, str], tuple[Commits, Settings]] = {}
        self._checked: dict[bytes, Problems] = {}
        files = {example.document.path: example.document.text for example in examples} | dict(
            also or {}
        )
        raw = tuple((path, _bytes(text)) for path, text in files.items())
        base = _base(raw, resting)
        shutil.copytree(base, root, copy_function=shutil.copyfile, dirs_exist_ok=True)

    def git(self, *words: str) -> str:
        return git(self.root, *words)

    def commit(self, by: str = "") -> str:
        """`by`: who signs it, in the eyes of the forge."""
        if self.git("status", "--porcelain"):
            self.git("add", "--all")
            self.git("commit", "--quiet", "--no-gpg-sign", "--message", "x")
            return self._signed(by)
        return self.git("rev-parse", "HEAD")

    def command(self, *words: str, by: str = "") -> None:
        """As a person would, with what it leaves committed."""
        assert run(self.root, *words) == 0, words
        self.commit(by)

    def write(self, path: str, text: str | bytes) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        raw = _bytes(text)
        picture = path.endswith(".jpg") and len(raw) < 100
        (self.root / path).write_bytes(A_PICTURE + raw if picture else raw)

    def text(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        text = self.text(path)
        assert old in text
        write(self.root, path, text.replace(old, new, 1))

    def remove(self, path: str) -> None:
        (self.root / path).unlink()

    @contextmanager
    def at_the_base(self) -> Iterator[None]:
        """What is done meanwhile at the base, and not in the branch."""
        self.commit()
        self.git("switch", "--quiet", "main")
        yield
        self.commit()
        self.git("switch", "--quiet", "branch")

    def merge(self, *options: str, by: str = "") -> str:
        """The base into the branch."""
        self.git("merge", "--quiet", "--no-edit", "--no-ff", *options, "main")
        return self._signed(by)

    def _signed(self, by: str) -> str:
        head = self.git("rev-parse", "HEAD")
        self.signed[head] = ACCOUNTS.get(by, by)
        return head

    # ---- The gate ----

    def found(self, facts: dict[str, Any] | None = None, since: str = "main") -> Problems:
        """What the gate says, with all that is not committed committed first."""
        return self.each_found(facts, since=since)[0]

    def each_found(self, *facts: dict[str, Any] | None, since: str = "main") -> list[Problems]:
        """The same, for each of several sets of facts."""
        between = (self.git("rev-parse", since), self.commit())
        if between not in self._compared:
            commits, unheard = Commits(self.root, since), Problems()
            settings = settings_at_base(commits, unheard)
            assert settings, "\n".join(map(str, unheard))
            self._compared[between] = commits, settings
        commits, settings = self._compared[between]
        judged = []
        for known in facts:
            problems = Problems()
            confirmed = facts_from(json.dumps(known)) if known else None
            check_branch(commits, settings, confirmed, self._check_once, problems)
            judged.append(problems)
        return judged

    def _check_once(self, folder: Path, problems: Problems) -> None:
        """`check_folder`, which says again what it has said of the same files."""
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        names = (_bytes(str(path.relative_to(folder))) for path in files)
        content_hash = hash_parts(*names, *(path.read_bytes() for path in files))
        if content_hash not in self._checked:
            self._checked[content_hash] = Problems()
            check_folder(folder, self._checked[content_hash])
        problems.found += self._checked[content_hash].found

    def approved_by(self, *reviewers: str, author: str = "bo-lind", **more: Any) -> dict[str, Any]:
        """What the forge knows when these have approved the branch as it stands."""
        head = self.commit()
        return {
            "forge": "github",
            "author": ACCOUNTS.get(author, author),
            "reviews": [verdict(who, head) for who in reviewers],
            **more,
        }

    def facts(
        self,
        author: str = "mallory",
        approved: Iterable[str] = (),
        at: str = "",
        then: Iterable[dict[str, str]] = (),
    ) -> dict[str, Any]:
        """The same, when it also knows who has signed each commit. `at`: the commit that was
        approved, when it is an earlier one. `then`: later verdicts.
        """
        head = self.commit()
        commits = self.git("rev-list", "main..HEAD").split()
        return {
            "forge": "github",
            "author": ACCOUNTS.get(author, author),
            "commits": [
                {"commit": commit, "by": self.signed.get(commit, "")} for commit in commits
            ],
            "reviews": [*(verdict(who, at or head) for who in approved), *then],
        }


def verdict(who: str, commit: str, says: str = "approved") -> dict[str, str]:
    return {"by": ACCOUNTS.get(who, who), "commit": commit, "verdict": says}


def git(root: Path, *words: str) -> str:
    return subprocess.run(
        ["git", *words],
        cwd=root,
        env=os.environ | ALONE,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()


@cache
def _base(files: Files, resting: str) -> Path:
    """A repository with these files and an empty branch: made once, and copied by each test."""
    root = Path(mkdtemp(dir=_bases.name))
    (root / "site_config").mkdir()
    for name in OF_THE_SAMPLE:
        shutil.copy(PROJECT / "site_config" / name, root / "site_config")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    write(root, "site_config/vocabularies.yml", f"vocabularies:\n{_words()}")
    write(root, "site_config/municipalities.yml", f"municipalities:\n{_word('huddinge', 2)}")
    for name in ("dv-mot-arbete", "psykisk-halsa"):
        write(root, f"content/focus_areas/{name}.md", f"---\ntitle: {name}\n---\n\nOm det.\n")
    for path, raw in files:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(A_PICTURE + raw if path.endswith(".jpg") else raw)
    with_standing_pages(root)
    reviewers = root / "site_config" / "reviewers.yml"
    text = reviewers.read_text("utf-8")
    for reviewer, account in ACCOUNTS.items():
        known = f"  - id: {reviewer}\n"
        text = text.replace(known, f"{known}    accounts:\n      github: {account}\n")
    if resting:
        before, known, after = text.partition(f"  - id: {resting}\n")
        text = before + known + after.replace("active: yes", "active: no", 1)
    reviewers.write_text(text, "utf-8")
    git(root, "init", "--quiet", "--initial-branch=main", "--template=")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--no-gpg-sign", "--message", "x")
    git(root, "switch", "--quiet", "--create", "branch")
    git(root, "repack", "--quiet", "-ad")  # few files to copy
    git(root, "config", "core.logAllRefUpdates", "false")
    shutil.rmtree(root / ".git/logs")
    return root


def _words() -> str:
    return "".join(
        f"  {name}:\n{''.join(_word(id, 4) for id in ids.split())}" for name, ids in NAMES.items()
    )


def _word(id: str, indent: int) -> str:
    return f"{' ' * indent}- id: {id}\n{' ' * indent}  label: {id.capitalize()}\n"


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


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
