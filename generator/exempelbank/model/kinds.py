"""Every kind of record, a line each: whatever must know them all reads them here."""

from dataclasses import dataclass

from exempelbank.model.content import (
    ContentRecord,
    Event,
    FocusArea,
    Initiative,
    Network,
    NewsItem,
    Tip,
)
from exempelbank.model.record import Record
from exempelbank.model.submission import (
    Published,
    PublishedExample,
    PublishedTrialNote,
    Submission,
    TrialNoteSubmission,
    UnderReview,
)


@dataclass(frozen=True, slots=True)
class RecordKind:
    name: str  # of its JSON Schema
    record: type[Record]
    section: str = ""  # the field of settings.Addresses that its pages lie below; empty: no pages


# In the order in which they are read.
RECORD_KINDS = (
    RecordKind("submission", Submission),
    RecordKind("trial-note-submission", TrialNoteSubmission),
    RecordKind("example", PublishedExample, "examples"),
    RecordKind("trial-note", PublishedTrialNote),
    RecordKind("news", NewsItem, "news"),
    RecordKind("event", Event, "events"),
    RecordKind("network", Network, "networks"),
    RecordKind("focus-area", FocusArea, "focus_areas"),
    RecordKind("tip", Tip, "tips"),
    RecordKind("initiative", Initiative, "initiatives"),
)

CONTENT_KINDS: tuple[type[ContentRecord], ...] = tuple(
    kind.record for kind in RECORD_KINDS if issubclass(kind.record, ContentRecord)
)
UNDER_REVIEW: tuple[type[UnderReview], ...] = tuple(
    kind.record for kind in RECORD_KINDS if issubclass(kind.record, UnderReview)
)
PUBLISHED: tuple[type[Published], ...] = tuple(
    kind.record for kind in RECORD_KINDS if issubclass(kind.record, Published)
)
PUBLISHED_KINDS: tuple[type[Published] | type[ContentRecord], ...] = (*PUBLISHED, *CONTENT_KINDS)
FOLDERS = tuple(kind.record.folder for kind in RECORD_KINDS)
_BY_FOLDER = {kind.record.folder: kind.record for kind in RECORD_KINDS}
SECTIONS = {kind.record: kind.section for kind in RECORD_KINDS if kind.section}


def kind_at(path: str) -> type[Record] | None:
    """Of the record in a file of the project; None where there are none."""
    return _BY_FOLDER.get(path.rpartition("/")[0])
