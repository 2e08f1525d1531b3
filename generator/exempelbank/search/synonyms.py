"""site_config/synonyms.txt -> Synonyms: words that readers use for the same thing.

gruppbostad, gruppboende          any of them also finds the others
djur => hund, häst, katt          djur also finds hund; hund does not find djur
# a remark
"""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from exempelbank.documents import text_of
from exempelbank.exceptions import UnreadableFile
from exempelbank.files.paths import SYNONYMS
from exempelbank.i18n import _
from exempelbank.problems import Location, Problems
from exempelbank.search.analysis import words_in
from exempelbank.search.stemmer import Stem, stem_of

BROAD = 6  # terms in a group; each more makes every one of them find less of what was meant
SAME, NARROWER = 0.5, 0.45  # what a synonym counts beside the word itself


class Synonym(NamedTuple):
    stem: Stem
    weight: float


@dataclass(frozen=True)
class Synonyms:
    by_stem: Mapping[Stem, tuple[Synonym, ...]]
    # By stem, of the terms that are one word.
    forms: Mapping[Stem, str] = field(default_factory=dict)

    def of(self, stem: Stem) -> tuple[Synonym, ...]:
        return self.by_stem.get(stem, ())

    def standing_in(self, texts: Container[Stem], stem: Stem) -> tuple[Synonym, ...]:
        """The synonyms that texts hold; one that none holds leads on to its own."""
        weights: dict[Stem, float] = {}
        for synonym in self.of(stem):
            if synonym.stem in texts:
                weights[synonym.stem] = synonym.weight
                continue
            for further in self.of(synonym.stem):
                if further.stem in texts and further.stem != stem:
                    weight = synonym.weight * further.weight
                    weights[further.stem] = max(weights.get(further.stem, 0), weight)
        return tuple(Synonym(other, round(weight, 3)) for other, weight in weights.items())

    @cached_property
    def stems(self) -> frozenset[Stem]:
        """Every word and phrase that is a synonym or has one."""
        others = {synonym.stem for synonyms in self.by_stem.values() for synonym in synonyms}
        return frozenset({*self.by_stem, *others})

    @cached_property
    def phrases(self) -> Mapping[Stem, Mapping[Stem, Collection[Stem]]]:
        """Those of several words, by the first and the second."""
        phrases: dict[Stem, dict[Stem, list[Stem]]] = {}
        for stem in sorted(self.stems):
            if " " in stem:
                first, second = stem.split(" ")[:2]
                phrases.setdefault(first, {}).setdefault(second, []).append(stem)
        return phrases

    @cached_property
    def longest_phrase(self) -> int:
        """In words."""
        return max((stem.count(" ") + 1 for stem in self.stems), default=1)


def stem_of_term(term: str) -> Stem:
    """A term of one or more words as the index knows it: god man is not god."""
    return " ".join(map(stem_of, words_in(term)))


def synonyms_from(text: str, problems: Problems, path: str = SYNONYMS) -> Synonyms:
    weights: dict[Stem, dict[Stem, float]] = {}
    forms: dict[Stem, str] = {}
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
            stem_of(word): word
            for term in line.replace("=>", ",").split(",")
            for word in words_in(term)
            if len(words_in(term)) == 1
        }
        for term in from_terms:
            for other in to_terms:
                if other != term:
                    weight = (NARROWER if arrow else SAME) * min(1, BROAD / len(to_terms))
                    others = weights.setdefault(term, {})
                    others[other] = max(others.get(other, 0), weight)
    return Synonyms(
        {
            term: tuple(Synonym(other, weight) for other, weight in others.items())
            for term, others in weights.items()
        },
        forms,
    )


def read_synonyms(root: Path, problems: Problems) -> Synonyms:
    """None at all when the file is missing."""
    path = root / SYNONYMS
    try:
        return synonyms_from(text_of(path) if path.exists() else "", problems)
    except UnreadableFile as why:
        problems.error(Location(SYNONYMS, why.line), why.says, why.fix)
        return Synonyms({})


def _terms(listed: str) -> list[Stem]:
    stems = map(stem_of_term, listed.split(","))
    return list(dict.fromkeys(filter(None, stems)))
