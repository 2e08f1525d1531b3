"""A column -> what may be shown of its answers: those that tell of nobody, the shape of the rest.

What is shown is what is known to be harmless, not what no rule has found anything in: no list holds
every name. Texts that people wrote themselves are never shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from exempelbank.i18n import _
from exempelbank.intake.suggest.export_column import (
    ExportColumn,
    is_mail,
    is_number,
    is_web_address,
    is_yes_or_no,
)
from exempelbank.intake.suggest.matching import probable_field
from exempelbank.intake.suggest.personal_headings import is_personal
from exempelbank.privacy.people import names
from exempelbank.privacy.rules import findings_in
from exempelbank.settings import Settings, Vocabulary
from exempelbank.text.normalization import comparable

MASK = "•••"
_SAMPLES = 3
_REPEATED = 3  # rows: what two have may be one response that was sent twice
_LONGEST = 120  # characters of a choice
_DIVIDERS = re.compile(r"\s*[;,|\n]\s*|\s+/\s+")
_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,2})? ?%?")  # too short to be anybody's
# Of our time: an older day may be when somebody was born.
_MOMENT = re.compile(
    r"(?:20[12]\d([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:20[12]\d))"
    r"(?:(?:T|,? |,? kl\.? )\d{1,2}[:.]\d\d(?:[:.]\d\d(?:[.,]\d{1,9})?)?(?:\s?(?:[AP]M|fm|em))?"
    r"(?: ?(?:Z|CES?T|GMT|UTC)?(?:[+-]\d\d?:?(?:\d\d)?)?)?)?",
    re.IGNORECASE,
)
_COMMON = frozenset(
    ["annat", "annan", "övrigt", "inget", "ingen", "inga", "vet ej", "vet inte", "other", "none"]
)
# A phrase with one of these in it, and no capital but the first, is no name.
_IN_PHRASES = frozenset({
    "med", "av", "för", "till", "som", "vid", "på", "inte", "inom", "får", "om", "utan", "of",
    "the", "with", "for", "not",
})  # fmt: skip


@dataclass(frozen=True)
class HarmlessAnswers:
    """Which answers of a column may be shown."""

    terms: Collection[str]  # the words of our lists, to be compared

    def in_column(self, column: ExportColumn) -> Iterator[str]:
        """Each once, in the order of rows. None where the heading says that they tell who it is."""
        if is_personal(column.question) or (probable_field(column.question) or "").startswith(
            "contact_"
        ):
            if column.is_yes_no:  # “Is your manager informed?”
                yield from column.counts
            return
        for answer, rows in column.counts.items():
            if self._is_known(answer) or (rows >= _REPEATED and _is_phrase(answer)):
                yield answer

    def options(self, counts: Counter[str], vocabulary: Vocabulary) -> Iterator[str]:
        """Of the answers to a question of that list, those that a form seems to offer."""
        in_list = sum(rows for answer, rows in counts.items() if vocabulary.find(answer))
        is_list = 2 * in_list > counts.total()
        for answer, rows in counts.items():
            if (
                vocabulary.find(answer)
                or self._is_known(answer)
                or (rows >= _REPEATED and (_is_phrase(answer) or (is_list and _is_word(answer))))
            ):
                yield answer

    def _is_known(self, answer: str) -> bool:
        return bool(_NUMBER.fullmatch(answer) or _MOMENT.fullmatch(answer)) or self._is_term(answer)

    def _is_term(self, answer: str) -> bool:
        if is_yes_or_no(answer) or comparable(answer) in self.terms:
            return True
        parts = [part for part in _DIVIDERS.split(answer) if part]
        return len(parts) > 1 and all(comparable(part) in self.terms for part in parts)


def harmless_answers(settings: Settings) -> HarmlessAnswers:
    wordings = (
        wording
        for vocabulary in settings.vocabularies.values()
        for term in vocabulary
        for wording in (term.id, term.label, term.short, *term.aliases)
    )
    return HarmlessAnswers(_COMMON.union(map(comparable, wordings)) - {""})


def _is_phrase(answer: str) -> bool:
    """A choice that several have made, in words that can't be a name."""
    words = answer.split()
    return (
        len(answer) <= _LONGEST
        and not _IN_PHRASES.isdisjoint(words[1:])
        and answer[1:] == answer[1:].lower()
        and not any(map(str.isdigit, answer))
        and not any(findings_in(answer, running=True))
    )


def _is_word(answer: str) -> bool:
    return answer[1:].isalpha() and answer[1:].islower() and not any(names(answer))


def sample_lines(column: ExportColumn, harmless: HarmlessAnswers) -> Iterator[str]:
    shown = list(harmless.in_column(column))
    yield from (" ".join(answer.split()) for answer in shown[:_SAMPLES])
    if hidden := column.counts.keys() - set(shown):
        yield f"{MASK} ({_shape(hidden)})"


def _shape(answers: Collection[str]) -> str:
    shortest, longest = min(map(len, answers)), max(map(len, answers))
    length = f"{shortest}–{longest}" if shortest < longest else str(longest)
    if all(map(is_mail, answers)):
        return _("mail address, {length} characters").format(length=length)
    if all(map(is_web_address, answers)):
        return _("web address, {length} characters").format(length=length)
    if all(map(is_number, answers)):
        return _("digits, {length} characters").format(length=length)
    return _("text, {length} characters").format(length=length)
