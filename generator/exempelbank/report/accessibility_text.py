"""Links that must say where they lead, and images what they show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.model.contribution import Contribution
from exempelbank.model.example import Example
from exempelbank.report.findings import Finding, FindingKind, finding_at
from exempelbank.report.passages import Passage
from exempelbank.report.word_lists import word_lists
from exempelbank.text.normalization import comparable

_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{0,200})\]\(")
_CLICK = re.compile(r"\bklicka (?:här|på länken)\b|\btryck här\b", re.IGNORECASE)
_IMAGE_IN_TEXT = re.compile(r"!\[([^\[\]\n]{0,200})\]\(")
_FILE_NAME = re.compile(r"\w[\w-]*\.(?:jpe?g|png|webp|gif)|(?:IMG|DSC)[_-]?\d+", re.IGNORECASE)


def vague_links(passages: Iterable[Passage]) -> Iterator[Finding]:
    says = _("the link does not say where it leads")
    fix = _("Name the page it leads to: “Checklistan på Socialstyrelsens webbplats”.")
    for passage in passages:
        if (passage.location.label or "").startswith("links."):
            spots = [(0, len(passage.text))] if _is_vague(passage.text) else []
        else:
            spots = [link.span(1) for link in _LINK.finditer(passage.text) if _is_vague(link[1])]
            spots += [click.span() for click in _CLICK.finditer(passage.text)]
        last_end = -1
        for start, end in sorted(spots):
            if start >= last_end:
                yield finding_at(passage, start, end, FindingKind.LINK, says, fix)
            last_end = end


def _is_vague(link: str) -> bool:
    text = comparable(link).strip(" .:!»›>→")
    return text in word_lists()["vague_links"] or text.startswith(("http://", "https://", "www."))


def poor_descriptions(
    document: Document, contribution: Contribution, passages: Sequence[Passage]
) -> Iterator[Finding]:
    fix = _("Describe what the image shows, in a sentence, for those who can't see it.")
    for passage in passages:
        for written in _IMAGE_IN_TEXT.finditer(passage.text):
            says = _("an image within the text is not shown, only its description")
            yield finding_at(passage, *written.span(1), FindingKind.IMAGE, says, fix)
    image = contribution.image if isinstance(contribution, Example) else None
    if image is None:
        return
    location = document.location("image", "alt")
    alt = comparable(image.alt).strip(" .")
    if not alt:
        yield Finding(
            FindingKind.IMAGE, _("Image"), location, _("the image has no description"), fix
        )
    elif alt in word_lists()["vague_images"] or _FILE_NAME.search(alt):
        says = _("the description does not say what the image shows")
        of_image = next(p for p in passages if p.location.label == location.label)
        yield finding_at(of_image, 0, len(of_image.text), FindingKind.IMAGE, says, fix)
