"""What the review commands do, in the order they do it. Heavy imports wait until one is run."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from exempelbank.cli import print_lines, stop
from exempelbank.cli.output import when_the_site_changes
from exempelbank.cli.review_context import ReviewContext
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.model.review import ReviewState
    from exempelbank.review.queue import QueueEntry

MOVES = {"pause": "paused", "archive": "archived"}


def queue(chosen: argparse.Namespace, root: Path) -> int:
    from dataclasses import asdict

    from exempelbank.review.queue import load_queue

    context = ReviewContext.open(root)
    waiting = load_queue(root, context.settings, context.today, context.problems)
    if chosen.format == "json":
        print(
            json.dumps([asdict(row) for row in waiting], ensure_ascii=False, indent=2, default=str)
        )
    else:
        for group in dict.fromkeys(row.group for row in waiting):
            print_lines([group.label])
            for row in (row for row in waiting if row.group is group):
                print_lines(_queue_lines(row))
        if not waiting:
            print_lines([_("Nothing waits for review.")])
    context.fail_on_errors()
    return 0


def _queue_lines(row: QueueEntry) -> list[str]:
    days = _("{n} d").format(n=row.days) if row.days is not None else ""
    return [
        f"  {row.id:<14} {days:>6}  {row.home:<18} {row.title}",
        *(f"{' ' * 25}{says}" for says in (row.waits_for, *row.remarks)),
    ]


def show(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.correspondence.receiver import all_contributions, where_it_came_in
    from exempelbank.files.paths import NEWER
    from exempelbank.model.review import ReviewState
    from exempelbank.review.example_view import example_view
    from exempelbank.review.queue import newer_remark

    context = ReviewContext.open(root)
    stored = context.example(chosen.id)
    print_lines(example_view(stored, context.settings, context.today))
    if stored.record.review.state is ReviewState.LEAD:
        came_in = where_it_came_in(stored, all_contributions(root), context.settings)
        print_lines(["", _("Who told of it"), *(f"  {line}" for line in came_in)])
    if (root / NEWER / f"{stored.record.id}.md").exists():
        print_lines(["", newer_remark(stored.record.id)])
    return 0


def handle(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.review.actions import declaration_left, take_on
    from exempelbank.review.transitions import with_follow_up

    context = ReviewContext.open(root)
    stored, by = context.example(chosen.id), context.reviewer(chosen.by)
    follow_up = context.follow_up(chosen.follow_up)
    document = take_on(
        stored, by, chosen.not_involved, context.now, context.settings, context.problems
    )
    if document is None:
        context.fail()
    context.fail_on_errors()
    if follow_up:
        document = with_follow_up(document, follow_up, by, context.now, chosen.note)
    context.write(document)
    name = context.settings.reviewers[by].name
    print(_("{name} handles {id}.").format(name=name, id=chosen.id))
    if left := declaration_left(context.example(chosen.id), context.settings):
        print(left)
    if follow_up:
        print(_("The queue tells on {day} that it is time.").format(day=follow_up))
    return 0


def checklist(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.review.actions import answer_checklist, declaration_left, left_to_answer

    context = ReviewContext.open(root)
    stored = context.example(chosen.id)
    document = answer_checklist(
        stored,
        chosen.answers,
        context.reviewer(chosen.by),
        context.now,
        context.settings,
        context.problems,
    )
    if context.problems.errors:
        says = _("Nothing was saved, of the other answers neither. Give them all once more.")
        stop("\n".join([*map(str, context.problems), says]))
    context.fail_on_errors()
    if document is not None:
        context.write(document)
        stored = context.example(chosen.id)
    left = [f"  {problem.says}" for problem in left_to_answer(stored, context.settings)]
    print_lines([_("Still to do:"), *left] if left else [_("The checklist is complete.")])
    if undeclared := declaration_left(stored, context.settings):
        print(undeclared)
    return 0


def set_state(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.model.review import ReviewState, states_by_wording
    from exempelbank.review.transitions import COMMAND_OF
    from exempelbank.text.choices import choices_text
    from exempelbank.text.normalization import comparable

    by_id = {state.value: state for state in ReviewState}
    word = comparable(chosen.state)
    state = states_by_wording().get(word) or by_id.get(word)
    if state is None:
        stop(
            _("There is no state called “{state}”.").format(state=chosen.state),
            choices_text(chosen.state, (each.label for each in ReviewState)),
        )
    if command := COMMAND_OF.get(state):
        stop(
            _("That state has a command of its own."),
            f"exempelbank {command} {chosen.id} --help",
        )
    return _move(chosen.id, state, chosen.by, chosen.note, root)


def move(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.model.review import ReviewState

    return _move(chosen.id, ReviewState(MOVES[chosen.becomes]), chosen.by, chosen.reason, root)


def _move(id: str, state: ReviewState, by: str, note: str, root: Path) -> int:
    from exempelbank.model.submission import Published
    from exempelbank.review import actions
    from exempelbank.review.transitions import Transition

    context = ReviewContext.open(root)
    stored = context.example(id)
    transition = Transition(state, context.reviewer(by), note)
    document = actions.move(stored, transition, context.now, context.settings, context.problems)
    if document is None:
        context.fail()
    context.fail_on_errors()
    context.write(document)
    print(_("{id} is now “{state}”.").format(id=id, state=transition.next.label))
    if isinstance(stored.record, Published):
        print(when_the_site_changes(root))
    return 0


def release(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.privacy.releases import releasable_findings_in
    from exempelbank.review.release import ReleaseRequest, plan_release

    context = ReviewContext.open(root)
    document, texts, before = context.texts_of(chosen.file)
    request = ReleaseRequest(context.reviewer(chosen.by), chosen.reason, context.now)
    findings = tuple(releasable_findings_in(texts))
    new = plan_release(document, findings, before, request, context.settings, context.problems)
    if new is None:
        context.fail()
    context.fail_on_errors()
    context.write(new)
    print_lines([_("Released, as the texts stand now:")])
    locations = dict.fromkeys(finding.text.at() for finding in findings)
    print_lines([f"  {location}" for location in locations])
    return 0


def approve(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.files.paths import APPROVED
    from exempelbank.git.committed import uncommitted
    from exempelbank.model.content import NewsItem
    from exempelbank.model.submission import UnderReview
    from exempelbank.review import actions
    from exempelbank.review.approve import ApprovalRequest
    from exempelbank.transactions import carry_out

    context = ReviewContext.open(root)
    stored = context.example(chosen.id)
    request = ApprovalRequest(
        by=context.reviewer(chosen.by),
        now=context.now,
        not_involved=chosen.not_involved,
        handled_by=context.reviewer(chosen.handled_by),
        leader=context.reviewer(chosen.leader),
        note=chosen.note,
        slug=chosen.slug,
        what=chosen.what,
        image_hash=actions.image_hash_of(root, stored),
        keeps_submission=isinstance(stored.record, UnderReview)
        and bool(uncommitted(root, [stored.document.path])),
    )
    change = actions.approve(root, stored, request, context.settings, context.problems)
    if change is None:
        context.fail()
    context.fail_on_errors()
    carry_out(change, root)
    written = [_("  written: {path}").format(path=path) for path in change.write]
    taken = [_("  taken away: {path}").format(path=path) for path in change.remove]
    print_lines([_("{id} is approved.").format(id=chosen.id), *written, *taken])
    if request.keeps_submission:
        print(
            _(
                "The submission was not saved in git, so the checklist, the attestations and the "
                "first wording stand in {folder} alone. Keep the file."
            ).format(folder=APPROVED)
        )
    if any(path.startswith(f"{NewsItem.folder}/") for path in change.write):
        print(_("The news is a draft. Read it, change what you like, and let it out:"))
        print(f"    exempelbank publish-news {chosen.id} --by {_('REVIEWER')}")
    print(when_the_site_changes(root))
    return 0


def publish_news(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.problems import Location
    from exempelbank.review.news import find_news_draft, published_news
    from exempelbank.review.transitions import check_reviewer

    context = ReviewContext.open(root)
    stored = find_news_draft(root, chosen.name, context.problems, context.settings)
    if stored is None:
        context.fail()
    place, by = Location(stored.document.path), context.reviewer(chosen.by)
    check_reviewer(place, by, context.settings, context.problems)
    document = published_news(stored, context.today, context.settings, context.problems)
    context.fail_on_errors()
    context.write(document)
    print(_("{path} is no longer a draft.").format(path=document.path))
    print(when_the_site_changes(root))
    return 0
