"""The questions of a form, in groups, as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exempelbank.model.response_kind import ResponseKind
from exempelbank.questionnaire.asked_fields import AnswerShape


@dataclass(frozen=True, slots=True)
class AnswerOption:
    id: str
    label: str
    of: str = ""  # the municipality of a district: the choice is there when that is chosen


@dataclass(frozen=True, slots=True)
class Condition:
    """When a question is asked: when the answer to another is one of these. "" is no answer."""

    question: str
    one_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    id: str  # as mappings of forms name the field: "title", "how", "supplier.paid", "consent"
    label: str
    shape: AnswerShape
    help: str = ""  # as sentences
    required: bool = False  # when it is asked
    recommended: bool = False  # good to have, and never required
    or_else: str = ""  # the question whose answer does as well
    fewest_characters: int | None = None  # of a text, or of each line, when it is answered
    most_characters: int | None = None
    fewest_items: int | None = None  # of lines or choices, when it is answered
    most_items: int | None = None
    choices: tuple[AnswerOption, ...] = ()
    form: str = ""  # of each text: a name in PATTERNS
    not_before: str = ""  # the question whose month must not come after this one's
    condition: Condition | None = None
    autocomplete: str = ""  # as HTML names what a browser may fill in by itself

    @property
    def several(self) -> bool:
        return self.shape in (AnswerShape.CHOICES, AnswerShape.LINES)


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    id: str
    title: str
    questions: tuple[AskedQuestion, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    form: ResponseKind
    groups: tuple[QuestionGroup, ...]

    @property
    def questions(self) -> Iterator[AskedQuestion]:
        return (question for group in self.groups for question in group.questions)

    @property
    def by_id(self) -> Mapping[str, AskedQuestion]:
        return {question.id: question for question in self.questions}
