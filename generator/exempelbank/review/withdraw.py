"""A contribution that is taken back, and all that lies beside it -> the change that erases it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from exempelbank.checks.privacy import check_words
from exempelbank.files.paths import APPROVED, MEDIA, NEWER
from exempelbank.i18n import _
from exempelbank.model.content import NewsItem
from exempelbank.model.kinds import PUBLISHED, UNDER_REVIEW
from exempelbank.model.review import ReviewState
from exempelbank.problems import Location, Problems
from exempelbank.records import Wordings, document_of, record_files
from exempelbank.review.repository import (
    StoredContribution,
    StoredRecord,
    log_entry,
    read_stored,
)
from exempelbank.review.transitions import check_legal, check_reason, check_reviewer
from exempelbank.rules.erasure import erased, erased_news, is_erased
from exempelbank.settings import Settings
from exempelbank.transactions import Transaction, digest_of


@dataclass(frozen=True, slots=True)
class WithdrawalRequest:
    by: str  # a reviewer's id
    reason: str
    now: datetime
    decision: str = ""  # by which what lies nowhere else may be let go


@dataclass(frozen=True, slots=True)
class FilesBeside:
    """What else holds words of a contribution, and goes with it."""

    news: tuple[StoredRecord[NewsItem], ...] = ()
    removed: Mapping[str, str] = field(default_factory=dict)  # path -> digest
    revisions: tuple[str, ...] = ()  # ids of those that propose to change it: for a person to see


def files_beside(
    stored: StoredContribution, root: Path, problems: Problems, wordings: Wordings | None = None
) -> FilesBeside:
    id, document = stored.record.id, stored.document
    news = (
        read_stored(path, root, NewsItem, problems, wordings)
        for path in record_files(root / NewsItem.folder)
        if id.encode() in path.read_bytes()
    )
    paths = [*_answers(id, root), *_picture(stored, root)]
    return FilesBeside(
        tuple(one for one in news if one and one.record.example == id),
        {path: digest_of(root / path) for path in paths if path != document.path},
        tuple(
            path.stem
            for kind in UNDER_REVIEW
            for path in record_files(root / kind.folder)
            if re.search(_line("revises", id), path.read_bytes())
        ),
    )


def _answers(id: str, root: Path) -> Iterator[str]:
    """Other files of the same answers: newer ones, and submissions that were approved."""
    for folder in (NEWER, APPROVED):
        for path in record_files(root / folder):
            raw = path.read_bytes()
            if path.stem == id or re.search(_line("revises", id), raw):
                yield f"{folder}/{path.name}"


def _line(name: str, id: str) -> bytes:
    return rf"(?m)^{name}: *[\"']?{re.escape(id)}\b".encode()


def _picture(stored: StoredContribution, root: Path) -> Iterator[str]:
    """Unless something else shows it too."""
    file = stored.record.image_file
    if file and (root / MEDIA / file).is_file():
        others = (
            path
            for kind in (*PUBLISHED, *UNDER_REVIEW)
            for path in record_files(root / kind.folder)
            if path != root / stored.document.path
        )
        if not any(file.encode() in path.read_bytes() for path in others):
            yield f"{MEDIA}/{file}"


def plan_withdrawal(
    stored: StoredContribution,
    beside: FilesBeside,
    request: WithdrawalRequest,
    uncommitted: tuple[str, ...],
    settings: Settings,
    problems: Problems,
) -> Transaction | None:
    """`uncommitted`: those of the files that lie nowhere else."""
    record, document = stored.record, stored.document
    place = document.location("review", "state")
    check_reviewer(place, request.by, settings, problems)
    if is_erased(record):
        problems.error(place, _("is withdrawn, and no word of it is left"))
    elif record.review.state is not ReviewState.WITHDRAWN:  # by an earlier version, or by hand
        check_legal(stored, ReviewState.WITHDRAWN, problems)
    check_reason(place, ReviewState.WITHDRAWN, request.reason, problems)
    problems.found += check_words(place, f"{request.reason} {request.decision}")
    if uncommitted and not request.decision.strip():
        problems.error(
            Location(uncommitted[0]),
            _("lies nowhere else, and nobody can bring it back when it is gone"),
            _(
                "Save it in git first, or have it decided that it may be destroyed, and write "
                "--decision and the decision's number. docs/radera.md says more."
            ),
        )
    if problems.errors:
        return None
    decision = request.decision.strip()
    decided = _("Decision: {number}").format(number=decision) if decision else ""
    note = f"{request.reason.strip()} {decided}".strip()
    entry = log_entry(request.by, ReviewState.WITHDRAWN.value, request.now, note)
    left = erased(record)
    review = left.review.model_copy(
        update={"state": ReviewState.WITHDRAWN, "log": (*left.review.log, entry)}
    )
    left = left.model_copy(update={"review": review})
    written = {document.path: document_of(left, document.path).text}
    read = {document.path: document.read}
    for item in beside.news:
        path = item.document.path
        written[path] = document_of(erased_news(item.record), path).text
        read[path] = item.document.read
    return Transaction(written, tuple(beside.removed), {**read, **beside.removed})
