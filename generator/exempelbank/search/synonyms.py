"""site_config/synonyms.txt -> Synonyms: words that readers use for the same thing.

gruppbostad, gruppboende          any of them also finds the others
djur => hund, häst, katt          djur also finds hund; hund does not find djur
# a remark
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from exempelbank.documents import text_of
from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.problems import Location, Problems
from exempelbank.search.words import STOP_WORDS, stem, words_in

FILE = "site_config/synonyms.txt"
BROAD = 6  # terms in a group; each more makes every one of them find less of what was meant
SAME, NARROWER = 0.5, 0.45  # what a synonym counts beside the word itself


class Synonym(NamedTuple):
    key: str
    weight: float


@dataclass(frozen=True)
class Synonyms:
    found: Mapping[str, tuple[Synonym, ...]]
    forms: Mapping[str, str] = field(default_factory=dict)  # of the terms that are one word

    def of(self, key: str) -> tuple[Synonym, ...]:
        return self.found.get(key, ())

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every word and phrase that is a synonym or has one."""
        return frozenset({*self.found, *(one.key for many in self.found.values() for one in many)})

    @cached_property
    def phrases(self) -> Mapping[str, Mapping[str, Collection[str]]]:
        """Those of several words, by the first and the second."""
        found: dict[str, dict[str, list[str]]] = {}
        for key in sorted(self.keys):
            if " " in key:
                first, second = key.split(" ")[:2]
                found.setdefault(first, {}).setdefault(second, []).append(key)
        return found

    @cached_property
    def longest(self) -> int:
        """In words, of the phrases that have synonyms."""
        return max((key.count(" ") + 1 for key in self.found), default=1)


def key_of(term: str) -> str:
    """A term of one or more words as the index knows it."""
    return " ".join(stem(word) for word in words_in(term) if word not in STOP_WORDS)


def synonyms_from(text: str, problems: Problems, path: str = FILE) -> Synonyms:
    found: dict[str, dict[str, float]] = {}
    forms: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        line = line.partition("#")[0].strip()
        if not line:
            continue
        left, arrow, right = line.partition("=>")
        from_terms, to_terms = _terms(left), _terms(right if arrow else left)
        if not from_terms or len({*from_terms, *to_terms}) < 2:
            problems.error(
                Location(path, number),
                _("a group needs at least two terms"),
                _("Write them on one line with commas between: gruppbostad, gruppboende"),
            )
            continue
        if len(to_terms) > BROAD:
            problems.warning(
                Location(path, number),
                _("the group is broad: {n} terms that all find one another").format(
                    n=len(to_terms)
                ),
                _("Divide it, or let the wide word find the narrow ones alone: djur => hund, katt"),
            )
        forms |= {
            stem(word): word
            for term in line.replace("=>", ",").split(",")
            for word in words_in(term)
            if len(words_in(term)) == 1
        }
        for term in from_terms:
            for other in to_terms:
                if other != term:
                    weight = (NARROWER if arrow else SAME) * min(1, BROAD / len(to_terms))
                    weights = found.setdefault(term, {})
                    weights[other] = max(weights.get(other, 0), weight)
    return Synonyms(
        {
            term: tuple(Synonym(other, weight) for other, weight in others.items())
            for term, others in found.items()
        },
        forms,
    )


def load_synonyms(root: Path, problems: Problems) -> Synonyms:
    """None at all when the file is missing."""
    path = root / FILE
    try:
        return synonyms_from(text_of(path) if path.exists() else "", problems)
    except UnreadableFile as why:
        problems.error(Location(FILE, why.line), why.says, why.fix)
        return Synonyms({})


def _terms(listed: str) -> list[str]:
    return list(dict.fromkeys(key for term in listed.split(",") if (key := key_of(term))))
