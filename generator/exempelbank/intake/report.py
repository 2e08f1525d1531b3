"""A plan as text for people and as JSON for programs. No answer stands in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from exempelbank.i18n import N_, _, ngettext, pgettext
from exempelbank.intake.plan import Change, ImportPlan, Planned
from exempelbank.model.example import Section

_WORDS = {
    Change.NEW: N_("change", "new"),
    Change.UPDATED: N_("change", "updated"),
    Change.UNCHANGED: N_("change", "unchanged"),
    Change.KEPT: N_("change", "kept"),
    Change.HELD: N_("change", "held"),
    Change.SKIPPED: N_("change", "skipped"),
}


def word(change: Change) -> str:
    return pgettext("change", _WORDS[change])


def plan_lines(plan: ImportPlan, path: str, dry_run: bool) -> list[str]:
    return [*_lines(plan, path, dry_run)]


def _lines(plan: ImportPlan, path: str, dry_run: bool) -> Iterator[str]:
    width = max(len(word(change)) for change in Change)
    for step in plan.planned:
        if step.change is Change.UNCHANGED and not step.reasons:
            continue
        where = step.path or step.response.key
        row = _("row {n}").format(n=step.response.row)
        yield f"{word(step.change):{width}}  {row:>7}  {where}"
        yield from (f"    {reason}" for reason in step.reasons)
        if step.change is Change.HELD and step.response.key not in where:
            yield f"    {step.response.key}"
        if step.releasable:
            yield _("    To let it in all the same: --release {key} --reason TEXT").format(
                key=step.response.key
            )
        if step.change.writes or step.change is Change.KEPT:
            yield from (
                _("    warning: {says}").format(says=says) for says in step.response.warnings
            )
    for gone in plan.missing:
        yield _("{path} came from this form but is not in this export; it is left as it is").format(
            path=gone.path
        )
    counts = ", ".join(
        f"{count} {word(change)}" for change in Change if (count := plan.count(change))
    )
    total = len(plan.planned)
    yield ngettext(
        "{path}: {n} response: {counts}", "{path}: {n} responses: {counts}", total
    ).format(path=path, n=total, counts=counts or "–")
    if dry_run:
        yield _("Nothing has been written (--dry-run).")
    for step in plan.planned:
        if step.loud:
            yield "!!! " + " ".join(step.reasons)


def plan_json(plan: ImportPlan | None, problems: list[str]) -> dict[str, Any]:
    """Without a plan the file was refused; the problems say why."""
    return {
        "responses": [_response(step) for step in plan.planned] if plan else [],
        "missing": [{"key": e.key, "file": e.path} for e in plan.missing] if plan else [],
        "problems": problems,
    }


def _response(step: Planned) -> dict[str, Any]:
    """A held or skipped one has no values."""
    response = step.response
    told: dict[str, Any] = {
        "key": response.key,
        "row": response.row,
        "change": step.change.value,
        "reasons": list(step.reasons),
        "file": step.path or None,
    }
    if step.change in (Change.HELD, Change.SKIPPED):
        return told
    return told | {"warnings": list(response.warnings), "fields": fields_of(step)}


def fields_of(step: Planned) -> dict[str, Any]:
    """Under the ids that a mapping uses: sections and attestations beside the other fields."""
    response = step.response
    told = dict(response.told)
    sections: Mapping[Section, str] = told.pop("sections")
    attestations: Mapping[str, Any] = told.pop("attestations")
    links = told.pop("links", [])
    fields: dict[str, Any] = {
        name: value for name, value in told.items() if value not in ("", [], {})
    }
    fields |= {section.value: sections[section] for section in Section if section in sections}
    if links:
        fields["links"] = [link if "title" in link else link["url"] for link in links]
    fields |= {name: each["answer"] for name, each in attestations.items()}
    for name, moment in (
        ("submitted_at", response.submitted_at),
        ("modified_at", response.modified_at),
    ):
        if moment:
            fields[name] = moment.isoformat(timespec="seconds")
    return fields
