"""The columns of an export -> its questions: which columns are the options of one, what is a group.

Tools write “question, option” and “group, question” alike. The answers tell them apart: an option's
column holds ticks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from exempelbank.intake.suggest.export_column import ExportColumn, is_yes_or_no
from exempelbank.text.normalization import comparable

_LONGEST = 500  # characters; what is longer is no question and its option
_PARTS = 8  # of a heading, at most
# Before these stands a group of questions, or a question before its option.
_DIVIDERS = tuple(map(re.compile, (r"/", r"\.", r": ", r" [-–—|>] ", r"(?<=\w)-(?=\w)")))
# Before these stands a question.
_OPTIONS = (
    re.compile(r"(.+? ?\[)([^\[\]]+)\]"),  # LimeSurvey, and grids of Google Forms
    re.compile(r"(.+ \()([^()]+)\)"),
    re.compile(r"(.+?___)(\w+)"),  # REDCap
    re.compile(r"(.+_)([A-Za-z]{0,4}\d{1,4}|other)"),  # Qualtrics: Q1_1; LimeSurvey's VV
)
_VALUE = re.compile(r"[/.](?:value|labels?|answer|text)$", re.IGNORECASE)  # in XML and JSON
_OTHER = re.compile(r"(?:other|annat|annan|övrigt|-oth-)(?: \([^()]*\))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ExportQuestion:
    """One question; `options` when it has a column for each: header -> the option's words."""

    text: str
    own_text: str  # without the groups that it lies in
    headers: tuple[str, ...]
    options: Mapping[str, str]
    is_summary: bool = False  # all that was ticked, beside a column for each option


def is_other(option: str) -> bool:
    return bool(_OTHER.fullmatch(option.strip()))


@dataclass(slots=True)
class _Family:
    """Columns whose headings begin alike."""

    text: str  # that they share
    rests: dict[str, str] = field(default_factory=dict)  # header -> what comes after


def questions_of(
    columns: Mapping[str, ExportColumn], asks_yes_or_no: Callable[[str], bool]
) -> list[ExportQuestion]:
    """In the order of the file. `asks_yes_or_no`: whether that is a question of its own, though it
    looks as an option does.
    """
    families = _families(columns)
    questions: dict[str, ExportQuestion] = {}  # by the first of its columns
    taken: set[str] = set()
    summaries: set[str] = set()
    for family in sorted(families.values(), key=lambda f: (f.text not in columns, -len(f.text))):
        rests = {header: rest for header, rest in family.rests.items() if header not in taken}
        has_summary = family.text in columns  # as Kobo writes all that was ticked
        if (len(rests) > 1 or (rests and has_summary)) and _are_options(
            rests, columns, asks_yes_or_no, has_summary
        ):
            if (own_words := f"{family.text}_other") in columns.keys() - taken:
                rests[own_words] = "other"
            taken |= rests.keys()
            summaries.add(family.text)
            own = _own_text(family.text, families)
            questions[next(iter(rests))] = ExportQuestion(family.text, own, tuple(rests), rests)
    for header in columns.keys() - taken:
        own = _own_text(columns[header].question, families)
        questions[header] = ExportQuestion(
            columns[header].question, own, (header,), {}, header in summaries
        )
    return [questions[header] for header in columns if header in questions]


def _families(columns: Mapping[str, ExportColumn]) -> Mapping[str, _Family]:
    """By all that they share, with the sign that divides it from the rest."""
    families: dict[str, _Family] = {}
    for header, column in columns.items():
        for shared, text, rest in _divisions(column.question):
            families.setdefault(shared, _Family(text)).rests[header] = rest
    return families


def _divisions(heading: str) -> Iterator[tuple[str, str, str]]:
    """(before the division with its sign, the same without, after it) wherever it may be made."""
    if len(heading) > _LONGEST:
        return
    for pattern in _OPTIONS:
        if match := pattern.fullmatch(heading):
            yield match[1], match[1].rstrip(" [(_"), match[2]
    for divider in _DIVIDERS:
        for match in [*divider.finditer(heading)][-_PARTS:]:
            start, end = match.span()
            if start and end < len(heading):
                yield heading[:end], heading[:start], heading[end:]


def _are_options(
    rests: Mapping[str, str],
    columns: Mapping[str, ExportColumn],
    asks_yes_or_no: Callable[[str], bool],
    has_summary: bool,
) -> bool:
    options = {header: rest for header, rest in rests.items() if not is_other(rest)}
    if not options or any(map(asks_yes_or_no, options.values())):
        return False
    is_answered = has_summary or any(columns[header].answers for header in options)
    return is_answered and all(
        is_yes_or_no(answer) or comparable(answer) == comparable(option)
        for header, option in options.items()
        for answer in columns[header].counts
    )


def _own_text(heading: str, families: Mapping[str, _Family]) -> str:
    """What is left when the longest group that holds others too is taken away."""
    heading = _VALUE.sub("", heading)
    ends = [
        match.end()
        for divider in _DIVIDERS
        for match in divider.finditer(heading[:_LONGEST])
        if (family := families.get(heading[: match.end()])) and len(family.rests) > 1
    ]
    return heading[max(ends, default=0) :]
