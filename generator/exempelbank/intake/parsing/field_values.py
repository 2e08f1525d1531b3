"""A row, and the mapping of a field -> its value: text, terms, links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exempelbank.exceptions import UnclearAnswer
from exempelbank.intake.cleaning import lines, one_line
from exempelbank.intake.form.mapping import YesNoAnswers
from exempelbank.intake.form.resolved import ResolvedField
from exempelbank.intake.parsing.choices import (
    as_text,
    choices_in_array,
    choices_in_json,
    flagged_choices,
    split_choices,
)
from exempelbank.intake.parsing.links import links_in
from exempelbank.intake.parsing.mapped_export import MappedRow
from exempelbank.model.mending import mended_example_id
from exempelbank.model.trial_note import outcomes_by_wording
from exempelbank.settings import Settings
from exempelbank.text.html_words import is_html, words_from_html
from exempelbank.text.normalization import comparable, normalised

_BULLET = re.compile(r"\A *(?:-|\d+\.) ")
_DAY = re.compile(r"([0-9]{4}-[0-9]{2})-[0-9]{2}(?:[ T].*)?")
_OTHER = "-oth-"  # LimeSurvey's sign for "see the other column"
_TICKED = ("x", "1", "y", "ja", "yes", "true")  # unless the mapping says which


@dataclass(frozen=True, slots=True)
class UnknownAnswer:
    """An answer without a term."""

    text: str
    is_expected: bool  # the mapping knows it, or the form asked for words


def read_text(row: MappedRow, field: ResolvedField) -> str:
    if field.mapping.multi:
        return "\n".join(text for text, _own_words in _choices(row, field))
    return words_from_html(row.text(field.columns))


def read_texts(row: MappedRow, field: ResolvedField) -> list[str]:
    """A list of texts, each on a line of its own."""
    if field.mapping.multi:
        texts: Iterable[str] = (text for text, _own_words in _choices(row, field))
    elif field.mapping.split == "lines":
        texts = lines(read_text(row, field)).split("\n")
        if is_html(row.text(field.columns)):  # whose list has become lines of Markdown
            texts = [_BULLET.sub("", line) for line in texts]
    else:
        answers = [row.answer(column) for column in field.columns]
        if any(isinstance(answer, list) for answer in answers):
            texts = (text for answer in answers for text in choices_in_array(answer))
        else:
            texts = [read_text(row, field)]
    return [line for text in texts if (line := one_line(text))]


def read_yes_no(row: MappedRow, field: ResolvedField) -> bool | None:
    """None: not answered. Raises UnclearAnswer."""
    meanings = field.mapping.bool or YesNoAnswers()
    answer = read_text(row, field).strip()
    for form in (normalised, comparable, _without_sep):
        plain = form(answer)
        if plain in map(form, meanings.yes):
            return True
        if plain in map(form, meanings.no):
            return False if answer else None
    if answer:
        raise UnclearAnswer
    return None


def _without_sep(text: str) -> str:
    """Microsoft Forms ends even a single box with its separator."""
    return comparable(text).rstrip("; ")


def read_month(row: MappedRow, field: ResolvedField) -> str:
    text = one_line(read_text(row, field))
    day = _DAY.fullmatch(text)
    return day[1] if day else text


# ---- Answers with a term ----


def read_terms(
    row: MappedRow, field: ResolvedField, vocabulary: str, settings: Settings
) -> tuple[list[str], list[UnknownAnswer]]:
    """(ids, answers without one), in the form's order."""
    ids: list[str] = []
    unknown: list[UnknownAnswer] = []
    known = field.known_answers
    mapping = field.mapping
    for choice, in_own_words in _choices(row, field):
        text = one_line(choice)
        if normalised(text) not in known:
            text = one_line(words_from_html(choice))
        if not text or text == _OTHER:
            continue
        meaning = known.get(normalised(text), ()) if not in_own_words else ()
        declared = normalised(text) in known
        if meaning:
            ids += meaning
        elif meaning is None:
            unknown.append(UnknownAnswer(text, True))
        elif declared or not (mapping.options or in_own_words):
            term = settings.vocabulary(vocabulary).find(text)
            if term:
                ids.append(term.replaced_by or term.id)
            else:
                unknown.append(UnknownAnswer(text, declared or mapping.other))
        else:
            unknown.append(UnknownAnswer(text, in_own_words or mapping.other))
    return list(dict.fromkeys(ids)), unknown


def _choices(row: MappedRow, field: ResolvedField) -> Iterator[tuple[str, bool]]:
    """(answer, whether it is in the sender's own words)."""
    mapping = field.mapping
    match mapping.multi:
        case "columns":
            yes = {comparable(text) for text in mapping.ticked or _TICKED}
            for column, text in dict(mapping.columns or {}).items():  # type: ignore[arg-type]
                if comparable(as_text(row.answer(column))) in yes:
                    yield text, False
        case "cells":
            for column in mapping.columns or ():
                yield as_text(row.answer(column)), False
        case "joined":
            options = field.known_answers if mapping.options else ()
            for choice in split_choices(row.text(field.columns), field.sep, options):
                yield choice, False
        case "array":
            for column in field.columns:
                for choice in choices_in_array(row.answer(column)):
                    yield choice, False
        case "json":
            for choice in choices_in_json(row.text(field.columns)):
                yield choice, False
        case "flags":
            for column in field.columns:
                for choice in flagged_choices(row.answer(column), mapping.keys):
                    yield choice, False
        case _:
            yield row.text(field.columns), False
    if mapping.other_column:
        yield row.text(mapping.other_column), True


# ---- Of a trial note ----

_EXAMPLE_ID = re.compile(r"(?<![A-Z0-9])[A-Z]{1,6}-[0-9]{4}-[0-9A-Z]{3,8}(?![A-Z0-9])")


def read_example(row: MappedRow, field: ResolvedField) -> str:
    """The number of an example, whatever stands around it; empty when there is none, or several."""
    written = read_text(row, field).upper()
    found = {*_EXAMPLE_ID.findall(written)} or {*_EXAMPLE_ID.findall(mended_example_id(written))}
    return found.pop() if len(found) == 1 else ""


def read_outcome(row: MappedRow, field: ResolvedField) -> tuple[str, str]:
    """(the outcome, or else the answer that is none)"""
    answer = one_line(read_text(row, field)).rstrip("; ")
    meaning = field.known_answers.get(normalised(answer)) or ()
    outcome = next(iter(meaning), "") or outcomes_by_wording().get(comparable(answer), "")
    return (str(outcome), "") if outcome else ("", answer)


# ---- Addresses ----


def read_links(row: MappedRow, field: ResolvedField) -> list[dict[str, str]]:
    """Addresses, each perhaps with words of its own, on any number of lines."""
    texts = [lines(words_from_html(as_text(row.answer(column)))) for column in field.columns]
    return links_in(map(one_line, "\n".join(texts).split("\n")))
