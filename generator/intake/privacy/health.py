"""A diagnosis, or a word of someone's health, near a first name, an age or a room.

What a group has in common ("personer med autism") is what the examples are about and is let through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.intake.privacy.people import SENTENCE, Span, ages, names, one_person, rooms, units

_HEALTH = re.compile(
    r"\b(?:autis[mt]|adhd\b|add\b|asperger|npf\b|schizofren|psykos|psykot|psykisk\w* (?:sjuk|ohälsa)|bipolär|depress|deprimer|"
    r"ångest|panikattack|panikångest|fobi|ocd\b|tvångssyndrom|tvångstankar|ptsd|borderline|emotionellt instabil|"
    r"självskad|(?:skada|skär|slå)r? sig själv|självmord|suicid|(?:ta|tog|tar) (?:sitt|livet)|"
    r"dement|demens|alzheimer|parkinson|epilep|stroke|cancer|tumör|leukemi|diabet|insulin|hiv\b|hiv-|hepatit|levercirros|"
    r"KOL\b|astma|allergi|ms\b|reumati|cp-skad|cerebral pares|downs\b|down syndrom|utvecklingsstör|intellektuell\w* funktion|"
    r"begåvningshandikapp|hjärnskad|afasi|mutism|ätstör|anorexi|bulimi|missbruk|narkotika|drogberoende|alkoholproblem|"
    r"alkoholi|alkoholsyndrom|dricker för mycket|hör(?:de)? röster|vanföreställning|hallucin|inlagd|tvångsvård|lpt\b|psyket|"
    r"(?:sin|hans|hennes) medicin|medicin(?:er)? mot|antidepress|neuroleptika|lugnande medicin|sömntablett|"
    r"blind\b|döv\b|rullstol|opere|sjukdom|cancersjuk|diagnos|inkontinen|blöja|hjärtinfarkt|hjärtsvikt|hjärtfel|"
    r"gravid|abort|könsdysfori|må(?:r|dde) (?:mycket |så |riktigt )?dåligt|självsvält|förlam|amputer|dialys|"
    r"[a-zåäö]+syndrom|tourette)",
    re.IGNORECASE,
)
# Said of many, or of a subject, shortly before the word.
_MANY = re.compile(
    r"\b(?:personer|vuxna|unga|ungdomar|barn|elever|deltagare(?! \d)|deltagarna|brukare|brukarna|anhöriga|människor|"
    r"kvinnor|män|alla|många|några|flera|hälften|boenden|målgrupp\w*|föreläs\w*|utbild\w*|kurs\w*|förening\w*|förbund\w*|"
    r"kunskap\w*|information|material\w*|modell\w*|metod\w*|samtal|spel|rutin\w*|läste|stöd till|fall av)\b[^.!?]{0,70}$",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?:\w*assistent(?:er|erna|en)?|\w*pedagog\w*|\w*chef\w*|\w*coach\w*|\w*handläggare\w*|kurator\w*|\w*terapeut\w*|"
    r"\w*ledare\w*|\w*sköterska\w*|läkare\w*|psykolog\w*|samordnare\w*|konsulent\w*|utredare|"
    r"ledde|föreläste|höll i|utbildade|tog fram|startade|skrev boken)\b",
    re.IGNORECASE,
)
_NEAR = 120  # characters; the length of a spoken sentence


def health_near_person(text: str) -> Iterator[Span]:
    for sentence in SENTENCE.finditer(text):
        words = sentence[0]
        told = [
            found.span()
            for found in _HEALTH.finditer(words)
            if not _MANY.search(words[: found.start()])
        ]
        if not told:
            continue
        persons = [*_named(words), *ages(words), *rooms(words)]
        if not persons and one_person(words) and units(words):
            persons = told
        for start, end in told:
            if any(start - _NEAR < at < end + _NEAR for at, _end in persons):
                yield sentence.start() + start, sentence.start() + end


def _named(sentence: str) -> Iterator[Span]:
    """First names that are not those of the people who work there."""
    for start, end in names(sentence):
        if not _STAFF.search(sentence[max(0, start - 40) : end + 40]):
            yield start, end
