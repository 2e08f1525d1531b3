"""What the browser's analysis and ranking take from here, so that a rule is written once."""

from __future__ import annotations

from collections.abc import Iterable

from exempelbank.search.compounds import JOINTS, SHORTEST_COMPOUND, SHORTEST_PART
from exempelbank.search.index import STEP_LETTERS, STEPS_PER_DOUBLING
from exempelbank.search.language import word_lists
from exempelbank.search.question import (
    AHEAD,
    GUESSES,
    LIKE_NOTHING,
    MOST_BEGUN,
    MOST_WORDS,
    SHORTEST_BEGUN,
    SHORTEST_MISSPELT,
    TWO_SLIPS_FROM,
    WEIGHTS,
)
from exempelbank.search.ranking import AGREEING, COVERAGE, FAINT, SATURATION, STEPS
from exempelbank.search.spelling import SLIGHT, SOUND_ALIKE
from exempelbank.search.words import (
    CHANGED_VOWELS,
    COMING_AND_GOING,
    DEFINITE_FORMS,
    INFLECTIONS,
    KEPT_ENDINGS,
    LONGEST_DEFINITE,
    LONGEST_WORD,
    SHORTEST_STEM,
)


def _for_javascript(rules: Iterable[tuple[str, str, str]]) -> list[tuple[str, str]]:
    return [(ending, rest.replace("\\", "$")) for _last, ending, rest in rules]


# What the browser's analysis takes from here, so that a rule is written once.
LANGUAGE = {
    "stopWords": sorted(word_lists()["stop words"]),
    "shortParts": sorted(word_lists()["short parts"]),
    "noParts": sorted(word_lists()["no parts"]),
    "commonParts": sorted(word_lists()["common parts"]),
    "longestWord": LONGEST_WORD,
    "stem": {
        "kept": KEPT_ENDINGS,
        "inflections": ("", *INFLECTIONS),
        "definite": _for_javascript(DEFINITE_FORMS),
        "comingAndGoing": _for_javascript(COMING_AND_GOING),
        "changedVowels": CHANGED_VOWELS,
        "shortest": SHORTEST_STEM,
        "longestDefinite": LONGEST_DEFINITE,
    },
    "compound": {
        "joints": JOINTS,
        "shortest": SHORTEST_COMPOUND,
        "shortestPart": SHORTEST_PART,
    },
    "spelling": {"alike": SOUND_ALIKE, "slight": SLIGHT},
}
RANKING = {
    "weights": WEIGHTS,
    "guesses": sorted(GUESSES),
    "mostWords": MOST_WORDS,
    "shortestBegun": SHORTEST_BEGUN,
    "mostBegun": MOST_BEGUN,
    "ahead": AHEAD,
    "likeNothing": LIKE_NOTHING,
    "shortestMisspelt": SHORTEST_MISSPELT,
    "twoSlipsFrom": TWO_SLIPS_FROM,
    "saturation": SATURATION,
    "agreeing": AGREEING,
    "coverage": COVERAGE,
    "faint": FAINT,
    "steps": STEPS,
    "stepsPerDoubling": STEPS_PER_DOUBLING,
    "stepLetters": STEP_LETTERS,
}
