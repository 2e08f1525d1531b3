"""What readers asked for -> what stands in no text, with the nearest words there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import chain
from typing import NamedTuple

from exempelbank.search.index import Index
from exempelbank.search.query import WEIGHTS, WHOLE_MATCHES, Candidate, Clause, query_from

MOST_NEAREST = 3  # words
LIKENESS = 0.7  # of letters, by difflib's measure

_ANSWERS = WHOLE_MATCHES | {"synonym"}  # of a synonym that someone has written already


class Missing(NamedTuple):
    question: str
    times: int
    term: str  # the words of it that nothing answers
    nearest: tuple[str, ...]  # words that stand in texts
    is_synonym: bool  # known from the synonyms: it is a text that is missing


def missing_from(asked: Mapping[str, int], index: Index) -> Iterator[Missing]:
    """In the order that they are given."""
    for question, times in asked.items():
        clauses = [clause for clause in query_from(question, index).clauses if clause.counts]
        unanswered = [clause for clause in clauses if not _is_answered(clause, index)]
        if len(unanswered) == len(clauses) > 1:
            # Likelier one thing of several words than as many things.
            yield _missing(question, times, unanswered, index)
        else:
            for clause in unanswered:
                yield _missing(question, times, [clause], index)


def _is_answered(clause: Clause, index: Index) -> bool:
    return any(
        candidate.match in _ANSWERS
        and candidate.weight > WEIGHTS["other_diacritics"]
        and _has_documents(candidate, index)
        for candidate in clause.candidates
    )


def _has_documents(candidate: Candidate, index: Index) -> bool:
    return all(stem in index.encoded_postings for stem in candidate.stems)


def _missing(question: str, times: int, clauses: Iterable[Clause], index: Index) -> Missing:
    clauses = list(clauses)
    words = [word for clause in clauses for word in clause.words]
    nearest = dict.fromkeys(chain.from_iterable(_nearest(clause, index) for clause in clauses))
    return Missing(
        question,
        times,
        " ".join(words),
        tuple(nearest)[:MOST_NEAREST],
        all(_is_known(clause, index) for clause in clauses),
    )


def _is_known(clause: Clause, index: Index) -> bool:
    return any(
        candidate.match in ("word", "phrase") and candidate.stems[0] in index.entries
        for candidate in clause.candidates
    )


def _nearest(clause: Clause, index: Index) -> Iterator[str]:
    """Those that search itself offers; for want of them, those with the same letters."""
    offered = sorted(clause.candidates, key=lambda candidate: -candidate.weight)
    found = [
        form
        for candidate in offered
        if len(candidate.stems) == 1 and _has_documents(candidate, index)
        for form in index.forms_of(candidate.stems[0])[:1]
    ]
    yield from found or get_close_matches(
        "".join(clause.words), _forms(index), MOST_NEAREST, LIKENESS
    )


def _forms(index: Index) -> list[str]:
    """Of the words that stand in texts."""
    return [
        form
        for stem, entry in index.entries.items()
        if stem in index.encoded_postings
        for form in entry.forms
    ]
