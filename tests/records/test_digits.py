"""Digits are 0–9, and ids, days and numbers are written in one way only, wherever they stand."""

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

import exempelbank.intake.form.mapping
import exempelbank.markdown_pages
import exempelbank.settings.redirects  # noqa: F401 - so that every kind of part is there
from exempelbank.checks import check_record
from exempelbank.documents import document_from
from exempelbank.intake.parsing.times import time_from
from exempelbank.model.record import FrozenModel, YearMonth
from exempelbank.model.review import LogEntry
from exempelbank.model.submission import PublishedExample
from exempelbank.problems import Problems
from exempelbank.records import document_of, record_from
from tests.builders import a_published, sample_settings

WRITTEN = [
    "2026-03-05",
    "2026-03-05 13:00",
    "2026-03-05T13:00:00+01:00",
    "1",
    "24",
    "2026",
    "0114",
    "FC-2026-014",
    "tips-2",
    "gamla/sida-2/",
    "sha256:" + "0123456789abcdef" * 4,
    "0 0 576 900",
    "M217 460l-7 6z",
]
SCRIPTS = {
    "fullwidth": "０１２３４５６７８９",
    "Arabic": "٠١٢٣٤٥٦٧٨٩",
    "Persian": "۰۱۲۳۴۵۶۷۸۹",
    "Devanagari": "०१२३४५६७८९",
    "bold": "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    "superscript": "⁰¹²³⁴⁵⁶⁷⁸⁹",
}


def in_script(text: str, digits: str) -> str:
    return text.translate(str.maketrans("0123456789", digits))


def spoilt(text: str) -> Iterator[str]:
    """The same, as other digits and other signs that look like it would have it."""
    for digits in SCRIPTS.values():
        yield in_script(text, digits)
        last = max(text.rfind(digit) for digit in "0123456789")
        yield text[:last] + digits[int(text[last])] + text[last + 1 :]
    yield from (f"{text}\n", f"{text}\u200b", f"{text}\u0301")
    yield from (text.replace("a", "а"), text.replace("-", "‐"))  # Cyrillic, and a hyphen


def kinds(kind: type[FrozenModel] = FrozenModel) -> Iterator[type[FrozenModel]]:
    for each in kind.__subclasses__():
        yield each
        yield from kinds(each)


def takes(adapter: TypeAdapter[Any], value: object) -> bool:
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


def strict_fields() -> Iterator[Any]:
    """Every field in records, settings and mappings that takes some of these but not any text."""
    for kind in kinds():
        for name, field in kind.model_fields.items():
            adapter: Any = TypeAdapter(Annotated[(field.annotation, "", *field.metadata)])
            for several in (False, True):
                given = [[text] if several else text for text in ("Vad som helst!", *WRITTEN)]
                free, *taken = (takes(adapter, value) for value in given)
                if any(taken) and not free:
                    texts = [text for text, one in zip(WRITTEN, taken, strict=True) if one]
                    yield pytest.param(adapter, texts, several, id=f"{kind.__name__}.{name}")


FIELDS = [*strict_fields()]


@pytest.mark.parametrize(("adapter", "texts", "several"), FIELDS)
def test_a_field_that_does_not_take_any_text_takes_no_other_digits(adapter, texts, several):
    other = [each for text in texts for each in spoilt(text) if each not in texts]

    assert [each for each in other if takes(adapter, [each] if several else each)] == []


def test_the_fields_that_matter_are_among_them():
    found = {field.id for field in FIELDS}

    assert {
        "Submission.id",
        "Submission.revises",
        "Version.number",
        "Version.date",
        "Publication.version",
        "Publication.review_by",
        "Publication.content_hash",
        "Approval.content_hash",
        "Approval.at",
        "LogEntry.at",
        "Source.submitted_at",
        "Source.written_hash",
        "NewsItem.schema_version",
        "NewsItem.published",
        "NewsItem.example",
        "Tip.examples",
        "Occasion.starts",
        "Period.first",
        "Organisation.review_months",
        "Organisation.as_of",
        "Milestone.year",
        "Reviewer.id",
        "Municipality.code",
        "Shape.code",
        "Shape.x",
        "Map.view_box",
        "Addresses.news",
        "PageFrontMatter.updated",
        "Redirect.old",
        "Redirect.new",
        "InputOptions.header_row",
        "FormMapping.version",
    } <= found


@pytest.mark.parametrize("number", ["1_000", " 5", "+5", "5.0", "1e2", "", "9" * 30])
def test_a_whole_number_is_digits_and_nothing_else(number):
    problems = Problems()
    document = document_of(a_published(), "content/examples/bildstod.md")
    spoilt = document.text.replace("  version: 1", f"  version: '{number}'")
    assert record_from(document_from(document.path, spoilt), PublishedExample, problems) is None
    assert [problem.location.label for problem in problems] == ["review.version"]


@pytest.mark.parametrize(
    "moment",
    [
        "20260305T130000+0100",
        "2026-W10-4T13:00:00+01:00",
        "2026-03-05x13:00:00+01:00",
        "2026-03-05T13:00:00,5+01:00",
        "2026-03-05T13:00:00",
        "2026-03-05",
        "2026-02-30T13:00:00+01:00",
    ],
)
def test_a_moment_is_written_in_one_way(moment):
    assert not takes(TypeAdapter(LogEntry), {"at": moment, "by": "import", "did": "received"})


@pytest.mark.parametrize("digits", SCRIPTS.values(), ids=SCRIPTS)
def test_months_and_names_of_files_are_written_with_our_digits(digits):
    def labels(path, **given):
        problems = Problems()
        example = a_published(**given)
        check_record(document_of(example, path), example, sample_settings(), problems)
        return [problem.location.label or problem.location.path for problem in problems]

    path = f"content/examples/{in_script('stod-2', digits)}.md"

    assert YearMonth.pattern.fullmatch("2026-03")
    assert labels("content/examples/stod-2.md", started="2026-03") == []
    assert labels("content/examples/stod-2.md", started=in_script("2026-03", digits)) == ["started"]
    assert labels(path) == [path]


@pytest.mark.parametrize("digits", SCRIPTS.values(), ids=SCRIPTS)
@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("2026-03-05 13:00", "iso"),
        ("46086.5", "excel"),
        ("1772712000", "unix"),
        ("2026/03/05 1:00:00 em CET", "google-direct"),
        ("5/3/2026 13.00", "%d/%m/%Y %H.%M"),
    ],
)
def test_a_time_in_other_digits_is_no_time(text, notation, digits):
    zone = sample_settings().zone

    assert time_from(text, (notation,), zone)
    assert time_from(in_script(text, digits), (notation,), zone) is None
