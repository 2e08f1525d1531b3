"""A person's word on what the privacy rules have stopped: given for a text, and fallen with it.

No reason releases a personal number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from exempelbank.model.content import ContentRecord
from exempelbank.model.record import Record
from exempelbank.model.review import Release
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.privacy.rules import Gravity, findings_in
from exempelbank.privacy.texts import PublicText, text_hash


@dataclass(frozen=True, slots=True)
class Stopped:
    """What a rule that can be released has found in a text."""

    public: PublicText
    rule: str
    text_hash: str

    def released(self, by: str, reason: str = "") -> Release:
        return Release(rule=self.rule, text_hash=self.text_hash, by=by, reason=reason)


def stopped_in(texts: Iterable[PublicText]) -> Iterator[Stopped]:
    """Each rule once for each text."""
    for public in texts:
        rules = (found.rule for found in findings_in(public.text, public.running))
        for id in sorted({rule.id for rule in rules if rule.gravity is Gravity.RELEASABLE}):
            yield Stopped(public, id, text_hash(public.text))


def still_needed(stopped: Iterable[Stopped], releases: Iterable[Release]) -> tuple[Release, ...]:
    """The releases of texts that stand there yet, as they were given."""
    stands = {(one.rule, one.text_hash) for one in stopped}
    return tuple(one for one in releases if (one.rule, one.text_hash) in stands)


def releases_of(record: Record) -> tuple[Release, ...]:
    """Those that count. In an example approved before `hash_version` 2 none was bound."""
    match record:
        case PublishedExample() if record.review.hash_version == 1:
            return ()
        case ContentRecord():
            return record.releases
        case Submission() | PublishedExample():
            return record.review.releases
    return ()


def releases_in(front_matter: Any) -> tuple[Release, ...]:
    """Those of a page written by hand. What is no release releases nothing."""
    given = front_matter.get("releases") if isinstance(front_matter, dict) else None
    items: Sequence[Any] = given if isinstance(given, list) else ()
    found: list[dict[str, Any]] = [
        {name: str(item.get(name, "")) for name in Release.model_fields}
        for item in items
        if isinstance(item, dict)
    ]
    return tuple(Release.model_construct(**fields) for fields in found)
