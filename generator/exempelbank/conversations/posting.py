"""What has been decided -> commits in the branch, answers, and the merge when it may be.

It reads nothing that a stranger has written. Every step may be taken again: what was cut short is
found in the log of the record, and answered by the next run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exempelbank.conversations.answer_plan import AnswerPlan
from exempelbank.conversations.texts import answer_body, merge_message, pause_body
from exempelbank.exceptions import ForgeRefused, GitError
from exempelbank.forge.protocol import GATE, Forge
from exempelbank.forge.types import StatusState
from exempelbank.git.objects import Git
from exempelbank.git.remote import Remote
from exempelbank.git.writing import NewCommit, Signature, write_commits, write_merge
from exempelbank.i18n import _
from exempelbank.pull_requests.labels import state_labels, with_states


@dataclass(frozen=True)
class Poster:
    forge: Forge
    git: Git
    remote: Remote
    main: str  # the name of the base's branch
    by: Signature  # of the tool's own commits

    def post(self, plan: AnswerPlan) -> Iterator[str]:
        """Lines that tell what has been done, by numbers alone. Raises ForgeError and GitError."""
        from_branch = self.main if plan.opens else plan.branch
        if plan.commits and self.remote.fetch(from_branch).get(from_branch) != plan.parent:
            yield _("{branch} has moved since it was read; the next run takes it.").format(
                branch=from_branch
            )
            return
        head = self._push(plan)
        if plan.commits:
            yield _("{n} commits in {branch}").format(n=len(plan.commits), branch=plan.branch)
        if plan.opens:
            yield self._open(plan)
        for answer in plan.answers:
            says = answer_body(answer.to, head, answer.says)
            self.forge.add_comment(plan.number, says)
            yield _("answered {comment}").format(comment=answer.to or f"#{plan.number}")
        self._label(plan)
        if plan.is_decided:
            yield self._bring_up_to_date(plan) if plan.is_behind else self._merge(plan)

    def _push(self, plan: AnswerPlan) -> str:
        """The newest commit afterwards."""
        head = plan.parent
        for planned in plan.commits:
            files = {
                path: None if text is None else text.encode()
                for path, text in planned.files.items()
            }
            (head,) = write_commits(self.git, [NewCommit((head,), files, planned.message)], self.by)
        refused = self.remote.push({plan.branch: head}) if plan.commits else {}
        if refused and not plan.opens:
            raise GitError(
                _("{branch} did not take the commits: someone was there before.").format(
                    branch=plan.branch
                ),
                _("The next run reads it anew."),
            )
        return head  # a branch that an earlier run has made holds the same pause

    def _open(self, plan: AnswerPlan) -> str:
        known = self.forge.pull_requests(head=plan.branch)
        pull = (
            known[0]
            if known
            else self.forge.open_pull_request(
                plan.branch, self.main, plan.opens, pause_body(plan.asked)
            )
        )
        return _("opened #{number}").format(number=pull.number)

    def _label(self, plan: AnswerPlan) -> None:
        """Of the state that it has come to; what people have put there stays."""
        labels = self.forge.pull_request(plan.number).labels if plan.states else ()
        wanted = with_states(labels, plan.states)
        if sorted(wanted) != sorted(labels):
            self.forge.ensure_labels(state_labels(plan.states))
            self.forge.set_labels(plan.number, wanted)

    def _bring_up_to_date(self, plan: AnswerPlan) -> str:
        """With the base as it is now, so that the gate judges what would come of it."""
        heads = self.remote.fetch(self.main, plan.branch)
        if heads.get(plan.branch) != plan.parent:
            return _("{branch} has moved since it was read; the next run takes it.").format(
                branch=plan.branch
            )
        message = merge_message(self.main)
        commit = write_merge(self.git, plan.parent, heads[self.main], message, self.by)
        self.remote.push({plan.branch: commit})
        return _("brought {branch} up to date").format(branch=plan.branch)

    def _merge(self, plan: AnswerPlan) -> str:
        """By the forge's rules, and never before the gate has said yes."""
        gate = [one for one in self.forge.statuses(plan.parent) if one.context == GATE]
        if not gate or gate[0].state is not StatusState.SUCCESS:
            return _("waits for the gate")
        try:
            self.forge.merge(plan.number, plan.parent)
        except ForgeRefused as why:
            return str(why)
        return _("merged #{number}").format(number=plan.number)
