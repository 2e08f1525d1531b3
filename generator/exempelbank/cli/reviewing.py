"""What the review commands do, in the order they do it. Heavy imports wait until one is run."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from exempelbank.cli import print_lines, stop
from exempelbank.cli.desk import sit_down
from exempelbank.i18n import _

MOVES = {"pause": "paused", "withdraw": "withdrawn", "archive": "archived"}


def queue(chosen: argparse.Namespace, root: Path) -> int:
    from dataclasses import asdict

    from exempelbank.review.queue import load_queue

    desk = sit_down(root)
    waiting = load_queue(root, desk.settings, desk.today, desk.problems)
    if chosen.format == "json":
        print(
            json.dumps([asdict(one) for one in waiting], ensure_ascii=False, indent=2, default=str)
        )
    else:
        for state in dict.fromkeys(one.state for one in waiting):
            print_lines([state.label])
            for one in (one for one in waiting if one.state is state):
                days = _("{n} d").format(n=one.days) if one.days is not None else ""
                who = one.handler or "–"
                print_lines([f"  {one.id:<14} {days:>6}  {one.home:<18} {who:<16} {one.title}"])
        if not waiting:
            print_lines([_("Nothing waits for review.")])
    desk.end_if_wrong()
    return 0


def show(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.review.example_view import example_view

    desk = sit_down(root)
    print_lines(example_view(desk.example(chosen.id), desk.settings, desk.today))
    return 0


def handle(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.model.review import Handling
    from exempelbank.review.transitions import assign_handler, check_assignment

    desk = sit_down(root)
    stored = desk.example(chosen.id)
    check_assignment(stored, chosen.by, desk.settings, desk.problems)
    desk.end_if_wrong()
    handling = Handling(by=chosen.by, not_involved=chosen.not_involved)
    desk.write(assign_handler(stored, handling, desk.now))
    name = desk.settings.reviewers[chosen.by].name
    print(_("{name} handles {id}.").format(name=name, id=chosen.id))
    return 0


def checklist(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.model.submission import Submission
    from exempelbank.review.checklist import (
        answers_from,
        check_answering,
        unanswered_items,
        with_answers,
    )
    from exempelbank.review.repository import StoredRecord, log_entry, with_log
    from exempelbank.review.transitions import check_reviewer

    desk = sit_down(root)
    found = desk.example(chosen.id)
    if not isinstance(found.record, Submission):
        stop(_("{id} is published, and its checklist stayed with the review.").format(id=chosen.id))
    stored = StoredRecord(found.document, found.record)
    place = stored.document.location("review", "checklist")
    check_reviewer(place, chosen.by, desk.settings, desk.problems)
    answers = answers_from(chosen.answers, place, desk.settings, desk.problems)
    if answers:
        check_answering(stored, chosen.by, desk.settings, desk.problems)
    desk.end_if_wrong()
    if answers:
        document = with_answers(stored.document, answers)
        desk.write(with_log(document, log_entry(chosen.by, "checklist", desk.now)))
    given = {**stored.record.review.checklist, **answers}
    answered = stored.record.review.model_copy(update={"checklist": given})
    stored = StoredRecord(stored.document, stored.record.model_copy(update={"review": answered}))
    left = [f"  {problem.says}" for problem in unanswered_items(stored, desk.settings)]
    print_lines([_("Still to do:"), *left] if left else [_("The checklist is complete.")])
    return 0


def set_state(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.model.review import ReviewState
    from exempelbank.review.transitions import COMMAND_OF
    from exempelbank.text.normalization import nearest

    if chosen.state not in list(ReviewState):
        close = nearest(chosen.state, ReviewState)
        stop(
            _("There is no state called “{state}”.").format(state=chosen.state),
            _("Did you mean “{word}”?").format(word=close)
            if close
            else _("The states: {states}.").format(states=", ".join(ReviewState)),
        )
    if command := COMMAND_OF.get(ReviewState(chosen.state)):
        stop(
            _("That state has a command of its own."),
            f"exempelbank {command} {chosen.id} --help",
        )
    return _move(chosen.id, chosen.state, chosen.by, chosen.note, root)


def move(chosen: argparse.Namespace, root: Path) -> int:
    return _move(chosen.id, MOVES[chosen.becomes], chosen.by, chosen.reason, root)


def _move(id: str, state: str, by: str, note: str, root: Path) -> int:
    from exempelbank.model.review import ReviewState
    from exempelbank.review.transitions import Transition, apply_transition, check_transition

    desk = sit_down(root)
    stored = desk.example(id)
    transition = Transition(ReviewState(state), by, note)
    check_transition(stored, transition, desk.settings, desk.problems)
    desk.end_if_wrong()
    desk.write(apply_transition(stored, transition, desk.now))
    print(_("{id} is now “{state}”.").format(id=id, state=transition.next.label))
    return 0


def release(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.privacy.releases import stopped_in
    from exempelbank.review.release import ReleaseRequest, plan_release

    desk = sit_down(root)
    document, texts, before = desk.texts_of(chosen.file)
    request = ReleaseRequest(chosen.by, chosen.reason, desk.now)
    stopped = tuple(stopped_in(texts))
    new = plan_release(document, stopped, before, request, desk.settings, desk.problems)
    if new is None:
        desk.end()
    desk.end_if_wrong()
    desk.write(new)
    print_lines([_("Released, as the texts stand now:")])
    print_lines([f"  {place}" for place in dict.fromkeys(one.public.at() for one in stopped)])
    return 0


def approve(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.documents.images import hash_image_file
    from exempelbank.model.submission import Submission
    from exempelbank.review.approve import ApprovalRequest, plan_approval
    from exempelbank.review.repository import find_published, names_taken
    from exempelbank.transactions import carry_out

    desk = sit_down(root)
    stored = desk.example(chosen.id)
    request = ApprovalRequest(
        by=chosen.by,
        now=desk.now,
        not_involved=chosen.not_involved,
        handled_by=chosen.handled_by,
        leader=chosen.leader,
        note=chosen.note,
        slug=chosen.slug,
        what=chosen.what,
        image_hash=hash_image_file(root, image.file) if (image := stored.record.image) else None,
    )
    revised = None
    if isinstance(stored.record, Submission) and stored.record.revises:
        revised = find_published(root, stored.record.revises, desk.problems)
    change = plan_approval(
        stored, request, revised, names_taken(root), desk.settings, desk.problems
    )
    if change is None:
        desk.end()
    desk.end_if_wrong()
    carry_out(change, root)
    written = [_("  written: {path}").format(path=path) for path in change.write]
    taken = [_("  taken away: {path}").format(path=path) for path in change.remove]
    print_lines([_("{id} is approved.").format(id=chosen.id), *written, *taken])
    return 0
