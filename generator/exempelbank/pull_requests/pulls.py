"""The pull requests of the branches, each looked up once. Every call may raise ForgeError."""

from __future__ import annotations

from functools import cached_property

from exempelbank.exceptions import ForgeRefused
from exempelbank.forge.protocol import Forge
from exempelbank.forge.types import PullRequest, PullRequestState
from exempelbank.pull_requests.branches import ResponseBranch
from exempelbank.pull_requests.texts import title_of


class PullRequests:
    """Those that would land on `base`."""

    def __init__(self, forge: Forge, base: str) -> None:
        self.forge, self._base = forge, base
        self._newest: dict[str, PullRequest | None] = {}

    def of(self, branch: str) -> PullRequest | None:
        """The open one, or else the newest that was."""
        if branch in self._open:
            return self._open[branch]
        if branch not in self._newest:
            found = self.forge.pull_requests(head=branch)
            self._newest[branch] = next((pull for pull in found if self._counts(pull)), None)
        return self._newest[branch]

    def open(self, branch: ResponseBranch, body: str) -> PullRequest:
        """Someone else may have been faster: then it is found."""
        try:
            pull = self.forge.open_pull_request(branch.name, self._base, title_of(branch), body)
        except ForgeRefused:
            open_now = self.forge.pull_requests(PullRequestState.OPEN, branch.name)
            found = [pull for pull in open_now if self._counts(pull)]
            if not found:
                raise
            pull = found[0]
        self._open[branch.name] = pull
        return pull

    @cached_property
    def _open(self) -> dict[str, PullRequest]:
        found = self.forge.pull_requests(PullRequestState.OPEN)
        return {pull.head: pull for pull in reversed(found) if self._counts(pull)}

    def _counts(self, pull: PullRequest) -> bool:
        """A fork's branch may have any name."""
        return not pull.from_fork and pull.base == self._base
