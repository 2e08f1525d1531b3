"""Headers of an export -> the fields they probably belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from exempelbank.intake.suggest.hints import HINTS
from exempelbank.text.normalization import comparable

_PERSONAL = re.compile(
    r"e-?post|e-?mail|mejl|telefon|mobil|phone|kontaktperson|\bnamn\b|\bname\b|\bip\b|ip ?addr|"
    r"user_?agent|användar-id|visningsnamn|display name|citizenidentifier|personnummer|adress|"
    r"first name|last name|cname|cmail",
    re.IGNORECASE,
)
# A column for each option: "fråga [val]", "fråga/val", "fråga___val", "fråga: val".
_OPTION = (
    re.compile(r"(.+?) ?\[([^\[\]]+)\]"),
    re.compile(r"([^/]+)/([^/]+)"),
    re.compile(r"(.+?)___(\w+)"),
    re.compile(r"(.+\?): (.+)"),
)
_LONGEST = 500  # characters; what is longer is no question and its option
OTHER = re.compile(r"other|annat|annan|övrigt", re.IGNORECASE)


def is_personal(header: str) -> bool:
    return bool(_PERSONAL.search(header)) or (probable_field(header) or "").startswith("contact_")


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `options` when it has a column for each: header -> the option's words."""

    text: str
    headers: tuple[str, ...]
    options: Mapping[str, str]


def questions_in(headers: Sequence[str]) -> list[Question]:
    groups: dict[str, dict[str, str]] = {}
    for header in headers:
        for pattern in _OPTION if len(header) <= _LONGEST else ():
            if found := pattern.fullmatch(header):
                groups.setdefault(found[1], {})[header] = found[2]
                break
    spread = {text: options for text, options in groups.items() if len(options) > 1}
    of_group = {header: text for text, options in spread.items() for header in options}
    questions, told = list[Question](), set[str]()
    for header in headers:
        text = of_group.get(header)
        if text is None:
            if header not in spread:  # Kobo's summary of a question with columns of its own
                questions.append(Question(header, (header,), {}))
        elif text not in told:
            told.add(text)
            questions.append(Question(text, tuple(spread[text]), spread[text]))
    return questions


def probable_field(text: str) -> str | None:
    plain = comparable(text)
    for field, words in HINTS.items():
        if plain == field or any(re.search(rf"(?<!\w){re.escape(word)}", plain) for word in words):
            return field
    return None


def paired(questions: Iterable[Question]) -> tuple[dict[str, Question], list[Question]]:
    """(field -> question, the questions left over). A field takes the first that fits."""
    pairs: dict[str, Question] = {}
    left: list[Question] = []
    for question in questions:
        field = probable_field(question.text)
        if field and field not in pairs:
            pairs[field] = question
        else:
            left.append(question)
    return pairs, left
