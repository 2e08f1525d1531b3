"""The questions of a form -> the form on a page of ours, and what its script goes by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup

from exempelbank.i18n import _, ngettext, pgettext
from exempelbank.model.response_kind import ResponseKind
from exempelbank.privacy.advice import all_advice
from exempelbank.questionnaire import AskedQuestion, Questionnaire, questionnaire_for
from exempelbank.questionnaire.asked_fields import AnswerShape
from exempelbank.questionnaire.patterns import PATTERNS, SPACE
from exempelbank.settings.organisation import FORM, Organisation
from exempelbank.site.components.mailto import mail_link
from exempelbank.site.context import RenderContext
from exempelbank.text.normalization import slug_from

EXAMPLE_PARAMETER = "example"  # in the address of the form of trial notes
_LONG = 120  # characters: what may be longer gets several rows
_ROWS = (3, 12)  # at least and at most


class OwnForm(NamedTuple):
    html: Markup
    head: Markup


NO_FORM = OwnForm(Markup(), Markup())


def own_form(context: RenderContext, form: ResponseKind, receipt: Iterable[str] = ()) -> OwnForm:
    """`receipt`: what the page says of what happens next, in sentences."""
    settings = context.settings
    questionnaire = questionnaire_for(form, settings)
    questions = [*questionnaire.questions]
    receiver = settings.organisation.form_receiver.replace(FORM, form.value)
    email = settings.organisation.email
    html = context.render(
        "form.html",
        groups=questionnaire.groups,
        hints={question.id: _hint(question) for question in questions},
        rows={question.id: _rows(question) for question in questions},
        needs={question.id: _is_always_needed(question) for question in questions},
        receiver=receiver,
        host=urlsplit(receiver).netloc,
        privacy=context.section_url("privacy"),
        letter=mail_link(email, _subject(form), _("My answer is in the attached file.")),
        on_paper=_("hand it in, or send it as a picture to {address}.").format(address=email),
        steps=next_steps(settings.organisation, receipt),
        rules={
            **rules_of(questionnaire),
            "file": slug_from(_subject(form)),
            "receiver": bool(receiver),
            "parameter": EXAMPLE_PARAMETER,
            "says": _says(context.settings.organisation.id_prefix),
        },
    )
    return OwnForm(
        Markup(html),
        context.style_tag("form.css")
        + context.script_tag("form/start.js")
        + context.preload_tags("form/start.js"),
    )


def next_steps(organisation: Organisation, receipt: Iterable[str]) -> list[str]:
    """What happens to an answer that is sent, and when, as far as anyone has promised."""
    days = organisation.answer_days
    if days is None:
        return [*receipt]
    says = ngettext("We answer within {n} working day.", "We answer within {n} working days.", days)
    return [says.format(n=days), *receipt]


def rules_of(questionnaire: Questionnaire) -> dict[str, Any]:
    """What the script checks by, as it is carried on the page."""
    return {
        "form": questionnaire.form,
        "questions": [_rule(question) for question in questionnaire.questions],
        "patterns": PATTERNS,
        "space": SPACE,
        "advice": [{"pattern": one.pattern, "says": one.says} for one in all_advice()],
    }


def _subject(form: ResponseKind) -> str:
    match form:
        case ResponseKind.EXAMPLE:
            return pgettext("subject of a letter", "A learning example")
        case ResponseKind.LEAD:
            return pgettext("subject of a letter", "A tip of an example")
        case ResponseKind.TRIAL_NOTE:
            return pgettext("subject of a letter", "We have tried an example")


def _hint(question: AskedQuestion) -> str:
    """Its help and its limits, as sentences."""
    return " ".join(filter(None, (question.help, *_limits(question))))


def _limits(question: AskedQuestion) -> Iterable[str]:
    lines = question.shape is AnswerShape.LINES
    if question.fewest_items:
        says = _("At least {n} lines.") if lines else _("Choose at least {n}.")
        yield says.format(n=question.fewest_items)
    if question.most_items:
        says = _("At most {n} lines.") if lines else _("Choose at most {n}.")
        yield says.format(n=question.most_items)
    if question.fewest_characters:
        yield _("At least {n} characters.").format(n=question.fewest_characters)
    if question.most_characters:
        says = _("At most {n} characters on each.") if lines else _("At most {n} characters.")
        yield says.format(n=question.most_characters)


def _rows(question: AskedQuestion) -> int:
    """Of a text area; 0 for what is written on one line."""
    least, most = _ROWS
    if question.shape is AnswerShape.LINES:
        return (question.most_items or least) + 1
    longest = question.most_characters or 0
    if question.shape is AnswerShape.PROSE or longest > _LONG:
        return max(least, min(most, longest // 100))
    return 0


def _is_always_needed(question: AskedQuestion) -> bool:
    """What a browser without scripts may insist on."""
    return question.required and not question.condition and not question.or_else


def _rule(question: AskedQuestion) -> dict[str, Any]:
    rule = asdict(question)
    rule["choices"] = [(choice.id, choice.of) for choice in question.choices]
    return {name: rule[name] for name in rule if name not in ("help", "autocomplete")}


def _says(id_prefix: str) -> dict[str, str]:
    return {
        "missing": _("write an answer"),
        "unchosen": _("choose an answer"),
        "untied": _("tick the box to go on"),
        "unknown": _("choose among the answers that are there"),
        "too_long": _("shorten it by {n} characters"),
        "too_short": _("write at least {n} more characters"),
        "too_many": _("take away {n}"),
        "too_few": _("at least {n} more"),
        "too_early": _("it can't be over before it began"),
        "wrong_month": _("write year and month, such as 2026-03"),
        "wrong_email": _("write an e-mail address, such as namn@exempel.se"),
        "wrong_link": _("write an address that begins with https:// last on each line"),
        "wrong_example": _("write the example's number, such as {id}").format(
            id=f"{id_prefix}-2026-014"
        ),
        "left": _("{n} characters left"),
        "over": _("{n} characters too many"),
        "stored": _("The draft is kept in this browser."),
        "removed": _("The draft is gone."),
        "fault": _("Error:"),
        "done": _("Done:"),
    }
