"""A plan -> the change of the files in submissions/. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from exempelbank.files.paths import NEWER
from exempelbank.i18n import _
from exempelbank.intake.plan import ImportAction, ImportPlan, PlannedImport
from exempelbank.model.response_kind import ResponseKind
from exempelbank.model.review import IMPORT, LogEntry, Review
from exempelbank.model.submission import Source, Submission, TrialNoteSubmission
from exempelbank.privacy.releases import releasable_findings_in
from exempelbank.privacy.texts import public_texts
from exempelbank.records import document_of
from exempelbank.rules.written_by_import import with_written_hash

_PLACEHOLDER = "sha256:" + "0" * 64


def submission_files(plan: ImportPlan, now: datetime) -> dict[str, str]:
    """Path -> what is to stand there."""
    files = {}
    for step in plan.planned:
        if step.action.writes:
            files[step.path] = submission_file(step, plan, now)
        elif step.action is ImportAction.KEPT and step.newer:
            files[f"{NEWER}/{step.id}.md"] = submission_file(step, plan, now)
    return files


def submission_file(step: PlannedImport, plan: ImportPlan, now: datetime) -> str:
    """The whole file, which knows the hash of its own text."""
    submission = submission_from(step, plan, now)
    document = document_of(submission, step.path)
    if step.release:
        released = [
            finding.release(plan.released_by)
            for finding in releasable_findings_in(public_texts(document, submission))
        ]
        document = document.with_value(
            ("review", "releases"),
            [release.model_dump(exclude_defaults=True) for release in released] or None,
        )
    return with_written_hash(document.text)


def submission_from(
    step: PlannedImport, plan: ImportPlan, now: datetime
) -> Submission | TrialNoteSubmission:
    response = step.response
    state = plan.record.state
    did = "updated" if step.log else state.value
    note = _where_the_sender_stands(plan, step)
    log = [*step.log, LogEntry(at=now, by=IMPORT, did=did, note=note)]
    if step.release:
        log.append(LogEntry(at=now, by=plan.released_by, did="released", note=step.release))
    return plan.record.record(
        id=step.id,
        **_with_image(response.values, step.image),
        revises=step.revises or None,
        review=Review.model_validate({"state": state, "log": log}),
        source=Source(
            dialect=plan.dialect,
            form=plan.form,
            key=response.key,
            submitted_at=response.submitted_at,
            modified_at=response.modified_at,
            sender_hash=None if response.has_id else response.sender_hash or None,
            answers_hash=response.answers_hash,
            written_hash=_PLACEHOLDER,
        ),
    )


def _where_the_sender_stands(plan: ImportPlan, step: PlannedImport) -> str:
    """Who told of a lead is not copied here, and is whom to ask."""
    if plan.record is not ResponseKind.LEAD:
        return ""
    return _("Whom to ask stands in the form's own answer: {key}").format(key=step.response.key)


def _with_image(values: Mapping[str, Any], image: str) -> Mapping[str, Any]:
    """What was said of a picture stands with it, and else where the reviewer sees it."""
    if not image:
        return values
    unmatched = dict(values["unmatched"])
    alt, photographer = (unmatched.pop(f"image.{name}", [""]) for name in ("alt", "photographer"))
    description = {"file": image, "alt": alt[0], "photographer": photographer[0]}
    return {**values, "unmatched": unmatched, "image": description}
