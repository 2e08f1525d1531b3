"""Answers to our own form, as it saves them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from exempelbank.intake.importing import forms_in, import_export
from exempelbank.intake.plan import ImportPlan
from exempelbank.model.response_kind import ResponseKind
from exempelbank.problems import Problems
from tests.intake.builders import NOW, settings

KEY = "0123456789abcdef0123456789abcdef"
SENT = "2026-03-10T13:00:00Z"
ANSWERS: dict[ResponseKind, dict[str, Any]] = {
    ResponseKind.EXAMPLE: {
        "title": "Bildstöd i morgonmötet",
        "municipality": "huddinge",
        "how": "Vi samlas klockan nio.",
        "consent": "yes",
    },
    ResponseKind.LEAD: {
        "title": "Kvällsöppet med läxhjälp",
        "municipality": "tyreso",
        "contact": "bo@kommun.example",
        "no_identifiable_person": "yes",
        "information_read": "yes",
    },
    ResponseKind.TRIAL_NOTE: {
        "example": "FC-2026-014",
        "municipality": "huddinge",
        "tried": "2026-02",
        "worked": "partly",
        "text": "Det blev lugnare.",
        "consent": "yes",
    },
}


def an_answer(form: str = "example", answers: Any = None, **top: Any) -> dict[str, Any]:
    """What is not named is as in ANSWERS; an answer that is None is left out."""
    given = {**ANSWERS.get(ResponseKind(form), {}), **(answers or {})}
    whole = {"form": form, "version": 1, "sent": SENT, "key": KEY, **top}
    return {**whole, "answers": {name: text for name, text in given.items() if text is not None}}


def saved(path: Path, *answers: Any) -> Path:
    document = answers[0] if len(answers) == 1 else [*answers]
    path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    return path


def read_in(root: Path, path: Path, problems: Problems | None = None) -> list[ImportPlan]:
    """As `import FILE` does it, for each form that there are answers to."""
    found = Problems() if problems is None else problems
    plans = []
    for form in forms_in(path, "", found):
        own = Problems()
        plans.append(import_export(path, form, root, settings(), now=NOW, problems=own))
        found.found += own.found
    return [plan for plan in plans if plan]
