"""What a letter's text leaves open, by its name in any language we speak: `{title}`, `{rubrik}`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from exempelbank.i18n import N_, kept_while_spoken, pgettext
from exempelbank.letters.kinds import LetterKind
from exempelbank.model.wordings import by_wording
from exempelbank.text.normalization import comparable

OPEN = re.compile(r"\{([^{}\n]*)\}")


class Placeholder(StrEnum):
    TITLE = "title"
    ID = "id"
    SITE = "site"
    ORGANISATION = "organisation"
    PHONE = "phone"  # the organisation's
    SIGNATURE = "signature"
    QUESTIONS = "questions"
    ATTACHMENT = "attachment"  # the name of the file
    ADDRESS = "address"  # of the page that the letter is about
    PRINT_ADDRESS = "print_address"  # of the sheet for workplace meetings
    REVIEW_BY = "review_by"
    PUBLISHED = "published"
    REASONS = "reasons"
    CONTRIBUTE = "contribute"  # the address where one tells of an example
    HINT = "hint"  # the address where one tips us off
    MISSING = "missing"  # what there are no examples of
    FROM_YOU = "from_you"  # what there is from the municipality that is written to
    STEPS = "steps"  # from proposal to decision
    CRITERIA = "criteria"  # what a network must meet
    NOTE = "note"  # what whoever writes the letter adds

    @property
    def label(self) -> str:
        return pgettext("placeholder", _LABELS[self])


_LABELS = {
    Placeholder.TITLE: N_("placeholder", "title"),
    Placeholder.ID: N_("placeholder", "id"),
    Placeholder.SITE: N_("placeholder", "site"),
    Placeholder.ORGANISATION: N_("placeholder", "organisation"),
    Placeholder.PHONE: N_("placeholder", "phone"),
    Placeholder.SIGNATURE: N_("placeholder", "signature"),
    Placeholder.QUESTIONS: N_("placeholder", "questions"),
    Placeholder.ATTACHMENT: N_("placeholder", "attachment"),
    Placeholder.ADDRESS: N_("placeholder", "address"),
    Placeholder.PRINT_ADDRESS: N_("placeholder", "print address"),
    Placeholder.REVIEW_BY: N_("placeholder", "review by"),
    Placeholder.PUBLISHED: N_("placeholder", "published"),
    Placeholder.REASONS: N_("placeholder", "reasons"),
    Placeholder.CONTRIBUTE: N_("placeholder", "contribute"),
    Placeholder.HINT: N_("placeholder", "hint"),
    Placeholder.MISSING: N_("placeholder", "missing"),
    Placeholder.FROM_YOU: N_("placeholder", "from you"),
    Placeholder.STEPS: N_("placeholder", "steps"),
    Placeholder.CRITERIA: N_("placeholder", "criteria"),
    Placeholder.NOTE: N_("placeholder", "note"),
}
_P = Placeholder
_OF_THE_OFFICE = (_P.SITE, _P.ORGANISATION)
_ALWAYS = (*_OF_THE_OFFICE, _P.PHONE, _P.SIGNATURE, _P.CONTRIBUTE)
_OF_A_PROPOSAL = (_P.TITLE, _P.NOTE, _P.ADDRESS)
_OF_THE_PAGE = (_P.ADDRESS, _P.PRINT_ADDRESS, _P.PUBLISHED, _P.REVIEW_BY)
_OF_ITS_OWN: Mapping[LetterKind, tuple[Placeholder, ...]] = {
    LetterKind.QUESTION: (_P.QUESTIONS,),
    LetterKind.PROOF: (_P.ATTACHMENT,),
    LetterKind.PUBLISHED: _OF_THE_PAGE,
    LetterKind.DECLINED: (_P.REASONS,),
    LetterKind.RENEWAL: _OF_THE_PAGE,
    LetterKind.LAUNCH: (_P.HINT,),
    LetterKind.WANTED: (_P.MISSING, _P.FROM_YOU, _P.HINT, _P.ADDRESS),
    LetterKind.PROPOSAL_RECEIVED: (*_OF_A_PROPOSAL, _P.STEPS, _P.CRITERIA),
    LetterKind.PROPOSAL_ACCEPTED: _OF_A_PROPOSAL,
    LetterKind.PROPOSAL_DECLINED: (*_OF_A_PROPOSAL, _P.REASONS),
}
_NEEDED: Mapping[LetterKind, tuple[Placeholder, ...]] = {
    LetterKind.QUESTION: (_P.QUESTIONS,),
    LetterKind.PROOF: (_P.ATTACHMENT,),
    LetterKind.PUBLISHED: (_P.ADDRESS,),
    LetterKind.DECLINED: (_P.REASONS,),
    LetterKind.RENEWAL: (_P.ADDRESS,),
    LetterKind.WANTED: (_P.MISSING,),
    LetterKind.PROPOSAL_DECLINED: (_P.REASONS,),
}


def placeholders_of(kind: LetterKind) -> tuple[Placeholder, ...]:
    """That the body may hold."""
    of_contribution = (_P.TITLE, _P.ID) if kind.states else ()
    return (*_OF_ITS_OWN.get(kind, ()), *of_contribution, *_ALWAYS)


def in_subject(kind: LetterKind) -> tuple[Placeholder, ...]:
    """No header of a letter holds a text that someone has sent in."""
    return (_P.ID, *_OF_THE_OFFICE) if kind.states else _OF_THE_OFFICE


def needed_in(kind: LetterKind) -> tuple[Placeholder, ...]:
    """Without which the letter would not say what it is for."""
    return _NEEDED.get(kind, ())


@kept_while_spoken
def _by_name() -> Mapping[str, Placeholder]:
    named = {comparable(one.value): one for one in Placeholder}
    return {**named, **by_wording("placeholder", _LABELS)}


def placeholder_from(name: str) -> Placeholder | None:
    return _by_name().get(comparable(name))
