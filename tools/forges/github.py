"""GitHub, by its own descriptions: of its API (@octokit/openapi) and of its GraphQL.

The fake may leave out what we do not read, but invents nothing; our adapter does with the least
that is promised; our GraphQL is carried out by GitHub's schema upon what the fake knows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exempelbank.forge.adapters import github, github_answers
from tests.forge.fakes import ANNA, BOT, FakeGitHub
from tests.forge.fakes.graphql import answer_to
from tools.forges.recorded import BRANCH, a_state, answers_of


def audit_github(folder: Path) -> Iterator[str]:
    described = json.loads((folder / "openapi" / "api.github.com.json").read_text("utf-8"))
    loose = without_required(described, described)
    for method, path, answer in answers_of("github"):
        if path.endswith("/graphql"):
            continue
        schema = schema_of(loose, method, path, answer.status)
        if schema is None:
            yield f"GitHub {method} {path}: answers never with {answer.status}"
        for says in faults(answer.body, schema, loose) if schema else ():
            yield f"GitHub {method} {path}: {says}"
    yield from audit_least(described)
    yield from audit_graphql(folder / "graphql" / "schema.graphql")


def schema_of(described: Any, method: str, path: str, status: int) -> Any:
    """Of the path that matches with fewest words left open."""
    matching = [
        template
        for template in described["paths"]
        if re.fullmatch(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(template)), path)
        and method.lower() in described["paths"][template]
    ]
    for template in sorted(matching, key=lambda each: each.count("{")):
        answers = described["paths"][template][method.lower()]["responses"]
        if answer := answers.get(str(status)):
            return answer["content"]["application/json"]["schema"]
    return None


def without_required(part: Any, described: Any) -> Any:
    """A fake may leave out what we do not read, but invent nothing."""
    if isinstance(part, list):
        return [without_required(each, described) for each in part]
    if not isinstance(part, dict):
        return part
    if "allOf" in part:  # one of them alone would refuse what the others have
        part = {"type": "object", "properties": properties_of(part, described)}
    part = {key: without_required(value, described) for key, value in part.items()}
    if isinstance(part.get("properties"), dict):
        part.pop("required", None)
        part.setdefault("additionalProperties", False)
    return or_null(part)


def properties_of(schema: Any, described: Any) -> dict[str, Any]:
    schema = resolved(schema, described)
    found = dict(schema.get("properties", {}))
    for each in schema.get("allOf", ()):
        found |= properties_of(each, described)
    return found


def resolved(schema: Any, described: Any) -> Any:
    """What it refers to."""
    while "$ref" in schema:
        part = described
        for step in schema["$ref"].removeprefix("#/").split("/"):
            part = part[step]
        schema = part
    return schema


def or_null(part: dict[str, Any]) -> dict[str, Any]:
    """As JSON Schema says what OpenAPI 3.0 calls nullable."""
    if part.get("nullable") is not True:
        return part
    return {
        "anyOf": [
            {key: value for key, value in part.items() if key != "nullable"},
            {"type": "null"},
        ]
    }


def faults(body: Any, schema: Any, described: Any) -> Iterator[str]:
    from jsonschema import Draft202012Validator

    whole = {**schema, "components": described["components"]}
    for error in Draft202012Validator(whole).iter_errors(body):
        yield f"{error.json_path}: {error.message[:200]}"


def audit_least(described: Any) -> Iterator[str]:
    """Of each answer what GitHub promises, and no more: our adapter must do with that."""
    schemas = described["components"]["schemas"]
    for name, convert in {
        "full-repository": github_answers.repository_from,
        "pull-request-simple": github_answers.pull_from,
        "pull-request": github_answers.pull_from,
        "issue-comment": github_answers.comment_from_rest,
        "commit": github_answers.signed_from,
        "status": github_answers.status_from,
        "issue": github_answers.issue_from,
    }.items():
        try:
            answer = least(schemas[name], described)
            if name == "status":  # described as any text
                answer |= {"state": "success", "created_at": "2026-12-01T08:00:00Z"}
            convert(answer)
        except Exception as why:
            yield f"GitHub {name}: our adapter wants more than is promised: {why!r}"


def least(schema: Any, described: Any) -> Any:
    """The smallest value that fits."""
    schema = resolved(schema, described)
    if schema.get("nullable"):
        return None
    for several in ("oneOf", "anyOf"):
        if several in schema and "properties" not in schema:
            return least(schema[several][0], described)
    if "allOf" in schema:
        return {k: v for each in schema["allOf"] for k, v in least(each, described).items()}
    if "enum" in schema:
        return schema["enum"][0]
    match schema.get("type"):
        case "object":
            wanted = schema.get("required", ())
            return {name: least(schema["properties"][name], described) for name in wanted}
        case "array":
            return []
        case "integer" | "number":
            return 1
        case "boolean":
            return False
        case _:
            return schema.get("example", "2026-12-01T08:00:00Z" if "format" in schema else "open")


def audit_graphql(schema_file: Path) -> Iterator[str]:
    """Our questions, carried out by GitHub's schema upon what the fake knows."""
    from graphql import build_schema, graphql_sync

    schema = build_schema(schema_file.read_text("utf-8"), assume_valid=True, assume_valid_sdl=True)
    fake = FakeGitHub(a_state())
    state = fake.state
    number = state.open_pull(BOT, BRANCH, "main", "FC-2026-001", "").number
    said = state.comment(ANNA, number, "/hjälp")
    state.comment(BOT, number, "Hej")
    state.edit_comment(BOT, said.id, "/godkänn")
    state.review(ANNA, number, "approved", "inte inblandad")
    owner, name = state.name.split("/")
    pull = {"owner": owner, "name": name, "number": number, "after": None}
    for query, variables in ((github.COMMENTS, pull), (github.REVIEWS, pull), (github.VIEWER, {})):
        graph = fake.graph(state.accounts[BOT], variables)
        ours = answer_to(query, variables, graph)
        by_schema = graphql_sync(schema, query, root_value=graph, variable_values=variables)
        if by_schema.errors:
            yield f"GitHub GraphQL: {by_schema.errors[0]}"
        elif by_schema.data != ours["data"]:
            yield f"GitHub GraphQL: {ours['data']}, and by the schema {by_schema.data}"
