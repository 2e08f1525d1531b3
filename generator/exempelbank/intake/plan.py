"""Responses, and what is known from before -> what to do with each. Nothing here touches a disk."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from exempelbank.files.paths import NEWER
from exempelbank.i18n import _
from exempelbank.intake.form.dialects import DIALECTS
from exempelbank.intake.identity.distinct import distinct_responses
from exempelbank.intake.identity.response_key import id_from
from exempelbank.intake.identity.reused_id import doubts_of_id
from exempelbank.intake.known_records import KnownRecord, KnownRecords
from exempelbank.intake.parsing.parsed_row import Hold
from exempelbank.intake.response import Response, no_consent
from exempelbank.model.response_kind import ResponseKind
from exempelbank.model.review import IMPORT, ReviewState
from exempelbank.text.normalization import comparable


class ImportAction(StrEnum):
    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"  # someone has begun to edit the file: their edits win over the form
    HELD = "held"
    SKIPPED = "skipped"

    @property
    def writes(self) -> bool:
        return self in (ImportAction.NEW, ImportAction.UPDATED)


@dataclass(frozen=True)
class PlannedImport:
    response: Response
    action: ImportAction
    reasons: tuple[str, ...] = ()
    id: str = ""
    path: str = ""  # of the file that is, or will be, there
    queued: KnownRecord | None = None  # of one that is unchanged: what lies in the queue
    newer: bool = False  # write it beside, so that both can be read
    revises: str = ""
    log: tuple[Mapping[str, str], ...] = ()  # what the file already says has been done
    release: str = ""  # why a hold was let go
    releasable: bool = False  # everything that holds it could be let go
    urgent: bool = False  # someone must act today
    image: str = ""  # its file in content/media


@dataclass(frozen=True)
class ImportPlan:
    dialect: str
    form: str
    planned: tuple[PlannedImport, ...]
    missing: tuple[KnownRecord, ...] = ()  # known, but not in this export
    released_by: str = IMPORT  # who let through what was held: a reviewer's id, when they said it
    record: ResponseKind = ResponseKind.EXAMPLE

    def count(self, action: ImportAction) -> int:
        return sum(step.action is action for step in self.planned)


def plan_import(
    responses: Sequence[Response],
    known: KnownRecords,
    *,
    dialect: str,
    form: str,
    prefix: str,
    now: datetime,
    releases: Mapping[str, str] | None = None,
    released_by: str = IMPORT,
    record: ResponseKind = ResponseKind.EXAMPLE,
) -> ImportPlan:
    """`prefix`: of new ids ("EX"). `releases`: key -> why a hold is let go, by `released_by`.
    `record`: what a response becomes.
    """
    tool = DIALECTS[dialect]
    of_form = [*known.of_form(f"{dialect}:{form}:")]
    told_apart = distinct_responses(responses, of_form, tool.reuses_ids)
    keys = {response.key for response in told_apart}
    missing = tuple(each for each in of_form if tool.holds_all and each.key not in keys)
    planner = _ImportPlanner(
        known, missing, prefix, record, now, releases or {}, tool.reuses_ids, known.ids
    )
    planned = tuple(map(planner.plan_for, told_apart))
    return ImportPlan(dialect, form, planned, missing, released_by, record)


@dataclass(frozen=True)
class _ImportPlanner:
    known: KnownRecords
    missing: Collection[KnownRecord]  # of this form, and not in this export
    prefix: str
    record: ResponseKind
    now: datetime
    releases: Mapping[str, str]
    reuses_ids: bool
    used_ids: set[str]  # grows as new ones are given

    def plan_for(self, response: Response) -> PlannedImport:
        if response.fault:
            return PlannedImport(response, ImportAction.HELD, (response.fault,))
        if response.skipped:
            return PlannedImport(response, ImportAction.SKIPPED, (response.skipped,))
        queued = self.known.under_review(response.key)
        published = self.known.in_library(response.key)
        before = queued or published
        known = [record for record in (published, queued) if record]  # what everyone can read first
        if not self.reuses_ids and any(_is_later(record, response) for record in known):
            why = _("a later answer has been read in already")
            return PlannedImport(response, ImportAction.SKIPPED, (why,))
        current = [record for record in known if record.state != ReviewState.WITHDRAWN]
        doubts = doubts_of_id(response, known) if self.reuses_ids else []
        if current and not response.consents:
            # Also what speaks against it: the form may have got other words for yes.
            doubts = [hold for hold in (*doubts, *response.holds) if hold.why != no_consent()]
            says = (*map(_consent_withdrawn, current), *(doubt.why for doubt in doubts))
            record = current[0]
            return PlannedImport(
                response, ImportAction.HELD, says, record.id, record.path, urgent=True
            )
        release = self.releases.get(response.key, "")
        is_released = release or _was_released_before(response, queued, published)
        doubts = doubts if before else [*self._possible_edit(response)]
        holds = [*response.holds, *doubts]
        if holding := [hold for hold in holds if not (is_released and hold.releasable)]:
            return PlannedImport(
                response,
                ImportAction.HELD,
                tuple(hold.why for hold in holding),
                before.id if before else "",
                before.path if before else "",
                releasable=all(hold.releasable for hold in holding),
            )
        if queued:
            return _answered_again(response, queued, release)
        if published:
            return self._revision(response, published, release)
        if self.record is ResponseKind.LEAD:
            return self._lead(response, release)
        new = self._new(response, ImportAction.NEW, release=release)
        return replace(new, reasons=tuple(self._possible_leads(response, new.id)))

    def _possible_leads(self, response: Response, id: str) -> Iterator[str]:
        values = response.values
        for lead in self.known.leads_from(
            values.get("municipality") or values.get("organisation", "")
        ):
            yield _(
                "may have come of the lead “{title}”: if it has, exempelbank tie {id} {lead} "
                "--by REVIEWER"
            ).format(title=lead.title, id=id, lead=lead.id)

    def _lead(self, response: Response, release: str) -> PlannedImport:
        """One that has been tied to an answer has left its id to that, and its key is gone."""
        id = id_from(response.key, self._year(response), self.prefix, ())
        if tied := next((record for record in self.known.records if record.id == id), None):
            says = (_("has become {path}").format(path=tied.path),)
            return PlannedImport(response, ImportAction.UNCHANGED, says, id, tied.path)
        return self._new(response, ImportAction.NEW, release=release)

    def _year(self, response: Response) -> int:
        return (response.submitted_at or self.now).year

    def _new(self, response: Response, action: ImportAction, **more: Any) -> PlannedImport:
        id = id_from(response.key, self._year(response), self.prefix, self.used_ids)
        self.used_ids.add(id)
        path = f"{self.record.record.folder}/{id}.md"
        return PlannedImport(response, action, id=id, path=path, **more)

    def _revision(self, response: Response, published: KnownRecord, release: str) -> PlannedImport:
        if published.answers_hash == response.answers_hash:
            return PlannedImport(response, ImportAction.UNCHANGED, (), published.id, published.path)
        if published.state == ReviewState.WITHDRAWN:
            says = (_("the example has been withdrawn"),)
            return PlannedImport(response, ImportAction.KEPT, says, published.id, published.path)
        says = (_("proposes a revision of {path}").format(path=published.path),)
        return self._new(
            response, ImportAction.UPDATED, reasons=says, revises=published.id, release=release
        )

    def _possible_edit(self, response: Response) -> Iterator[Hold]:
        """Without ids an edited answer takes the place of the old one, at a new time or under a new
        title, but two of sender, unit and title stay.
        """
        if response.has_id:
            return
        for pair in _identifying_pairs(response.sender_hash, response.unit, response.title):
            if pair in self._missing_by_pair:
                says = _(
                    "may be an edited answer to {path}, with another time or title: if it is, "
                    "write the changes into that file; if it is a new example, let it in"
                )
                yield Hold(says.format(path=self._missing_by_pair[pair].path), True)
                return

    @cached_property
    def _missing_by_pair(self) -> Mapping[tuple[str, str, str], KnownRecord]:
        return {
            pair: record
            for record in self.missing
            for pair in _identifying_pairs(record.sender_hash, record.unit, record.title)
        }


def _is_later(record: KnownRecord, response: Response) -> bool:
    sent = response.modified_at
    return bool(sent and record.modified_at and record.modified_at > sent)


def _identifying_pairs(sender: str, unit: str, title: str) -> Iterator[tuple[str, str, str]]:
    """Every two of the three that are told."""
    unit, title = comparable(unit), comparable(title)
    for pair in (("", unit, title), (sender, "", title), (sender, unit, "")):
        if sum(map(bool, pair)) == 2:
            yield pair


def _was_released_before(response: Response, *before: KnownRecord | None) -> bool:
    """These very answers are here already: someone has given a reason once."""
    return any(
        record and response.answers_hash in (record.answers_hash, record.newer_hash)
        for record in before
    )


def _answered_again(response: Response, queued: KnownRecord, release: str) -> PlannedImport:
    if queued.answers_hash == response.answers_hash:
        return PlannedImport(
            response, ImportAction.UNCHANGED, (), queued.id, queued.path, queued=queued
        )
    if queued.state == ReviewState.WITHDRAWN:
        says = _("the example has been withdrawn")
        return PlannedImport(
            response, ImportAction.KEPT, (says,), queued.id, queued.path, queued=queued
        )
    step = PlannedImport(
        response,
        ImportAction.UPDATED,
        (),
        queued.id,
        queued.path,
        revises=queued.revises,
        release=release,
    )
    if queued.untouched:
        return replace(step, log=queued.log)
    says = _(
        "a person has begun to edit the file; the new answers lie beside it, in {newer}"
    ).format(newer=f"{NEWER}/{queued.id}.md")
    fresh = queued.newer_hash != response.answers_hash
    return replace(step, action=ImportAction.KEPT, reasons=(says,), newer=fresh)


def _consent_withdrawn(before: KnownRecord) -> str:
    shown = before.published and before.state != ReviewState.PAUSED
    return _(
        "CONSENT IS NO LONGER GIVEN for {path}. Run today: "
        "exempelbank {command} {id} --by REVIEWER --reason TEXT"
    ).format(path=before.path, command="pause" if shown else "withdraw", id=before.id)
