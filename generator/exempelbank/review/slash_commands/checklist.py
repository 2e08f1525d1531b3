"""`relevans ja, rättigheter ej aktuellt: Ingen bild.` -> the answers as the command takes them."""

from __future__ import annotations

import re

from exempelbank.model.review import Answer, answers_by_wording
from exempelbank.settings import Settings
from exempelbank.text.normalization import comparable

_BETWEEN = re.compile(r"[\s=:–-]*")


def answers_in(argument: str, settings: Settings) -> tuple[str, ...]:
    """`question=answer` or `question=answer: comment`, one for each. A comma within a comment is
    part of it: an answer begins with a question of the checklist.
    """
    parts: list[str] = []
    for part in argument.split(","):
        goes_on = parts and ":" in parts[-1] and not _begins_with_question(part, settings)
        if goes_on:
            parts[-1] += f",{part}"
        elif part.strip():
            parts.append(part.strip())
    return tuple(_with_equals(part, settings) for part in parts)


def _with_equals(part: str, settings: Settings) -> str:
    if "=" in part:
        return part
    if question := _begins_with_question(part, settings):
        return f"{question}={_BETWEEN.sub('', part[len(question) :], count=1)}"
    answered, colon, comment = part.partition(":")
    for wording in sorted((*answers_by_wording(), *Answer), key=len, reverse=True):
        if comparable(answered).endswith(f" {wording}"):
            question = answered.strip()[: -len(wording)].strip()
            return f"{question}={wording}{colon}{comment}"
    return "=".join(part.split(maxsplit=1))


def _begins_with_question(part: str, settings: Settings) -> str:
    """The question's name as it is written there; the longest that fits, or nothing."""
    written = part.lstrip()
    names = [name for item in settings.checklist for name in item.names]
    for name in sorted(names, key=len, reverse=True):
        begins, follows = written[: len(name)], written[len(name) :]
        if comparable(begins) == comparable(name) and not follows[:1].isalnum():
            return begins
    return ""
