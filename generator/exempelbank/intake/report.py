"""A plan as text for people and as JSON for programs. No answer stands in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from exempelbank.i18n import N_, _, ngettext, pgettext
from exempelbank.intake.plan import ImportAction, ImportPlan, PlannedImport
from exempelbank.model.example import Section

_WORDS = {
    ImportAction.NEW: N_("change", "new"),
    ImportAction.UPDATED: N_("change", "updated"),
    ImportAction.UNCHANGED: N_("change", "unchanged"),
    ImportAction.KEPT: N_("change", "kept"),
    ImportAction.HELD: N_("change", "held"),
    ImportAction.SKIPPED: N_("change", "skipped"),
}


def action_label(action: ImportAction) -> str:
    return pgettext("change", _WORDS[action])


def plan_lines(plan: ImportPlan, path: str, dry_run: bool) -> list[str]:
    """`path`: of the export, as the person named it. `dry_run`: say that nothing was written."""
    return [*_lines(plan, path, dry_run)]


def _lines(plan: ImportPlan, path: str, dry_run: bool) -> Iterator[str]:
    width = max(len(action_label(action)) for action in ImportAction)
    for step in plan.planned:
        if step.action is ImportAction.UNCHANGED and not step.reasons:
            continue
        where = step.path or step.response.key
        row = step.response.file or _("row {n}").format(n=step.response.row)
        yield f"{action_label(step.action):{width}}  {row:>7}  {where}"
        yield from (f"    {reason}" for reason in step.reasons)
        if step.action is ImportAction.HELD and step.response.key not in where:
            yield f"    {step.response.key}"
        if step.releasable:
            yield _("    To let it in all the same: --release {key} --reason TEXT").format(
                key=step.response.key
            )
        if step.action.writes or step.action is ImportAction.KEPT:
            yield from (
                _("    warning: {says}").format(says=says) for says in step.response.warnings
            )
    for gone in plan.missing:
        yield _("{path} came from this form but is not in this export; it is left as it is").format(
            path=gone.path
        )
    counts = ", ".join(
        f"{count} {action_label(action)}"
        for action in ImportAction
        if (count := plan.count(action))
    )
    total = len(plan.planned)
    yield ngettext(
        "{path}: {n} response: {counts}", "{path}: {n} responses: {counts}", total
    ).format(path=path, n=total, counts=counts or "–")
    if dry_run:
        yield _("Nothing has been written (--dry-run).")
    for step in plan.planned:
        if step.urgent:
            yield "!!! " + " ".join(step.reasons)


def plan_json(plans: Sequence[ImportPlan], problems: list[str]) -> dict[str, Any]:
    """`plans`: none when the file was refused; the problems say why."""
    return {
        "responses": [_response(step) for plan in plans for step in plan.planned],
        "missing": [
            {"key": gone.key, "file": gone.path} for plan in plans for gone in plan.missing
        ],
        "problems": problems,
    }


def _response(step: PlannedImport) -> dict[str, Any]:
    """A held or skipped one has no values."""
    response = step.response
    values: dict[str, Any] = {
        "key": response.key or None,
        "row": response.row,
        "change": step.action.value,
        "reasons": list(step.reasons),
        "file": step.path or None,
    }
    if step.action in (ImportAction.HELD, ImportAction.SKIPPED):
        return values
    return values | {"warnings": list(response.warnings), "fields": fields_of(step)}


def fields_of(step: PlannedImport) -> dict[str, Any]:
    """Under the ids that a mapping uses: sections and attestations beside the other fields."""
    response = step.response
    values = dict(response.values)
    sections: Mapping[Section, str] = values.pop("sections", {})
    attestations: Mapping[str, Any] = values.pop("attestations")
    links = values.pop("links", [])
    fields: dict[str, Any] = {
        name: value for name, value in values.items() if value not in ("", [], {})
    }
    fields |= {section.value: sections[section] for section in Section if section in sections}
    if links:
        fields["links"] = [link if "title" in link else link["url"] for link in links]
    fields |= {name: attestation["answer"] for name, attestation in attestations.items()}
    for name, moment in (
        ("submitted_at", response.submitted_at),
        ("modified_at", response.modified_at),
    ):
        if moment:
            fields[name] = moment.isoformat(timespec="seconds")
    return fields
