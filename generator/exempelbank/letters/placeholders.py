"""What a letter's text leaves open, by its name in any language we speak: `{title}`, `{rubrik}`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from exempelbank.i18n import N_, pgettext
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
    ADDRESS = "address"  # of the page
    PRINT_ADDRESS = "print_address"  # of the sheet for workplace meetings
    REVIEW_BY = "review_by"
    PUBLISHED = "published"
    REASONS = "reasons"
    CONTRIBUTE = "contribute"  # the address where one tells of an example

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
}
_P = Placeholder
# No header of a letter holds a text that someone has sent in.
IN_SUBJECT = (_P.ID, _P.SITE, _P.ORGANISATION)
_ALWAYS = (_P.TITLE, *IN_SUBJECT, _P.PHONE, _P.SIGNATURE, _P.CONTRIBUTE)
_OF_THE_PAGE = (_P.ADDRESS, _P.PRINT_ADDRESS, _P.PUBLISHED, _P.REVIEW_BY)
_OF_ITS_OWN: Mapping[LetterKind, tuple[Placeholder, ...]] = {
    LetterKind.QUESTION: (_P.QUESTIONS,),
    LetterKind.PROOF: (_P.ATTACHMENT,),
    LetterKind.PUBLISHED: _OF_THE_PAGE,
    LetterKind.DECLINED: (_P.REASONS,),
    LetterKind.RENEWAL: _OF_THE_PAGE,
}


def placeholders_of(kind: LetterKind) -> tuple[Placeholder, ...]:
    """That the body may hold."""
    return (*_OF_ITS_OWN.get(kind, ()), *_ALWAYS)


def needed_in(kind: LetterKind) -> tuple[Placeholder, ...]:
    """Without which the letter would not say what it is for."""
    own = _OF_ITS_OWN.get(kind, ())
    return (_P.ADDRESS,) if _P.ADDRESS in own else own


@cache
def _by_name() -> Mapping[str, Placeholder]:
    named = {comparable(one.value): one for one in Placeholder}
    return {**named, **by_wording("placeholder", _LABELS)}


def placeholder_from(name: str) -> Placeholder | None:
    return _by_name().get(comparable(name))
