"""What an organisation asks for, as the checks of a contribution hold to it."""

from __future__ import annotations

from exempelbank.checks import check_contribution, check_record
from exempelbank.model.example import Section, Supplier
from exempelbank.problems import Problems, Severity
from exempelbank.records import document_of
from tests.builders import WHOLE, a_note_submission, a_published, a_submission, asking


def found_in(contribution, settings, strict=True):
    """(field, severity) of each problem of one that is to be approved."""
    problems = Problems()
    document = document_of(contribution, f"{contribution.folder}/{contribution.id}.md")
    check_contribution(document, contribution, settings, problems, strict)
    return [(problem.location.label, problem.severity) for problem in problems]


def test_what_is_optional_is_not_missed_and_what_is_required_is():
    settings = asking(
        examples={"evidence": {"need": "optional"}, "support": {"need": "required"}},
        sections={"advice": {"need": "optional"}, "resources": {"need": "required"}},
    )
    sections = {**WHOLE["sections"], Section.ADVICE: ""}
    example = a_submission(evidence=(), sections=sections)

    assert found_in(example, settings) == [
        ("support", Severity.ERROR),
        ("Tid, kostnad och kompetens", Severity.ERROR),
    ]


def test_what_is_recommended_is_missed_without_stopping_anything():
    settings = asking(
        examples={"keywords": {"need": "recommended"}},
        sections={"easy_read": {"need": "recommended"}},
    )

    assert found_in(a_submission(), settings) == [
        ("keywords", Severity.WARNING),
        ("Lättläst", Severity.WARNING),
    ]
    assert found_in(a_submission(), settings, strict=False) == []


def test_an_answer_that_is_not_asked_for_is_told_of():
    settings = asking(
        examples={"supplier": {"need": "hidden"}}, sections={"advice": {"need": "hidden"}}
    )

    assert found_in(a_submission(supplier=Supplier(name="Ett företag")), settings) == [
        ("supplier", Severity.WARNING),
        ("Råd till er som vill göra likadant", Severity.WARNING),
    ]


def test_lengths_and_numbers_are_those_of_the_organisation():
    settings = asking(
        examples={"summary": {"longest": 20}, "lessons": {"fewest": 2}, "title": {"shortest": 30}},
        sections={"how": {"longest": 5}, "results": {"shortest": 100}},
        trial_notes={"text": {"longest": 10}, "unit": {"need": "required"}},
    )

    assert [field for field, _severity in found_in(a_submission(), settings)] == [
        *("title", "summary", "lessons", "Så gjorde vi", "Resultat")
    ]
    assert [field for field, _severity in found_in(a_note_submission(), settings)] == [
        *("unit", "text")
    ]


def test_what_was_published_by_milder_rules_stays_valid():
    settings = asking(
        examples={
            "summary": {"longest": 20},
            "support": {"need": "required"},
            "keywords": {"need": "recommended"},
            "evidence": {"need": "hidden"},
        },
        sections={"how": {"longest": 5}, "easy_read": {"need": "required"}},
    )
    example, problems = a_published(), Problems()
    check_record(document_of(example, "content/examples/bildstod.md"), example, settings, problems)

    assert [*map(str, problems)] == []
