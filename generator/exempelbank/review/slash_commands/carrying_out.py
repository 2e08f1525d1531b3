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
from exempelbank.model.submission import UnderReview
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
    request = (
        _request_of_leader(command, stored, context)
        if command.name is Command.LEADER
        else _request_of_second(command, stored, context)
    )
    if request is None:
        return None
    request = replace(request, image_hash=image_hash_of(context.root, stored))
    return approve(context.root, stored, request, context.settings, context.problems)


def _request_of_second(
    command: SlashCommand, stored: StoredContribution, context: _Context
) -> ApprovalRequest | None:
    """The writer approves what somebody else has handled."""
    by, found = context.author.by, context.problems.found
    rest = without_declaration(command.argument)
    what = what_is_new(rest) if rest is not None else None
    if _handler_of(stored) is None:
        found.append(not_handled(stored))
    elif rest is None:
        found.append(not_declared(stored, by, context.settings))
    elif what is None:
        found.append(not_understood(stored, rest))
    else:
        return ApprovalRequest(by=by, now=context.author.at, not_involved=True, what=what)
    return None


def _request_of_leader(
    command: SlashCommand, stored: StoredContribution, context: _Context
) -> ApprovalRequest | None:
    """The handler approves, and the writer's note stands for the second pair of eyes."""
    handler, leader = _handler_of(stored), context.author.by
    if handler is None:
        context.problems.found.append(not_handled(stored))
    elif not command.argument:
        context.problems.found.append(without_text(stored, Command.LEADER))
    else:
        return ApprovalRequest(
            by=handler, now=context.author.at, leader=leader, note=command.argument
        )
    return None


def _handler_of(stored: StoredContribution) -> str | None:
    handled = stored.record.review.handled if isinstance(stored.record, UnderReview) else None
    return handled.by if handled else None


def _done(command: SlashCommand, id: str, context: _Context) -> tuple[str, ...]:
    """What is so now, as the commands say it."""
    if command.name is Command.HELP:
        return help_lines()
    if command.name in (Command.APPROVE, Command.LEADER):
        return (_("{id} is approved.").format(id=id),)
    if command.name is Command.HANDLE:
        name = context.settings.reviewers[context.author.by].name
        return (_("{name} handles {id}.").format(name=name, id=id),)
    stored = find_contribution(context.root, id, context.problems, context.settings)
    if stored is None:
        return ()
    if command.name is Command.CHECKLIST:
        return _left_to_answer(stored, context.settings)
    state = stored.record.review.state.label
    return (_("{id} is now “{state}”.").format(id=id, state=state),)


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
