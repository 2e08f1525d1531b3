"""Records for tests. Each builder makes a whole one; a test names only what matters to it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from exempelbank.model.example import Section
from exempelbank.model.review import Publication, Review, ReviewState
from exempelbank.model.submission import (
    Published,
    PublishedExample,
    PublishedTrialNote,
    Submission,
    TrialNoteSubmission,
)
from exempelbank.model.trial_note import Outcome
from exempelbank.problems import Problems
from exempelbank.settings import Fields, Settings, load_settings
from exempelbank.settings.fields import FieldsFile

P = TypeVar("P", bound=Published)

PROJECT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 3, 16)

WHOLE: dict[str, Any] = {
    "id": "FC-2026-014",
    "title": "Bildstöd i morgonmötet",
    "summary": "Dagen inleds med ett möte där arbetspass och mat visas med bilder.",
    "kind": "arbetssatt",
    "stage": "infort",
    "municipality": "huddinge",
    "work_areas": ("daglig-verksamhet",),
    "target_groups": ("autism",),
    "roles": ("stodpedagog",),
    "focus_areas": ("inget",),
    "evidence": ("egen-erfarenhet",),
    "lessons": ("Samma bilder varje morgon hjälper mer än fler bilder.",),
    "sections": {
        Section.BACKGROUND: "Många visste inte vad dagen skulle innehålla.",
        Section.HOW: "Vi samlas klockan nio.",
        Section.PARTICIPATION: "Deltagarna valde bilderna.",
        Section.RESULTS: "Färre behövde stöd före lunch.",
        Section.ADVICE: "Börja smått.",
    },
}


def a_submission(**given: Any) -> Submission:
    """A whole one, just received."""
    state = given.pop("state", ReviewState.RECEIVED)
    return Submission(**{**WHOLE, "review": Review(state=state), **given})


NOTE: dict[str, Any] = {
    "id": "FC-2026-101",
    "example": "FC-2026-014",
    "municipality": "huddinge",
    "tried": "2026-01",
    "worked": Outcome.PARTLY,
    "text": "Det blev lugnare, men bara när någon av oss var på plats.",
}


def a_note_submission(**given: Any) -> TrialNoteSubmission:
    """A whole one, just received."""
    state = given.pop("state", ReviewState.RECEIVED)
    return TrialNoteSubmission(**{**NOTE, "review": Review(state=state), **given})


def a_published(**given: Any) -> PublishedExample:
    """A whole one, approved by two and untouched since. `review` takes some of its fields."""
    return _published(PublishedExample, WHOLE, given)


def a_published_note(**given: Any) -> PublishedTrialNote:
    """On the example that `a_published` makes. `review` takes some of its fields."""
    return _published(PublishedTrialNote, NOTE, given)


def _published(kind: type[P], whole: dict[str, Any], given: dict[str, Any]) -> P:
    review = {
        "state": ReviewState.APPROVED,
        "version": 1,
        "published": date(2026, 2, 2),
        "updated": date(2026, 2, 2),
        "review_by": date(2028, 2, 2),
        "approved_by": ("anna-ek", "bo-lind"),
        "content_hash": "sha256:" + "0" * 64,
        **given.pop("review", {}),
    }
    published = kind(**{**whole, **given, "review": Publication(**review)})
    bound = published.review.model_copy(update={"content_hash": published.content_hash()})
    return published.model_copy(update={"review": bound})


def moment(text: str) -> datetime:
    """ "2026-03-02 09:15" as it is in Stockholm in winter."""
    return datetime.fromisoformat(text.replace(" ", "T") + ":00+01:00")


def sample_settings(root: Path = PROJECT) -> Settings:
    """The settings of the sample site."""
    problems = Problems()
    settings = load_settings(root, problems)
    assert settings, "\n".join(map(str, problems))
    return settings


def asking(**file: Any) -> Settings:
    """The sample's settings, with this as site_config/fields.yml."""
    fields = Fields(FieldsFile.model_validate(file))
    return replace(_settings_of_the_sample(), fields=fields)


_settings_of_the_sample = cache(sample_settings)


def a_picture(kind="JPEG", size=(8, 8)) -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("L", size).save(buffer, kind)
    return buffer.getvalue()
