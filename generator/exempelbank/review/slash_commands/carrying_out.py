"""One comment's slash commands, on a contribution as it stands -> files, and what to answer.

All of a comment is carried out, or nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from exempelbank.documents import Document
from exempelbank.files.disk import bytes_of
from exempelbank.i18n import _
from exempelbank.model.review import ReviewState
from exempelbank.model.submission import Published, UnderReview
from exempelbank.problems import Problem, Problems
from exempelbank.review.actions import (
    answer_checklist,
    approve,
    image_hash_of,
    left_to_answer,
    move,
    take_on,
)
from exempelbank.review.approve import ApprovalRequest
from exempelbank.review.repository import StoredContribution, find_contribution
from exempelbank.review.slash_commands.answers import (
    help_lines,
    misspelt,
    not_declared,
    not_handled,
    not_understood,
    without_text,
)
from exempelbank.review.slash_commands.checklist import answers_in
from exempelbank.review.slash_commands.parsing import (
    Command,
    SlashCommand,
    what_is_new,
    without_declaration,
)
from exempelbank.review.transitions import Transition
from exempelbank.settings import Settings
from exempelbank.transactions import Transaction

_MOVES = {
    Command.REQUEST_CHANGES: ReviewState.CHANGES_REQUESTED,
    Command.DECLINE: ReviewState.DECLINED,
    Command.PAUSE: ReviewState.PAUSED,
}


@dataclass(frozen=True, slots=True)
class Author:
    by: str  # a reviewer's id
    at: datetime  # when they wrote it, in the organisation's time zone: the log says so too


@dataclass(frozen=True, slots=True)
class CommandOutcome:
    says: tuple[str, ...]  # lines, in the order of the commands
    changed: tuple[str, ...] = ()  # paths; empty when nothing was done
    problems: tuple[Problem, ...] = ()  # why nothing was done


@dataclass(frozen=True, slots=True)
class _Context:
    root: Path
    author: Author
    settings: Settings
    problems: Problems


def carry_out_commands(
    commands: Iterable[SlashCommand], id: str, author: Author, root: Path, settings: Settings
) -> CommandOutcome:
    """`root`: a copy of the project that nobody else writes in; it holds the result afterwards."""
    context = _Context(root, author, settings, Problems())
    before: dict[str, bytes | None] = {}
    says: list[str] = []
    for command in commands:
        stored = find_contribution(root, id, context.problems, settings)
        if stored is None:
            break
        change = _plan(command, stored, context)
        if context.problems.errors:
            break
        for path in (*change.write, *change.remove):
            before.setdefault(path, _bytes_at(root / path))
        _write(change, root)
        says += _done(command, id, context)
    if context.problems.errors:
        _write_all(before, root)
        return CommandOutcome((), (), tuple(context.problems.errors))
    changed = tuple(path for path, raw in before.items() if _bytes_at(root / path) != raw)
    return CommandOutcome(tuple(says), changed)


def _plan(command: SlashCommand, stored: StoredContribution, context: _Context) -> Transaction:
    """Nothing, when there is nothing to do; or something is wrong."""
    match command.name:
        case None:
            context.problems.found.append(misspelt(stored, command.written))
        case Command.HANDLE:
            return _written(_take_on(command, stored, context))
        case Command.CHECKLIST:
            texts = answers_in(command.argument, context.settings)
            author = context.author
            return _written(
                answer_checklist(
                    stored, texts, author.by, author.at, context.settings, context.problems
                )
            )
        case Command.APPROVE | Command.LEADER:
            return _approve(command, stored, context) or Transaction()
        case Command.REQUEST_CHANGES | Command.DECLINE | Command.PAUSE:
            if not command.argument:
                context.problems.found.append(without_text(stored, command.name))
                return Transaction()
            return _written(_move(_MOVES[command.name], command.argument, stored, context))
        case Command.HELP:
            pass
    return Transaction()


def _take_on(
    command: SlashCommand, stored: StoredContribution, context: _Context
) -> Document | None:
    """What waited for its sender is under review again."""
    author = context.author
    if stored.record.review.state is ReviewState.CHANGES_REQUESTED:
        document = _move(ReviewState.IN_REVIEW, "", stored, context)
        stored = replace(stored, document=document) if document else stored
    return take_on(
        stored, author.by, command.declares, author.at, context.settings, context.problems
    )


def _move(
    state: ReviewState, note: str, stored: StoredContribution, context: _Context
) -> Document | None:
    transition = Transition(state, context.author.by, note)
    return move(stored, transition, context.author.at, context.settings, context.problems)


def _approve(
    command: SlashCommand, stored: StoredContribution, context: _Context
) -> Transaction | None:
    """By the writer; or, when the writer leads the group, by the handler with the writer's note."""
    record, writer = stored.record, context.author.by
    handled = record.review.handled if isinstance(record, UnderReview) else None
    rest = without_declaration(command.argument)
    if handled is None:
        context.problems.found.append(not_handled(stored))
    elif command.name is Command.APPROVE and rest is None:
        context.problems.found.append(not_declared(stored, writer, context.settings))
    elif command.name is Command.LEADER and not command.argument:
        context.problems.found.append(without_text(stored, Command.LEADER))
    elif (what := what_is_new(rest or "")) is None:
        context.problems.found.append(not_understood(stored, rest or ""))
    if context.problems.errors or handled is None:
        return None
    if command.name is Command.LEADER:
        request = ApprovalRequest(
            by=handled.by, now=context.author.at, leader=writer, note=command.argument
        )
    else:
        request = ApprovalRequest(
            by=writer,
            now=context.author.at,
            not_involved=True,
            what=what or "",
        )
    request = replace(request, image_hash=image_hash_of(context.root, stored))
    return approve(context.root, stored, request, context.settings, context.problems)


def _done(command: SlashCommand, id: str, context: _Context) -> tuple[str, ...]:
    """What is so now, as the commands say it."""
    stored = find_contribution(context.root, id, Problems(), context.settings)
    if command.name is Command.HELP or stored is None:
        return help_lines()
    if command.name is Command.HANDLE:
        name = context.settings.reviewers[context.author.by].name
        return (_("{name} handles {id}.").format(name=name, id=id),)
    if command.name is Command.CHECKLIST:
        return _left_to_answer(stored, context.settings)
    state = stored.record.review.state
    if isinstance(stored.record, Published) and state is ReviewState.APPROVED:
        return (_("{id} is approved.").format(id=id),)
    return (_("{id} is now “{state}”.").format(id=id, state=state.label),)


def _left_to_answer(stored: StoredContribution, settings: Settings) -> tuple[str, ...]:
    left = tuple(f"- {problem.says}" for problem in left_to_answer(stored, settings))
    return (_("Still to do:"), *left) if left else (_("The checklist is complete."),)


def _written(document: Document | None) -> Transaction:
    return Transaction({document.path: document.text}) if document else Transaction()


# ---- The copy ----


def _write(change: Transaction, root: Path) -> None:
    written = {path: bytes_of(text) for path, text in change.write.items()}
    _write_all({**written, **dict.fromkeys(change.remove)}, root)


def _write_all(files: dict[str, bytes | None], root: Path) -> None:
    for path, raw in files.items():
        if raw is None:
            (root / path).unlink(missing_ok=True)
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(raw)


def _bytes_at(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
