"""An organisation that asks in its own way: the whole walk of an answer, by its own form."""

from __future__ import annotations

import re

import pytest

from exempelbank import i18n
from exempelbank.catalogue import Catalogue
from exempelbank.model.response_kind import ResponseKind
from exempelbank.problems import Problems
from exempelbank.settings import load_settings
from exempelbank.site.components.own_form import own_form
from exempelbank.site.context import RenderContext
from tests.builders import TODAY
from tests.intake.own_answers import an_answer, saved
from tests.review.builders import CHECKLIST, a_project, run, write
from tests.site.builders import change

FIELDS = """\
examples:
  title: {name: Titel}
  summary: {longest: 200}
  lessons: {name: Vad tar ni med er?, fewest: 2, help: Två saker räcker.}
  evidence: {need: optional}
  support: {need: recommended}
  supplier: {need: hidden}
  kind: {need: hidden}
sections:
  background: {name: Syfte}
  how: {name: Så gör vi}
  participation: {need: optional}
  results: {name: Mätpunkter, help: Vad mäter ni?, longest: 1500}
  advice: {need: hidden}
attestations:
  consent: {name: Ja till publicering, statement: "Ja, ni får visa det jag skickar."}
"""
ANSWERS = {
    "title": "Lotsar på arbetsmarknaden",
    "summary": "En lots följer med till den nya arbetsplatsen under de första veckorna.",
    "stage": "infort",
    "work_areas": ["daglig-verksamhet"],
    "target_groups": ["autism"],
    "roles": ["stodpedagog"],
    "focus_areas": ["inget"],
    "background": "Fler ska hitta ett arbete som håller.",
    "how": "Vi bestämmer träff varje vecka.",
    "results": "Hur många som har arbete efter tre månader.",
    **dict.fromkeys(("no_identifiable_person", "manager_informed", "rights"), "yes"),
    "information_read": "yes",
}


@pytest.fixture
def project(tmp_path):
    speech = i18n.speech_in_use()
    root = a_project(tmp_path)
    write(root, "site_config/fields.yml", FIELDS)
    yield root
    i18n.use_speech(speech)


def test_an_answer_is_read_in_asked_about_and_approved_by_what_the_organisation_asks(
    project, capsys
):
    def said(*words):
        return run(project, *words), capsys.readouterr()

    answer = saved(project / "svar.json", an_answer(answers=ANSWERS))
    assert said("import", str(answer))[0] == 0
    (file,) = (project / "submissions").glob("*.md")
    assert re.findall("^## (.*)", file.read_text("utf-8"), re.MULTILINE) == [
        *("Syfte", "Så gör vi", "Mätpunkter")
    ]

    code, letter = said("letter", file.stem, "fråga")
    assert code == 0
    questions = re.findall(r"^\d\. (.*)\n   (.*)", letter.out, re.MULTILINE)
    assert questions == [
        ("Vad tar ni med er?", "Två saker räcker."),
        ("Insats", "Vilka insatser det gäller."),  # which is recommended
    ]

    path = f"submissions/{file.name}"
    change(
        project,
        path,
        "\nattestations:",
        "\nVad tar ni med er?:\n  - En lots räcker.\nattestations:",
    )
    said("handle", file.stem, "--by", "bo-lind", "--not-involved")
    said("checklist", file.stem, *(f"{item}=yes" for item in CHECKLIST), "--by", "bo-lind")
    approve = ("approve", file.stem, "--by", "anna-ek", "--not-involved")
    code, refused = said(*approve)
    assert code == 1 and "minst 2" in refused.err

    change(project, path, "- En lots räcker.", "- En lots räcker.\n  - Ring arbetsplatsen först.")
    assert said(*approve)[0] == 0
    assert (project / "content/examples/lotsar-pa-arbetsmarknaden.md").is_file()


def test_the_form_asks_in_the_organisations_words_and_for_what_it_wants(project):
    settings = load_settings(project, Problems())
    form = own_form(RenderContext(Catalogue(), settings, TODAY), ResponseKind.EXAMPLE)
    labels = re.findall(r'data-question="(\w+)".*?<(?:label|legend)[^>]*>([^<]*)', form.html)

    assert {"title": "Titel", "background": "Syfte", "results": "Mätpunkter"}.items() <= {
        name: label.strip() for name, label in labels
    }.items()
    assert not {"supplier", "kind", "advice"} & {name for name, _label in labels}
    assert "Vad mäter ni? Högst 1500 tecken." in form.html
    assert "Ja, ni får visa det jag skickar." in form.html
    assert "(valfritt, men bra att ha med)" in form.html
