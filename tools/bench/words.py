"""A random source -> sentences of words as common and as rare as in Swedish.

About 17,000 forms are put together from the parts in words.txt: inflected words and compounds.
They are drawn by the law of Zipf and Mandelbrot: a few stand in every text and most in hardly any,
as in a real library. A search index of fewer words would flatter us.
"""

from __future__ import annotations

import random
from itertools import accumulate, cycle, islice
from pathlib import Path

PARTS = Path(__file__).parent / "words.txt"


class Words:
    """Words of one sort, the most likely first."""

    def __init__(self, forms: list[str]) -> None:
        self.forms = list(dict.fromkeys(forms))
        self._weights = list(accumulate(1 / (rank + 8) for rank in range(len(self.forms))))

    def draw(self, dice: random.Random, many: int) -> list[str]:
        return dice.choices(self.forms, cum_weights=self._weights, k=many)


def _inflected(sort: str) -> list[list[str]]:
    """Of every stem of this sort its forms, the plain one first."""
    lines = [line.split(" | ") for line in PARTS.read_text("utf-8").splitlines()]
    return [
        [stem + ending.strip("-") for ending in line[1].split()]
        for line in lines
        if line[0] == sort
        for stem in line[2].split()
    ]


def _mixed(words: list[list[str]]) -> list[list[str]]:
    """In an order that is always the same, so that no kind of ending is more likely."""
    return random.Random(0).sample(words, len(words))


_names = _inflected("namn")
_simple = _mixed(_names + _inflected("egenskap"))
_compounds = _mixed(
    [
        [first + form for form in forms]
        for [first] in _inflected("led")
        for forms in _names
        if not forms[0].startswith(first)
    ]
)
NAMES = Words([form for forms in _simple + _compounds for form in forms])
TOPICS = Words([forms[0] for forms in _mixed(_names) + _compounds if len(forms[0]) <= 30])
VERBS = Words([form for forms in _mixed(_inflected("handling")) for form in forms])
SMALL = Words([form for [form] in _inflected("småord")])


def phrase(dice: random.Random, words: int) -> str:
    """So many words, every second of them a small one."""
    small, names, verbs = (
        iter(sort.draw(dice, words // most + 1))
        for sort, most in ((SMALL, 2), (NAMES, 4), (VERBS, 4))
    )
    turns = islice(cycle((names, small, verbs, small)), words)
    return " ".join(next(turn) for turn in turns).capitalize()


def sentence(dice: random.Random, words: int) -> str:
    return f"{phrase(dice, words)}."


def text(dice: random.Random, words: int) -> str:
    """Paragraphs and a list now and then, in Markdown, of at most so many words."""
    blocks, left = [], words
    while left >= 14:
        some = min(left, dice.randint(20, 45))
        if dice.random() < 0.25:
            lines = [f"- {sentence(dice, 6)}" for _ in range(some // 6)]
            blocks.append("\n".join(lines))
            left -= 6 * len(lines)
        else:
            sentences = [sentence(dice, 10) for _ in range(max(some // 10, 1))]
            if dice.random() < 0.1:
                sentences[0] = f"**{sentences[0]}**"
            blocks.append(" ".join(sentences))
            left -= 10 * len(sentences)
    return "\n\n".join(blocks)
