"""A question and an Index -> the texts that answer it, best first.

A text scores by BM25 on every want of the question, and by how many of them it meets at all.
The same steps are taken in the browser: theme/assets/js/search-ranking.js.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import floor, log
from typing import NamedTuple

from exempelbank.search.index import Index, weight_from
from exempelbank.search.question import GUESSES, Question, Want, Way, question_from

# How fast more of the same word stops to count; what other ways to the same text add to the best;
# how much of the score depends on how many of the wants are met.
SATURATION = 1.8
AGREEING = 0.3
COVERAGE = 0.7
FAINT = 0.04  # of the best score: what is below only shares some common word
STEPS = 1e6  # of a score: what is nearer is equal, so that every machine gives the same order


class Hit(NamedTuple):
    text: int  # its number in the index
    score: float
    reasons: tuple[tuple[Want, Way], ...]  # for each want it meets, the way that counts most


def rank(asked: str, index: Index) -> list[Hit]:
    return rank_by(question_from(asked, index), index)


def rank_by(question: Question, index: Index) -> list[Hit]:
    scores: dict[int, float] = {}
    met: dict[int, int] = {}
    reasons: dict[int, list[tuple[Want, Way]]] = {}
    wanted = 0
    for want in question.wants:
        scored = _scored(want, index)
        wanted += want.counts and bool(scored)
        for text, (score, way) in scored.items():
            scores[text] = scores.get(text, 0) + score
            met[text] = met.get(text, 0) + want.counts
            reasons.setdefault(text, []).append((want, way))
    hits = []
    for text, score in scores.items():
        if wanted:
            score *= 1 - COVERAGE + COVERAGE * met[text] / wanted
        hits.append(Hit(text, floor(score * STEPS + 0.5) / STEPS, tuple(reasons[text])))
    least = FAINT * max((hit.score for hit in hits), default=0)
    hits = [hit for hit in hits if hit.score >= least]
    return sorted(hits, key=lambda hit: (index.is_archived(hit.text), -hit.score, hit.text))


def _scored(want: Want, index: Index) -> dict[int, tuple[float, Way]]:
    guesses = _rarity(_texts_with_any((w for w in want.ways if w.why in GUESSES), index), index)
    sums: dict[int, float] = {}
    best: dict[int, tuple[float, Way]] = {}
    for way in want.ways:
        for text, score in _way_scores(way, index, guesses).items():
            sums[text] = sums.get(text, 0) + score
            if text not in best or score > best[text][0]:
                best[text] = score, way
    return {
        text: (score + AGREEING * (sums[text] - score), way) for text, (score, way) in best.items()
    }


def _way_scores(way: Way, index: Index, guesses: float) -> dict[int, float]:
    """By text; only those that hold every key."""
    found: dict[int, float] = {}
    for number, key in enumerate(way.keys):
        postings = index.postings(key)
        rarity = guesses if way.why in GUESSES else _rarity(len(postings), index)
        before, found = found, {}
        for text, step in postings.items():
            if not number or text in before:
                weight = weight_from(step)
                score = way.weight * rarity * (SATURATION + 1) * weight / (SATURATION + weight)
                found[text] = before.get(text, 0) + score
    return found


def _texts_with_any(ways: Iterable[Way], index: Index) -> int:
    texts: set[int] = set()
    for way in ways:
        texts.update(index.postings(way.keys[0]))
    return len(texts)


def _rarity(having: int, index: Index) -> float:
    return log(1 + (len(index.texts) - having + 0.5) / (having + 0.5))
