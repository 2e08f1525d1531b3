"""An access log -> what readers searched for, without what may tell of anyone.

Only questions that a page was fetched with: what is typed on the page itself never leaves the
reader's browser.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from exempelbank.followup.access_log import LogCounts, Visit, visits_in
from exempelbank.privacy.rules import findings_in
from exempelbank.settings import Settings
from exempelbank.text.normalization import comparable, normalised

FEWEST = 3  # times a question must have been asked; what few ask may tell who they are
LONGEST = 100  # characters of a question; what is longer tells a story
MOST_FIELDS = 20  # of an address
_FIRST_LETTER = re.compile(r"(?<!\w)\w")
_LONG_NUMBER = re.compile(r"\d(?:[\s-]?\d){5}")  # also what is left of a personal number


@dataclass(slots=True)
class Searches(LogCounts):
    asked: dict[str, int] = field(default_factory=dict)  # in small letters, the commonest first
    seldom: int = 0  # questions asked fewer times than `FEWEST`
    withheld: int = 0  # questions that may tell of someone


def read_searches(lines: Iterable[str], settings: Settings) -> Searches:
    """The same reader is counted once a day for the same question."""
    searches = Searches()
    times: Counter[str] = Counter()
    withheld: set[str] = set()
    day, counted = "", set[tuple[int, str]]()
    for visit in visits_in(lines, settings, searches):
        if visit.day != day:
            day, counted = visit.day, set()
        for written in _questions(visit, settings):
            question = comparable(written).strip(" ?!.,")
            if (visit.visitor, question) not in counted:
                counted.add((visit.visitor, question))
                times[question] += 1
                if question not in withheld and _may_tell_of_someone(written):
                    withheld.add(question)
    often = {question: n for question, n in times.most_common() if question and n >= FEWEST}
    searches.asked = {question: n for question, n in often.items() if question not in withheld}
    searches.withheld = len(often) - len(searches.asked)
    searches.seldom = len(times) - len(often)
    return searches


def _questions(visit: Visit, settings: Settings) -> Iterator[str]:
    if visit.address.rstrip("/") != settings.addresses.search or visit.is_robot:
        return
    try:
        fields = dict(parse_qsl(visit.query, errors="replace", max_num_fields=MOST_FIELDS))
    except ValueError:
        return
    written = normalised(fields.get("q", ""))
    if written and len(written) <= LONGEST and written.isprintable() and "\ufffd" not in written:
        yield written


def _may_tell_of_someone(question: str) -> bool:
    """A name is known by its capital letter, which few write in a search box."""
    with_capitals = _FIRST_LETTER.sub(lambda letter: letter[0].upper(), question)
    return bool(_LONG_NUMBER.search(question)) or any(
        next(findings_in(text, running=True), None) for text in (question, with_capitals)
    )
