"""A Report -> its verdict in a sentence, and what happens next, in the order it should be done."""

from __future__ import annotations

from collections.abc import Iterator

from exempelbank.i18n import _, ngettext
from exempelbank.model.review import ReviewState
from exempelbank.report.report import Report, Verdict


def verdict_text(report: Report) -> str:
    match report.verdict:
        case Verdict.HELD:
            return _("Stop: there is something about a person in the text")
        case Verdict.CLOSED if report.state:
            return _("This one is closed: {state}").format(state=report.state.label.lower())
        case Verdict.INCOMPLETE if report.state is ReviewState.LEAD:
            return _("A short tip, not yet an example")
        case Verdict.INCOMPLETE:
            n = len(report.missing)
            return ngettext(
                "{n} thing is missing before it can be approved",
                "{n} things are missing before it can be approved",
                n,
            ).format(n=n)
        case Verdict.READY if report.public:
            return _("Nothing is missing")
        case Verdict.READY:
            return _("Ready to be read and approved")
    return _("The text is whole; the review remains")


def next_steps(report: Report) -> tuple[str, ...]:
    return tuple(_steps(report))


def _steps(report: Report) -> Iterator[str]:
    if report.held:
        yield from _after_a_hold()
        return
    if report.state is None:
        yield _("Put right what is said below. Until then nobody can read the example.")
        return
    if report.verdict is Verdict.CLOSED:
        yield _("Nothing more is done. It can be reopened only by taking it into review again.")
        return
    if report.public:
        yield from _for_published(report)
        return
    if report.state is ReviewState.LEAD:
        yield _("Ask the sender to tell the whole example in the form.")
        return
    if not report.handler:
        yield _(
            "One of you takes the example on, and says that it is not their own work or their "
            "own unit's."
        )
    if report.missing:
        yield _(
            "Fill in what you know, and ask the sender for the rest. It is waiting for an answer "
            "meanwhile, and that is said in the file."
        )
    if report.refused:
        yield ngettext(
            "{n} point in the checklist is answered no: mend the text, or decline the example.",
            "{n} points in the checklist are answered no: mend the text, or decline the example.",
            report.refused,
        ).format(n=report.refused)
    if report.unanswered:
        yield ngettext(
            "{n} point in the checklist waits for an answer.",
            "{n} points in the checklist wait for an answer.",
            report.unanswered,
        ).format(n=report.unanswered)
    yield from _approval(report)


def _after_a_hold() -> Iterator[str]:
    yield _("Take away what is marked below, or write it so that nobody can be recognised.")
    yield _(
        "Taking it away here does not take it out of the history. Tell the one who looks after "
        "the repository."
    )
    yield _("When the text has been saved again, this report is written anew.")


def _for_published(report: Report) -> Iterator[str]:
    if report.missing:
        yield _("Put right what is said below. Until then the page is not shown.")
    if report.missing and report.changes:
        yield _(
            "The text has changed, so the earlier approval no longer counts: two of you read it "
            "again."
        )
    if report.state is ReviewState.PAUSED:
        yield _("While the example is paused, its page shows nothing of the text.")
    else:
        yield _("When it is merged, the page is renewed at the next publication.")


def _approval(report: Report) -> Iterator[str]:
    if report.approvers:
        yield _("{names} has approved this very text. It can be merged.").format(
            names=", ".join(report.approvers)
        )
    elif report.handler:
        yield _(
            "Someone other than {name} reads the text as it stands, and approves it. A change "
            "after that means a new approval."
        ).format(name=report.handler)
    else:
        yield _("Then another of you reads the text as it stands, and approves it.")
