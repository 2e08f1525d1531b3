"""Examples with their files, and a project to walk through."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from exempelbank.cli import main
from exempelbank.documents import document_from
from exempelbank.i18n import _
from exempelbank.model.record import FrozenModel
from exempelbank.model.review import Answer, Check, Handling, Review, ReviewState
from exempelbank.model.submission import (
    Attestation,
    Attestations,
    Published,
    Submission,
    TrialNoteSubmission,
    UnderReview,
)
from exempelbank.model.trial_note import TrialNote
from exempelbank.problems import Problem, Problems
from exempelbank.records import document_of, record_from
from exempelbank.review.repository import StoredRecord
from exempelbank.rules.page_names import sections_by_hand
from tests.builders import (
    PROJECT,
    a_note_submission,
    a_published,
    a_submission,
    sample_settings,
)

S = TypeVar("S", bound=UnderReview)

CHECKLIST = {item.id: Check(answer=Answer.YES) for item in sample_settings().checklist}
ATTESTED = Attestations(**{name: Attestation(answer=True) for name in Attestations.model_fields})


def a_ready_one(**given: Any) -> Submission:
    """Under review by Bo Lind, with nothing left but the second pair of eyes. `review` and
    `attestations` take some of their fields.
    """
    return _ready(a_submission, given)


def a_ready_note(**given: Any) -> TrialNoteSubmission:
    """As `a_ready_one`, on the example that `a_published` makes."""
    asked = {item.id for item in sample_settings().checklist if item.trial_notes}
    checklist = {id: check for id, check in CHECKLIST.items() if id in asked}
    return _ready(
        a_note_submission,
        {**given, "review": {"checklist": checklist, **given.get("review", {})}},
    )


def _ready(make: Callable[..., S], given: dict[str, Any]) -> S:
    review = {
        "state": ReviewState.IN_REVIEW,
        "handled": Handling(by="bo-lind", not_involved=True),
        "checklist": CHECKLIST,
        **given.pop("review", {}),
    }
    attestations = ATTESTED.model_copy(update=given.pop("attestations", {}))
    return make(review=Review(**review), attestations=attestations, **given)


def stored(example: UnderReview | Published, slug: str = "bildstod") -> StoredRecord[Any]:
    """As it would stand in its folder."""
    name = slug
    if isinstance(example, UnderReview):
        name = example.id
    elif isinstance(example, TrialNote):
        name = example.id.lower()
    return StoredRecord(document_of(example, f"{example.folder}/{name}.md"), example)


def in_state(state: ReviewState) -> StoredRecord[Any]:
    """An example in the folder where that state belongs."""
    if state in (
        ReviewState.APPROVED,
        ReviewState.NEEDS_REVIEW,
        ReviewState.ARCHIVED,
        ReviewState.PAUSED,
    ):
        return stored(a_published(review={"state": state}))
    return stored(a_ready_one(review={"state": state}))


def labels(problems: Problems) -> list[str]:
    """Which fields something is said of, in order."""
    return [problem.location.label or "" for problem in problems]


def errors_in(problems: Problems) -> list[str]:
    """Where and what, as `saying` has it."""
    return [saying(location_text(problem), problem.says) for problem in problems.errors]


def saying(place: str, words: str, **values: object) -> str:
    """An error, where a test expects it. `place`: a file, and after a space the field if one is
    named; `words`: as they stand in the code, and `values` what they are filled with.
    """
    return f"{place}: {_(words).format(**values) if values else _(words)}"


def location_text(problem: Problem) -> str:
    return f"{problem.location.path} {problem.location.label or ''}".strip()


def a_project(root: Path, *examples: StoredRecord[Any]) -> Path:
    """With the sample's settings, focus areas and networks, the pages that every page leads to, and
    these examples.
    """
    shutil.copytree(PROJECT / "site_config", root / "site_config")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    with_standing_pages(root)
    for folder in ("focus_areas", "networks"):
        shutil.copytree(PROJECT / "content" / folder, root / "content" / folder)
    for example in examples:
        write(root, example.document.path, example.document.text)
    return root


def with_standing_pages(root: Path) -> Path:
    """Those that the header and the footer of every page lead to, and that the settings name."""
    words = [getattr(sample_settings().addresses, section) for section in sections_by_hand()]
    organisation = sample_settings().organisation
    named = [page.strip("/") for page in (organisation.contact_page, organisation.trial_page)]
    for word in (*words, *named):
        if not (root / f"content/pages/{word}.md").exists():
            write(root, f"content/pages/{word}/index.md", f"---\ntitle: {word}\n---\n")
    return root


def write(root: Path, path: str, text: str) -> Path:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")
    return root / path


def run(root: Path, *arguments: str) -> int:
    return main(["--project", str(root), *arguments])


def read(root: Path, path: str, kind: type[FrozenModel]) -> Any:
    problems = Problems()
    record = record_from(document_from(path, (root / path).read_text("utf-8")), kind, problems)
    assert record, "\n".join(map(str, problems))
    return record
