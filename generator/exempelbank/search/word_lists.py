"""swedish.txt and ordinary_words.txt -> the lists of words that analysis needs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("swedish.txt")
_ORDINARY_WORDS = Path(__file__).with_name("ordinary_words.txt")  # says where they come from


@cache
def word_lists() -> Mapping[str, frozenset[str]]:
    lists: dict[str, list[str]] = {}
    words: list[str] = []
    for line in _FILE.read_text("utf-8").splitlines():
        if line.startswith("["):
            words = lists.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            words += line.split()
    return {name: frozenset(words) for name, words in lists.items()}


def ordinary_words() -> frozenset[str]:
    lines = _ORDINARY_WORDS.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
