"""A questionnaire -> a JSON Schema of the file that our own form saves.

For those who build a form or a receiver of their own: `import` reads what holds by it, without a
mapping.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from exempelbank.form_export.wording import choices_of, is_needed
from exempelbank.questionnaire import FILE_VERSION, AskedQuestion, Questionnaire
from exempelbank.questionnaire.patterns import PATTERNS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(questionnaire: Questionnaire, title: str) -> str:
    questions = [*questionnaire.questions]
    answers: dict[str, Any] = {
        "type": "object",
        "properties": {question.id: _property(question) for question in questions},
        "required": [
            question.id for question in questions if is_needed(question) and not question.condition
        ],
        "additionalProperties": False,
    }
    if conditions := [found for question in questions if (found := _condition(question))]:
        answers["allOf"] = conditions
    properties = {
        "form": {"const": questionnaire.form},
        "version": {"const": FILE_VERSION},
        "sent": {"type": "string", "format": "date-time"},
        "key": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        "answers": answers,
    }
    schema = {
        "$schema": _DIALECT,
        "title": title,
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _property(question: AskedQuestion) -> dict[str, Any]:
    text = _text(question)
    named: dict[str, Any] = {"title": question.label}
    if question.help:
        named["description"] = question.help
    if not question.several:
        return {**named, **text}
    most = {"maxItems": question.most_items} if question.most_items else {}
    return {**named, "type": "array", "items": text, "uniqueItems": bool(question.choices), **most}


def _text(question: AskedQuestion) -> dict[str, Any]:
    if choices := choices_of(question):
        return {"oneOf": [{"const": each.id, "title": each.label} for each in choices]}
    limits: dict[str, Any] = {"type": "string"}
    if question.most_characters:
        limits["maxLength"] = question.most_characters
    if question.form:
        limits["pattern"] = f"^(?:{PATTERNS[question.form]})$"
    return limits


def _condition(question: AskedQuestion) -> Mapping[str, Any] | None:
    """What is needed only when another answer is given; or when another is not given."""
    if question.or_else:
        return {"anyOf": [{"required": [question.id]}, {"required": [question.or_else]}]}
    condition = question.condition
    if condition is None or not question.required or "" in condition.one_of:
        return None
    answered = {condition.question: {"enum": [*condition.one_of]}}
    return {
        "if": {"properties": answered, "required": [condition.question]},
        "then": {"required": [question.id]},
    }
