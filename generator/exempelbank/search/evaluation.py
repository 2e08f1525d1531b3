"""A corpus, queries and judgements -> how well search answers them.

Corpus: one JSON object a line, with id, slug, title, summary, body, and labels in focus, target and
municipality. Queries: id, class and query, with tabs between. Judgements, as TREC writes them:
query's id, 0, document's id, grade; 2 answers the query, 1 is related.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from typing import NamedTuple

from exempelbank.i18n import _
from exempelbank.problems import Location, Problems
from exempelbank.search.index import Index, SearchDocument
from exempelbank.search.ranking import search

TOP, FIRST = 10, 3  # hits that count for nDCG and recall, and for success
ANSWERING = 2  # the grade of a document that answers the query
LABELS = ("focus", "target", "municipality")


class JudgedQuery(NamedTuple):
    id: str
    query_class: str
    text: str


Judgements = Mapping[str, Mapping[str, int]]  # query's id -> document's id -> grade


@dataclass(frozen=True, slots=True)
class Metrics:
    ndcg: float
    success: float
    recall: float

    def __str__(self) -> str:
        return "  ".join(
            f"{name} {value:.3f}".replace(" 0.", " .")
            for name, value in (
                (f"nDCG@{TOP}", self.ndcg),
                (f"success@{FIRST}", self.success),
                (f"recall@{TOP}", self.recall),
            )
        )


def metrics_of(hits: Sequence[str], grades: Mapping[str, int]) -> Metrics:
    """Of one query: the ids of the documents found, best first, against their grades."""
    ideal = _gain(sorted(grades.values(), reverse=True))
    related = sum(grade > 0 for grade in grades.values())
    grades_found = [grades.get(document, 0) for document in hits]
    return Metrics(
        _gain(grades_found) / ideal if ideal else 0.0,
        float(any(grade >= ANSWERING for grade in grades_found[:FIRST])),
        sum(grade > 0 for grade in grades_found[:TOP]) / min(related, TOP) if related else 0,
    )


def _gain(grades: Sequence[int]) -> float:
    return sum(grade / log2(place + 2) for place, grade in enumerate(grades[:TOP]))


def mean(metrics: Iterable[Metrics]) -> Metrics:
    every = list(metrics)
    return Metrics(
        *(
            sum(getattr(figures, name) for figures in every) / len(every)
            for name in ("ndcg", "success", "recall")
        )
    )


def metrics_by_class(
    index: Index, queries: Iterable[JudgedQuery], judgements: Judgements
) -> Mapping[str, list[Metrics]]:
    """In the order of the queries."""
    metrics: dict[str, list[Metrics]] = defaultdict(list)
    for query in queries:
        hits = [index.documents[hit.document].id for hit in search(query.text, index)]
        metrics[query.query_class].append(metrics_of(hits, judgements.get(query.id, {})))
    return metrics


# ---- Reading ----


def read_corpus(path: Path, problems: Problems) -> list[SearchDocument]:
    documents = []
    for number, line in _lines(path, problems):
        try:
            fields = json.loads(line)
            documents.append(
                SearchDocument(
                    str(fields["id"]),
                    str(fields.get("slug", fields["id"])),
                    "example",
                    str(fields["title"]),
                    str(fields.get("summary", "")),
                    tuple(str(fields[name]) for name in LABELS if fields.get(name)),
                    str(fields.get("body", "")),
                )
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            problems.error(
                Location(str(path), number), _("the line is no JSON object with id and title")
            )
    return documents


def read_queries(path: Path, problems: Problems) -> list[JudgedQuery]:
    queries = []
    for number, line in _lines(path, problems):
        parts = line.split("\t")
        if len(parts) == len(JudgedQuery._fields):
            queries.append(JudgedQuery(*parts))
        else:
            problems.error(
                Location(str(path), number),
                _("the line is not id, class and question between tabs"),
            )
    return queries


def read_judgements(path: Path, problems: Problems) -> Judgements:
    judgements: dict[str, dict[str, int]] = defaultdict(dict)
    for number, line in _lines(path, problems):
        match line.split():
            case [query, _zero, document, grade] if grade.isdecimal():
                judgements[query][document] = int(grade)
            case _other:
                problems.error(
                    Location(str(path), number), _("the line is not “question 0 text grade”")
                )
    return judgements


def _lines(path: Path, problems: Problems) -> Iterable[tuple[int, str]]:
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        problems.error(Location(str(path)), _("the file can't be read"))
        return []
    return [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
