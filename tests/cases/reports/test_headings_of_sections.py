"""A line that someone meant for the heading of a section, and wrote in another way than `## Name`,
does not put the section's text into the one above it in silence.

Source: a reviewer wrote `##Det här fungerade inte`; check was content, and the page had no such
section.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.checks import check_contribution
from exempelbank.documents import Document, body_from, body_sections, document_from
from exempelbank.model.example import Section
from exempelbank.model.submission import Submission
from exempelbank.problems import Problems, Severity
from exempelbank.records import document_of, record_from
from exempelbank.rules.written_by_import import with_written_hash
from tests.builders import a_submission, sample_settings

PATH = "submissions/FC-2026-014.md"


def a_file(text: str) -> Document:
    """A submission with this text in the middle of a section."""
    whole = a_submission(sections={Section.HOW: "Första.\n\nPLACE\n\nSista."})
    return document_from(PATH, document_of(whole, PATH).text.replace("PLACE", text))


def warnings_of(document: Document) -> list[str]:
    problems = Problems()
    record = record_from(document, Submission, problems)
    assert record
    check_contribution(document, record, sample_settings(), problems, strict=False, privacy=False)
    return [
        f"{document.text.splitlines()[problem.location.line - 1]} -> {problem.fix}"
        for problem in problems
        if problem.severity is Severity.WARNING and "## " in problem.fix
    ]


def warning(line: str, heading: str) -> str:
    return f"{line} -> Om ett avsnitt börjar här ska raden skrivas så: ## {heading}"


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("##Det här fungerade inte", "Det här fungerade inte"),
        ("# Resultat", "Resultat"),
        ("### Resultat", "Resultat"),
        (" ## Resultat", "Resultat"),
        ("##\xa0Resultat", "Resultat"),
        ("＃＃ Resultat", "Resultat"),
        ("#RESULTAT ##", "Resultat"),
        ("##Resultatt:", "Resultat"),
        ("##Det fungerade inte", "Det här fungerade inte"),
        ("**Resultat**", "Resultat"),
        ("**Resultat:**", "Resultat"),
        ("__Råd till er som vill göra likadant__", "Råd till er som vill göra likadant"),
        ("**Lättlest**", "Lättläst"),
        ("Resultat:", "Resultat"),
        ("resultat", "Resultat"),
        ("1. Resultat", "Resultat"),
        ("<h2>Resultat</h2>", "Resultat"),
        ("Results", "Results"),
    ],
)
def test_a_heading_written_in_another_way_is_warned_of_on_its_line(line, heading):
    assert warnings_of(a_file(line)) == [warning(line, heading)]


@pytest.mark.parametrize("underline", ["=====", "---"])
def test_a_heading_with_a_line_below_it_is_one_too(underline):
    assert warnings_of(a_file(f"Lättläst\n{underline}")) == [warning("Lättläst", "Lättläst")]


@pytest.mark.parametrize(
    "text",
    [
        "```\n##Resultat\n```",
        "~~~\nResultat\n~~~",
        "    ##Resultat",
        "Vi såg ett annat\nresultat\nän väntat.",
        "Resultat: färre behövde stöd.",
        "- Resultat",
        "\\##Resultat",
        "#sommar",
        "**Viktigt!**",
        "Vi gjorde om allt från början till slut, och sedan såg vi på vårt resultat.",
    ],
)
def test_what_is_code_or_running_text_is_left_in_peace(text):
    assert warnings_of(a_file(text)) == []


def test_the_answer_that_import_wrote_stays_text_until_someone_edits_the_file():
    whole = a_submission(
        sections={Section.HOW: "Resultat:\n\nGott.\n\n##Delaktighet\n\nAlla."},
        source={"written_hash": "sha256:" + "0" * 64},
    )
    imported = document_from(PATH, with_written_hash(document_of(whole, PATH).text))

    assert warnings_of(imported) == []
    assert len(warnings_of(imported.with_value(("title",), "Ny rubrik"))) == 2


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("## resultat", "Resultat"),
        ("## Resultat ##", "Resultat"),
        ("##  Resultat:", "Resultat"),
        ("## **Resultat**", "Resultat"),
        ("## Rådd till er som vill göra likadant", "Råd till er som vill göra likadant"),
    ],
)
def test_a_heading_that_is_no_sections_is_refused_with_the_one_that_was_meant(line, heading):
    problems = Problems()

    assert record_from(a_file(line), Submission, problems) is None
    assert [problem.fix for problem in problems] == [f"Menade du ”## {heading}”?"]


@settings(max_examples=25)
@given(st.text("#＃ \t\xa0*_:=-\\Resultat\n", max_size=30))
def test_no_text_opens_a_section_when_the_program_writes_it(text):
    (section,) = body_sections(document_from(PATH, "---\n---\n" + body_from([("A", "x" + text)])))[
        1
    ]

    assert section.text == ("x" + text).strip("\n")
