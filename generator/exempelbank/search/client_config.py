"""What the browser's analysis and ranking take from here, so that a rule is written once."""

from __future__ import annotations

from collections.abc import Iterable

from exempelbank.search import stemmer
from exempelbank.search.analysis import LONGEST_WORD
from exempelbank.search.compounds import (
    COMMON_STEMS,
    LINKING_LETTERS,
    SHORTEST_COMPOUND,
    SHORTEST_PART,
)
from exempelbank.search.corrections import (
    BEYOND_NEAREST,
    MOST_EDITS_TO_FORM,
    PADDING,
    SHORTEST_MISSPELT,
    TWO_EDITS_FROM,
)
from exempelbank.search.edit_distance import SLIGHT_COST, SOUND_ALIKE
from exempelbank.search.index import LEVEL_LETTERS, LEVELS_PER_DOUBLING
from exempelbank.search.query import (
    GUESSES,
    MOST_COMPLETIONS,
    MOST_WORDS,
    SHORTEST_PREFIX,
    WEIGHTS,
    WHOLE_MATCHES,
)
from exempelbank.search.ranking import COVERAGE, FAINT, SATURATION, SCORE_PRECISION, TIE_BREAKER
from exempelbank.search.word_lists import word_lists


def _for_javascript(rules: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    return [(last, ending, rest.replace("\\", "$")) for last, ending, rest in rules]


LANGUAGE = {
    "stopWords": sorted(word_lists()["stop words"]),
    "shortParts": sorted(word_lists()["short parts"]),
    "noParts": sorted(word_lists()["no parts"]),
    "commonParts": sorted(word_lists()["common parts"]),
    "commonStems": sorted(COMMON_STEMS),
    "longestWord": LONGEST_WORD,
    "stemming": {
        "shortestStem": stemmer.SHORTEST_STEM,
        "protectedEndings": stemmer.PROTECTED_ENDINGS,
        "protectedWords": sorted(stemmer.PROTECTED_WORDS),
        "inflections": sorted(stemmer.INFLECTIONS, key=len),
        "irregularPlurals": stemmer.IRREGULAR_PLURALS,
        "afterPlural": stemmer.AFTER_PLURAL,
        "upToRegion": stemmer.UP_TO_REGION,
        "endsInI": stemmer.ENDS_IN_I,
        "beforeGenitive": stemmer.BEFORE_GENITIVE,
        "endings": sorted(stemmer.ENDINGS, key=len, reverse=True),
        "beforeAn": stemmer.BEFORE_AN,
        "beforeEna": stemmer.BEFORE_ENA,
        "noEt": stemmer.NO_ET,
        "longestDefiniteEnding": stemmer.LONGEST_DEFINITE_ENDING,
        "wholeForms": _for_javascript(stemmer.WHOLE_FORMS),
        "fleetingVowels": _for_javascript(stemmer.FLEETING_VOWELS),
        "pairs": stemmer.PAIRS,
        "adjectiveEndings": stemmer.ADJECTIVE_ENDINGS,
        "doubled": _for_javascript(stemmer.DOUBLED),
    },
    "compound": {
        "linkingLetters": LINKING_LETTERS,
        "shortestCompound": SHORTEST_COMPOUND,
        "shortestPart": SHORTEST_PART,
    },
    "editDistance": {"soundAlike": SOUND_ALIKE, "slightCost": SLIGHT_COST},
}
RANKING = {
    "weights": WEIGHTS,
    "guesses": sorted(GUESSES),
    "wholeMatches": sorted(WHOLE_MATCHES),
    "mostWords": MOST_WORDS,
    "shortestPrefix": SHORTEST_PREFIX,
    "mostCompletions": MOST_COMPLETIONS,
    "padding": PADDING,
    "beyondNearest": BEYOND_NEAREST,
    "mostEditsToForm": MOST_EDITS_TO_FORM,
    "shortestMisspelt": SHORTEST_MISSPELT,
    "twoEditsFrom": TWO_EDITS_FROM,
    "saturation": SATURATION,
    "tieBreaker": TIE_BREAKER,
    "coverage": COVERAGE,
    "faint": FAINT,
    "scorePrecision": SCORE_PRECISION,
    "levelsPerDoubling": LEVELS_PER_DOUBLING,
    "levelLetters": LEVEL_LETTERS,
}
