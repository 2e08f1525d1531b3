"""A pull request on a forge -> what the forge confirms of it: accounts, reviews, words.

What someone saw when they wrote a comment no forge tells. So the tool says in a comment of its own
which version it has read, and a word is about the newest version that had been announced so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from exempelbank.conversations.marks import ANSWER, ASKED, VERSION, marks_in
from exempelbank.exceptions import ForgeNotFound
from exempelbank.forge.protocol import Forge
from exempelbank.forge.types import (
    Comment,
    PullRequest,
    PullRequestReview,
    PullRequestState,
    ReviewVerdict,
)
from exempelbank.review.gate.forge_facts import (
    ForgeComment,
    ForgeCommit,
    ForgeFacts,
    ForgeReview,
    PullRequestFacts,
)
from exempelbank.rules.branch_names import id_in_branch

_COMMENT, _REVIEW = "comment", "review"  # what a word stands in, before its number


def gather_facts(forge: Forge, number: int) -> ForgeFacts:
    """Raises ForgeError."""
    pull, own = forge.pull_request(number), forge.own_account()
    comments, reviews = forge.comments(number), forge.reviews(number)
    said = [one for one in comments if one.by == own and not one.edited]
    announced = list(_announced(said))
    words = [one for one in comments if one.by_person and one.by not in ("", own)]
    people = [review for review in reviews if review.by_person and review.by != own]
    return ForgeFacts(
        forge=forge.kind,
        author=pull.author,
        commits=tuple(ForgeCommit(commit=one.commit, by=one.by) for one in forge.commits(number))
        if pull.state is PullRequestState.OPEN
        else None,
        reviews=tuple(_review(review) for review in people),
        comments=(
            *(_comment(one, announced) for one in words),
            *filter(None, map(_text_of, people)),
            *_asked_elsewhere(forge, pull, own),
        ),
        pull=PullRequestFacts(
            number=number,
            branch=pull.head,
            head=pull.head_commit,
            state=pull.state.value,
            from_fork=pull.from_fork,
            announced=announced[-1][1] if announced else "",
            answered=tuple(value for one in said for value in marks_in(one.body, ANSWER)),
        ),
    )


def _announced(own_comments: Sequence[Comment]) -> Iterator[tuple[datetime, str]]:
    """When, and which version; the oldest first."""
    for comment in own_comments:
        for commit in marks_in(comment.body, VERSION):
            yield comment.written_at, commit


def _comment(comment: Comment, announced: Sequence[tuple[datetime, str]]) -> ForgeComment:
    seen = [commit for at, commit in announced if at < comment.written_at]
    return ForgeComment(
        id=f"{_COMMENT}:{comment.id}",
        by=comment.by,
        commit=seen[-1] if seen else "",
        at=comment.written_at,
        says=comment.body,
        edited=comment.edited,
    )


def _review(review: PullRequestReview) -> ForgeReview:
    return ForgeReview(
        by=review.by,
        commit=review.commit,
        verdict=review.verdict.value,
        at=review.written_at,
    )


def _text_of(review: PullRequestReview) -> ForgeComment | None:
    """None of one that counts no more, and of one whose time nobody knows."""
    if review.verdict is ReviewVerdict.DISMISSED or review.written_at is None:
        return None
    return ForgeComment(
        id=f"{_REVIEW}:{review.id}",
        by=review.by,
        commit=review.commit,
        at=review.written_at,
        says=review.body,
        edited=review.edited,
        is_approval=review.verdict is ReviewVerdict.APPROVED,
    )


def _asked_elsewhere(forge: Forge, pull: PullRequest, own: str) -> Iterator[ForgeComment]:
    """The word for which the tool has opened this pull request, as it stands where it was written:
    `asked 12:comment:345` at the beginning of the text.
    """
    if pull.author != own or pull.from_fork:
        return
    for asked in marks_in(pull.body, ASKED):
        number, _colon, id = asked.partition(":")
        try:
            about = id_in_branch(forge.pull_request(int(number)).head)
            comments = forge.comments(int(number)) if about else []
        except (ForgeNotFound, ValueError):
            continue
        for comment in comments:
            if f"{_COMMENT}:{comment.id}" == id and comment.by_person:
                yield _comment(comment, []).model_copy(update={"about": about})
