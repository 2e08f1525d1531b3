"""A Report -> the text of a comment on a pull request.

Our words are Markdown. All others' words pass `escape_markdown`, within a line that we have begun,
so that they can't open a heading, tick a box, call anyone or end a quotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from exempelbank.i18n import _, ngettext
from exempelbank.model.labels import field_label
from exempelbank.problems import Problem
from exempelbank.report.findings import Finding
from exempelbank.report.plain_language import PlainLanguage
from exempelbank.report.report import ChecklistRow, FieldDiff, HistoryEntry, Report
from exempelbank.report.steps import next_steps, verdict_text
from exempelbank.report.visible_text import escape_markdown
from exempelbank.report.word_diff import DiffOp, DiffRun, shortened

LONGEST = 60_000  # characters; GitHub takes 65,536
_MOST = 12  # of each kind; the rest stands in the page
_LONGEST_CHANGE = 4_000
_TAGS = {DiffOp.REMOVED: "del", DiffOp.ADDED: "ins"}


def as_comment(reports: Iterable[Report], elsewhere: Sequence[Problem] = ()) -> str:
    """At most LONGEST characters; what does not fit is said to stand in the page. `elsewhere` is
    wrong in files that no report is about.
    """
    left = LONGEST - 1_000
    fitting: list[str] = []
    parts = (part for report in reports for part in _parts(report))
    for part in chain(_elsewhere(elsewhere), parts):
        if len(part) > left:
            fitting.append(
                _("*There is more than fits here. The whole report is in the attached page.*")
            )
            break
        fitting.append(part)
        left -= len(part) + 2
    return "\n\n".join(fitting or [_("No example has been changed here.")]) + "\n"


def _elsewhere(problems: Sequence[Problem]) -> Iterator[str]:
    if problems:
        yield f"## {_('The change as a whole')}\n\n{_problems(problems)}"


def _parts(report: Report) -> Iterator[str]:
    yield f"## {verdict_text(report)}"
    facts = [escape_markdown(report.id), escape_markdown(report.description)]
    if report.state:
        facts.append(report.state.label)
    title = escape_markdown(report.title.strip()) or _("Without a title")
    yield " · ".join((f"**{title}**", *facts))
    yield _part(_("What happens next"), _numbered(map(escape_markdown, next_steps(report))))
    if report.missing:
        yield _part(_("Missing before approval"), _problems(report.missing))
    if report.warnings:
        yield _part(_("Look at this too"), _problems(report.warnings))
    if report.language is None:
        return
    yield _part(_("People in the text"), _personal(report))
    if report.compared_with:
        yield _part(_("What has changed"), _compared_with(report))
        yield from (_field_diff(change) for change in report.changes)
    yield _part(_("Plain language"), _language(report.language))
    if report.duplicates:
        yield _part(_("Possible duplicates"), _listed(_duplicates(report)))
    if report.checklist:
        yield _part(_("Checklist"), "\n".join(map(_checklist_row, report.checklist)))
    if report.history:
        yield _part(_("Who has done what"), _history(report))


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
    field = escape_markdown(field_label(problem.location.label or problem.location.path))
    line = _(" (line {n})").format(n=problem.location.line) if problem.location.line else ""
    fix = f" {escape_markdown(problem.fix)}" if problem.fix else ""
    return f"**{field}**{line}: {escape_markdown(problem.says)}.{fix}"


def _problems(problems: Iterable[Problem]) -> str:
    return _listed([_problem(problem) for problem in problems])


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
    findings = [_finding(finding) for finding in language.findings]
    return f"{first}\n\n{_listed(findings)}" if findings else first


def _finding(finding: Finding) -> str:
    line = _(", line {n}").format(n=finding.location.line) if finding.location.line else ""
    again = f", {finding.again}" if finding.again else ""
    says = f"**{escape_markdown(finding.passage)}**{line}{again}: {escape_markdown(finding.says)}."
    if finding.fix:
        says += f" {escape_markdown(finding.fix)}"
    if quote := finding.quote:
        marked = f"<strong>{escape_markdown(quote.marked)}</strong>"
        says += f"\n  > ”{escape_markdown(quote.before)}{marked}{escape_markdown(quote.after)}”"
    return says


def _compared_with(report: Report) -> str:
    says = (
        _("Compared with {before}. Struck out is gone; underlined is new.")
        if report.changes
        else _("Not a word of what readers see differs from {before}.")
    )
    return says.format(before=escape_markdown(report.compared_with))


def _field_diff(diff: FieldDiff) -> str:
    text = "".join(_run(run) for run in shortened(diff.runs)).replace("</del><ins>", "</del> <ins>")
    if len(text) > _LONGEST_CHANGE:
        text = _("The change is too long to show here. It stands in the attached page.")
    return f"**{escape_markdown(diff.name)}**\n\n> ”{text}”"


def _run(run: DiffRun) -> str:
    text = escape_markdown(run.text)
    tag = _TAGS.get(run.op)
    return f"<{tag}>{text}</{tag}>" if tag else text


def _duplicates(report: Report) -> list[str]:
    return [
        _("**{percent} % alike**: {title} ({id}): {why}").format(
            percent=duplicate.percent,
            title=escape_markdown(duplicate.title),
            id=escape_markdown(duplicate.id),
            why=escape_markdown(", ".join(duplicate.reasons)),
        )
        for duplicate in report.duplicates
    ]


def _checklist_row(row: ChecklistRow) -> str:
    comment = f" ({escape_markdown(row.comment)})" if row.comment else ""
    return f"- {escape_markdown(row.label)}: **{row.answer_text}**{comment}"


def _history(report: Report) -> str:
    """The latest, when there are too many."""
    done = _listed([_history_entry(entry) for entry in report.history[-_MOST:]])
    return f"{done}\n\n{escape_markdown(report.approved)}" if report.approved else done


def _history_entry(entry: HistoryEntry) -> str:
    note = f": ”{escape_markdown(entry.note)}”" if entry.note else ""
    person, action = escape_markdown(entry.person), escape_markdown(entry.action)
    return f"{entry.at:%Y-%m-%d %H:%M} · {person} · {action}{note}"
