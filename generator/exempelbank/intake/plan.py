"""Responses, and what is known from before -> what to do with each. Nothing here touches a disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from exempelbank.i18n import _
from exempelbank.intake.answers import Hold
from exempelbank.intake.existing import NEWER, Existing, Known
from exempelbank.intake.identity import id_from
from exempelbank.intake.response import Response
from exempelbank.model.review import IMPORT, ReviewState
from exempelbank.model.submission import Submission
from exempelbank.text.normalization import comparable

_ROWS_NAMED = 10  # in one message


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
    releasable: bool = False  # everything that holds it could be let go
    loud: bool = False  # someone must act today
    image: str = ""  # its file in content/media


@dataclass(frozen=True)
class ImportPlan:
    dialect: str
    form: str
    planned: tuple[Planned, ...]
    missing: tuple[Existing, ...] = ()  # known, but not in this export
    released_by: str = IMPORT  # who let through what was held: a reviewer's id, when they said it

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
    released_by: str = IMPORT,
) -> ImportPlan:
    """`releases`: key -> why a hold is let go."""
    planner = _Planner(known, f"{dialect}:{form}:", prefix, now, releases or {}, known.ids)
    keys = {response.key for response in responses}
    return ImportPlan(
        dialect,
        form,
        tuple(twin or planner.planned(response) for response, twin in _told_apart(responses)),
        tuple(each for each in known.of_origin(planner.origin) if each.key not in keys),
        released_by,
    )


# ---- Rows of one file that share a key ----


def _told_apart(responses: Sequence[Response]) -> list[tuple[Response, Planned | None]]:
    """Each response, and what becomes of it when another in the file has the same key."""
    by_key: dict[str, list[Response]] = {}
    for response in responses:
        if not response.skipped:
            by_key.setdefault(response.key, []).append(response)
    twins = {key: _Twins(same) for key, same in by_key.items() if len(same) > 1}
    return [
        (each, None if each.skipped or each.key not in twins else twins[each.key].verdict(each))
        for each in responses
    ]


class _Twins:
    """Responses with the same key; there may be thousands, when a mapping takes another column."""

    def __init__(self, same: Sequence[Response]) -> None:
        self._latest = max(same, key=_when)
        self._first_like = {each.answers_hash: each for each in reversed(same)}
        rivals = [each for each in same if _when(each) == _when(self._latest)]
        self._disagree = len({each.answers_hash for each in rivals}) > 1
        rows = [str(each.row) for each in rivals[:_ROWS_NAMED]]
        self._rows = ", ".join(rows) + (" …" if len(rivals) > _ROWS_NAMED else "")

    def verdict(self, response: Response) -> Planned | None:
        """None for the one that counts: the only one, or the latest."""
        first = self._first_like[response.answers_hash]
        if first is not response and _when(first) == _when(response):
            says = _("is the same as row {row}").format(row=first.row)
            return Planned(response, Change.SKIPPED, (says,))
        if _when(response) < _when(self._latest):
            says = _("row {row} holds a later answer").format(row=self._latest.row)
            return Planned(response, Change.SKIPPED, (says,))
        if not self._disagree:
            return None
        if response.has_id:
            says = _("rows {rows} have the same id but different answers").format(rows=self._rows)
        else:
            says = _(
                "rows {rows} can't be told apart: in the mapping, say which column holds the id, "
                "or else the time (submitted_at) and the unit"
            ).format(rows=self._rows)
        return Planned(response, Change.HELD, (says,))


def _when(response: Response) -> float:
    moment = response.modified_at or response.submitted_at
    return moment.timestamp() if moment else 0.0


# ---- One response, and what is known ----


@dataclass(frozen=True)
class _Planner:
    known: Known
    origin: str  # how the keys of this form begin
    prefix: str
    now: datetime
    releases: Mapping[str, str]
    taken: set[str]  # ids; grows as new ones are given

    def planned(self, response: Response) -> Planned:
        if response.skipped:
            return Planned(response, Change.SKIPPED, (response.skipped,))
        queued = self.known.under_review(response.key)
        published = self.known.in_library(response.key)
        before = queued or published
        standing = [
            each
            for each in (published, queued)  # what everyone can read comes first
            if each and each.state != ReviewState.WITHDRAWN
        ]
        if standing and not response.consents:
            says = tuple(map(_consent_withdrawn, standing))
            at = standing[0]
            return Planned(response, Change.HELD, says, at.id, at.path, loud=True)
        release = self.releases.get(response.key, "")
        let_through = release or _was_let_in(response, queued, published)
        holds = [*response.holds, *([] if before else self._possible_edit(response))]
        if held := [hold for hold in holds if not (let_through and hold.releasable)]:
            return Planned(
                response,
                Change.HELD,
                tuple(hold.why for hold in held),
                before.id if before else "",
                before.path if before else "",
                releasable=all(hold.releasable for hold in held),
            )
        if queued:
            return _again(response, queued, release)
        if published:
            return self._revision(response, published, release)
        return self._new(response, Change.NEW, release=release)

    def _new(self, response: Response, change: Change, **more: Any) -> Planned:
        year = (response.submitted_at or self.now).year
        id = id_from(response.key, year, self.prefix, self.taken)
        self.taken.add(id)
        return Planned(response, change, id=id, path=f"{Submission.folder}/{id}.md", **more)

    def _revision(self, response: Response, published: Existing, release: str) -> Planned:
        if published.answers_hash == response.answers_hash:
            return Planned(response, Change.UNCHANGED, (), published.id, published.path)
        if published.state == ReviewState.WITHDRAWN:
            says = (_("the example has been withdrawn"),)
            return Planned(response, Change.KEPT, says, published.id, published.path)
        says = (_("proposes a revision of {path}").format(path=published.path),)
        return self._new(
            response, Change.UPDATED, reasons=says, revises=published.id, release=release
        )

    def _possible_edit(self, response: Response) -> Iterator[Hold]:
        """Without ids an edited answer has a new time, but two of sender, unit and title stay."""
        if response.has_id:
            return
        for pair in _pairs(response.sender_hash, response.unit, response.title):
            if pair in self._known_pairs:
                says = _("may be an edited answer to {path}, with another time")
                yield Hold(says.format(path=self._known_pairs[pair].path), True)
                return

    @cached_property
    def _known_pairs(self) -> Mapping[tuple[str, str, str], Existing]:
        return {
            pair: each
            for each in self.known.of_origin(self.origin)
            for pair in _pairs(each.sender_hash, each.unit, each.title)
        }


def _pairs(sender: str, unit: str, title: str) -> Iterator[tuple[str, str, str]]:
    """Every two of the three that are told."""
    unit, title = comparable(unit), comparable(title)
    for pair in (("", unit, title), (sender, "", title), (sender, unit, "")):
        if sum(map(bool, pair)) == 2:
            yield pair


def _was_let_in(response: Response, *before: Existing | None) -> bool:
    """These very answers are here already: someone has given a reason once."""
    return any(
        each and response.answers_hash in (each.answers_hash, each.newer_hash) for each in before
    )


def _again(response: Response, queued: Existing, release: str) -> Planned:
    if queued.answers_hash == response.answers_hash:
        return Planned(response, Change.UNCHANGED, (), queued.id, queued.path)
    step = Planned(
        response,
        Change.UPDATED,
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
    return replace(step, change=Change.KEPT, reasons=(says,), newer=fresh)


def _consent_withdrawn(before: Existing) -> str:
    shown = before.published and before.state != ReviewState.PAUSED
    return _(
        "CONSENT IS NO LONGER GIVEN for {path}. Run today: "
        "exempelbank {command} {id} --by REVIEWER --reason TEXT"
    ).format(path=before.path, command="pause" if shown else "withdraw", id=before.id)
