"""What an organisation asks for: what it may change, and what it can't."""

from __future__ import annotations

import re
import shutil

import pytest

from exempelbank.documents import document_from
from exempelbank.files.paths import CONFIG
from exempelbank.i18n import speech_kept
from exempelbank.model.example import Example, Section
from exempelbank.model.record import ListSize, MaxLength, Required
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.problems import Problems
from exempelbank.records import validated
from exempelbank.settings import Need, load_settings
from exempelbank.settings.fields import FieldsFile
from exempelbank.settings.fields_check import check_fields
from tests.builders import PROJECT, asking


def problems_with(text):
    """(line, what it says and how it is put right) of each."""
    problems = Problems()
    document = document_from(f"{CONFIG}/fields.yml", text)
    if file := validated(document.data, FieldsFile, document, problems):
        problems.found += check_fields(file, document)
    return [(problem.location.line, f"{problem.says}. {problem.fix}") for problem in problems]


def test_without_a_file_all_is_as_the_model_has_it():
    fields = asking().fields

    assert fields.constraints(Submission)["title"] == (Required(), MaxLength(80))
    assert fields.need(Example, "lessons") is Need.REQUIRED
    assert fields.sections == tuple(Section)


def test_a_field_is_needed_and_limited_as_the_file_says():
    fields = asking(
        examples={
            "summary": {"longest": 200},
            "lessons": {"fewest": 2, "most": 4},
            "evidence": {"need": "optional"},
            "support": {"need": "required", "most": 3},
        }
    ).fields

    assert fields.constraint(Submission, "summary", MaxLength) == MaxLength(200)
    assert fields.constraint(Submission, "lessons", ListSize) == ListSize(4, 2)
    assert fields.constraint(Submission, "evidence", Required) is None
    assert fields.constraint(Submission, "support", Required)
    assert fields.constraint(Submission, "support", ListSize) == ListSize(3)


def test_what_is_published_is_held_only_to_what_no_file_could_have_changed():
    fields = asking(
        examples={"summary": {"longest": 20}, "support": {"need": "required"}},
        sections={"how": {"longest": 20}, "easy_read": {"need": "required"}},
    ).fields

    assert fields.constraints(PublishedExample)["summary"] == (Required(), MaxLength(280))
    assert fields.constraint(PublishedExample, "support", Required) is None
    assert not fields.published_section(Section.EASY_READ).needed
    assert fields.published_section(Section.HOW).longest > 2000


def test_a_name_alone_changes_nothing_of_what_is_needed():
    fields = asking(examples={"evidence": {"name": "Hur vet ni?"}}).fields

    assert fields.constraints(PublishedExample) == asking().fields.constraints(PublishedExample)


def test_help_and_statements_are_on_one_line_however_the_file_has_them():
    fields = asking(
        sections={"how": {"help": "Steg för steg.\nGärna i punkter.\n"}},
        attestations={"rights": {"statement": "Texten är vår.\n"}},
    ).fields

    assert fields.help(Example, "how") == "Steg för steg. Gärna i punkter."
    assert fields.attestation("rights").statement == "Texten är vår."


def test_without_a_contact_to_publish_nothing_of_it_is_asked():
    fields = asking(examples={"contact_publish": {"need": "hidden"}}).fields

    assert fields.need(Example, "contact_email") is Need.HIDDEN


def test_the_file_is_read_with_the_other_settings(tmp_path):
    shutil.copytree(PROJECT / CONFIG, tmp_path / CONFIG)
    file, problems = tmp_path / CONFIG / "fields.yml", Problems()
    file.write_text("examples:\n  evidence: {need: optional}\n", "utf-8")
    settings = load_settings(tmp_path, problems)
    file.write_text("examples:\n  title: {need: optional}\n", "utf-8")

    assert settings and settings.fields.need(Example, "evidence") is Need.OPTIONAL
    assert load_settings(tmp_path, problems) is None
    assert [problem.location.line for problem in problems] == [2]


@pytest.mark.parametrize("fault", ["need: kanske", "longest: 99999"])
def test_names_are_known_also_of_a_file_that_can_not_be_used(tmp_path, fault):
    shutil.copytree(PROJECT / CONFIG, tmp_path / CONFIG)
    text = f"sections:\n  background:\n    name: Syfte\n  results:\n    name: Mått\n    {fault}\n"
    (tmp_path / CONFIG / "fields.yml").write_text(text, "utf-8")
    problems = Problems()

    with speech_kept():
        assert load_settings(tmp_path, problems) is None
        assert [problem.location.line for problem in problems] == [6]
        assert [one.heading for one in (Section.BACKGROUND, Section.RESULTS)] == ["Syfte", "Mått"]


def test_all_that_cannot_be_had_is_told_at_once_on_its_line():
    found = problems_with(
        "examples:\n"
        "  title: {need: optional, longest: 90}\n"
        "  lesons: {need: optional}\n"
        "  kind: {longest: 20}\n"
        "  unit: {most: 2}\n"
        "  municipality: {need: hidden}\n"
        "  contact_email: {need: optional}\n"
        "  contact_publish: {need: required}\n"
        "  lessons: {most: 50}\n"
        "sections:\n"
        "  how: {longest: 100, shortest: 200}\n"
        "leads:\n"
        "  title: {need: optional}\n"
        "trial_notes:\n"
        "  unit: {name: Plats}\n"
        "attestations:\n"
        "  consent: {need: optional}\n",
    )

    assert [line for line, _text in found] == [3, 2, 2, 4, 5, 6, 7, 8, 9, 15, 13, 11, 17]
    says = "\n".join(text for _line, text in found)
    assert "lessons" in says and "80" in says and "5000" not in says


@pytest.mark.parametrize(
    "name", ["consent", "no_identifiable_person", "consent_quote_image", "information_read"]
)
@pytest.mark.parametrize("need", ["recommended", "optional", "hidden"])
def test_what_protects_people_is_never_made_less(name, need):
    [(line, says)] = problems_with(
        f"attestations:\n  {name}:\n    name: Vårt namn\n    need: {need}\n"
    )

    assert line == 4
    assert says


def test_what_protects_people_may_be_worded_anew():
    text = "attestations:\n  consent: {name: Ja till publicering, statement: Ni får visa det.}\n"

    assert problems_with(text) == []


def test_a_name_is_one_that_a_file_can_hold():
    [(line, _says)] = problems_with('examples:\n  title: {name: "Rubrik: kort"}\n')

    assert line == 2


def test_a_name_is_not_that_of_another_field_or_heading():
    found = problems_with(
        "examples:\n"
        "  title: {name: Målgrupp}\n"
        "  unit: {name: Plats}\n"
        "  provider: {name: plats}\n"
        "sections:\n"
        "  background: {name: Syfte, aliases: [Resultat]}\n"
    )

    assert [line for line, _says in found] == [2, 4, 6]


def test_the_file_that_the_guide_shows_can_be_used():
    guide = (PROJECT / "docs" / "egen-organisation.md").read_text("utf-8")
    [shown] = re.findall(r'```yaml title="site_config/fields.yml"\n(.*?)```', guide, re.DOTALL)

    assert problems_with(shown) == []
