"""A contribution and a kind of letter -> the letter, what goes with it, and the note in the log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from exempelbank.correspondence.contents import known_of
from exempelbank.correspondence.draft import draft_renderer
from exempelbank.correspondence.receiver import published_address
from exempelbank.documents import Document
from exempelbank.exceptions import NotMade
from exempelbank.i18n import _
from exempelbank.letters.kinds import LetterKind
from exempelbank.letters.letter import SenderLetter, as_text, email_from, letter_from
from exempelbank.letters.placeholders import Placeholder
from exempelbank.letters.templates import LetterTemplate
from exempelbank.review.repository import StoredContribution, log_entry, with_log
from exempelbank.rules.publication import state_on
from exempelbank.rules.written_by_import import with_note
from exempelbank.settings import Settings


@dataclass(frozen=True, slots=True)
class ReadyLetter:
    letter: SenderLetter
    to: str  # an address; "" when none is known
    pages: Mapping[str, str]  # name of a file -> the HTML that goes with the letter

    def as_files(self, out: Path, settings: Settings, now: datetime) -> dict[Path, bytes | str]:
        """As a draft that a mail program opens when `out` ends with .eml, else as text."""
        if out.suffix.lower() == ".eml":
            message = email_from(self.letter, settings, now, self.to, self.pages)
            return {out: message.as_bytes()}
        pages = {out.parent / name: page for name, page in self.pages.items()}
        return {out: as_text(self.letter), **pages}


def build_letter(
    stored: StoredContribution,
    template: LetterTemplate,
    by: str,
    root: Path,
    settings: Settings,
    now: datetime,
    to: str = "",
) -> ReadyLetter:
    """`by`: the reviewer who signs it, or nobody. `to`: an address; without one, the published
    contact's. Raises `NotMade` when it is not the time for it, or there is nothing it may say.
    """
    kind, state = template.kind, state_on(stored.record.review, now.date())
    if not kind.states:
        raise NotMade(
            _("The letter “{kind}” is about no example.").format(kind=kind.label),
            _("Write exempelbank letter {kind} without an id.").format(kind=kind.label),
        )
    if state not in kind.states:
        raise NotMade(
            _("The letter “{kind}” is not written about what is “{state}”.").format(
                kind=kind.label, state=state.label
            ),
            _("It is written about what is: {states}.").format(
                states=", ".join(one.label for one in kind.states)
            ),
        )
    pages = {}
    if kind is LetterKind.PROOF:
        page = draft_renderer(root, settings, now.date())(stored)
        pages[f"{stored.record.id}.html"] = page
    known = known_of(stored, kind, by, root, settings)
    known[Placeholder.ATTACHMENT] = "".join(pages)
    return ReadyLetter(letter_from(template, known), to or published_address(stored.record), pages)


def noted_in_log(stored: StoredContribution, kind: LetterKind, by: str, now: datetime) -> Document:
    """That it was written: by whom and when, and never to whom. Import still knows the file."""
    return with_note(stored.document, with_log(stored.document, log_entry(by, kind.deed, now)))
