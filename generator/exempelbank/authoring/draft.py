"""What has been answered so far, and what is wrong with it: by the checks that every file meets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from exempelbank.authoring.kinds import AddedKind
from exempelbank.authoring.prompts import Prompt, prompts_of
from exempelbank.checks.constraints import check_constraints
from exempelbank.checks.example import check_months, check_origin, check_sections
from exempelbank.checks.measurements import check_measurements
from exempelbank.checks.order_of_time import check_order_of_time
from exempelbank.checks.participants import check_participants
from exempelbank.checks.privacy import check_damaged_privacy, check_privacy, check_settings_file
from exempelbank.checks.texts import check_texts
from exempelbank.documents import Document, as_yaml, body_from, document_from
from exempelbank.model.contribution import Contribution
from exempelbank.model.example import Example, Section
from exempelbank.model.record import Record
from exempelbank.problems import Problem, Problems
from exempelbank.records import canonical, damaged_record_from, record_from
from exempelbank.records.validation import validated
from exempelbank.settings import Municipality, Settings
from exempelbank.text.normalization import comparable

# Until the program gives it what is its own.
_STAND_INS = {"id": "X-2000-000", "review": {"state": "received"}}
_PATHS = {True: "x.yml", False: "x.md"}  # by whether it is YAML alone


@dataclass(frozen=True)
class Draft:
    kind: AddedKind
    data: Mapping[str, Any] = field(default_factory=dict)  # of the front matter: texts only
    texts: Mapping[str, str] = field(default_factory=dict)  # of the body, by heading; or "text"

    def answer_to(self, prompt: Prompt) -> Any:
        """None when there is none."""
        if prompt.in_body:
            return self.texts.get(prompt.keys[0]) or None
        value: Any = self.data
        for key in prompt.keys:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def with_answer(self, prompt: Prompt, answer: Any) -> Draft:
        """`answer`: None takes it away."""
        if prompt.in_body:
            return replace(self, texts={**self.texts, prompt.keys[0]: answer or ""})
        return replace(self, data=_put(self.data, prompt.keys, answer))

    def settled(self, settings: Settings, today: date) -> Draft:
        """With ids and days where people write words."""
        return replace(self, data=with_ids(self.document(), self.kind, settings, today).data)

    def document(self, path: str = "") -> Document:
        return document_from(path or self._path, self._text(self.data))

    @property
    def _path(self) -> str:
        return _PATHS[self.kind.record is Municipality]

    def _text(self, data: Mapping[str, Any]) -> str:
        if self.kind.record is Municipality:
            return as_yaml(data)
        body = self.texts.get("text", "")
        if issubclass(self.kind.record, Example):
            headings = [section.heading for section in Section]
            body = body_from((heading, self.texts.get(heading, "")) for heading in headings)
        elif body:
            body = f"\n{body}\n"
        return f"---\n{as_yaml(data) if data else ''}---\n{body}"


def with_ids(document: Document, kind: AddedKind, settings: Settings, today: date) -> Document:
    """Names and ids of ours where people have written labels, and days where they have written
    words, on the same lines.
    """
    document = canonical(document, kind.record, settings, typed_on=today)
    for prompt in prompts_of(kind, settings) if kind.record is Municipality else ():
        answer = comparable(str(document.data.get(prompt.keys[0], "")))
        for value, label in (prompt.choices or {}).items():
            if comparable(label) == answer:
                document = document.with_value(prompt.keys, value)
    return document


def _put(data: Mapping[str, Any], keys: tuple[str, ...], answer: Any) -> dict[str, Any]:
    first, *rest = keys
    inner = data.get(first)
    if rest:
        answer = _put(inner if isinstance(inner, dict) else {}, tuple(rest), answer) or None
    others = {key: value for key, value in data.items() if key != first}
    return others if answer is None else {**data, first: answer}


def problems_of_answer(draft: Draft, prompt: Prompt, settings: Settings) -> list[Problem]:
    """What is wrong with the answer to one question alone."""
    return [
        problem
        for problem in check_draft(draft.document(), draft.kind, settings)
        if (label := problem.location.label or "") == prompt.name
        or label.startswith(f"{prompt.name}.")
    ]


def check_draft(document: Document, kind: AddedKind, settings: Settings) -> list[Problem]:
    """Whatever would be said of the file. What is not answered yet is not missed of what is
    reviewed first: that is the review's to ask for.
    """
    problems = Problems()
    if not issubclass(kind.record, Record):
        problems.found += _check_municipality(document, settings)
        return problems.found
    data = {**document.data, **(_STAND_INS if kind.is_contribution else {})}
    document = replace(document, data=data)
    record: Record | None = record_from(document, kind.record, problems)
    if record is None:
        record, faulty = damaged_record_from(document, kind.record)
        problems.found += check_damaged_privacy(document, record, faulty)
    else:
        problems.found += check_privacy(document, record)
        problems.found += check_order_of_time(document, record)
        problems.found += check_measurements(document, record)
        problems.found += check_participants(document, record)
        problems.found += check_texts(document, record, settings)
        if isinstance(record, Contribution):
            problems.found += _check_contribution(document, record, settings)
    problems.found += check_constraints(document, record, settings, strict=not kind.is_contribution)
    return problems.found


def _check_contribution(
    document: Document, record: Contribution, settings: Settings
) -> Iterator[Problem]:
    yield from check_origin(document, record, settings, strict=False)
    if isinstance(record, Example):
        yield from check_sections(document, record, settings, strict=False)
        yield from check_months(document, record)


def _check_municipality(document: Document, settings: Settings) -> Iterator[Problem]:
    problems = Problems()
    data = {"id": "x", **document.data}
    if record := validated(data, Municipality, document, problems):
        problems.found += check_constraints(document, record, settings)
    yield from problems
    yield from check_settings_file(document)
