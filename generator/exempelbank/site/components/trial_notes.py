"""Trial notes -> what the page of their example shows of them, and the way to begin one."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from exempelbank.catalogue import LearningExample, PublicTrialNote
from exempelbank.catalogue.urls import anchor_of_note
from exempelbank.i18n import _, ngettext
from exempelbank.model.trial_note import Outcome
from exempelbank.settings.organisation import EXAMPLE
from exempelbank.site.components.formatting import format_place
from exempelbank.site.components.mailto import in_link, mail_link
from exempelbank.site.components.own_form import EXAMPLE_PARAMETER
from exempelbank.site.context import RenderContext
from exempelbank.site.memo import memoized
from exempelbank.text.markdown import html_from

_ICONS = {
    Outcome.YES: "check-circle-outline",
    Outcome.PARTLY: "circle-half-full",
    Outcome.NO: "close-circle-outline",
}


class TrialNoteRow(NamedTuple):
    anchor: str
    place: str
    unit: str
    tried: str  # "2026-03"
    outcome: str
    icon_name: str
    text: Markup


def trial_note_rows(context: RenderContext, example: LearningExample) -> list[TrialNoteRow]:
    return [_row(context, note) for note in context.catalogue.trial_notes_on(example)]


def _row(context: RenderContext, note: PublicTrialNote) -> TrialNoteRow:
    assert note.worked is not None  # required to be published
    return TrialNoteRow(
        anchor_of_note(note),
        format_place(note, context.settings),
        note.unit,
        note.tried,
        note.worked.label,
        _ICONS[note.worked],
        Markup(html_from(note.text, context.text_links.of(note), headings=False)),
    )


def links_to_trials(context: RenderContext, origin: str) -> list[tuple[str, str, str]]:
    """(title of the example, where on its page, how it went) of what has been tried there."""
    found = []
    for note in context.catalogue.trial_notes_from(origin):
        example = context.catalogue.example(note.example)
        if example and note.worked:
            how = f"{_('Did it work?')} {note.worked.label}"
            where = f"{context.link_to(example)}#{anchor_of_note(note)}"
            found.append((example.title, where, how))
    return found


def number_who_have_tried(context: RenderContext, example: LearningExample) -> str:
    """ "2 har provat"; nothing when nobody has told."""
    n = len(context.catalogue.trial_notes_on(example))
    return ngettext("{n} has tried", "{n} have tried", n).format(n=n) if n else ""


def searchable_notes(context: RenderContext, example: LearningExample) -> list[str]:
    """By whom, and what came of it."""
    return [
        text
        for note in context.catalogue.trial_notes_on(example)
        for text in (format_place(note, context.settings), note.unit, note.text)
        if text
    ]


def start_of_trial(context: RenderContext, example: LearningExample, address: str) -> str:
    """A form elsewhere, or our own; or a letter."""
    if form := context.settings.organisation.trial_form:
        return form.replace(EXAMPLE, quote(example.id, safe=""))
    if page := context.settings.organisation.trial_page:
        return f"{context.href(page)}?{EXAMPLE_PARAMETER}={quote(example.id, safe='')}"
    return trial_letter(context, example, address)


def trial_letter(context: RenderContext, example: LearningExample, address: str) -> str:
    """To the office, with the questions to answer."""
    before, after = _letter_around_example(context)
    subject, about = f": {example.id}", f"{example.title}\n{address}\n\n"
    return f"{before[0]}{in_link(subject)}{before[1]}{in_link(about)}{after}"


@memoized
def _letter_around_example(context: RenderContext) -> tuple[tuple[str, str], str]:
    """(what stands before the id, and before the title; the questions)"""
    questions = (
        _("Where do you work? (unit and municipality)"),
        _("When did you try? (month and year)"),
        _("Did it work? (yes, partly or no)"),
        _("What came of it? (at most 400 characters)"),
        _("May it be published on the page of the example? (yes or no)"),
        _("Does your manager know? (yes or no)"),
        _("May you use the text, and have you read how we take care of it? (yes or no)"),
    )
    ends = _(
        "Write nothing by which someone can be recognised. What you send becomes an official "
        "document. Two people read it before it is published."
    )
    words = "".join(f"{question}\n\n\n" for question in questions) + ends
    to = mail_link(context.settings.organisation.email)
    return (f"{to}?subject={in_link(_('We have tried'))}", "&body="), in_link(words)
