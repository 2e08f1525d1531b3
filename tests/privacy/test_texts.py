"""Every text of every kind of record is held against the rules, and knows where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import UnionType
from typing import Any, Union, get_args, get_origin

import pytest

from exempelbank.documents import document_from
from exempelbank.model import content
from exempelbank.model.content import ContentRecord, NewsItem
from exempelbank.model.example import Example, Image, Link, Section
from exempelbank.model.record import FrozenModel, Record
from exempelbank.model.review import Release, Review, ReviewState, Version
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.privacy.texts import public_texts, text_hash
from exempelbank.problems import Problems
from exempelbank.records import document_of, record_from
from tests.builders import a_published, a_submission

KINDS = [
    Submission,
    PublishedExample,
    *(
        kind
        for kind in vars(content).values()
        if isinstance(kind, type) and issubclass(kind, ContentRecord) and kind is not ContentRecord
    ),
]


def filled(kind: type[FrozenModel]) -> tuple[FrozenModel, int]:
    """One with a text of its own wherever it has room for one, and how many these are."""
    fields = Example.model_fields if issubclass(kind, Example) else kind.model_fields
    numbers = iter(range(1000))
    values = {
        name: _value(field.annotation, numbers)
        for name, field in fields.items()
        if name not in ("releases", "schema_version")
    }
    return kind.model_construct(**values), next(numbers)


def _value(annotation: Any, numbers: Iterator[int]) -> Any:
    origin, inner = get_origin(annotation), get_args(annotation)
    if annotation is str:
        return f"text {next(numbers)}"
    if isinstance(annotation, type) and issubclass(annotation, FrozenModel):
        values = {
            name: _value(field.annotation, numbers)
            for name, field in annotation.model_fields.items()
        }
        return annotation.model_construct(**values)
    if origin is tuple:
        return tuple(_value(inner[0], numbers) for _twice in range(2))
    if origin in (Union, UnionType):
        return _value(inner[0], numbers)
    if annotation == Example.model_fields["sections"].annotation:
        return {section: f"text {next(numbers)}" for section in Section}
    return _value(inner[0], numbers) if origin and inner else None


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_of_a_record_is_left_out(kind: type[Record]) -> None:
    record, count = filled(kind)
    document = document_from("content/x/the-name.md", "---\ntitle: a\n---\n")
    if isinstance(record, PublishedExample):
        record = record.model_copy(update={"review": a_published().review})

    texts = {public.text for public in public_texts(document, record)}

    assert texts == {"the-name", *(f"text {number}" for number in range(count))}
    assert count > 5


def test_what_is_told_of_a_version_is_public_and_the_rest_of_the_review_is_not() -> None:
    version = Version(number=2, date=date(2026, 2, 2), what="Kortare text")
    published = a_published(review={"versions": (version,)})
    submission = a_submission(
        unmatched={"kind": ("hemligt",)}, attachments=("hemligt.pdf",), review=Review(state="lead")
    )

    texts = [
        public_text.text
        for public_text in public_texts(document_of(published, "content/x.md"), published)
    ]
    private = [
        public_text.text
        for public_text in public_texts(document_of(submission, "submissions/x.md"), submission)
    ]

    assert "Kortare text" in texts
    assert not [text for text in private if "hemligt" in text or text == ReviewState.LEAD]


def test_the_words_of_who_released_a_text_are_not_read_as_texts_to_publish() -> None:
    release = Release(
        rule="health", text_hash=text_hash("x"), by="bo-lind", reason="Kalle är en bok"
    )
    item = NewsItem(
        id="a", title="A", kind="samverkan", published=date(2026, 2, 2), releases=(release,)
    )

    texts = [
        public_text.text
        for public_text in public_texts(document_of(item, "content/news/a.md"), item)
    ]

    assert "Kalle är en bok" not in texts


def test_terms_addresses_months_and_contacts_are_no_running_text() -> None:
    example = a_submission(
        started="2026-01",
        links=(Link(title="Mallen", url="https://a.example"),),
        image=Image(file="a.jpg", alt="En tavla", photographer="Lisa Berg"),
        contact_phone="08-465 004 12",
    )

    texts = {
        ".".join(map(str, public_text.keys)): public_text.running
        for public_text in public_texts(document_of(example, "submissions/x.md"), example)
    }

    running = {name for name, is_running in texts.items() if is_running}
    assert running >= {"title", "lessons.0", "links.0.title", "image.alt", "sections.how"}
    assert not running & {"kind", "roles.0", "started", "links.0.url", "contact_phone", ""}


def test_a_text_knows_its_line() -> None:
    text = "---\ntitle: T\nlessons:\n- A\n- B\n---\n\n## Så gjorde vi\n\nEtt.\n\nTvå.\n"
    document = document_from("submissions/x.md", text)
    example = a_submission(
        title="T", lessons=("A", "B"), sections={Section.HOW: "Ett.\n\nTvå."}, summary=""
    )

    places = {public_text.text: public_text for public_text in public_texts(document, example)}

    assert places["B"].at().line == 5
    how = places["Ett.\n\nTvå."]
    assert (how.at().line, how.at(7).line) == (10, 12)
    assert how.at().label == "Så gjorde vi"


def test_a_line_of_a_body_is_counted_from_the_top_of_the_file() -> None:
    text = "---\ntitle: T\nkind: samverkan\npublished: 2026-02-02\n---\n\n\nEtt.\nTvå.\n"
    document = document_from("content/news/x.md", text)
    item = record_from(document, NewsItem, Problems())
    assert item

    body = next(
        public_text for public_text in public_texts(document, item) if public_text.keys == ("text",)
    )

    assert (body.at().line, body.at(6).line) == (8, 9)


def test_a_hash_follows_the_words_and_not_how_they_are_written() -> None:
    assert text_hash("Kalle är\n  en bok. ") == text_hash("Kalle a\u0308r en bok.")
    assert text_hash("Kalle är en bok.") != text_hash("Kalle är en film.")
