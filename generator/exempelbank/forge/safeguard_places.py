"""Where on each forge a safeguard is set, in the words of its own pages."""

from __future__ import annotations

from collections.abc import Mapping

_RULESET = "Settings > Rules > Rulesets > main"
_BRANCHES = "Settings > Branches > main"
_PROTECTED = "Settings > Repository > Protected branches > main"
_REQUESTS = "Settings > Merge requests"
_ACTIONS = "Settings > Actions > General"

_PLACES: Mapping[str, Mapping[str, str]] = {
    "github": {
        "visibility": "Settings > General > Danger Zone > Change repository visibility",
        "may-push": "Settings > GitHub Apps > … > Permissions: Contents, Pull requests",
        "protected": "Settings > Rules > Rulesets > New branch ruleset",
        "no-push": f"{_RULESET}: Require a pull request before merging",
        "no-force": f"{_RULESET}: Block force pushes",
        "no-deletion": f"{_RULESET}: Restrict deletions",
        "gate": f"{_RULESET}: Require status checks to pass: exempelbank/gate",
        "up-to-date": f"{_RULESET}: Require branches to be up to date before merging",
        "approvals-stay": f"{_RULESET}: Dismiss stale pull request approvals: off",
        "no-count": f"{_RULESET}: Required approvals: 0",
        "merge": "Settings > General > Pull Requests: Allow merge commits alone",
        "artifacts": f"{_ACTIONS}: Artifact and log retention: 14",
        "workflows-read": f"{_ACTIONS}: Workflow permissions: Read repository contents",
        "workflows-never-approve": (
            f"{_ACTIONS}: Allow GitHub Actions to create and approve pull requests: off"
        ),
    },
    "forgejo": {
        "visibility": "Settings > Repository > Visibility: Make repository private",
        "may-push": "Settings > Collaborators: Write",
        "protected": "Settings > Branches > Add new rule",
        "no-push": f"{_BRANCHES}: Disable push",
        "gate": f"{_BRANCHES}: Enable status check: exempelbank/gate",
        "up-to-date": f"{_BRANCHES}: Block merge if pull request is outdated",
        "approvals-stay": f"{_BRANCHES}: Dismiss stale approvals: off",
        "no-count": f"{_BRANCHES}: Required approvals: 0",
        "merge": "Settings > Units > Pull requests: Create merge commit alone",
        "artifacts": "app.ini: [actions] ARTIFACT_RETENTION_DAYS = 14",
    },
    "gitlab": {
        "visibility": "Settings > General > Visibility > Project visibility: Private",
        "may-push": "Settings > Access tokens: Role Developer, scope api",
        "protected": "Settings > Repository > Protected branches",
        "no-push": f"{_PROTECTED}: Allowed to push and merge: No one",
        "no-force": f"{_PROTECTED}: Allowed to force push: off",
        "gate": f"{_REQUESTS}: Pipelines must succeed",
        "up-to-date": f"{_REQUESTS}: Merge commit with semi-linear history",
        "approvals-stay": f"{_REQUESTS} > Approval settings: Keep approvals",
        "no-count": f"{_REQUESTS} > Approval rules: 0",
        "merge": f"{_REQUESTS}: Squash commits when merging: Do not allow",
    },
}
_ALIASES = {"gitea": "forgejo"}


def setting_place(safeguard: str, kind: str) -> str:
    """ "" where the forge has no such setting."""
    return _PLACES[_ALIASES.get(kind, kind)].get(safeguard, "")
