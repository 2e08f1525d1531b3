"""What the tool says in a pull request and in its commits: our words and ids alone."""

from __future__ import annotations

from collections.abc import Iterable

from exempelbank.conversations.marks import ANSWER, ASKED, VERSION, mark
from exempelbank.i18n import _, ngettext
from exempelbank.report.visible_text import escape_markdown
from exempelbank.review.slash_commands.answers import help_lines
from exempelbank.review.slash_commands.parsing import Command

Lines = tuple[str, ...]


def answer_body(to: str, version: str, says: Iterable[str]) -> str:
    """`to`: the id of a comment, or empty. `version`: the commit that has been read."""
    marks = (mark(ANSWER, to) if to else "") + mark(VERSION, version)
    return marks + "\n" + "\n".join(map(_as_markdown, says)) + "\n"


def _as_markdown(line: str) -> str:
    """A line that begins with "- " is an item; nothing else in it is a sign of anything."""
    item, text = ("- ", line[2:]) if line.startswith("- ") else ("", line)
    return f"{item}{escape_markdown(text)}" if item else f"{escape_markdown(text)}  "


def pause_body(asked: str) -> str:
    return mark(ASKED, asked) + "\n" + _("A reviewer has asked for this in a comment.") + "\n"


def commit_message(id: str, words: Iterable[str], comment: str) -> str:
    subject = _("{id}: {words}").format(id=id, words=" ".join(words))
    return f"{subject}\n\nexempelbank-asked: {comment}\n"


def merge_message(base: str) -> str:
    return _("Bring in {base}").format(base=base)


def pause_title(id: str) -> str:
    return _("{id}: pause").format(id=id)


# ---- Answers ----


def announcement(first: bool) -> Lines:
    if first:
        return (
            _("I have read the proposal as it stands now. You can review it here."),
            *help_lines(),
        )
    return (
        _("The text has been changed, and I have read it as it stands now."),
        _("An approval that was written before is asked for again."),
    )


def not_a_reviewer() -> Lines:
    return (
        _("Thank you! But only those who are listed as reviewers can do this here."),
        _("They stand in site_config/reviewers.yml, each with an account on this forge."),
    )


def was_edited() -> Lines:
    return (
        _("The comment has been edited, and then nobody can tell who wrote what. Nothing is done."),
        _("Write the word in a new comment."),
    )


def was_not_read() -> Lines:
    return (
        _("I had not read the proposal yet when you wrote this, so nothing is done."),
        _("Look at the text, and write the word again."),
    )


def of_an_earlier_text() -> Lines:
    return (
        _("The text has been changed since you wrote this, so nothing is done."),
        _("Read it as it stands now, and write the word again."),
    )


def in_no_contribution() -> Lines:
    return (
        _("There is no response here that words can be carried out on."),
        _("They work in a pull request of the project itself, with one example or trial note."),
    )


def in_conflict() -> Lines:
    return (
        _("The branch and what is published have changed the same thing, so nothing is done."),
        _("Join them first, in the forge or on a computer with the project. Then write it again."),
    )


def in_several(n: int) -> Lines:
    return (
        ngettext("{n} response stands here.", "{n} responses stand here.", n).format(n=n),
        _("Words work where there is one alone. Use the commands, or a pull request for each."),
    )


def done_already() -> Lines:
    return (_("This is done already."),)


def will_be_merged() -> Lines:
    return (_("When the gate has said yes, it is merged by itself where your rules allow it."),)


def only_pause() -> Lines:
    return (
        _("This pull request is closed. Here {word} can be written, and nothing else.").format(
            word=Command.PAUSE.label
        ),
    )


def will_be_paused() -> Lines:
    return (
        _("A pull request that pauses it is opened now."),
        _("When the gate has said yes, it is merged by itself where your rules allow it."),
    )
