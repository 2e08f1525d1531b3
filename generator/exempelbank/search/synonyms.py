"""site_config/synonyms.txt -> Synonyms: words that readers use for the same thing.

gruppbostad, gruppboende          any of them also finds the others
djur => hund, häst, katt          djur also finds hund; hund does not find djur
# a remark
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from exempelbank.documents import text_of
from exempelbank.exceptions import UnreadableFile
from exempelbank.files.paths import SYNONYMS
from exempelbank.i18n import _
from exempelbank.problems import Location, Problems
from exempelbank.search.analysis import STOP_WORDS, words_in
from exempelbank.search.stemmer import Stem, stem_of

BROAD = 6  # terms in a group; each more makes every one of them find less of what was meant
SAME, NARROWER = 0.5, 0.45  # what a synonym counts beside the word itself


class Group(NamedTuple):
    """One line of the file, as it is written."""

    line: int  # from 1
    from_terms: tuple[str, ...]
    to_terms: tuple[str, ...]  # the same, but for one that goes one way
    one_way: bool

    @property
    def terms(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.from_terms, *self.to_terms)))


class Synonym(NamedTuple):
    stem: Stem
    weight: float


@dataclass(frozen=True)
class Synonyms:
    by_stem: Mapping[Stem, tuple[Synonym, ...]]
    # By stem, of the terms that are one word.
    forms: Mapping[Stem, str] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()

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
    groups = []
    for group in _groups_in(text):
        if not _is_usable(group, path, problems):
            continue
        groups.append(group)
        forms |= {
            stem_of(words[0]): words[0] for words in map(words_in, group.terms) if not words[1:]
        }
        from_stems, to_stems = _stems(group.from_terms), _stems(group.to_terms)
        weight = (NARROWER if group.one_way else SAME) * min(1, BROAD / len(to_stems))
        for stem in from_stems:
            for other in to_stems:
                if other != stem:
                    others = weights.setdefault(stem, {})
                    others[other] = max(others.get(other, 0), weight)
    return Synonyms(
        {
            term: tuple(Synonym(other, weight) for other, weight in others.items())
            for term, others in weights.items()
        },
        forms,
        tuple(groups),
    )


def _groups_in(text: str) -> Iterator[Group]:
    for number, line in enumerate(text.splitlines(), 1):
        left, arrow, right = line.partition("#")[0].partition("=>")
        from_terms = _terms(left)
        if from_terms or arrow:
            yield Group(number, from_terms, _terms(right) if arrow else from_terms, bool(arrow))


def _terms(listed: str) -> tuple[str, ...]:
    terms = (" ".join(term.split()) for term in listed.split(","))
    return tuple(dict.fromkeys(term for term in terms if words_in(term)))


def _stems(terms: Iterable[str]) -> list[Stem]:
    return list(dict.fromkeys(map(stem_of_term, terms)))


def _is_usable(group: Group, path: str, problems: Problems) -> bool:
    """Whether it can be used."""
    here = Location(path, group.line)
    from_stems, to_stems = _stems(group.from_terms), _stems(group.to_terms)
    if not from_stems or len({*from_stems, *to_stems}) < 2:
        problems.error(
            here,
            _("a group needs at least two terms"),
            _("Write them on one line with commas between: gruppbostad, gruppboende"),
        )
        return False
    if len(to_stems) > BROAD:
        problems.warning(
            here,
            _("the group is broad: {n} terms that are all found at once").format(n=len(to_stems)),
            _("Divide it, or let the wide word find the narrow ones alone: djur => hund, katt"),
        )
    for term in group.terms:
        if term.lower() in STOP_WORDS:
            problems.warning(
                here,
                _("“{term}” stands in most texts, and is never searched for").format(term=term),
                _("Write it with a word beside it that says what is meant: god man"),
            )
    return True


def read_synonyms(root: Path, problems: Problems) -> Synonyms:
    """None at all when the file is missing."""
    path = root / SYNONYMS
    try:
        return synonyms_from(text_of(path) if path.exists() else "", problems)
    except UnreadableFile as why:
        problems.error(Location(SYNONYMS, why.line), why.says, why.fix)
        return Synonyms({})
