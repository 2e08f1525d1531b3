"""A Report -> the text of a comment on a pull request.

Our words are Markdown. All others' words pass `as_markdown`, within a line that we have begun, so
that they can't open a heading, tick a box, call anyone or end a quotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from exempelbank.i18n import _, ngettext
from exempelbank.model.labels import field_label
from exempelbank.problems import Problem
from exempelbank.report.findings import Finding
from exempelbank.report.klarsprak import PlainLanguage
from exempelbank.report.report import Change, CheckRow, Deed, Report
from exempelbank.report.shown import as_markdown
from exempelbank.report.steps import next_steps, verdict_of
from exempelbank.report.words import Fate, Run, shortened

LONGEST = 60_000  # characters; GitHub takes 65,536
_MOST = 12  # of each kind; the rest stands in the page
_LONGEST_CHANGE = 4_000
_MARKS = {Fate.GONE: "del", Fate.ADDED: "ins"}


def as_comment(reports: Iterable[Report], the_rest: Sequence[Problem] = ()) -> str:
    """At most LONGEST characters; what does not fit is said to stand in the page. `the_rest` is
    wrong in files that no report is about.
    """
    left = LONGEST - 1_000
    kept: list[str] = []
    parts = (part for report in reports for part in _parts(report))
    for part in chain(_whole(the_rest), parts):
        if len(part) > left:
            kept.append(
                _("*There is more than fits here. The whole report is in the attached page.*")
            )
            break
        kept.append(part)
        left -= len(part) + 2
    return "\n\n".join(kept or [_("No example has been changed here.")]) + "\n"


def _whole(the_rest: Sequence[Problem]) -> Iterator[str]:
    if the_rest:
        yield f"## {_('The change as a whole')}\n\n{_listed([_problem(one) for one in the_rest])}"


def _parts(report: Report) -> Iterator[str]:
    yield f"## {verdict_of(report)}"
    facts = [as_markdown(report.id), as_markdown(report.what)]
    if report.state:
        facts.append(report.state.label)
    title = as_markdown(report.title.strip()) or _("Without a title")
    yield " · ".join((f"**{title}**", *facts))
    yield _part(_("What happens next"), _numbered(map(as_markdown, next_steps(report))))
    if report.missing:
        yield _part(
            _("Missing before approval"), _listed([_problem(one) for one in report.missing])
        )
    if report.advice:
        yield _part(_("Look at this too"), _listed([_problem(one) for one in report.advice]))
    if report.language is None:
        return
    yield _part(_("People in the text"), _personal(report))
    if report.before:
        yield _part(_("What has changed"), _compared_with(report))
        yield from (_change(change) for change in report.changes)
    yield _part(_("Plain language"), _language(report.language))
    if report.likenesses:
        yield _part(_("Possible duplicates"), _listed(_likenesses(report)))
    if report.checklist:
        yield _part(_("Checklist"), "\n".join(map(_check, report.checklist)))
    if report.deeds:
        yield _part(_("Who has done what"), _deeds(report))


def _part(title: str, text: str) -> str:
    return f"### {title}\n\n{text}"


def _listed(items: Sequence[str]) -> str:
    lines = [f"- {item}" for item in items[:_MOST]]
    if (more := len(items) - _MOST) > 0:
        lines.append("- " + ngettext("and {n} more", "and {n} more", more).format(n=more))
    return "\n".join(lines)


def _numbered(items: Iterable[str]) -> str:
    return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))


def _problem(problem: Problem) -> str:
    where = as_markdown(field_label(problem.location.label or problem.location.path))
    line = _(" (line {n})").format(n=problem.location.line) if problem.location.line else ""
    fix = f" {as_markdown(problem.fix)}" if problem.fix else ""
    return f"**{where}**{line}: {as_markdown(problem.says)}.{fix}"


def _personal(report: Report) -> str:
    if not report.personal:
        return _("Nothing was found. Only a person can tell whether someone can be recognised.")
    return _listed([_finding(finding) for finding in report.personal])


def _language(language: PlainLanguage) -> str:
    readability = language.readability
    first = _("LIX {lix}: {ease}. {words} words in {sentences} sentences.").format(
        lix=readability.lix,
        ease=language.ease,
        words=readability.words,
        sentences=readability.sentences,
    )
    found = [_finding(finding) for finding in language.findings]
    return f"{first}\n\n{_listed(found)}" if found else first


def _finding(finding: Finding) -> str:
    line = _(", line {n}").format(n=finding.location.line) if finding.location.line else ""
    again = f", {finding.again}" if finding.again else ""
    says = f"**{as_markdown(finding.where)}**{line}{again}: {as_markdown(finding.says)}."
    if finding.fix:
        says += f" {as_markdown(finding.fix)}"
    if quote := finding.quote:
        marked = f"<strong>{as_markdown(quote.marked)}</strong>"
        says += f"\n  > ”{as_markdown(quote.before)}{marked}{as_markdown(quote.after)}”"
    return says


def _compared_with(report: Report) -> str:
    says = (
        _("Compared with {before}. Struck out is gone; underlined is new.")
        if report.changes
        else _("Not a word of what readers see differs from {before}.")
    )
    return says.format(before=as_markdown(report.before))


def _change(change: Change) -> str:
    text = "".join(_run(run) for run in shortened(change.runs)).replace(
        "</del><ins>", "</del> <ins>"
    )
    if len(text) > _LONGEST_CHANGE:
        text = _("The change is too long to show here. It stands in the attached page.")
    return f"**{as_markdown(change.name)}**\n\n> ”{text}”"


def _run(run: Run) -> str:
    text = as_markdown(run.text)
    mark = _MARKS.get(run.fate)
    return f"<{mark}>{text}</{mark}>" if mark else text


def _likenesses(report: Report) -> list[str]:
    return [
        _("**{percent} % alike**: {title} ({id}): {why}").format(
            percent=one.percent,
            title=as_markdown(one.title),
            id=as_markdown(one.id),
            why=as_markdown(", ".join(one.reasons)),
        )
        for one in report.likenesses
    ]


def _check(row: CheckRow) -> str:
    comment = f" ({as_markdown(row.comment)})" if row.comment else ""
    return f"- {as_markdown(row.label)}: **{row.word}**{comment}"


def _deeds(report: Report) -> str:
    """The latest, when there are too many."""
    done = _listed([_deed(deed) for deed in report.deeds[-_MOST:]])
    return f"{done}\n\n{as_markdown(report.approved)}" if report.approved else done


def _deed(deed: Deed) -> str:
    note = f": ”{as_markdown(deed.note)}”" if deed.note else ""
    return f"{deed.at:%Y-%m-%d %H:%M} · {as_markdown(deed.who)} · {as_markdown(deed.did)}{note}"
