"""An answer that was changed in the form while someone edited the file -> the file with what is
taken of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from exempelbank.documents import Document, body_from, read_document
from exempelbank.files.paths import NEWER
from exempelbank.i18n import _
from exempelbank.model.example import CONTACT, Example, Section
from exempelbank.model.labels import label_of
from exempelbank.model.record import InVocabulary
from exempelbank.model.submission import Attestations, UnderReview
from exempelbank.model.trial_note import TrialNote
from exempelbank.problems import Location, Problems
from exempelbank.records import canonical, record_from
from exempelbank.review.repository import StoredRecord, log_entry, with_log
from exempelbank.settings import Settings
from exempelbank.transactions import Transaction

# The program's own; and what a taken answer brings along.
_NOT_COMPARED = {"schema", "id", "revises", "review", "source", "attestations"}
_OF_THE_ANSWER = ("modified_at", "answers_hash")  # of its source


@dataclass(frozen=True, slots=True)
class Difference:
    """A field or section that the newer answer says something else of."""

    keys: tuple[str, ...]  # in the front matter; of the body: empty
    label: str
    ours: str  # in words; empty: nothing
    newer: str
    value: Any  # the newer one, as it is written
    section: str = ""  # the heading; "text" of a trial note


def find_newer(
    root: Path, stored: StoredRecord[UnderReview], settings: Settings, problems: Problems
) -> StoredRecord[UnderReview] | None:
    """None, and a problem, when there is none that can be read."""
    path = root / NEWER / f"{stored.record.id}.md"
    if not path.exists():
        problems.error(
            Location(f"{NEWER}/{path.name}"),
            _("there is no newer answer to {id}").format(id=stored.record.id),
            _("exempelbank queue tells which have one."),
        )
        return None
    kind = type(stored.record)
    document = read_document(path, root, problems)
    document = document and canonical(document, kind, settings)
    record = document and record_from(document, kind, problems)
    return StoredRecord(document, record) if document and record else None


def differences(
    stored: StoredRecord[UnderReview], newer: StoredRecord[UnderReview], settings: Settings
) -> tuple[Difference, ...]:
    """In the order of the file. What the newer answer leaves empty is no difference: someone may
    have filled it in meanwhile.
    """
    return (
        *_fields(stored, newer, settings),
        *_attested(stored, newer, settings),
        *_of_the_body(stored, newer),
    )


def _fields(
    stored: StoredRecord[UnderReview], newer: StoredRecord[UnderReview], settings: Settings
) -> Iterator[Difference]:
    kind = type(stored.record)
    for key, value in newer.document.data.items():
        ours = stored.document.data.get(key)
        if key in _NOT_COMPARED or value == ours:
            continue
        vocabulary = kind.constraint(key, InVocabulary)
        before = _in_words(ours, vocabulary, settings)
        after = _in_words(value, vocabulary, settings)
        yield Difference((key,), label_of(kind, key) or key, before, after, value)


def _attested(
    stored: StoredRecord[UnderReview], newer: StoredRecord[UnderReview], settings: Settings
) -> Iterator[Difference]:
    given = _attestations_in(newer.document)
    ours = _attestations_in(stored.document)
    for name, value in given.items():
        was = ours.get(name)
        if was is None or was.get("answer") != value.get("answer"):
            before = _in_words(was and was.get("answer"), None, settings)
            after = _in_words(value.get("answer"), None, settings)
            label = label_of(Attestations, name)
            yield Difference(("attestations", name), label, before, after, value)


def _attestations_in(document: Document) -> Mapping[str, Any]:
    attestations = document.data.get("attestations")
    return attestations if isinstance(attestations, dict) else {}


def _of_the_body(
    stored: StoredRecord[UnderReview], newer: StoredRecord[UnderReview]
) -> Iterator[Difference]:
    old, new = stored.record, newer.record
    if isinstance(old, Example) and isinstance(new, Example):
        for section in Section:
            ours, text = old.sections.get(section, ""), new.sections.get(section, "")
            if text and text != ours:
                yield Difference((), section.heading, ours, text, text, section.heading)
    elif isinstance(old, TrialNote) and isinstance(new, TrialNote) and new.text != old.text:
        label = label_of(TrialNote, "text")
        yield Difference((), label, old.text, new.text, new.text, "text")


def _in_words(value: Any, vocabulary: InVocabulary | None, settings: Settings) -> str:
    match value:
        case None:
            return ""
        case list():
            return "; ".join(_in_words(one, vocabulary, settings) for one in value)
        case dict():
            return ", ".join(_in_words(one, vocabulary, settings) for one in value.values())
        case "yes" | "no" if vocabulary is None:
            return _("yes") if value == "yes" else _("no")
        case _ if vocabulary:
            return settings.label(vocabulary.vocabulary, str(value))
        case _:
            return str(value)


def plan_merge(
    stored: StoredRecord[UnderReview],
    newer: StoredRecord[UnderReview],
    taken: Collection[Difference],
    by: str,
    now: datetime,
) -> Transaction:
    """The file with what is `taken`; the newer answer is done with. Import then knows that these
    answers are here, as if it had written them itself.
    """
    document = stored.document
    for difference in taken:
        if not difference.section:
            document = document.with_value(difference.keys, difference.value)
    document = _with_body(document, stored.record, taken)
    if newer.document.data.get("contact_publish") == "no":
        # The contact no longer agrees to be shown: it is not a matter of choice.
        for name in CONTACT:
            document = document.with_value((name,), None)
        document = document.with_value(("contact_publish",), "no")
    source = newer.document.data.get("source", {})
    for name in _OF_THE_ANSWER:
        if name in source:
            document = document.with_value(("source", name), source[name])
    for release in newer.document.data["review"].get("releases", ()):
        if release not in document.data["review"].get("releases", ()):
            document = document.with_item(("review", "releases"), release)
    labels = ", ".join(difference.label for difference in taken)
    document = with_log(document, log_entry(by, "updated", now, labels))
    return Transaction(
        {document.path: document.text},
        (newer.document.path,),
        {one.document.path: one.document.read for one in (stored, newer)},
    )


def _with_body(document: Document, record: UnderReview, taken: Collection[Difference]) -> Document:
    texts = {difference.section: difference.value for difference in taken if difference.section}
    if not texts:
        return document
    if isinstance(record, Example):
        sections = {section.heading: text for section, text in record.sections.items()} | texts
        return document.with_body(
            body_from((section.heading, sections.get(section.heading, "")) for section in Section)
        )
    return document.with_body(f"\n{texts['text']}\n")
