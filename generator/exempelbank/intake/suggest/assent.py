"""The answers to a yes-no question -> those that mean yes, those that mean no, and the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exempelbank.intake.suggest.export_column import NO, YES
from exempelbank.intake.suggest.heading_words import words_of
from exempelbank.text.normalization import comparable

# A tick in a form is often a sentence. One of these words alone, and only these words, is an answer
# that a form was given; anything else somebody may have written, and it may mean anything.
_ASSENT = frozenset({
    "ja", "yes", "jag", "vi", "har", "är", "det", "den", "detta", "i", "samtycker", "samtycke",
    "godkänner", "godkänt", "godkänd", "accepterar", "ger", "mitt", "vårt", "till", "för", "att",
    "om", "och", "på", "av", "exemplet", "exempel", "texten", "bilden", "bilder", "får", "kan",
    "ska", "vill", "publiceras", "publicera", "publicering", "visas", "visa", "webbplatsen",
    "sidan", "webben", "läst", "förstått", "tagit", "del", "informationen", "information", "chefen",
    "chef", "informerad", "känner", "gärna", "absolut", "okej", "ok", "visst", "agree", "agreed",
    "consent", "accept", "we", "to", "the", "a", "of", "and", "my", "our", "this", "that",
    "may", "is", "be", "can", "have", "read", "understood", "published", "publish",
    "publication", "shown", "website", "example", "text", "sure",
})  # fmt: skip
_NEGATIONS = frozenset({"nej", "no", "inte", "ej", "icke", "aldrig", "not", "never", "utan"})
_YES_WORDS = frozenset({
    "ja", "yes", "samtycker", "samtycke", "godkänner", "godkänt", "accepterar", "får", "agree",
    "agreed", "consent", "accept",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meanings:
    yes: tuple[str, ...]
    no: tuple[str, ...]
    unclear: tuple[str, ...]


def meanings_of(answers: Iterable[str]) -> Meanings:
    yes, no, unclear = list[str](), list[str](), list[str]()
    for answer in answers:
        words = set(words_of(answer))
        known = bool(words) and words <= _ASSENT | _NEGATIONS
        if comparable(answer) in YES:
            yes.append(answer)
        elif comparable(answer) in NO or (known and words & _NEGATIONS):
            no.append(answer)
        elif known and words & _YES_WORDS:
            yes.append(answer)
        else:
            unclear.append(answer)
    return Meanings(tuple(yes), tuple(no), tuple(unclear))
