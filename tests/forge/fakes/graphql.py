"""As much of GraphQL as we ask in: fields within fields. What arguments do, the graph has done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any


def answer_to(query: str, variables: dict[str, Any], graph: dict[str, Any]) -> dict[str, Any]:
    """`graph`: all that there is. A field that is not in it is an error, as is what is missing."""
    head, _, body = query.partition("{")
    declared = set(re.findall(r"\$(\w+)", head))
    if declared != set(variables):
        return _error("INVALID", f"the variables are not {sorted(declared)}")
    fields = _selection(iter(re.findall(r"\.\.\.|\([^)]*\)|\w+|[{}]", body)))
    try:
        return {"data": _picked(fields, graph)}
    except KeyError as why:
        return _error("undefinedField", f"Field {why} doesn't exist")
    except LookupError as why:
        return _error("NOT_FOUND", f"Could not resolve to {why}")


def _error(kind: str, says: str) -> dict[str, Any]:
    return {"data": None, "errors": [{"type": kind, "message": says}]}


def _selection(tokens: Iterator[str]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    last = ""
    for token in tokens:
        if token == "}":
            return fields
        if token == "{":
            fields[last] = _selection(tokens)
        elif not token.startswith("("):
            fields[token], last = None, token
    return fields


def _picked(fields: dict[str, Any], value: Any) -> Any:
    if isinstance(value, list):
        return [_picked(fields, each) for each in value]
    found = {}
    for name, inner in fields.items():
        below = value[name]
        if below is None and name in ("repository", "pullRequest"):
            raise LookupError(name)
        if isinstance(below, dict | list) and inner is None:
            raise KeyError(f"{name} without fields")
        found[name] = below if below is None or inner is None else _picked(inner, below)
    return found
