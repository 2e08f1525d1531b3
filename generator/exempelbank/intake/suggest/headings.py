"""Headers of an export -> the fields they probably belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from exempelbank.intake.form.field_kinds import ASKED_FIELDS
from exempelbank.intake.suggest.hints import HINTS
from exempelbank.model.labels import field_label
from exempelbank.text.normalization import comparable

# A column for each option: "fråga [val]", "fråga/val", "fråga___val", "fråga: val".
_OPTION_COLUMN = (
    re.compile(r"(.+?) ?\[([^\[\]]+)\]"),
    re.compile(r"([^/]+)/([^/]+)"),
    re.compile(r"(.+?)___(\w+)"),
    re.compile(r"(.+\?): (.+)"),
)
_WITHOUT_HINTS = [field for field in ASKED_FIELDS if field not in HINTS]
_LONGEST = 500  # characters; what is longer is no question and its option
OTHER_OPTION = re.compile(r"other|annat|annan|övrigt", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ExportQuestion:
    """One question; `options` when it has a column for each: header -> the option's words."""

    text: str
    headers: tuple[str, ...]
    options: Mapping[str, str]


def group_headers(headers: Sequence[str]) -> list[ExportQuestion]:
    groups: dict[str, dict[str, str]] = {}
    for header in headers:
        for pattern in _OPTION_COLUMN if len(header) <= _LONGEST else ():
            if match := pattern.fullmatch(header):
                groups.setdefault(match[1], {})[header] = match[2]
                break
    option_groups = {text: options for text, options in groups.items() if len(options) > 1}
    group_of = {header: text for text, options in option_groups.items() for header in options}
    questions, listed = list[ExportQuestion](), set[str]()
    for header in headers:
        text = group_of.get(header)
        if text is None:
            if header not in option_groups:  # Kobo's summary of a question with columns of its own
                questions.append(ExportQuestion(header, (header,), {}))
        elif text not in listed:
            listed.add(text)
            questions.append(ExportQuestion(text, tuple(option_groups[text]), option_groups[text]))
    return questions


def probable_field(text: str) -> str | None:
    plain = comparable(text)
    for field, words in HINTS.items():
        if plain == field or any(re.search(rf"(?<!\w){re.escape(word)}", plain) for word in words):
            return field
    return next(
        (
            field
            for field in _WITHOUT_HINTS
            if plain in map(comparable, (field, field_label(field)))
        ),
        None,
    )


def match_headers(
    questions: Iterable[ExportQuestion],
) -> tuple[dict[str, ExportQuestion], list[ExportQuestion]]:
    """(field -> question, the questions left over). A field takes the first that fits."""
    matched: dict[str, ExportQuestion] = {}
    unmatched: list[ExportQuestion] = []
    for question in questions:
        field = probable_field(question.text)
        if field and field not in matched:
            matched[field] = question
        else:
            unmatched.append(question)
    return matched, unmatched
