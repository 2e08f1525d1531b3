"""What a reviewer should look at: a sentence with the words marked, and what to do about them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from exempelbank.i18n import N_, ngettext, pgettext
from exempelbank.problems import Location
from exempelbank.report.passages import Passage
from exempelbank.report.sentences import sentences_in


class FindingKind(StrEnum):
    """In the order they are shown."""

    PERSONAL = "personal"
    LONG = "long"
    ABBREVIATION = "abbreviation"
    HEAVY = "heavy"
    LINK = "link"
    IMAGE = "image"

    @property
    def label(self) -> str:
        return pgettext("a finding", _LABELS[self])


_LABELS = {
    FindingKind.PERSONAL: N_("a finding", "About a person"),
    FindingKind.LONG: N_("a finding", "Long sentence"),
    FindingKind.ABBREVIATION: N_("a finding", "Abbreviation"),
    FindingKind.HEAVY: N_("a finding", "Heavy word"),
    FindingKind.LINK: N_("a finding", "Link text"),
    FindingKind.IMAGE: N_("a finding", "Image"),
}


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence as it was sent, and the part of it that is meant."""

    before: str
    marked: str
    after: str = ""

    def __str__(self) -> str:
        return self.before + self.marked + self.after


@dataclass(frozen=True, slots=True)
class Finding:
    kind: FindingKind
    passage: str  # its name, in the words of the page
    location: Location
    says: str  # one sentence of ours, no full stop
    fix: str = ""
    quote: Quote | None = None
    blocks_publication: bool = False  # while it stands
    times: int = 1

    @property
    def again(self) -> str:
        """Empty, or that the same is found in more places than this one."""
        more = self.times - 1
        if not more:
            return ""
        return ngettext("and in {n} more place", "and in {n} more places", more).format(n=more)


_CONTEXT = 160  # characters of the sentence on each side of what is marked
_LONGEST = 600  # characters of what is marked


def quote_of(text: str, start: int, end: int) -> Quote:
    """The part from start to end, within its sentence."""
    window = max(0, start - _CONTEXT - 1)
    first, last = window, end
    for sentence in sentences_in(text[window : end + _CONTEXT + 1]):
        begins = window + sentence.start
        if begins <= start:
            first = begins
        last = begins + len(sentence.text)
        if last >= end:
            break
    before, marked, after = text[first:start], text[start:end], text[end : max(last, end)]
    if len(before) > _CONTEXT:
        before = "…" + before[-_CONTEXT:]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT] + "…"
    if len(marked) > _LONGEST:
        marked = marked[:_LONGEST] + "…"
    return Quote(before.lstrip(), marked, after)


def finding_at(
    passage: Passage,
    start: int,
    end: int,
    kind: FindingKind,
    says: str,
    fix: str = "",
    blocks_publication: bool = False,
) -> Finding:
    """`start` and `end` in the text of the passage; `says` without a full stop, `fix` with one."""
    return Finding(
        kind,
        passage.name,
        passage.at(start),
        says,
        fix,
        quote_of(passage.text, start, end),
        blocks_publication,
    )
