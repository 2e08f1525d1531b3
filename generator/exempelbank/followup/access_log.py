"""An access log from a web server -> visits by month, and subscribers by feed.

Reads the common and the combined log format. Addresses of visitors are held in memory while one day
is counted, so that the same reader is not counted twice, and then forgotten.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TextIO

from exempelbank.followup.figure_table import FigureTable, Value
from exempelbank.i18n import _, pgettext
from exempelbank.rules.urls import base_path
from exempelbank.settings import Settings

_LINE = re.compile(
    r'(?P<visitor>\S{1,200}) \S+ [^\["]{1,200} ?\[(?P<at>[^\]]{10,40})\] '
    r'"(?P<method>[A-Z]{1,10}) (?P<target>\S{1,2000})[^"]{0,20}" (?P<status>\d{3}) \S+'
    r'(?: "(?:[^"\\]|\\.)*" "(?P<agent>(?:[^"\\]|\\.)*)")?'
)
_FEED = re.compile(r"[a-z0-9/-]*(?:rss\.xml|atom\.xml|feed\.json|\.ics)")
_PAGE = re.compile(r"[a-z0-9/-]*/?")
_ROBOT = re.compile(r"bot|crawl|spider|slurp|monitor|curl|wget|python|scan|preview", re.IGNORECASE)
_SUBSCRIBERS = re.compile(r"(\d{1,6}) (?:subscriber|reader)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Visit:
    day: str  # 2026-03-16
    address: str  # from the root of the site, as ours are
    query: str  # what stands after the question mark, as it was sent
    visitor: int  # the same number for the same visitor, during this run only
    agent: str

    @property
    def is_robot(self) -> bool:
        """As it says itself."""
        return bool(_ROBOT.search(self.agent))


@dataclass(slots=True)
class LogCounts:
    unparsed: int = 0  # lines that are no log lines


@dataclass(slots=True)
class Traffic(LogCounts):
    pages: Counter[tuple[str, str]] = field(default_factory=Counter)  # (month, section)
    subscribers: dict[str, int] = field(default_factory=dict)  # the most on any one day


def open_log(path: Path) -> TextIO:
    """Servers put old logs away as gzip."""
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", errors="replace")
    return path.open(encoding="utf-8", errors="replace")


def read_log(lines: Iterable[str], settings: Settings) -> Traffic:
    traffic = Traffic()
    sections = _sections(settings)
    day = ""
    readers: dict[str, dict[int | str, int]] = {}  # of this day: feed -> reader -> how many
    for visit in visits_in(lines, settings, traffic):
        if visit.day != day:
            _record_peaks(readers, traffic)
            day, readers = visit.day, {}
        if _FEED.fullmatch(visit.address):
            stated = _SUBSCRIBERS.search(visit.agent)
            # One service fetches for many people, and says for how many.
            reader, count = (visit.agent[:20], int(stated[1])) if stated else (visit.visitor, 1)
            of_feed = readers.setdefault(visit.address, {})
            of_feed[reader] = max(count, of_feed.get(reader, 0))
        elif _PAGE.fullmatch(visit.address) and not visit.is_robot:
            section = visit.address.partition("/")[0]
            traffic.pages[visit.day[:7], section if section in sections else ""] += 1
    _record_peaks(readers, traffic)
    return traffic


def _record_peaks(readers: Mapping[str, Mapping[int | str, int]], traffic: Traffic) -> None:
    for feed, of_feed in readers.items():
        traffic.subscribers[feed] = max(sum(of_feed.values()), traffic.subscribers.get(feed, 0))


def visits_in(lines: Iterable[str], settings: Settings, counts: LogCounts) -> Iterator[Visit]:
    base = base_path(settings)
    for line in lines:
        entry = _LINE.match(line)
        day = _day(entry["at"]) if entry else ""
        if not entry or not day:
            counts.unparsed += bool(line.strip())
            continue
        path, _sign, query = entry["target"].partition("?")
        if entry["method"] == "GET" and entry["status"] in ("200", "304") and path.startswith(base):
            agent = entry["agent"] or ""
            visitor = hash((entry["visitor"], agent))
            yield Visit(day, path.removeprefix(base), query, visitor, agent)


def _day(at: str) -> str:
    """ "16/Mar/2026:10:00:00 +0100" -> "2026-03-16"."""
    try:
        return datetime.strptime(at, "%d/%b/%Y:%H:%M:%S %z").date().isoformat()
    except ValueError:
        return ""


def _sections(settings: Settings) -> dict[str, str]:
    """The first word of an address -> what the section is called."""
    words = settings.addresses
    return {
        words.examples: _("Examples"),
        words.focus_areas: _("Focus areas"),
        words.networks: _("Networks"),
        words.news: _("News"),
        words.events: pgettext("a section", "Calendar"),
    }


def visits_by_month(traffic: Traffic, settings: Settings) -> FigureTable:
    sections = {**_sections(settings), "": _("Other pages")}
    months = sorted({month for month, _section in traffic.pages})
    rows: list[tuple[Value, ...]] = []
    for month in months:
        counts = [traffic.pages[month, section] for section in sections]
        rows.append((month, *counts, sum(counts)))
    return FigureTable(
        "besok",
        _("Page views"),
        (_("Month"), *sections.values(), _("Total")),
        tuple(rows),
        _("Pages that a browser was given. Robots that say so are left out."),
        drawn=len(sections) + 1,
    )


def subscribers_by_feed(traffic: Traffic) -> FigureTable:
    most_first = sorted(traffic.subscribers.items(), key=lambda feed: (-feed[1], feed[0]))
    return FigureTable(
        "prenumeranter",
        _("Subscribers"),
        (_("Feed or calendar"), _("Most readers on one day")),
        tuple(most_first),
        _("An estimate: readers, and the readers that services say they fetch for."),
    )
