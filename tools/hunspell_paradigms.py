"""A dictionary of hunspell's -> the paradigms of its nouns, and what its compounds are made of.

The flags are those of the Swedish dictionary by Göran Andersson (SFOL, LGPL-3).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

NOUN_FLAGS, OTHER_FLAGS, FORBIDDEN = frozenset("BCDEFGHIJ"), frozenset("KLMNOP"), frozenset("!%")
FIRST, LAST = "X", "Y"  # may stand first in a compound; last
SHORTEST_PART, SHORTEST_COMPOUND = 3, 6  # letters
# Flags of how a word looks as a first part: what it may lose at its end, and what it gets.
LINKED = {
    "z": (("a", ""), ("e", ""), ("", "a")),
    "g": (("a", ""), ("e", ""), ("", "a")),
    "y": (("a", "e"), ("", "e")),
    "h": (("a", "e"), ("", "e")),
    "x": (("a", "o"), ("e", "o")),
    "v": (("a", "s"), ("", "s")),
    "f": (("a", "s"), ("", "s")),
    "u": (("a", "es"), ("e", "s"), ("", "es")),
    "w": (("a", "u"),),
}


class Suffix(NamedTuple):
    lost: str
    gained: str
    after: re.Pattern[str]


class Dictionary:
    def __init__(self, folder: Path) -> None:
        """`folder`: where sv_SE.dic and sv_SE.aff lie."""
        self._suffixes = _suffixes(folder / "sv_SE.aff")
        self.entries = {
            word: frozenset(flags)
            for line in (folder / "sv_SE.dic").read_text("utf-8").splitlines()
            for word, _slash, flags in (line.split("\t")[0].partition("/"),)
            if word.isalpha() and word.islower() and len(word) >= SHORTEST_PART
            and not FORBIDDEN & set(flags)
        }  # fmt: skip

    def nouns(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Each with all its forms."""
        for word, flags in self.entries.items():
            if flags & NOUN_FLAGS and not flags & OTHER_FLAGS:
                yield word, self._forms(word, flags)

    def _forms(self, word: str, flags: frozenset[str]) -> frozenset[str]:
        forms = {word, f"{word}s"} if "A" in flags else {word}
        for flag in flags & NOUN_FLAGS:
            # Of a word in a, these are forms of a verb.
            if word.endswith("a") and flag in "BDJ":
                continue
            for lost, gained, after in self._suffixes[flag]:
                if after.search(word) and gained.isalpha() and not gained.startswith("nde"):
                    forms.add(word.removesuffix(lost) + gained)
        return frozenset(forms)

    def parts(self) -> Counter[str]:
        """The nouns that other words of the dictionary are made of, and of how many."""
        firsts = {
            first: word
            for word, flags in self.entries.items()
            for first in _first_parts(word, flags)
        }
        lasts = {word for word, flags in self.entries.items() if LAST in flags}
        counts: Counter[str] = Counter()
        for word in self.entries:
            if len(word) < SHORTEST_COMPOUND:
                continue
            cuts = [
                cut
                for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
                if word[:cut] in firsts and word[cut:] in lasts
            ]
            if cuts:
                cut = max(cuts, key=lambda cut: min(cut, len(word) - cut))
                counts.update((firsts[word[:cut]], word[cut:]))
        nouns = {word for word, _forms in self.nouns()}
        return Counter({word: count for word, count in counts.items() if word in nouns})


def _suffixes(path: Path) -> Mapping[str, Sequence[Suffix]]:
    suffixes: dict[str, list[Suffix]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        match line.partition("#")[0].split():
            case ["SFX", flag, lost, gained, after]:
                lost, gained = lost.replace("0", ""), gained.partition("/")[0].replace("0", "")
                suffixes[flag].append(Suffix(lost, gained, re.compile(f"{after}$")))
    return suffixes


def _first_parts(word: str, flags: frozenset[str]) -> Iterator[str]:
    if FIRST in flags:
        yield word
    for flag in flags & LINKED.keys():
        for lost, gained in LINKED[flag]:
            if word.endswith(lost):
                yield word.removesuffix(lost) + gained
                break
