"""Every fault of a record is told at once, with its line and what to do."""

from pathlib import Path

import pytest

from exempelbank.documents import document_from
from exempelbank.model.content import Event, NewsItem
from exempelbank.model.example import Image, Link, Section, Supplier
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.problems import Problems
from exempelbank.records import document_of, front_matter_of, load_records, record_from
from tests.builders import a_published, a_submission


def problems_in(text: str, kind=Submission) -> list[str]:
    problems = Problems()
    record_from(document_from("x/y.md", text), kind, problems)
    return [str(problem) for problem in problems]


def front(*lines: str, body: str = "") -> str:
    return "\n".join(["---", "schema: 1", *lines, "---", body])


def test_a_part_that_stands_twice_by_two_names_is_to_be_moved_and_not_thrown_away():
    twice = front("attestations:", "  consent: yes", "Intyg:", "  Rätt till text och bild: ja")

    [said] = [one for one in problems_in(twice) if "x/y.md:5 (Intyg)" in one]
    assert "”attestations” på rad 3. Flytta" in said


@pytest.mark.parametrize("record", [a_submission(), a_published()], ids=["submission", "published"])
def test_what_is_written_is_read_back_equal(record):
    document = document_of(record, "x/y.md")

    assert record_from(document, type(record), Problems()) == record


def test_the_hash_that_approvals_are_bound_to_stays_what_it_was():
    example = a_published(
        contact_publish=True,
        contact_role="Chef",
        image=Image(file="a.jpg", alt='En "tavla"'),
        supplier=Supplier(name="Bolaget", paid=True),
        links=(Link(url="https://a.example/"), Link(title="B", url="https://b.example/")),
    )

    assert example.content_hash() == (
        "sha256:6200f603d941e298f42a1554634ca2f524881ffc9be08d9f7e613631e21957d2"
    )


def test_empty_answers_are_left_out_of_the_file():
    assert "district" not in front_matter_of(a_submission())
    assert "district" in front_matter_of(a_submission(district="farsta"))


def test_every_fault_is_told_in_one_run():
    facts = ["id: FC-2026-014", "titel: x", "contact_publish: kanske"]
    review = ["review:", "  state: godkänd"]
    body = "## Resultat\n\nx\n\n## Resultatt\n\ny\n\n## Resultat\n\nz\n"
    lines = problems_in(front(*facts, *review, body=body))

    assert [line.partition(": ")[0] for line in lines] == [
        "x/y.md:13 (Resultatt)",
        "x/y.md:17 (Resultat)",
        "x/y.md:5 (contact_publish)",
        "x/y.md:7 (review.state)",
        "x/y.md:4 (titel)",
    ]
    assert "”title”" in lines[-1], "the field that was meant is suggested"


def test_a_file_of_another_schema_is_refused_rather_than_guessed_at():
    assert (
        "schema" in problems_in("---\nschema: 2\nid: FC-2026-014\nreview: {state: lead}\n---\n")[0]
    )


def test_text_above_the_first_heading_is_not_lost_in_silence():
    lines = problems_in(front("id: FC-2026-014", "review: {state: lead}", body="Hej\n"))

    assert lines[0].startswith("x/y.md:6: ")


@pytest.mark.parametrize(
    ("field", "value", "well"),
    [
        ("published", "2026-03-05", True),
        ("published", "20260305", False),
        ("published", "2026-02-30", False),
        ("published", "1772668800", False),
        ("title", "no", True),
        ("title", "[a, b]", False),
        ("roles", "[stodpedagog]", True),
        ("roles", "stodpedagog", False),
        ("id", "something", False),
    ],
)
def test_the_model_types_what_the_file_only_spells(field, value, well):
    facts = {"title": "x", "kind": "forskning", "published": "2026-03-05"} | {field: value}
    lines = problems_in(front(*(f"{name}: {given}" for name, given in facts.items())), NewsItem)

    assert (lines == []) is well


def test_an_event_ends_after_it_starts():
    occasion = "{starts: 2026-03-05 13:00, ends: 2026-03-05 12:00}"
    lines = problems_in(front("title: x", "kind: kurs", f"occasions: [{occasion}]"), Event)

    assert lines == ["x/y.md:5 (occasions.1): fel: ska sluta efter att det börjar"]


def test_headings_are_known_in_every_language_we_speak():
    text = front(
        "id: FC-2026-014", "review: {state: lead}", body="## Results\n\na\n\n## Delaktighet\n\nb\n"
    )
    record = record_from(document_from("x/y.md", text), Submission, Problems())

    assert record is not None
    assert record.sections == {Section.RESULTS: "a", Section.PARTICIPATION: "b"}


def test_broken_files_of_a_folder_do_not_hide_the_others(tmp_path: Path):
    folder = tmp_path / PublishedExample.folder
    folder.mkdir(parents=True)
    (folder / "bra.md").write_text(
        document_of(a_published(), "content/examples/bra.md").text, "utf-8"
    )
    (folder / "trasig.md").write_text("---\ntitle: [\n---\n", "utf-8")
    (folder / ".gömd.md").write_text("strunt", "utf-8")
    problems = Problems()

    found = [document.path for document, _ in load_records(PublishedExample, tmp_path, problems)]
    assert found == ["content/examples/bra.md"]
    assert [problem.location.path for problem in problems] == ["content/examples/trasig.md"]
