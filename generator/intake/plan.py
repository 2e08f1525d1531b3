"""Responses, and what is known from before -> what to do with each. Nothing here touches a disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from generator.intake.answers import Hold
from generator.intake.existing import Existing, Known
from generator.intake.identity import id_from
from generator.intake.response import Response
from generator.spelling import comparable
from generator.texts import _


class Change(StrEnum):
    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"  # someone has begun to edit the file: their edits win over the form
    HELD = "held"
    SKIPPED = "skipped"

    @property
    def writes(self) -> bool:
        return self in (Change.NEW, Change.UPDATED)


@dataclass(frozen=True)
class Planned:
    response: Response
    change: Change
    reasons: tuple[str, ...] = ()
    id: str = ""
    path: str = ""  # of the file that is, or will be, there
    newer: bool = False  # write it beside, so that both can be read
    revises: str = ""
    log: tuple[Mapping[str, str], ...] = ()  # what the file already says has been done
    release: str = ""  # why a hold was let go
    loud: bool = False  # someone must act today
    image: str = ""  # its file in content/media


@dataclass(frozen=True)
class ImportPlan:
    dialect: str
    form: str
    planned: tuple[Planned, ...]
    missing: tuple[Existing, ...] = ()  # known, but not in this export

    def count(self, change: Change) -> int:
        return sum(each.change is change for each in self.planned)


def plan_import(
    responses: Sequence[Response],
    known: Known,
    *,
    dialect: str,
    form: str,
    prefix: str,
    now: datetime,
    releases: Mapping[str, str] | None = None,
) -> ImportPlan:
    """`releases`: key -> why a hold is let go."""
    taken = known.ids
    planned: list[Planned] = []
    for response, twin in _told_apart(responses):
        if response.skipped:
            step = Planned(response, Change.SKIPPED, (response.skipped,))
        elif twin:
            step = twin
        else:
            step = _planned(response, known, taken, prefix, now, releases or {}, dialect, form)
        if step.id:
            taken.add(step.id)
        planned.append(step)
    keys = {response.key for response in responses}
    missing = tuple(each for each in known.of_form(dialect, form) if each.key not in keys)
    return ImportPlan(dialect, form, tuple(planned), missing)


def _told_apart(responses: Sequence[Response]) -> list[tuple[Response, Planned | None]]:
    """Each response, and what becomes of it when another in the file has the same key."""
    by_key: dict[str, list[Response]] = {}
    for response in responses:
        if not response.skipped:
            by_key.setdefault(response.key, []).append(response)
    return [
        (each, _as_twin(each, by_key[each.key]) if each.key in by_key else None)
        for each in responses
    ]


def _as_twin(response: Response, same: Sequence[Response]) -> Planned | None:
    if len(same) == 1 or response.skipped:
        return None
    latest = max(same, key=_when)
    first_like_it = next(each for each in same if each.answers_hash == response.answers_hash)
    if first_like_it is not response and _when(first_like_it) == _when(response):
        return Planned(
            response, Change.SKIPPED, (_("is the same as row {row}").format(row=first_like_it.row),)
        )
    if _when(response) < _when(latest):
        return Planned(
            response, Change.SKIPPED, (_("row {row} holds a later answer").format(row=latest.row),)
        )
    if any(
        each.answers_hash != response.answers_hash and _when(each) == _when(latest) for each in same
    ):
        rows = ", ".join(str(each.row) for each in same)
        return Planned(
            response,
            Change.HELD,
            (_("rows {rows} have the same id but different answers").format(rows=rows),),
        )
    return None


def _when(response: Response) -> float:
    moment = response.modified_at or response.submitted_at
    return moment.timestamp() if moment else 0.0


def _planned(
    response: Response,
    known: Known,
    taken: set[str],
    prefix: str,
    now: datetime,
    releases: Mapping[str, str],
    dialect: str,
    form: str,
) -> Planned:
    queued, published = known.under_review(response.key), known.in_library(response.key)
    before = queued or published
    if not response.consents and before:
        return Planned(
            response, Change.HELD, (_withdrawn(before),), before.id, before.path, loud=True
        )
    release = releases.get(response.key, "")
    holds = [hold for hold in response.holds if not (release and hold.releasable)]
    if not before and not release and (edit := _possible_edit(response, known, dialect, form)):
        holds.append(
            Hold(
                _("may be an edited answer to {path}, with another time").format(path=edit.path),
                True,
            )
        )
    if holds:
        reasons = tuple(hold.why for hold in holds)
        place = (before.id, before.path) if before else ("", "")
        return Planned(response, Change.HELD, reasons, *place)
    if queued:
        return _again(response, queued, release)
    if published and published.answers_hash == response.answers_hash:
        return Planned(response, Change.UNCHANGED, (), published.id, published.path)
    if published and published.state == "withdrawn":
        return Planned(
            response,
            Change.KEPT,
            (_("the example has been withdrawn"),),
            published.id,
            published.path,
        )
    year = (response.submitted_at or now).year
    new = id_from(response.key, year, prefix, taken)
    path = f"submissions/{new}.md"
    if published:
        says = _("proposes a revision of {path}").format(path=published.path)
        return Planned(
            response, Change.UPDATED, (says,), new, path, revises=published.id, release=release
        )
    return Planned(response, Change.NEW, (), new, path, release=release)


def _again(response: Response, queued: Existing, release: str) -> Planned:
    if queued.answers_hash == response.answers_hash:
        return Planned(response, Change.UNCHANGED, (), queued.id, queued.path)
    if queued.untouched:
        return Planned(
            response, Change.UPDATED, (), queued.id, queued.path,
            revises=queued.revises, log=queued.log, release=release,
        )  # fmt: skip
    says = _(
        "a person has begun to edit the file; the new answers lie beside it, in {newer}"
    ).format(newer=f"submissions/newer/{queued.id}.md")
    fresh = queued.newer_hash != response.answers_hash
    return Planned(
        response,
        Change.KEPT,
        (says,),
        queued.id,
        queued.path,
        newer=fresh,
        revises=queued.revises,
        release=release,
    )


def _withdrawn(before: Existing) -> str:
    command = "pause" if before.published else "withdraw"
    return _("CONSENT IS NO LONGER GIVEN for {path}. Run today: exempelbank {command} {id}").format(
        path=before.path, command=command, id=before.id
    )


def _possible_edit(response: Response, known: Known, dialect: str, form: str) -> Existing | None:
    """Without ids an edited answer has a new time; two of sender, unit and title are the same."""
    if response.has_id:
        return None
    for each in known.of_form(dialect, form):
        same_title = bool(each.title) and comparable(each.title) == comparable(response.title)
        same_unit = bool(each.unit) and comparable(each.unit) == comparable(response.unit)
        same_sender = bool(each.sender_hash) and each.sender_hash == response.sender_hash
        if same_title + same_unit + same_sender >= 2:
            return each
    return None
