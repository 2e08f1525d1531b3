"""A person's word on what the privacy rules have stopped: given for a text, and fallen with it.

No reason releases a personal number, but a person may say that ten digits are a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from exempelbank.model.content import ContentRecord
from exempelbank.model.record import Record
from exempelbank.model.review import Release
from exempelbank.model.submission import Published, UnderReview
from exempelbank.privacy.rules import Enforcement, findings_in
from exempelbank.privacy.texts import PublicText, text_hash


@dataclass(frozen=True, slots=True)
class ReleasableFinding:
    """What a rule that can be released has found in a text."""

    text: PublicText
    rule: str  # its id
    text_hash: str

    def release(self, by: str, reason: str = "") -> Release:
        return Release(rule=self.rule, text_hash=self.text_hash, by=by, reason=reason)


def releasable_findings_in(texts: Iterable[PublicText]) -> Iterator[ReleasableFinding]:
    """Each rule once for each text."""
    for text in texts:
        rules = (finding.rule for finding in findings_in(text.text, text.running))
        for id in sorted({rule.id for rule in rules if rule.enforcement is Enforcement.RELEASABLE}):
            yield ReleasableFinding(text, id, text_hash(text.text))


def still_needed(
    findings: Iterable[ReleasableFinding], releases: Iterable[Release]
) -> tuple[Release, ...]:
    """The releases of texts that stand there yet, as they were given."""
    needed = {(finding.rule, finding.text_hash) for finding in findings}
    return tuple(release for release in releases if (release.rule, release.text_hash) in needed)


def releases_of(record: Record) -> tuple[Release, ...]:
    """Those that count. In an example approved before `hash_version` 2 none was bound."""
    match record:
        case Published() if record.review.hash_version == 1:
            return ()
        case ContentRecord():
            return record.releases
        case UnderReview() | Published():
            return record.review.releases
    return ()


def releases_in(front_matter: Any) -> tuple[Release, ...]:
    """Those of a page written by hand. What is no release releases nothing."""
    value = front_matter.get("releases") if isinstance(front_matter, dict) else None
    items: Sequence[Any] = value if isinstance(value, list) else ()
    releases: list[dict[str, Any]] = [
        {name: str(item.get(name, "")) for name in Release.model_fields}
        for item in items
        if isinstance(item, dict)
    ]
    return tuple(Release.model_construct(**fields) for fields in releases)
