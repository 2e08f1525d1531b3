"""The texts of a contribution -> where they could be plainer. Advice, never an obstacle.

The rules are those of Swedish klarspråk; words and abbreviations stand in word_lists.yml,
and an organisation's own in site_config/plain_words.yml.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import NamedTuple

from exempelbank.documents import Document
from exempelbank.i18n import N_, _, pgettext
from exempelbank.model.contribution import Contribution
from exempelbank.report.accessibility_text import poor_descriptions, vague_links
from exempelbank.report.findings import Finding, FindingKind, finding_at
from exempelbank.report.passages import Passage
from exempelbank.report.sentences import Readability, Sentence, readability_of, sentences_in
from exempelbank.report.word_lists import word_lists
from exempelbank.settings import Settings
from exempelbank.text.normalization import comparable

LONGEST_SENTENCE = 25  # words
# LIX up to this is called so; Björnsson's own steps.
_LIX_STEPS = (
    (30, N_("readability", "very easy to read, as a children's book")),
    (40, N_("readability", "easy to read, as fiction")),
    (50, N_("readability", "of middling difficulty, as a newspaper")),
    (60, N_("readability", "hard to read, as an official text")),
)


@dataclass(frozen=True, slots=True)
class PlainLanguage:
    readability: Readability
    findings: tuple[Finding, ...]

    @property
    def ease(self) -> str:
        lix = self.readability.lix
        very_hard = N_("readability", "very hard to read, as a law")
        return pgettext(
            "readability", next((s for most, s in _LIX_STEPS if lix <= most), very_hard)
        )


class Spot(NamedTuple):
    """A finding before anyone has gone to the trouble of quoting it."""

    passage: Passage
    start: int
    end: int
    kind: FindingKind
    says: str
    fix: str


def plain_language_of(
    document: Document,
    contribution: Contribution,
    passages: Sequence[Passage],
    settings: Settings,
) -> PlainLanguage:
    prose = [
        passage for passage in passages if passage.prose or passage.location.label == "summary"
    ]
    sentences = [list(sentences_in(passage.text)) for passage in prose]
    findings = [
        *_long_sentences(prose, sentences),
        *_merged(_abbreviations(passages, _explanations(settings), _known(settings))),
        *_merged(_heavy_words(passages, settings.plain_words.heavy)),
        *vague_links(passages),
        *poor_descriptions(document, contribution, passages),
    ]
    return PlainLanguage(readability_of(list(chain.from_iterable(sentences))), tuple(findings))


def _merged(spots: Iterable[Spot]) -> Iterator[Finding]:
    """The same said of the same words, only where it is first found."""
    first: dict[str, Spot] = {}
    times: Counter[str] = Counter()
    for spot in spots:
        first.setdefault(spot.says, spot)
        times[spot.says] += 1
    for says, spot in first.items():
        yield replace(finding_at(*spot), times=times[says])


# ---- Sentences ----


def _long_sentences(
    passages: Iterable[Passage], sentences: Iterable[Iterable[Sentence]]
) -> Iterator[Finding]:
    for passage, its_sentences in zip(passages, sentences, strict=True):
        for sentence in its_sentences:
            if len(sentence.words) > LONGEST_SENTENCE:
                end = sentence.start + len(sentence.text)
                says = _("the sentence has {n} words").format(n=len(sentence.words))
                fix = _("Make two sentences of it, or a list.")
                yield finding_at(passage, sentence.start, end, FindingKind.LONG, says, fix)


# ---- Abbreviations ----

_ABBREVIATION = re.compile(r"(?<![\w.@/-])[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,3}[A-ZÅÄÖ](?!\w)")
_SHOUTED = re.compile(r"[A-ZÅÄÖ]{6,}")


def _abbreviations(
    passages: Iterable[Passage], explanations: Mapping[str, str], known: Container[str]
) -> Iterator[Spot]:
    passages = list(passages)
    everything = "\n".join(passage.text for passage in passages)
    plain = comparable(everything)
    explained: dict[str, bool] = {}
    for passage in passages:
        if _SHOUTED.search(passage.text):
            continue  # capitals throughout are no abbreviations
        for match in _ABBREVIATION.finditer(passage.text):
            short = match[0]
            meaning = explanations.get(comparable(short), "")
            if short not in explained:
                explained[short] = (
                    comparable(short) in known
                    or f"({short})" in everything
                    or f"{short} (" in everything
                    or bool(meaning and comparable(meaning) in plain)
                )
            if not explained[short]:
                fix = (
                    _("Write “{meaning} ({short})” the first time.").format(
                        meaning=meaning, short=short
                    )
                    if meaning
                    else _("Write what it stands for the first time.")
                )
                says = _("“{short}” is not explained").format(short=short)
                yield Spot(passage, *match.span(), FindingKind.ABBREVIATION, says, fix)


def _explanations(settings: Settings) -> Mapping[str, str]:
    """Abbreviations known here or as aliases in the site's own vocabularies, and their meaning."""
    meanings = {
        comparable(alias): term.label
        for vocabulary in settings.vocabularies.values()
        for term in vocabulary
        for alias in term.aliases
        if _ABBREVIATION.fullmatch(alias)
    }
    explained = {**word_lists()["explained"], **settings.plain_words.explained}
    return meanings | {comparable(short): meaning for short, meaning in explained.items()}


def _known(settings: Settings) -> frozenset[str]:
    return frozenset(map(comparable, (*word_lists()["known"], *settings.plain_words.known)))


# ---- Words ----


def _heavy_words(passages: Iterable[Passage], own: Mapping[str, str]) -> Iterator[Spot]:
    by_word = word_lists()["heavy"] | {word.casefold(): instead for word, instead in own.items()}
    plainer = {word: instead for word, instead in by_word.items() if word.strip() and instead}
    heavy = _one_of(frozenset(plainer))
    for passage in passages:
        for match in heavy.finditer(passage.text):
            word = match[0].casefold()
            if word not in plainer:  # a dotless i is an i to the pattern, and not to casefold
                continue
            yield Spot(
                passage,
                *match.span(),
                FindingKind.HEAVY,
                _("“{word}” is heavier than it need be").format(word=word),
                _("Try “{plainer}”.").format(plainer=plainer[word]),
            )


@cache
def _one_of(words: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
