"""What the browser's analysis and ranking take from here, so that a rule is written once."""

from __future__ import annotations

from collections.abc import Iterable

from exempelbank.search.analysis import (
    DEFINITE_FORMS,
    FLEETING_VOWELS,
    INFLECTIONS,
    LONGEST_DEFINITE_ENDING,
    LONGEST_WORD,
    PROTECTED_ENDINGS,
    SHORTEST_STEM,
    UMLAUTS,
)
from exempelbank.search.compounds import LINKING_LETTERS, SHORTEST_COMPOUND, SHORTEST_PART
from exempelbank.search.edit_distance import SLIGHT_COST, SOUND_ALIKE
from exempelbank.search.index import LEVEL_LETTERS, LEVELS_PER_DOUBLING
from exempelbank.search.query import (
    GUESSES,
    MOST_COMPLETIONS,
    MOST_EDITS_TO_FORM,
    MOST_WORDS,
    PADDING,
    SHORTEST_MISSPELT,
    SHORTEST_PREFIX,
    TWO_EDITS_FROM,
    WEIGHTS,
)
from exempelbank.search.ranking import COVERAGE, FAINT, SATURATION, SCORE_PRECISION, TIE_BREAKER
from exempelbank.search.word_lists import word_lists


def _for_javascript(rules: Iterable[tuple[str, str, str]]) -> list[tuple[str, str]]:
    return [(ending, rest.replace("\\", "$")) for _last, ending, rest in rules]


LANGUAGE = {
    "stopWords": sorted(word_lists()["stop words"]),
    "shortParts": sorted(word_lists()["short parts"]),
    "noParts": sorted(word_lists()["no parts"]),
    "commonParts": sorted(word_lists()["common parts"]),
    "longestWord": LONGEST_WORD,
    "stem": {
        "kept": PROTECTED_ENDINGS,
        "inflections": ("", *INFLECTIONS),
        "definite": _for_javascript(DEFINITE_FORMS),
        "comingAndGoing": _for_javascript(FLEETING_VOWELS),
        "changedVowels": UMLAUTS,
        "shortest": SHORTEST_STEM,
        "longestDefinite": LONGEST_DEFINITE_ENDING,
    },
    "compound": {
        "joints": LINKING_LETTERS,
        "shortest": SHORTEST_COMPOUND,
        "shortestPart": SHORTEST_PART,
    },
    "spelling": {"alike": SOUND_ALIKE, "slight": SLIGHT_COST},
}
RANKING = {
    "weights": WEIGHTS,
    "guesses": sorted(GUESSES),
    "mostWords": MOST_WORDS,
    "shortestBegun": SHORTEST_PREFIX,
    "mostBegun": MOST_COMPLETIONS,
    "ahead": PADDING,
    "likeNothing": MOST_EDITS_TO_FORM,
    "shortestMisspelt": SHORTEST_MISSPELT,
    "twoSlipsFrom": TWO_EDITS_FROM,
    "saturation": SATURATION,
    "agreeing": TIE_BREAKER,
    "coverage": COVERAGE,
    "faint": FAINT,
    "steps": SCORE_PRECISION,
    "stepsPerDoubling": LEVELS_PER_DOUBLING,
    "stepLetters": LEVEL_LETTERS,
}
