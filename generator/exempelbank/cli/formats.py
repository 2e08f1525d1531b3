"""Problems -> lines for a person, for GitHub's annotations, or for another program."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exempelbank.problems import Problem


def formatted(problems: Iterable[Problem], form: str) -> list[str]:
    if form == "json":
        return [json.dumps([_as_data(p) for p in problems], ensure_ascii=False, indent=2)]
    return [_annotation(p) if form == "github" else str(p) for p in problems]


def _as_data(problem: Problem) -> dict[str, object]:
    place = problem.location
    return {
        "path": place.path,
        "line": place.line,
        "label": place.label,
        "severity": problem.severity.value,
        "says": problem.says,
        "fix": problem.fix,
    }


def _annotation(problem: Problem) -> str:
    """A workflow command: what a file holds can neither end it nor begin another."""
    place = problem.location
    line = f",line={place.line}" if place.line else ""
    title = f",title={_property(place.label)}" if place.label else ""
    says = _escaped("\n".join(filter(None, (problem.says, problem.fix))))
    return f"::{problem.severity.value} file={_property(place.path)}{line}{title}::{says}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
