"""What new projects get of ours: `make starters` writes it into the package, and a test sees that
it is up to date.

The workflows differ in one thing. Here the program is installed from the repository itself; there
it is one of the locked packages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
STARTERS = PROJECT / "generator" / "exempelbank" / "starters" / "files"

# Ours -> where it lies in a new project. The rest of our workflows test and document the program.
WORKFLOWS = {
    ".github/zizmor.yml": "forges/github/dot_github/zizmor.yml",
    ".github/workflows/comment.yml": "forges/github/dot_github/workflows/comment.yml",
    ".github/workflows/publish.yml": "forges/github/dot_github/workflows/publish.yml",
    ".github/workflows/remind.yml": "forges/github/dot_github/workflows/remind.yml",
    ".github/workflows/review.yml": "forges/github/dot_github/workflows/review.yml",
    ".github/workflows/wake.yml": "forges/github/dot_github/workflows/wake.yml",
    ".github/workflows/words.yml": "forges/github/dot_github/workflows/words.yml",
    ".forgejo/workflows/remind.yml": "forges/forgejo/dot_forgejo/workflows/remind.yml",
    ".forgejo/workflows/review.yml": "forges/forgejo/dot_forgejo/workflows/review.yml",
    ".forgejo/review.sh": "forges/forgejo/dot_forgejo/review.sh",
    ".forgejo/words.sh": "forges/forgejo/dot_forgejo/words.sh",
    "docs/examples/gitlab-ci.yml": "forges/gitlab/gitlab-ci.yml",
}
LOCKS = {"build": "locked/build.txt", "run": "locked/run.txt"}
_FROM_REPOSITORY = re.compile(r"^.*pip install .*--no-deps --no-build-isolation .*\n", re.MULTILINE)
_OUR_DOCUMENTATION = re.compile(r"\n# Handboken, .*", re.DOTALL)  # the last job of the GitLab file
_PACKAGE = re.compile(r"^(\S+)==.*(?:\n .*)*\n", re.MULTILINE)


def starter_files() -> Mapping[Path, str]:
    made = {STARTERS / there: workflow_from(ours) for ours, there in WORKFLOWS.items()}
    for name, there in LOCKS.items():
        made[STARTERS / there] = lock_from(name)
    return made


def workflow_from(ours: str) -> str:
    text = (PROJECT / ours).read_text("utf-8")
    text = _FROM_REPOSITORY.sub("", text)
    text = text.replace("requirements/build.txt", "requirements-build.txt")
    text = text.replace("requirements/run.txt", "requirements.txt")
    return _OUR_DOCUMENTATION.sub("", text) if ours.endswith("gitlab-ci.yml") else text


def lock_from(name: str) -> str:
    """The packages alone. What only writes the lock files is of no use there."""
    text = (PROJECT / "requirements" / f"{name}.txt").read_text("utf-8")
    packages = (match[0] for match in _PACKAGE.finditer(text) if match[1] != "uv")
    return re.sub(r"^ +#.*\n", "", "".join(packages), flags=re.MULTILINE)


def main() -> None:
    for path, text in starter_files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
