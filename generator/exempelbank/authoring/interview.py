"""Asks one thing at a time, and tells at once what is wrong with an answer. Touches no file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from exempelbank.authoring.draft import Draft, problems_of_answer
from exempelbank.authoring.prompts import Prompt, is_asked
from exempelbank.exceptions import NoConsent
from exempelbank.i18n import _, pgettext
from exempelbank.model.record import typed_yes_or_no, yes_or_no_by_wording
from exempelbank.problems import Severity
from exempelbank.questionnaire.asked_fields import AnswerShape, districts_of
from exempelbank.settings import Settings
from exempelbank.text.characters import REFUSED
from exempelbank.text.normalization import comparable, composed

Ask = Callable[[str], str]  # the mark before the cursor -> the line that was typed
Say = Callable[[str], None]  # a line

_CLEAR = "-"


class _Back(Exception):
    """The person wants to answer the question before once more."""


@dataclass(frozen=True)
class Interview:
    settings: Settings
    today: date
    ask: Ask
    say: Say
    more_is_typed: Callable[[], bool] = lambda: False  # without having been asked for
    keep: Callable[[Draft], None] = lambda draft: None  # what is answered so far
    _pasted: list[str] = field(default_factory=list)  # lines of a text, not yet read

    def run(self, draft: Draft, prompts: tuple[Prompt, ...]) -> Draft:
        """The draft with every answer in it. What it holds already is offered as the answer.

        Raises NoConsent when the sender has not said yes.
        """
        self.say(
            _(
                "One question at a time. An empty line skips it, “{back}” goes back, and "
                "Ctrl+C ends: then your answers are kept as a form to go on with."
            ).format(back=_back())
        )
        asked: list[int] = []
        number = 0
        while number < len(prompts):
            prompt = self._as_it_stands(prompts[number], draft)
            if not is_asked(prompt, draft.data, self.settings):
                draft = draft.with_answer(prompt, None)
                number += 1
                continue
            try:
                draft = self._answered(
                    prompt, draft, _("question {n} of {all}").format(n=number + 1, all=len(prompts))
                )
            except _Back:
                number = asked.pop() if asked else number
                continue
            self.keep(draft)
            asked.append(number)
            number += 1
        return draft

    def _as_it_stands(self, prompt: Prompt, draft: Draft) -> Prompt:
        """With the choices that there are after what has been answered."""
        if prompt.keys != ("district",):
            return prompt
        municipality = str(draft.data.get("municipality", ""))
        return replace(prompt, choices=districts_of(municipality, self.settings))

    def _answered(self, prompt: Prompt, draft: Draft, place: str) -> Draft:
        for line in _question(prompt, place):
            self.say(line)
        before = draft.answer_to(prompt)
        if before:
            self.say(
                _("  Now: {answer}. An empty line keeps it, {clear} takes it away.").format(
                    answer=_shown(before, prompt), clear=_CLEAR
                )
            )
        while True:
            answer = self._read(prompt)
            if answer is None and before:
                return draft
            if answer in (None, _CLEAR):
                if not prompt.required:
                    return draft.with_answer(prompt, None)
                self.say(_("  It must be answered."))
                continue
            if _picks_nothing(answer, prompt):
                self.say(_("  There are {n} to choose from.").format(n=len(prompt.choices or ())))
                continue
            tried = draft.with_answer(prompt, answer).settled(self.settings, self.today)
            if prompt.keys == ("attestations", "consent"):
                _check_consent(tried.answer_to(prompt))
            problems = problems_of_answer(tried, prompt, self.settings)
            for problem in problems:
                sign = "!" if problem.severity is Severity.ERROR else "?"
                self.say(f"  {sign} {problem.says}")
                for fix in problem.fix.splitlines():
                    self.say(f"    {fix}")
            if not any(problem.severity is Severity.ERROR for problem in problems):
                return tried

    def _read(self, prompt: Prompt) -> Any:
        """None: nothing was said."""
        match prompt.shape:
            case AnswerShape.PROSE:
                return self._prose()
            case AnswerShape.LINES:
                return self._lines() or None
            case AnswerShape.CHOICE | AnswerShape.CHOICES:
                return _chosen(self._line("> "), prompt)
            case AnswerShape.PART:
                return self._part(prompt.part)
            case AnswerShape.PARTS:
                return [*self._parts(prompt)] or None
            case AnswerShape.YES_NO | AnswerShape.ATTESTATION:
                line = self._line("> ")
                typed = typed_yes_or_no(line)
                return ("yes" if typed else "no") if typed is not None else line or None
            case _:
                return self._line("> ") or None

    def _line(self, mark: str) -> str:
        """One answer. Lines that were pasted with it belong to it, and not to the next question."""
        lines = self.ask(mark).splitlines()
        while self.more_is_typed():
            lines += self.ask("").splitlines()
        if len(lines) > 1:
            self.say(_("  Several lines were pasted, and are taken as one answer."))
        return _cleaned(" ".join(lines))

    def _next_line(self, mark: str) -> str:
        """Of a text, which may be pasted as it is."""
        if not self._pasted:
            self._pasted.extend(self.ask(mark).splitlines() or [""])
        return _cleaned(self._pasted.pop(0))

    def _lines(self) -> list[str] | str:
        lines: list[str] = []
        while (line := self._next_line(f"{len(lines) + 1}> ")) or self._pasted:
            if line == _CLEAR and not lines:
                return _CLEAR
            lines += [line] if line else []
        return lines

    def _prose(self) -> str | None:
        """Paragraphs, until two empty lines follow each other."""
        lines: list[str] = []
        while True:
            line = self._next_line("> " if not lines else "  ")
            if not line and not self._pasted and (not lines or not lines[-1]):
                return "\n".join(lines).strip() or None
            if line == _CLEAR and not lines:
                return _CLEAR
            lines.append(line)

    def _part(self, prompts: tuple[Prompt, ...]) -> dict[str, Any] | None:
        """None when its first field is left empty."""
        answers: dict[str, Any] = {}
        for prompt in prompts:
            if answer := self._line(f"  {prompt.label}: "):
                answers[prompt.keys[0]] = answer
            elif not answers:
                return None
        return answers

    def _parts(self, prompt: Prompt) -> Iterator[dict[str, Any]]:
        while part := self._part(prompt.part):
            yield part


def summary(draft: Draft, prompts: tuple[Prompt, ...]) -> Iterator[str]:
    """What has been answered, a line for each."""
    for prompt in prompts:
        if answer := draft.answer_to(prompt):
            yield f"  {prompt.label}: {_shown(answer, prompt)}"


def _cleaned(line: str) -> str:
    """Raises _Back when that is what was typed."""
    line = composed(REFUSED.sub("", line)).strip()
    if comparable(line) == comparable(_back()):
        raise _Back
    return line


def _question(prompt: Prompt, place: str) -> Iterator[str]:
    yield ""
    yield f"{prompt.label} ({', '.join(filter(None, (prompt.needed, place)))})"
    if prompt.about:
        yield f"  {prompt.about}."
    if prompt.limits:
        yield f"  {prompt.written_as}"
    for number, label in enumerate((prompt.choices or {}).values(), 1):
        yield f"  {number:>3}  {label}"
    for inner in prompt.part:
        if inner.limits:
            yield f"  {inner.label}: {'; '.join(inner.limits)}"
    match prompt.shape:
        case AnswerShape.CHOICES:
            yield _("  Several may be chosen, with commas between: 1, 3")
        case AnswerShape.LINES:
            yield _("  One on each line. An empty line ends.")
        case AnswerShape.PROSE:
            yield _("  As many paragraphs as you like. Two empty lines end.")
        case AnswerShape.PARTS:
            yield _("  One after the other. An empty line ends.")
        case AnswerShape.YES_NO:
            yield f"  {_('yes or no')}"


def _chosen(text: str, prompt: Prompt) -> str | list[str] | None:
    """Ids for the numbers; words are left for the settings to know."""
    ids = [*(prompt.choices or {})]
    words = [word.strip() for word in text.split(",") if word.strip()]
    if words and all(word.isdecimal() for word in words):
        picked = [
            ids[int(word) - 1] if 0 < int(word) <= len(ids) else word
            for word in dict.fromkeys(words)
        ]
        return picked if prompt.shape is AnswerShape.CHOICES else ", ".join(picked)
    return text or None


def _picks_nothing(answer: Any, prompt: Prompt) -> bool:
    """A number that no choice has."""
    picked = answer if isinstance(answer, list) else [answer]
    return prompt.choices is not None and any(
        word.isdecimal() and word not in prompt.choices for word in picked
    )


def _shown(answer: Any, prompt: Prompt) -> str:
    choices = prompt.choices or {}
    match answer:
        case list():
            return "; ".join(_shown(item, prompt) for item in answer)
        case dict():
            return ", ".join(map(str, answer.values()))
        case _:
            text = choices.get(str(answer), str(answer))
            return text if len(text) <= 60 else f"{text[:60]} …"


def _check_consent(answer: Any) -> None:
    given = answer.get("answer") if isinstance(answer, dict) else answer
    if yes_or_no_by_wording().get(comparable(str(given))) == "no":
        raise NoConsent


def _back() -> str:
    return pgettext("to be typed", "back")
