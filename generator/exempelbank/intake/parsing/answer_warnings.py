"""An answer -> what a reviewer should know of it. None of it stops an import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from exempelbank.i18n import _
from exempelbank.intake.cleaning import (
    has_lost_characters,
    holds_controls,
    mixes_scripts,
    turns_text,
)
from exempelbank.intake.form.field_kinds import FieldKind
from exempelbank.intake.form.resolved import ResolvedField
from exempelbank.intake.parsing.excel import (
    holds_shortened_number,
    is_cut,
    is_shortened_phone,
)
from exempelbank.model.contribution import Contribution
from exempelbank.model.example import Example, Section
from exempelbank.model.record import ListSize, MaxLength, YearMonth
from exempelbank.model.trial_note import TrialNote
from exempelbank.settings import Fields
from exempelbank.text.html_words import holds_tags, is_html, loses_content

_WORDS = (FieldKind.SECTION, FieldKind.PROSE, FieldKind.TEXT, FieldKind.TEXTS, FieldKind.LINKS)


def warn_of_damage(field: ResolvedField, raw_texts: Sequence[str]) -> Iterator[str]:
    """What has happened to an answer on its way, and can't be undone here."""
    question = field.question
    if any(map(is_cut, raw_texts)):
        yield _("“{question}” has been cut short by Excel").format(question=question)
    if any(map(holds_shortened_number, raw_texts)):
        yield _("“{question}” holds a number that Excel has shortened").format(question=question)
    if field.name == "contact_phone" and any(map(is_shortened_phone, raw_texts)):
        yield _("“{question}” may have lost its first 0 or + in Excel").format(question=question)
    if field.kind in _WORDS and not field.mapping.multi:
        yield from _warn_of_html(question, raw_texts)


def _warn_of_html(question: str, raw_texts: Sequence[str]) -> Iterator[str]:
    html = [text for text in raw_texts if is_html(text)]
    if html:
        yield _(
            "“{question}” held HTML; its words, paragraphs, lists and addresses are kept"
        ).format(question=question)
        if any(map(loses_content, html)):
            yield _(
                "“{question}” held a picture, a program or a form, which is taken away; "
                "look in the form tool"
            ).format(question=question)
    elif any(map(holds_tags, raw_texts)):
        yield _("“{question}” holds HTML, which the page shows as it is written").format(
            question=question
        )


def warn_of_characters(question: str, written: Sequence[str]) -> Iterator[str]:
    """`written`: the texts of an answer as they stand in the file."""
    if any(map(holds_controls, written)):
        yield _("“{question}” held control characters, which are taken away").format(
            question=question
        )
    if any(map(turns_text, written)):
        yield _(
            "“{question}” held characters that turn the text around, which are taken away"
        ).format(question=question)
    if any(map(has_lost_characters, written)):
        yield _("“{question}” has � where a character was lost before it came here").format(
            question=question
        )


def warn_of_value(
    field: ResolvedField, value: Any, texts: Sequence[str], fields: Fields
) -> Iterator[str]:
    """What blocks approval, but not import: an answer is kept as it was given. `texts`: all that
    are in the value.
    """
    question = field.question
    if any(mixes_scripts(text) for text in texts):
        yield _("“{question}” mixes letters of different alphabets in a word").format(
            question=question
        )
    longest, most, is_month = _limits(field.name, field.kind, fields)
    if most and len(value) > most:
        yield _("“{question}” has {n} answers; there is room for {most}").format(
            question=question, n=len(value), most=most
        )
    if is_month and value and not YearMonth.pattern.fullmatch(value):
        yield _("“{question}” is not a month such as 2026-03").format(question=question)
    if longest and any(len(text) > longest for text in texts):
        yield _("“{question}” is longer than {n} characters").format(question=question, n=longest)


@lru_cache(maxsize=256)
def _limits(name: str, kind: FieldKind, fields: Fields) -> tuple[int, int, bool]:
    """(characters, answers, whether it is a month); 0: no limit."""
    if kind is FieldKind.SECTION:
        return fields.section(Section(name)).longest, 0, False
    kinds: tuple[type[Contribution], ...] = (Example, TrialNote)
    record = next((one for one in kinds if name in one.model_fields), None)
    if record is None:
        return 0, 0, False
    characters = fields.constraint(record, name, MaxLength)
    items = fields.constraint(record, name, ListSize)
    return (
        characters.characters if characters else 0,
        items.most if items else 0,
        record.constraint(name, YearMonth) is not None,
    )
