"""What is approved -> the transaction that publishes it, in which all is decided.

Only what its public type (`Example`, `TrialNote`) declares is copied, so nothing else that a
submission holds can follow along.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePosixPath

from exempelbank.checks import check_record
from exempelbank.documents import Document, body_from
from exempelbank.files.paths import APPROVED
from exempelbank.i18n import _
from exempelbank.model.content import NewsItem
from exempelbank.model.contribution import Contribution
from exempelbank.model.example import Example, Section
from exempelbank.model.review import (
    HASH_VERSION,
    IMPORT,
    Approval,
    LogEntry,
    Publication,
    Release,
    ReviewState,
    Version,
)
from exempelbank.model.submission import (
    PUBLISHED_AS,
    Published,
    PublishedExample,
    Source,
    UnderReview,
)
from exempelbank.model.trial_note import TrialNote
from exempelbank.privacy.releases import releasable_findings_in, still_needed
from exempelbank.privacy.rules import rules_version
from exempelbank.privacy.texts import public_texts
from exempelbank.problems import Problems
from exempelbank.records import document_of, front_matter_of, record_from
from exempelbank.review.names import chosen_name
from exempelbank.review.news import news_draft
from exempelbank.review.repository import (
    StoredContribution,
    StoredRecord,
    log_entry,
    with_log,
    with_state,
)
from exempelbank.rules.publication import next_review, public_view
from exempelbank.settings import Settings
from exempelbank.transactions import Transaction


@dataclass(frozen=True, slots=True)
class ApprovalDecision:
    """By whom, and when. `reviewers`: who handled it, then who approved it (or the leader)."""

    reviewers: tuple[str, str]
    approval: Approval
    now: datetime  # in the organisation's time zone
    image_hash: str | None = None  # of the picture as it lies in content/media
    what: str = ""  # what changed, for readers
    keeps_submission: bool = False  # its file lies nowhere else

    @property
    def today(self) -> date:
        return self.now.date()


def plan_publication(
    stored: StoredRecord[UnderReview],
    decision: ApprovalDecision,
    slug: str,
    taken_names: Mapping[str, Container[str]],
    settings: Settings,
    problems: Problems,
) -> Transaction | None:
    """The first time. `taken_names`: the names of the files there are, by folder. `slug`: if
    wished.
    """
    kind = PUBLISHED_AS[stored.record.public_type()]
    name = chosen_name(stored, slug, taken_names[kind.folder], settings, problems)
    published = kind(
        **public_view(stored.record).__dict__,
        review=Publication(
            state=ReviewState.APPROVED,
            version=1,
            published=decision.today,
            updated=decision.today,
            review_by=next_review(decision.today, settings),
            approved_by=decision.reviewers,
            hash_version=HASH_VERSION,
            content_hash=decision.approval.content_hash,
            image_hash=decision.image_hash,
            privacy_rules=rules_version(),
            releases=_releases_needed(stored, stored.record.review.releases, decision),
            versions=(
                Version(number=1, date=decision.today, what=decision.what or first_version()),
            ),
            log=(_log_of(decision, ReviewState.APPROVED.value),),
        ),
        source=stored.record.source,
    )
    document = document_of(published, str(PurePosixPath(kind.folder) / f"{name}.md"))
    published_file = _with_content_hash(document, kind, settings, problems)
    if published_file is None:
        return None
    written = {published_file.path: published_file.text}
    if isinstance(published, PublishedExample) and settings.has("news"):
        taken = taken_names[NewsItem.folder]
        path, text = news_draft(published, name, settings, decision.today, taken)
        written = {path: text, **written}
    return Transaction(
        written | _kept(stored, decision),
        (stored.document.path,),
        _texts_as_read(stored.document),
    )


def plan_revision(
    stored: StoredRecord[Published],
    text: Contribution,
    decision: ApprovalDecision,
    settings: Settings,
    problems: Problems,
    submission: StoredRecord[UnderReview] | None = None,
) -> Transaction | None:
    """What is published approved again: with the text it has, or with that of a submission. A
    changed text is a new version; an unchanged one is renewed.
    """
    old = stored.record
    document = stored.document if submission is None else with_text(stored, text)
    if submission and submission.record.source.key:
        document = _with_source(document, submission.record.source)
    changed = _is_changed(old, text, decision.image_hash)
    if changed:
        number = old.review.version + 1
        if not decision.what.strip():
            problems.error(
                stored.document.location("review", "versions"),
                _("what has changed is not said"),
                _("Write --what and, in one sentence to the readers, what is new."),
            )
        version = Version(number=number, date=decision.today, what=decision.what.strip())
        document = (
            document.with_value(("review", "version"), number)
            .with_value(("review", "updated"), str(decision.today))
            .with_item(("review", "versions"), version.model_dump(mode="json"))
        )
    releases_before = submission.record.review.releases if submission else old.review.releases
    releases = _releases_needed(submission or stored, releases_before, decision)
    bound = {
        "review_by": str(next_review(decision.today, settings)),
        "approved_by": list(decision.reviewers),
        "hash_version": HASH_VERSION,
        "image_hash": decision.image_hash,
        "privacy_rules": rules_version(),
        "releases": [release.model_dump(exclude_defaults=True) for release in releases],
    }
    document = with_state(document, ReviewState.APPROVED)
    for name, value in bound.items():
        document = document.with_value(("review", name), value or None)
    document = with_log(document, _log_of(decision, "revised" if changed else "renewed"))
    published_file = _with_content_hash(document, type(old), settings, problems)
    if published_file is None:
        return None
    if submission is None:
        return Transaction(
            {published_file.path: published_file.text}, read=_texts_as_read(document)
        )
    return Transaction(
        {published_file.path: published_file.text} | _kept(submission, decision),
        (submission.document.path,),
        _texts_as_read(document, submission.document),
    )


def _kept(stored: StoredRecord[UnderReview], decision: ApprovalDecision) -> dict[str, str]:
    """The submission as it was reviewed, where no queue shows it, if it would be lost."""
    document = stored.document
    return {f"{APPROVED}/{document.stem}.md": document.text} if decision.keeps_submission else {}


def _releases_needed(
    stored: StoredContribution, releases_before: tuple[Release, ...], decision: ApprovalDecision
) -> tuple[Release, ...]:
    """Those of texts that stand there yet. For what import let in the handler answers."""
    needed = still_needed(
        releasable_findings_in(public_texts(stored.document, stored.record)), releases_before
    )
    return tuple(
        release.model_copy(update={"by": decision.reviewers[0]})
        if release.by == IMPORT
        else release
        for release in needed
    )


def _is_changed(old: Published, text: Contribution, image_hash: str | None) -> bool:
    """Is it another text, or another picture, than the one approved? `old`: as the file stands."""
    review = old.review
    edited = old.content_hash() != review.content_hash
    released = review.hash_version == 1 and bool(review.releases)
    other = text.hashed_fields() != public_view(old).hashed_fields()
    return edited or released or other or not review.binds_image(image_hash)


def first_version() -> str:
    """What readers are told of the first one, unless something else is said."""
    return _("First version.")


def with_text(stored: StoredRecord[Published], text: Contribution) -> Document:
    """The published file with another text; what is the same stays as it was written."""
    document = stored.document
    old, new = front_matter_of(public_view(stored.record)), front_matter_of(text)
    for name in {**old, **new}:
        if name not in ("schema", "id") and old.get(name) != new.get(name):
            document = document.with_value((name,), new.get(name))
    match stored.record, text:
        case Example() as before, Example() as after if before.sections != after.sections:
            sections = after.sections
            document = document.with_body(
                body_from((section.heading, sections.get(section, "")) for section in Section)
            )
        case TrialNote() as before, TrialNote() as after if before.text != after.text:
            document = document.with_body(f"\n{after.text}\n")
    return document


def _with_source(document: Document, source: Source) -> Document:
    """So that the next import knows the newest answer."""
    data = source.model_dump(mode="json", exclude_none=True)
    return document.with_value(("source",), {name: value for name, value in data.items() if value})


def _log_of(decision: ApprovalDecision, did: str) -> LogEntry:
    """Who and when; notes stay behind with the submission."""
    return log_entry(decision.approval.by, did, decision.now)


def _texts_as_read(*documents: Document) -> dict[str, str]:
    return {document.path: document.read for document in documents}


def _with_content_hash(
    document: Document, kind: type[Published], settings: Settings, problems: Problems
) -> Document | None:
    """The file with the hash of all that is approved. It is read back first, as the build will
    read it; None when something is wrong.
    """
    published = record_from(document, kind, problems)
    if published is None:
        return None
    document = document.with_value(("review", "content_hash"), published.content_hash())
    if published := record_from(document, kind, problems):
        check_record(document, published, settings, problems)
    return None if problems.errors else document
