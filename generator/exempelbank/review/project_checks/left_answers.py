"""Forms that someone has filled in, left where they lie: they hold what a sender wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exempelbank.documents import document_from, text_from
from exempelbank.exceptions import UnreadableFile
from exempelbank.files.paths import DRAFTS, SUBMISSIONS
from exempelbank.i18n import _
from exempelbank.problems import Location, Problem, Severity
from exempelbank.questionnaire import is_own_answer

_LOOKED_IN = ("", DRAFTS, SUBMISSIONS)  # what lies in the inbox is purged by `exempelbank inbox`
_LARGEST = 1_000_000  # bytes, of one answer
_COMMAND = "exempelbank add "  # stands among the comments at the top of a form


def left_answers(root: Path) -> Iterator[Problem]:
    for folder in _LOOKED_IN:
        for path in sorted((root / folder).glob("*")):
            if path.suffix in (".json", ".md", ".yml") and path.is_file():
                name = path.relative_to(root).as_posix()
                yield from _left(name, _bytes(path))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    except OSError:  # others tell of what can't be read
        return b""


def _left(name: str, raw: bytes) -> Iterator[Problem]:
    if name.endswith(".json"):
        if _is_answer(raw):
            yield Problem(
                Location(name),
                _("is an answer to the form, with what its sender wrote"),
                _(
                    "Read it in with “exempelbank import {file}”, and take it away. It must not "
                    "go to the shared repository."
                ).format(file=name),
                Severity.WARNING,
            )
    elif _is_filled_in(name, raw):
        yield Problem(
            Location(name),
            _("is a form that has been filled in, with what someone has told"),
            _(
                "Write it down with the command at its top, and take it away. It must not go to "
                "the shared repository."
            ),
            Severity.WARNING,
        )


def _is_answer(raw: bytes) -> bool:
    try:
        found = json.loads(raw)
    except ValueError:
        return False
    first = found[0] if isinstance(found, list) and found else found
    return isinstance(first, dict) and is_own_answer(first)


def _is_filled_in(name: str, raw: bytes) -> bool:
    if _COMMAND.encode() not in raw[:1000]:
        return False
    try:
        document = document_from(name, text_from(raw))
    except UnreadableFile:  # begun, and so not empty
        return True
    return _says_something(document.data)


def _says_something(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_says_something, value.values()))
    if isinstance(value, list):
        return any(map(_says_something, value))
    return bool(value)
