"""A text that must have a set form is refused in words, and where it can be found with what the
writer meant; nobody is shown a regular expression.

Source: news saved as blåbär.md and “Stor nyhet.md”; check answered with a row of brackets.
"""

from collections.abc import Iterator

import pytest

import exempelbank.intake.form.mapping
import exempelbank.markdown_pages
import exempelbank.settings.redirects  # noqa: F401 - its types are walked too
from exempelbank.checks import check_constraints
from exempelbank.documents import document_from
from exempelbank.i18n import _
from exempelbank.model.content import Event, NewsItem
from exempelbank.model.record import FrozenModel
from exempelbank.model.submission import Submission
from exempelbank.problems import Problems
from exempelbank.records import document_of, record_from, validated
from exempelbank.settings.organisation import ChecklistItem, Organisation
from exempelbank.settings.redirects import Redirect
from exempelbank.settings.vocabulary import Municipality
from tests.builders import a_submission, sample_settings


def problems_of(data: dict, kind: type[FrozenModel]) -> list[str]:
    problems = Problems()
    validated(data, kind, document_from("x.yml", ""), problems)
    return [str(problem) for problem in problems]


def news_called(name: str) -> str:
    problems = Problems()
    text = "---\nschema: 1\ntitle: Nyhet\nkind: forskning\npublished: 2026-03-05\n---\n"
    assert record_from(document_from(f"content/news/{name}", text), NewsItem, problems) is None
    (problem,) = problems
    return str(problem)


@pytest.mark.parametrize(
    ("name", "mended"),
    [
        ("blåbär.md", "blabar.md"),
        ("Stor nyhet.md", "stor-nyhet.md"),
        ("2026_03_nyhet.md", "2026-03-nyhet.md"),
        ("Café – öppet!.md", "cafe-oppet.md"),
        ("blåbär.md".replace("å", "a\u030a"), "blabar.md"),
        ("会议.md", "bildstod-i-morgonmotet.md"),
    ],
)
def test_the_name_of_a_file_is_refused_with_one_that_will_do(name, mended):
    assert news_called(name) == (
        f"content/news/{name}: fel: filens namn kan inte bli en adress\n"
        f"    Filens namn får bara ha a–z, 0–9 och bindestreck, till exempel {mended}."
    )


def test_a_name_that_is_only_too_long_is_said_to_be_so():
    assert "80" in news_called("lang-" * 20 + "nyhet.md").splitlines()[0]


@pytest.mark.parametrize(
    ("kind", "field", "written", "meant"),
    [
        (Submission, "id", "fc-2026-014", "FC-2026-014"),
        (Submission, "id", "FC 2026 014", "FC-2026-014"),
        (Submission, "id", "FC\u20112026\u2011014", "FC-2026-014"),
        (Organisation, "id_prefix", "fc", "FC"),
        (ChecklistItem, "id", "Övriga frågor", "ovriga_fragor"),
        (Municipality, "id", "Upplands Väsby", "upplands-vasby"),
        (Municipality, "code", "180", "0180"),
        (Organisation, "contact_page", "/om/kontakt.md", "om/kontakt/"),
        (Redirect, "from", "/om/Kontakt.html", "om/kontakt/"),
        (Redirect, "to", "https://exempelbanken.example/om/oss", "om/oss/"),
        (NewsItem, "published", "2026-3-5", "2026-03-05"),
        (NewsItem, "published", "20260305", "2026-03-05"),
        (NewsItem, "published", "5 mars 2026", "2026-03-05"),
        (NewsItem, "published", "den 5:e Maj 2026", "2026-05-05"),
        (Event, "digital", "Ja", "yes"),
        (Event, "cancelled", "nej", "no"),
        (Organisation, "news_days", "1 000", "1000"),
    ],
)
def test_what_was_meant_is_asked(kind, field, written, meant):
    found = [each for each in problems_of({field: written}, kind) if f"({field})" in each]

    assert [each.splitlines()[1] for each in found] == [f"    Menade du ”{meant}”?"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-3-5 kl. 9.30", "2026-03-05 09:30"),
        ("20260305T13:00:00", "2026-03-05 13:00"),
        ("5 mars 2026, kl 13", "2026-03-05 13:00"),
    ],
)
def test_a_time_is_asked_about_too(written, meant):
    found = problems_of({"occasions": [{"starts": written, "ends": "2026-03-05 16:00"}]}, Event)

    assert any(f"”{meant}”" in each for each in found)


@pytest.mark.parametrize(
    ("kind", "data", "fix"),
    [
        (Event, {"occasions": [{"start": "2026-03-05"}]}, "Menade du ”starts”?"),
        (
            Event,
            {"occasions": [{"place": "Sal 3"}]},
            _("It belongs at the edge, with no space before it."),
        ),
        (NewsItem, {"links": [{"tittle": "a", "url": "b"}]}, "Menade du ”title”?"),
        (
            Submission,
            {"review": {"checklist": {"rights": {"anwser": "yes"}}}},
            "Menade du ”answer”?",
        ),
        (
            Submission,
            {"review": {"titel": "a"}},
            _("The fields are: {fields}.").format(fields="Läge, Handläggare, Checklista"),
        ),
    ],
)
def test_a_name_that_is_no_field_is_held_against_those_of_its_own_part(kind, data, fix):
    (found,) = [one for one in problems_of(data, kind) if "inget fält som heter" in one]

    assert found.splitlines()[1:] == [f"    {fix}"]


@pytest.mark.parametrize("written", ["2026-3", "202603", "mars 2026", "Mar. 2026"])
def test_a_month_is_asked_about_too(written):
    example = a_submission(started=written)
    document = document_of(example, "submissions/FC-2026-014.md")

    (found,) = check_constraints(document, example, sample_settings())

    assert found.fix == "Menade du ”2026-03”?"


@pytest.mark.parametrize("written", ["2026-02-30", "30 februari 2026", "3/5/2026", "0", "i mars"])
def test_nothing_is_suggested_that_is_no_day_or_may_be_another(written):
    (found,) = [
        each for each in problems_of({"published": written}, NewsItem) if "published" in each
    ]

    assert len(found.splitlines()) == 1


def types() -> Iterator[type[FrozenModel]]:
    """All of ours, of records, settings, mappings and pages; those of a catalogue no file holds."""
    left = [FrozenModel]
    while left:
        kinds = left.pop().__subclasses__()
        left += kinds
        yield from (kind for kind in kinds if _is_read(kind))


def _is_read(kind: type[FrozenModel]) -> bool:
    return kind.__module__.startswith("exempelbank.") and "catalogue" not in kind.__module__


ODD = ["", " ", "å Ä ]", "x" * 300, "-1", ["å Ä"], [["x"]], {"å": "Ä"}, [{"å": "Ä"}]]


@pytest.mark.parametrize("kind", sorted({*types()}, key=str), ids=lambda kind: kind.__name__)
def test_no_message_of_any_field_shows_how_the_program_looks_for_it(kind):
    names = [field.alias or name for name, field in kind.model_fields.items()]
    found = [each for odd in ODD for each in problems_of(dict.fromkeys(names, odd), kind)]

    assert found or not names
    for message in found:
        assert not any(sign in message for sign in ("^[", "\\d", "]+", "){", "inte att förstå"))
