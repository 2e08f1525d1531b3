"""A corpus, questions and judgements -> how well search answers them.

Corpus: one JSON object a line, with id, slug, title, summary, body, and labels in focus, target and
municipality. Questions: id, class and question, with tabs between. Judgements, as TREC writes
them: question's id, 0, text's id, grade; 2 answers the question, 1 is related.
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
from exempelbank.search.index import Index, SearchText
from exempelbank.search.ranking import rank

TOP, FIRST = 10, 3
ANSWERS = 2  # the grade of a text that answers the question
LABELS = ("focus", "target", "municipality")


class Asked(NamedTuple):
    id: str
    sort: str  # its class
    question: str


Judgements = Mapping[str, Mapping[str, int]]  # question -> text -> grade


@dataclass(frozen=True, slots=True)
class Figures:
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


def figures_of(found: Sequence[str], grades: Mapping[str, int]) -> Figures:
    """Of one question: the texts found, best first, against their grades."""
    ideal = _gain(sorted(grades.values(), reverse=True))
    related = sum(grade > 0 for grade in grades.values())
    return Figures(
        _gain([grades.get(text, 0) for text in found]) / ideal if ideal else 0.0,
        float(any(grades.get(text, 0) >= ANSWERS for text in found[:FIRST])),
        sum(grades.get(text, 0) > 0 for text in found[:TOP]) / min(related, TOP) if related else 0,
    )


def _gain(grades: Sequence[int]) -> float:
    return sum(grade / log2(place + 2) for place, grade in enumerate(grades[:TOP]))


def mean(figures: Iterable[Figures]) -> Figures:
    every = list(figures)
    return Figures(
        *(
            sum(getattr(one, name) for one in every) / len(every)
            for name in ("ndcg", "success", "recall")
        )
    )


def measured(
    index: Index, asked: Iterable[Asked], judgements: Judgements
) -> Mapping[str, list[Figures]]:
    """By class, in the order of the questions."""
    found: dict[str, list[Figures]] = defaultdict(list)
    for one in asked:
        texts = [index.texts[hit.text].id for hit in rank(one.question, index)]
        found[one.sort].append(figures_of(texts, judgements.get(one.id, {})))
    return found


# ---- Reading ----


def read_corpus(path: Path, problems: Problems) -> list[SearchText]:
    texts = []
    for number, line in _lines(path, problems):
        try:
            told = json.loads(line)
            texts.append(
                SearchText(
                    str(told["id"]),
                    str(told.get("slug", told["id"])),
                    "example",
                    str(told["title"]),
                    str(told.get("summary", "")),
                    tuple(str(told[name]) for name in LABELS if told.get(name)),
                    str(told.get("body", "")),
                )
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            problems.error(
                Location(str(path), number), _("the line is no JSON object with id and title")
            )
    return texts


def read_questions(path: Path, problems: Problems) -> list[Asked]:
    asked = []
    for number, line in _lines(path, problems):
        parts = line.split("\t")
        if len(parts) == len(Asked._fields):
            asked.append(Asked(*parts))
        else:
            problems.error(
                Location(str(path), number),
                _("the line is not id, class and question between tabs"),
            )
    return asked


def read_judgements(path: Path, problems: Problems) -> Judgements:
    judged: dict[str, dict[str, int]] = defaultdict(dict)
    for number, line in _lines(path, problems):
        match line.split():
            case [question, _zero, text, grade] if grade.isdecimal():
                judged[question][text] = int(grade)
            case _other:
                problems.error(
                    Location(str(path), number), _("the line is not “question 0 text grade”")
                )
    return judged


def _lines(path: Path, problems: Problems) -> Iterable[tuple[int, str]]:
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        problems.error(Location(str(path)), _("the file can't be read"))
        return []
    return [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
