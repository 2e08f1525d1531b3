"""What the privacy rules find in a record: what holds it is an error, and never shows the value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from generator.documents import Document
from generator.model.content import ContentRecord
from generator.model.record import Record
from generator.model.review import Release
from generator.model.submission import PublishedExample, Submission
from generator.privacy.numbers import personal_numbers
from generator.privacy.rules import RULES, Gravity, findings_in
from generator.privacy.texts import public_texts, text_hash
from generator.problems import Place, Problem, Severity

# What is only pointed out to a reviewer is for import and the report.
_TOLD = tuple(rule for rule in RULES if rule.gravity is not Gravity.POINTED_OUT)
_SEEN = re.compile(r"\S")


class Given(Protocol):
    """Someone's word that a text may be published though this rule found something in it."""

    @property
    def rule(self) -> str: ...

    @property
    def text_hash(self) -> str: ...


def of_privacy(
    document: Document, record: Record, releases: Iterable[Given] = ()
) -> Iterator[Problem]:
    given = tuple(releases)
    for public in public_texts(document, record):
        yield from _problems(public.at, public.text, public.running, given)


def releases_of(record: Record) -> tuple[Release, ...]:
    match record:
        case ContentRecord():
            return record.releases
        case Submission() | PublishedExample():
            return record.review.releases
    return ()


def problems_in_text(
    place: Place, text: str, running: bool, releases: Iterable[Given] = ()
) -> Iterator[Problem]:
    """A text that is no record: a page written by hand, a label, an address, the name of a file."""
    yield from _problems(lambda _offset: place, text, running, tuple(releases))


def _problems(
    at: Callable[[int], Place], text: str, running: bool, releases: tuple[Given, ...]
) -> Iterator[Problem]:
    """Each rule once for each line."""
    told = set()
    for rule, start, _end in findings_in(text, running, _TOLD):
        if rule.gravity is Gravity.RELEASABLE and _is_released(rule.id, text, releases):
            continue
        place = at(start)
        if (rule.id, place) not in told:
            told.add((rule.id, place))
            severity = Severity.ERROR if rule.gravity.holds else Severity.WARNING
            yield Problem(_unreadable(place), rule.says, rule.fix, severity)


def _is_released(rule: str, text: str, releases: tuple[Given, ...]) -> bool:
    of_rule = [release.text_hash for release in releases if release.rule == rule]
    return bool(of_rule) and text_hash(text) in of_rule


def _unreadable(place: Place) -> Place:
    """The place without a personal number in the name of the file."""
    path = place.path
    for start, end in personal_numbers(path):
        path = path[:start] + _SEEN.sub("•", path[start:end]) + path[end:]
    return replace(place, path=path)
