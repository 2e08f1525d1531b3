"""The branches, as they stand now -> their pull requests, each with all that it should bear."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exempelbank.exceptions import ForgeError, ForgeRefused
from exempelbank.forge.types import PullRequest, PullRequestState
from exempelbank.git.trees import Trees
from exempelbank.pull_requests.branches import ResponseBranch
from exempelbank.pull_requests.conversation import Conversation
from exempelbank.pull_requests.outcome import BranchOutcome
from exempelbank.pull_requests.place import Place
from exempelbank.pull_requests.plan import PlannedBranch
from exempelbank.pull_requests.pulls import PullRequests
from exempelbank.pull_requests.report_text import report_text
from exempelbank.pull_requests.texts import body_of
from exempelbank.review.slash_commands.answers import help_lines
from exempelbank.settings import Settings

GUIDE = "docs/granskning.md"
_PAGES = {"gitlab": "-/blob", "forgejo": "src/branch"}  # where the forge shows a file of a branch
# At the root of the repository, above a project within it.
_WORKFLOWS = {
    "github": (".github/workflows/comment.yml", ".github/workflows/words.yml"),
    "forgejo": (".forgejo/review.sh", ".forgejo/words.sh"),
    "gitlab": (".gitlab-ci.yml",),
}
_REPORTS, _READS_WORDS = b"exempelbank:report", b"words post"  # in one that does


@dataclass(frozen=True)
class Upkeep:
    """Every branch is seen to, whichever export it came with: what was cut short is finished."""

    pulls: PullRequests
    conversation: Conversation
    form: str
    guide: str  # its address, or empty
    words: tuple[str, ...]  # what one may write in a comment, where something reads it
    writes_reports: bool  # as no workflow does

    def see_to(
        self, branches: Iterable[ResponseBranch], done: Mapping[str, PlannedBranch]
    ) -> list[BranchOutcome]:
        """`done`: by name, what this run has done with some of them. When the forge no longer
        answers, the rest is left for the next run.
        """
        outcomes, silent = [], ""
        places = {name: place for place, name in enumerate(done)}  # as the rows of the export
        for branch in sorted(branches, key=lambda each: places.get(each.name, len(places))):
            planned = done.get(branch.name)
            act, ids = (planned.act, planned.ids) if planned else (None, ())
            if silent:
                outcomes.append(BranchOutcome(branch.name, act, ids, failed=silent))
                continue
            known = None
            try:
                known = self.pulls.of(branch.name)
                pull = known or self.pulls.open(branch, body_of(branch, self.guide, self.words))
                if pull.state is PullRequestState.OPEN:
                    self._see_to_one(pull, branch, planned)
                if planned or not known:
                    outcomes.append(BranchOutcome(branch.name, act, ids, pull))
            except ForgeError as why:
                outcomes.append(BranchOutcome(branch.name, act, ids, known, str(why)))
                silent = "" if isinstance(why, ForgeRefused) else str(why)
        return outcomes

    def _see_to_one(
        self, pull: PullRequest, branch: ResponseBranch, planned: PlannedBranch | None
    ) -> None:
        if planned and (planned.newer or planned.withdrawn):
            self.conversation.tell(pull, planned, self.form)
        if self.writes_reports:
            self.conversation.report(pull, report_text(branch, self.conversation.settings))
        self.conversation.ask_and_label(pull, branch)


def upkeep_from(
    pulls: PullRequests, place: Place, settings: Settings, form: str, main: str, trees: Trees
) -> Upkeep:
    """`form`: the name of its mapping. `main`: a commit."""
    kind = pulls.forge.kind
    guide = ""
    if place.repository and trees.blob_at(main, GUIDE):
        address = f"{place.repository.url}/{_PAGES.get(kind, 'blob')}/{place.main}"
        guide = f"{address}/{place.git.prefix}{GUIDE}"
    workflows = _workflows(kind, place.git.up, main, trees)
    return Upkeep(
        pulls,
        Conversation(pulls.forge, settings, place.ask),
        form,
        guide,
        words=help_lines() if _READS_WORDS in workflows else (),
        writes_reports=_REPORTS not in workflows,
    )


def _workflows(kind: str, up: str, main: str, trees: Trees) -> bytes:
    """All that stands in them, on main."""
    found = [trees.blob_at(main, up + path) for path in _WORKFLOWS.get(kind, ())]
    return b"\n".join(trees.bytes_of(blob for blob in found if blob).values())
