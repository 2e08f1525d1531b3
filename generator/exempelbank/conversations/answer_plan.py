"""What has been decided of the words in a pull request: data alone, handed to what may write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, ValidationError

from exempelbank.i18n import _
from exempelbank.model.record import FrozenModel, InDigits, Texts
from exempelbank.review.gate.path_rules import is_content_path


def _content_path(path: str) -> str:
    if not is_content_path(path):
        raise ValueError(_("{path} has no place in the content").format(path=path))
    return path


class PlannedCommit(FrozenModel):
    """`files`: path -> all that stands there; None takes it away."""

    message: str
    files: Mapping[Annotated[str, AfterValidator(_content_path)], str | None]


class PlannedAnswer(FrozenModel):
    to: str = ""  # the id of a comment; empty: to nobody, what is announced
    says: Texts  # lines of text, not of Markdown


class AnswerPlan(FrozenModel):
    number: Annotated[int, InDigits]  # of the pull request
    parent: str  # the commit that the first one is made upon
    branch: str  # where they go
    opens: str = ""  # the title of a pull request of its own, for a new branch
    asked: str = ""  # by which word: "12:comment:345"
    commits: tuple[PlannedCommit, ...] = ()
    answers: tuple[PlannedAnswer, ...] = ()
    states: Texts = ()  # that the contributions have come to, for labels
    is_decided: bool = False  # by a word that has been carried out: to be merged when it may
    is_behind: bool = False  # the base has gone on since the branch began


def plan_from(text: str) -> AnswerPlan | None:
    """None when it is no such plan."""
    try:
        return AnswerPlan.model_validate_json(text)
    except ValidationError:
        return None
