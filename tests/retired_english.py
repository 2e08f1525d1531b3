"""docs/retired-english.txt: what no coordinator is to meet."""

from __future__ import annotations

import re
from functools import cache

from tests.builders import PROJECT


@cache
def _pattern() -> re.Pattern[str]:
    lines = (PROJECT / "docs" / "retired-english.txt").read_text("utf-8").splitlines()
    words = [line.partition("  ")[0] for line in lines if line and not line.startswith("#")]
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    # Not within a name: --note, content/pages, {folder}, title:
    return re.compile(rf"(?<![\w/.{{-])(?:{either})(?![\w/}}=-]|:\s|\.\w)", re.IGNORECASE)


def english_in(text: str) -> list[str]:
    """The lines that hold any of it."""
    return [line for line in text.splitlines() if _pattern().search(line)]
