"""The questions as a file to fill in, with what each is for; and that file read."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from exempelbank.authoring.draft import Draft, check_draft, with_ids
from exempelbank.authoring.kinds import AddedKind
from exempelbank.authoring.prompts import Prompt, prompts_of
from exempelbank.documents import Document, as_yaml
from exempelbank.documents.document import is_yaml
from exempelbank.i18n import _
from exempelbank.model.labels import fields_by_label, label_of
from exempelbank.model.record import FrozenModel
from exempelbank.model.submission import Attestations, UnderReview
from exempelbank.problems import Problem
from exempelbank.questionnaire.asked_fields import AnswerShape
from exempelbank.settings import Municipality, Settings
from exempelbank.text.normalization import words_alone

_PER_LINE = 92  # characters


def form_of(kind: AddedKind, settings: Settings, draft: Draft | None = None) -> str:
    """Reads back as the draft, or as one without answers. A municipality's is YAML alone."""
    draft = draft or Draft(kind)
    lines = [*_lines(draft, settings)]
    if kind.record is Municipality:
        return "\n".join(lines) + "\n"
    body = [*_body_lines(draft, settings)]
    return "\n".join(["---", *lines, "---", *body]) + "\n"


def command_for(kind: AddedKind, file: str) -> str:
    """That reads a form when it is filled in."""
    by = f" --by {_('REVIEWER')}" if kind.is_contribution else ""
    return f"exempelbank add {kind.typed} --file {file}{by}"


def _lines(draft: Draft, settings: Settings) -> Iterator[str]:
    kind = draft.kind
    yield f"# {kind.label}"
    yield "#"
    yield from _comment(
        _(
            "Write after the colon. Lines that begin with # explain, and may stay. "
            "Leave empty what doesn't apply. Then: {command}"
        ).format(command=command_for(kind, _("FILE")))
    )
    prompts = prompts_of(kind, settings)
    attested = [prompt for prompt in prompts if prompt.keys[0] == "attestations"]
    for prompt in prompts:
        if prompt.in_body or prompt in attested:
            continue
        yield ""
        yield from _explained(prompt)
        key, answer = _key(prompt, kind.record), draft.answer_to(prompt)
        yield from _answered_lines(key, answer) if answer else _empty(prompt, key)
    if attested:
        yield ""
        yield f"{label_of(UnderReview, 'attestations')}:"
        for prompt in attested:
            yield from (f"  {line}" for line in _explained(prompt))
            key = _key(replace(prompt, keys=prompt.keys[1:]), Attestations)
            answer = draft.answer_to(prompt)
            yield from (f"  {line}" for line in _answered_lines(key, answer))
    if body_prompts := [prompt for prompt in prompts if prompt.in_body]:
        yield ""
        yield from _comment(_("Below the line of --- stands the text. Empty parts are left out."))
        for prompt in body_prompts:
            if prompt.limits:
                says = ", ".join(filter(None, (*prompt.limits, prompt.needed)))
                about = f". {prompt.about}." if prompt.about else ""
                yield from _comment(f"{prompt.label}: {says}{about}")


def _body_lines(draft: Draft, settings: Settings) -> Iterator[str]:
    for prompt in prompts_of(draft.kind, settings):
        if prompt.in_body:
            yield from ("",) if prompt.keys == ("text",) else ("", f"## {prompt.label}")
            if answer := draft.answer_to(prompt):
                yield from ("", answer)


def _explained(prompt: Prompt) -> Iterator[str]:
    needed = f"{prompt.needed.capitalize()}." if prompt.needed else ""
    about = f"{prompt.about}." if prompt.about else ""
    yield from _comment(" ".join(filter(None, (needed, about, prompt.written_as))))
    if prompt.choices:
        several = prompt.shape is AnswerShape.CHOICES
        says = _("Choose, with commas between:") if several else _("Choose one:")
        yield from _comment(says)
        yield from (f"#   {line}" for line in _wrapped(" · ".join(prompt.choices.values())))
    elif prompt.shape is AnswerShape.YES_NO:
        yield from _comment(_("yes or no").capitalize() + ".")


def _answered_lines(key: str, answer: Any) -> list[str]:
    """`key` may stand in quotation marks already."""
    value = as_yaml({"x": answer}).removeprefix("x:") if answer else ""
    return f"{key}:{value}".splitlines()


def _empty(prompt: Prompt, key: str) -> Iterator[str]:
    """The lines where the answer is to stand."""
    match prompt.shape:
        case AnswerShape.LINES:
            yield from (f"{key}:", "  -")
        case AnswerShape.PARTS | AnswerShape.PART:
            first = "  - " if prompt.shape is AnswerShape.PARTS else "    "
            yield f"{key}:"
            for number, inner in enumerate(prompt.part):
                hint = f"  # {'; '.join(inner.limits)}" if inner.limits else ""
                yield f"{first if number == 0 else '    '}{inner.label}:{hint}"
        case _:
            yield f"{key}:"


def _key(prompt: Prompt, kind: type[FrozenModel]) -> str:
    """What people call it, where that means this and nothing else."""
    name = prompt.keys[-1]
    if fields_by_label(kind).get(words_alone(prompt.label)) == name:
        return json.dumps(prompt.label, ensure_ascii=False) if ":" in prompt.label else prompt.label
    return name


def _comment(text: str) -> Iterator[str]:
    yield from (f"# {line}" for line in _wrapped(text))


def _wrapped(text: str) -> list[str]:
    """On lines of a comment, whatever lines the text had."""
    return textwrap.wrap(text, _PER_LINE, break_long_words=False, break_on_hyphens=False)


def filled_in(document: Document, kind: AddedKind, settings: Settings, today: date) -> Document:
    """A form as someone has filled it in: without what is empty, and on its lines."""
    document = with_ids(document, kind, settings, today)
    return replace(document, data=_answered(document.data) or {})


def check_form(document: Document, kind: AddedKind, settings: Settings) -> Iterator[Problem]:
    """What is wrong in it, by the names that stand in the form. Its own name may be any."""
    prompts = [prompt for prompt in prompts_of(kind, settings) if not prompt.in_body]
    labels = {prompt.name: prompt.label for prompt in prompts}
    missed = {
        prompt.name
        for prompt in prompts
        if prompt.required and len(prompt.keys) == 1 and prompt.keys[0] not in document.data
    }
    for name in labels:
        if name in missed:
            yield Problem(
                replace(document.location(name), label=labels[name]), _("must be answered")
            )
    plain = replace(document, path="x.yml" if is_yaml(document.path) else "x.md")
    for problem in check_draft(plain, kind, settings):
        label = problem.location.label or ""
        if label not in missed:
            known = labels.get(label) or labels.get(label.partition(".")[0]) or label or None
            place = replace(problem.location, path=document.path, label=known)
            yield replace(problem, location=place)


def _answered(value: Any) -> Any:
    """None when nothing is said in it."""
    if isinstance(value, dict):
        return {
            key: answer for key, inner in value.items() if (answer := _answered(inner)) is not None
        } or None
    if isinstance(value, list):
        return [answer for item in value if (answer := _answered(item)) is not None] or None
    return value or None
