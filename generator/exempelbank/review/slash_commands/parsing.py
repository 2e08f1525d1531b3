"""The text of a comment -> the slash commands in it: `/granska inte-inblandad`, in any language.

A command stands first on a line of its own. In a quotation, in code and in what is hidden there is
none, so nobody can put one in another's mouth by being quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from exempelbank import i18n
from exempelbank.i18n import N_, kept_while_spoken, pgettext
from exempelbank.text.normalization import composed, nearest, normalised, slug_from

CONTEXT = "slash command"
MOST_COMMANDS = 20  # in one comment; the rest is not read


class Command(StrEnum):
    HANDLE = "handle"
    CHECKLIST = "checklist"
    REQUEST_CHANGES = "request-changes"
    APPROVE = "approve"
    LEADER = "leader"
    DECLINE = "decline"
    PAUSE = "pause"
    HELP = "help"

    @property
    def label(self) -> str:
        """As it is written in the language in use: "/granska"."""
        return "/" + pgettext(CONTEXT, _NAMES[self])


_NAMES = {
    Command.HANDLE: N_("slash command", "handle"),
    Command.CHECKLIST: N_("slash command", "checklist"),
    Command.REQUEST_CHANGES: N_("slash command", "request-changes"),
    Command.APPROVE: N_("slash command", "approve"),
    Command.LEADER: N_("slash command", "leader"),
    Command.DECLINE: N_("slash command", "decline"),
    Command.PAUSE: N_("slash command", "pause"),
    Command.HELP: N_("slash command", "help"),
}
_DECLARATION = N_("slash command", "not-involved")
_WHAT_IS_NEW = N_("slash command", "new")
_TAKES_TEXT = {Command.REQUEST_CHANGES, Command.LEADER, Command.DECLINE, Command.PAUSE}

_LINE_END = re.compile(r"\r\n?|\n")  # as forges see them: nothing else ends a quotation
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_QUOTE = re.compile(r" {0,3}>")
_COMMAND = re.compile(r"/([^\W\d_][\w-]*)(?:\s+(.*))?")
_TWO_WORDS = re.compile(r"(\w+)[-\s](\w+)\b[\s,.;:]*(.*)", re.DOTALL)
_HIDING_TAGS = ("pre", "blockquote", "details", "script", "style", "textarea")
_HIDING = (("<!--", "-->"), *((f"<{tag}", f"</{tag}") for tag in _HIDING_TAGS))


@dataclass(frozen=True, slots=True)
class SlashCommand:
    name: Command | None  # None: it looks like one of ours, and is misspelt
    argument: str = ""  # what follows; of one that takes a text, up to an empty line
    written: str = ""  # its name as it was written

    @property
    def declares(self) -> bool:
        """Does it begin by saying that the writer is not involved?"""
        return without_declaration(self.argument) is not None

    @property
    def what_is_new(self) -> str:
        """What an approval says to readers of a new version."""
        return what_is_new(without_declaration(self.argument) or "") or ""

    @property
    def takes_on(self) -> bool:
        return self.name is Command.HANDLE

    @property
    def approves(self) -> bool:
        """With all that makes it an approval: the declaration, and nothing that is not understood;
        or the leader's reason.
        """
        if self.name is Command.LEADER:
            return bool(self.argument)
        rest = without_declaration(self.argument)
        return self.name is Command.APPROVE and rest is not None and what_is_new(rest) is not None

    @property
    def objects(self) -> bool:
        """Does the writer no longer want it published as it stands?"""
        return self.name in (Command.REQUEST_CHANGES, Command.DECLINE, Command.PAUSE)


def declaration() -> str:
    """In the language in use: "inte-inblandad"."""
    return pgettext(CONTEXT, _DECLARATION)


def holds_declaration(text: str) -> bool:
    """Is it said anywhere in what the writer's own lines say?"""
    lines = [f"-{slug_from(line)}-" for line in _own_lines(composed(text))]
    return any(f"-{said}-" in line for line in lines for said in _in_every_language(_DECLARATION))


def what_is_new_label() -> str:
    return pgettext(CONTEXT, _WHAT_IS_NEW)


def without_declaration(text: str) -> str | None:
    """What follows "inte-inblandad", also when it is two words; None when it is not there."""
    match = _TWO_WORDS.fullmatch(text)
    if match is None or slug_from(f"{match.group(1)} {match.group(2)}") not in _in_every_language(
        _DECLARATION
    ):
        return None
    return match.group(3)


def what_is_new(rest: str) -> str | None:
    """What follows "nytt:" after the declaration, for readers; None when it is something else."""
    called, colon, text = rest.partition(":")
    if not rest or (colon and slug_from(called) in _in_every_language(_WHAT_IS_NEW)):
        return text.strip()
    return None


def commands_in(text: str) -> tuple[SlashCommand, ...]:
    """In the order they stand there."""
    lines = list(_own_lines(composed(text)))
    found = []
    for at, line in enumerate(lines):
        match = _COMMAND.fullmatch(line.rstrip())
        if not match or (command := _command_from(*match.groups(default=""))) is None:
            continue
        if command.name in _TAKES_TEXT:
            whole = " ".join([command.argument, *_continued(lines[at + 1 :])])
            command = SlashCommand(command.name, normalised(whole), command.written)
        found.append(command)
    return tuple(found[:MOST_COMMANDS])


def _command_from(name: str, argument: str) -> SlashCommand | None:
    known = _by_name()
    slug = slug_from(name)
    if slug in known:
        return SlashCommand(known[slug], normalised(argument), f"/{name}")
    return SlashCommand(None, "", f"/{name}") if nearest(slug, known) else None


def _continued(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if not line.strip() or line.startswith("/"):
            return
        yield line


def _own_lines(text: str) -> Iterator[str]:
    """Those that are neither quoted, code nor hidden; an empty line for each that is."""
    fence = hidden = ""
    quoted = False
    for line in _LINE_END.split(text):
        if fence:
            is_end = re.fullmatch(rf" {{0,3}}{fence}{fence[0]}*[ \t]*", line)
            fence = "" if is_end else fence
            yield ""
        elif hidden:
            hidden = "" if hidden in line.casefold() else hidden
            yield ""
        elif opened := _FENCE.match(line):
            fence, quoted = opened.group(1), False
            yield ""
        elif what := _hides_from(line):
            hidden = what
            yield ""
        elif not line.strip(" \t"):
            quoted = False
            yield ""
        elif quoted or _QUOTE.match(line):  # what follows a quotation without a pause is part of it
            quoted = True
            yield ""
        else:
            yield line


def _hides_from(line: str) -> str:
    """What must come before something is seen as it is again; empty when nothing is hidden."""
    for opens, closes in _HIDING:
        _before, is_there, after = line.casefold().rpartition(opens)
        if is_there and closes not in after:
            return closes
    return ""


@kept_while_spoken
def _by_name() -> Mapping[str, Command]:
    """By their names in every language we speak, also without dots over letters."""
    return {
        slug_from(wording): command
        for command, name in _NAMES.items()
        for wording in i18n.wordings(CONTEXT, name)
    }


@kept_while_spoken
def _in_every_language(message: str) -> frozenset[str]:
    return frozenset(slug_from(wording) for wording in i18n.wordings(CONTEXT, message))
