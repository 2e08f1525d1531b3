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
from exempelbank.model.submission import PublishedExample, Submission


@dataclass(frozen=True, slots=True)
class RecordKind:
    name: str  # of its JSON Schema
    record: type[Record]
    section: str = ""  # the field of settings.Addresses that its pages lie below; empty: no pages


# In the order in which they are read.
RECORD_KINDS = (
    RecordKind("submission", Submission),
    RecordKind("example", PublishedExample, "examples"),
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
PUBLISHED_KINDS: tuple[type[PublishedExample] | type[ContentRecord], ...] = (
    PublishedExample,
    *CONTENT_KINDS,
)
FOLDERS = tuple(kind.record.folder for kind in RECORD_KINDS)
SECTIONS = {kind.record: kind.section for kind in RECORD_KINDS if kind.section}
