"""A Query and an Index -> the documents that answer it, best first.

A document scores by BM25 on every clause of the query, and by how many of them it meets at all.
The same steps are taken in the browser: theme/assets/search/ranking.js.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import floor, log
from typing import NamedTuple

from exempelbank.search.index import Index, weight_of
from exempelbank.search.query import (
    GUESSES,
    WEIGHTS,
    WHOLE_MATCHES,
    Candidate,
    Clause,
    Query,
    query_from,
)

# How fast more of the same word stops to count; what other candidates for the same document add to
# the best; how much of the score depends on how many of the clauses are met.
SATURATION = 1.8
TIE_BREAKER = 0.3
COVERAGE = 0.7
FAINT = 0.04  # of the best score: what is below only shares some common word
SCORE_PRECISION = 1e6  # steps: what is nearer is equal, so that every machine gives the same order


class Hit(NamedTuple):
    document: int  # its number in the index
    score: float
    # For each clause it meets, the candidate that counts most.
    reasons: tuple[tuple[Clause, Candidate], ...]


def search(text: str, index: Index) -> list[Hit]:
    """`text`: as the reader wrote it."""
    return rank(query_from(text, index), index)


def rank(query: Query, index: Index) -> list[Hit]:
    scores: dict[int, float] = {}
    clauses_met: dict[int, int] = {}
    reasons: dict[int, list[tuple[Clause, Candidate]]] = {}
    clauses_that_count = 0
    for clause in query.clauses:
        clause_scores = _clause_scores(clause, index)
        clauses_that_count += clause.counts and bool(clause_scores)
        for document, (score, candidate) in clause_scores.items():
            scores[document] = scores.get(document, 0) + score
            clauses_met[document] = clauses_met.get(document, 0) + clause.counts
            reasons.setdefault(document, []).append((clause, candidate))
    hits = []
    for document, score in scores.items():
        if clauses_that_count:
            score *= 1 - COVERAGE + COVERAGE * clauses_met[document] / clauses_that_count
        rounded = floor(score * SCORE_PRECISION + 0.5) / SCORE_PRECISION
        hits.append(Hit(document, rounded, tuple(reasons[document])))
    least = FAINT * max((hit.score for hit in hits), default=0)
    hits = [hit for hit in hits if hit.score >= least]
    return sorted(hits, key=lambda hit: (index.is_archived(hit.document), -hit.score, hit.document))


def near_only(query: Query, index: Index) -> bool:
    """Do texts hold only synonyms of the reader's words, parts of them, or words like them?"""
    return not any(
        index.postings(stem)
        for clause in query.clauses
        for candidate in clause.candidates
        if candidate.match in WHOLE_MATCHES and candidate.weight > WEIGHTS["other_diacritics"]
        for stem in candidate.stems
    )


def _clause_scores(clause: Clause, index: Index) -> dict[int, tuple[float, Candidate]]:
    """By document, with the candidate that counts most."""
    guesses = (candidate for candidate in clause.candidates if candidate.match in GUESSES)
    guess_idf = _idf(_document_frequency(guesses, index), index)
    sums: dict[int, float] = {}
    best: dict[int, tuple[float, Candidate]] = {}
    for candidate in clause.candidates:
        for document, score in _candidate_scores(candidate, index, guess_idf).items():
            sums[document] = sums.get(document, 0) + score
            if document not in best or score > best[document][0]:
                best[document] = score, candidate
    return {
        document: (score + TIE_BREAKER * (sums[document] - score), candidate)
        for document, (score, candidate) in best.items()
    }


def _candidate_scores(candidate: Candidate, index: Index, guess_idf: float) -> dict[int, float]:
    """By document; only those that hold every stem."""
    scores: dict[int, float] = {}
    for number, stem in enumerate(candidate.stems):
        postings = index.postings(stem)
        idf = guess_idf if candidate.match in GUESSES else _idf(len(postings), index)
        before, scores = scores, {}
        for document, level in postings.items():
            if not number or document in before:
                weight = weight_of(level)
                score = candidate.weight * idf * (SATURATION + 1) * weight / (SATURATION + weight)
                scores[document] = before.get(document, 0) + score
    return scores


def _document_frequency(candidates: Iterable[Candidate], index: Index) -> int:
    """How many documents hold any of them."""
    documents: set[int] = set()
    for candidate in candidates:
        documents.update(index.postings(candidate.stems[0]))
    return len(documents)


def _idf(document_frequency: int, index: Index) -> float:
    count = len(index.documents)
    return log(1 + (count - document_frequency + 0.5) / (document_frequency + 0.5))
