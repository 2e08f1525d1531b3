"""Commits signed by a key that the base lists for a reviewer -> whose they are, without a forge."""

from __future__ import annotations

import shutil
from collections.abc import Mapping

from exempelbank.files.paths import CONFIG
from exempelbank.i18n import _
from exempelbank.problems import Location, Problems
from exempelbank.review.gate.commits import Commits
from exempelbank.settings import Settings


def read_signers(commits: Commits, settings: Settings, problems: Problems) -> Mapping[str, str]:
    """The branch's commits that a reviewer's key has signed -> that reviewer's id. `settings`:
    those of the base, so that nobody brings along a key of their own.
    """
    if not (keys := allowed_signers(settings)):
        return {}
    if shutil.which("ssh-keygen"):
        return commits.ssh_signers(keys)
    if commits.has_signatures():
        problems.warning(
            Location(f"{CONFIG}/reviewers.yml", label="keys"),
            _("there are signed commits, and ssh-keygen is not installed here to verify them"),
            _("No signature counts until it is: install OpenSSH where the gate runs."),
        )
    return {}


def allowed_signers(settings: Settings) -> str:
    """The keys of those at work, as ssh-keygen reads them. A key that two share is nobody's."""
    owners: dict[str, list[str]] = {}
    for reviewer in settings.reviewers.values():
        for key in reviewer.keys:
            kind_and_key = " ".join(key.split()[:2])
            owners.setdefault(kind_and_key, []).append(reviewer.id)
    return "".join(
        f'{owner} namespaces="git" {key}\n'
        for key, (owner, *others) in owners.items()
        if not others and settings.reviewers[owner].active
    )
