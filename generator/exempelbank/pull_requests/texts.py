"""What is said in commits and pull requests: our words and ids, and nothing that a sender wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exempelbank.i18n import _, ngettext
from exempelbank.pull_requests.branches import BranchFile, ResponseBranch
from exempelbank.pull_requests.plan import BranchAct, PlannedBranch
from exempelbank.report.visible_text import escape_markdown
from exempelbank.rules.branch_names import PREFIX, is_id

MOST_NAMED = 100  # ids in one text
REPORT_MARK = "<!-- exempelbank:report -->"  # the same as in the workflows


def commit_message(branch: PlannedBranch) -> str:
    match branch.act, len(branch.ids):
        case BranchAct.ADD_COMMIT, 1:
            return _("Read in the changed answers to {id}").format(id=branch.ids[0])
        case BranchAct.ADD_COMMIT, n:
            subject = _("Read in changed answers to {n} responses").format(n=n)
        case _, 1:
            return _("Read in {id}").format(id=branch.ids[0])
        case _, n:
            subject = _("Read in {n} responses").format(n=n)
    return subject + "\n\n" + "\n".join(branch.ids)


def title_of(branch: ResponseBranch) -> str:
    new = [file for file in branch.files if file.is_new and not file.is_newer_answer]
    if len(new) > 1:
        n = len(new)
        return ngettext("{n} response to review", "{n} responses to review", n).format(n=n)
    if new:
        return _("{id}: to review").format(id=_id_of(new[0], branch))
    if branch.files:
        return _("{id}: changed answers to review").format(id=_id_of(branch.files[0], branch))
    return _("{branch}: to review").format(branch=branch.name)


def body_of(branch: ResponseBranch, guide: str, words: Sequence[str] = ()) -> str:
    """`guide`: the address of the guide, or empty. `words`: what one may write in a comment."""
    return "\n\n".join(_paragraphs(branch, guide, words)) + "\n"


def _paragraphs(branch: ResponseBranch, guide: str, words: Sequence[str]) -> Iterator[str]:
    yield _(
        "This came by a form, and was read in by the program. Nothing of it is on the site, and "
        "nothing will be before two reviewers have approved it."
    )
    yield _listed(branch)
    yield f"### {_('What happens next')}"
    yield "\n".join(f"{number}. {step}" for number, step in enumerate(_steps(), 1))
    if words:
        yield _as_markdown(words)
    if guide:
        yield _("All of it stands in the [guide]({url}).").format(url=guide)


def _as_markdown(lines: Sequence[str]) -> str:
    """A line that is no item of a list is a paragraph of its own."""
    return "\n".join(line if line.startswith("- ") else f"\n{line}\n" for line in lines).strip()


def _listed(branch: ResponseBranch) -> str:
    lines = [
        f"- {_what_it_is(file, branch)}: {escape_markdown(file.document.path)}"
        for file in branch.files[:MOST_NAMED]
    ]
    if (more := len(branch.files) - MOST_NAMED) > 0:
        lines.append("- " + ngettext("and {n} more", "and {n} more", more).format(n=more))
    return "\n".join(lines)


def _what_it_is(file: BranchFile, branch: ResponseBranch) -> str:
    if file.is_newer_answer:
        says = _("newer answers to {id}, beside the file that someone has edited")
    elif not file.is_new:
        says = _("changed answers to {id}")
    elif file.document.data.get("revises"):
        says = _("{id}, a new version of something that is published")
    else:
        says = _("{id}, new")
    return says.format(id=_id_of(file, branch))


def _steps() -> Iterator[str]:
    yield _("Read the file under the changed files, and the report that comes as a comment.")
    yield _("One of you who is not involved takes it on, edits the text and answers the checklist.")
    yield _("Another of you reads the text as it stands, and approves it.")


def _id_of(file: BranchFile, branch: ResponseBranch) -> str:
    """A published file has a name made of its title, which is the sender's; and what people name
    may be anything.
    """
    named_by_id = is_id(file.id) and not file.is_published
    return file.id if named_by_id else branch.name.removeprefix(PREFIX)


def newer_mark(answers_hash: str) -> str:
    """Of the comment that tells of these answers: it is written once."""
    return f"<!-- exempelbank:newer {answers_hash.rpartition(':')[2][:16]} -->"


def newer_comment(id: str, branch: str, answers_hash: str, form: str) -> str:
    """How to take what has come, beside what people have done. `form`: the name of its mapping; ""
    for our own form, which needs none.
    """
    by_mapping = f" --form {form}" if form else ""
    says = _(
        "The sender has changed the answers to {id} since. Someone has worked in this branch, so "
        "nothing has been written over. To choose what to take of them, on a computer with the "
        "project:"
    )
    return _with_commands(
        newer_mark(answers_hash),
        says.format(id=id),
        f"git fetch && git switch {branch}",
        f"exempelbank import {_('FILE')}{by_mapping} --only {id}",
        f"exempelbank take-newer {id} --by {_('REVIEWER')}",
        "git commit --all && git push",
    )


def withdrawn_mark(id: str) -> str:
    return f"<!-- exempelbank:no-consent {id} -->"


def withdrawn_comment(id: str, branch: str) -> str:
    says = _(
        "**Consent is no longer given for {id}.** It must not be published. Do this today, on a "
        "computer with the project, and push it:"
    )
    command = f"exempelbank withdraw {id} --by {_('REVIEWER')} --reason {_('TEXT')}"
    return _with_commands(
        withdrawn_mark(id), says.format(id=id), f"git fetch && git switch {branch}", command
    )


def _with_commands(mark: str, says: str, *commands: str) -> str:
    return "\n\n".join((mark, says, "\n".join(("```", *commands, "```")))) + "\n"
