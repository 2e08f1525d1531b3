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
    location = problem.location
    return {
        "path": location.path,
        "line": location.line,
        "label": location.label,
        "severity": problem.severity.value,
        "says": problem.says,
        "fix": problem.fix,
    }


def _annotation(problem: Problem) -> str:
    """A workflow command: what a file holds can neither end it nor begin another."""
    location = problem.location
    line = f",line={location.line}" if location.line else ""
    title = f",title={_property(location.label)}" if location.label else ""
    says = _escaped("\n".join(filter(None, (problem.says, problem.fix))))
    return f"::{problem.severity.value} file={_property(location.path)}{line}{title}::{says}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
