"""Answers where several may be ticked -> the texts that were ticked."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping

from exempelbank.intake.cleaning import without_unseen
from exempelbank.intake.export.rows import RawValue
from exempelbank.text.normalization import normalised


def as_text(answer: RawValue) -> str:
    """What a single answer says to the eye; parts of a name are joined by a space."""
    match answer:
        case None:
            return ""
        case str():
            return without_unseen(answer)
        case bool():
            return "true" if answer else "false"
        case list():
            return "\n".join(filter(None, map(as_text, answer)))
        case Mapping():
            return _text_of_object(answer)
    return str(answer)


def _text_of_object(answer: Mapping[str, RawValue]) -> str:
    for key in ("label", "other", "answer", "text", "value", "Value", "#text"):
        if key in answer:
            return as_text(answer[key])
    return " ".join(
        filter(None, (as_text(value) for key, value in answer.items() if not key.startswith("@")))
    )


def split_choices(text: str, sep: str, known_choices: Collection[str]) -> list[str]:
    """The known answers of a joined cell, longest first; what is no known answer is one rest.

    "Boende, boendestöd, Annat, något" may be two answers or four: only the list of options tells.
    """
    stripped = text.strip()
    if stripped.startswith("[") and (items := _json_array(stripped)) is not None:
        return items  # Power Automate copies write ["A","B"]
    sep = sep.strip() or sep or ";"
    if not known_choices:
        return [item.strip() for item in text.split(sep) if item.strip()]
    options = sorted(known_choices, key=len, reverse=True)
    choices: list[str] = []
    unknown: int | None = None  # where a text that is no option began
    text = "\n".join(map(normalised, text.split("\n"))) if sep == "\n" else normalised(text)
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
        elif option := _option_at(text, at, options, sep):
            if unknown is not None:
                choices.append(text[unknown:at])
                unknown = None
            choices.append(option)
            at = _after_next(text, at + len(option), sep)
        else:
            unknown = at if unknown is None else unknown
            at = _after_next(text, at, sep)
    if unknown is not None:
        choices.append(text[unknown:])
    return [item for choice in choices if (item := choice.strip().removesuffix(sep).strip())]


def _option_at(text: str, at: int, options: list[str], sep: str) -> str | None:
    for option in options:
        if text.startswith(option, at):
            end = at + len(option)
            end += text.startswith(" ", end)
            if end == len(text) or text.startswith(sep, end):
                return option
    return None


def _after_next(text: str, at: int, sep: str) -> int:
    """Where the answer after the next separator begins."""
    end = text.find(sep, at)
    return len(text) if end < 0 else end + len(sep)


def _json_array(text: str) -> list[str] | None:
    try:
        items = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(items, list) or any(isinstance(item, list | dict) for item in items):
        return None
    return [as_text(item) for item in items if item is not None]


def choices_in_json(text: str) -> list[str]:
    """A JSON array in a cell. Anything else is one answer."""
    items = _json_array(text.strip())
    return items if items is not None else [text] if text.strip() else []


def choices_in_array(answer: RawValue) -> list[str]:
    """A list; one alone; or Typeform's and Jotform's mapping of labels and an own text."""
    match answer:
        case None | "":
            return []
        case list():
            return [text for item in answer for text in choices_in_array(item)]
        case Mapping():
            if "labels" in answer:
                return [*choices_in_array(answer["labels"]), *choices_in_array(answer.get("other"))]
            for key in ("label", "answer"):  # Typeform's choice, and a whole answer of Jotform's
                if key in answer:
                    return choices_in_array(answer[key])
            return [text for value in answer.values() for text in choices_in_array(value)]
    return [as_text(answer)]


def flagged_choices(answer: RawValue, keys: Mapping[str, str]) -> Iterator[str]:
    """{"a": true, "b": false}: the answers of the keys that are true."""
    if isinstance(answer, Mapping):
        for key, text in keys.items():
            if answer.get(key) in (True, "true", "1"):
                yield text
