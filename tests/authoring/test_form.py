"""A form to fill in: every question in people's own words, and read back as it was filled in."""

from datetime import datetime

import pytest

from exempelbank.authoring.addition import Addition, plan_addition
from exempelbank.authoring.draft import Draft
from exempelbank.authoring.form import filled_in, form_of
from exempelbank.authoring.kinds import ADDED_KINDS, kinds_by_wording
from exempelbank.authoring.prompts import prompts_of
from exempelbank.documents import document_from
from exempelbank.i18n import _
from exempelbank.model.content import Event
from exempelbank.model.example import Section
from exempelbank.problems import Problems
from exempelbank.questionnaire.asked_fields import AnswerShape
from exempelbank.records import record_from
from tests.builders import asking, sample_settings

SETTINGS = sample_settings()
NOW = datetime(2026, 3, 16, 9, tzinfo=SETTINGS.zone)


def read_back(kind, text):
    path = "Vårt formulär." + ("md" if kind.folder else "yml")
    return filled_in(document_from(path, text), kind, SETTINGS, NOW.date())


@pytest.mark.parametrize("kind", ADDED_KINDS.values(), ids=ADDED_KINDS)
def test_a_form_that_nobody_has_filled_in_says_nothing(kind):
    assert read_back(kind, form_of(kind, SETTINGS)).data == {}


@pytest.mark.parametrize("kind", ADDED_KINDS.values(), ids=ADDED_KINDS)
def test_every_question_of_a_form_is_told_by_its_label_and_what_it_is_for(kind):
    form = form_of(kind, SETTINGS)

    for prompt in prompts_of(kind, SETTINGS):
        assert prompt.label in form or prompt.keys == ("text",), prompt
        assert prompt.label[0].isupper(), prompt  # a word of ours, and no name of a field
        assert prompt.in_body or prompt.about, prompt
        for label in (prompt.choices or {}).values():
            assert label in " ".join(line.lstrip("# ") for line in form.splitlines()), label


def test_help_of_several_lines_stays_in_the_comments():
    kind = ADDED_KINDS["example"]
    form = form_of(kind, asking(examples={"title": {"help": "Kort.\nInte: en mening."}}))

    assert " Kort. Inte: en mening. " in form
    assert read_back(kind, form).data == {}


def test_what_an_organisation_says_of_a_section_is_told_above_the_text():
    form = form_of(ADDED_KINDS["example"], asking(sections={"how": {"help": "Steg för steg."}}))

    [comment] = [line for line in form.splitlines() if line.endswith(" Steg för steg.")]
    assert comment.startswith(f"# {Section.HOW.heading}: ")


def test_a_kind_is_known_by_its_name_and_by_its_word():
    assert kinds_by_wording()["aktivitet"] is kinds_by_wording()["event"]


def test_what_is_filled_in_in_words_is_an_event():
    kind = ADDED_KINDS["event"]
    form = form_of(kind, SETTINGS)
    for label, answer in (
        ("Rubrik:", "Träff om bildstöd"),
        ("Typ av aktivitet:", "Nätverksträff"),
        ("  - Börjar:", "2026-05-05 13:00"),
        ("    Slutar:", "2026-05-05 15:00"),
        ("Digitalt:", "ja"),
        ("Nätverk:", "Sömn och återhämtning, ips"),
    ):
        form = form.replace(f"\n{label}", f"\n{label} {answer}")
    document = read_back(kind, form + "\nTa med en **bild**.\n")
    problems = Problems()
    change = plan_addition(document, kind, Addition(NOW), SETTINGS, problems)

    assert change, "\n".join(map(str, problems))
    ((path, text),) = change.write.items()
    event = record_from(document_from(path, text), Event, problems)
    assert path == "content/events/traff-om-bildstod.md"
    assert (event.kind, event.digital, event.networks, event.text) == (
        "natverkstraff", True, ("somn-och-aterhamtning", "ips"), "Ta med en **bild**.",
    )  # fmt: skip
    assert event.occasions[0].starts.hour == 13
    assert "#" not in text  # what explains the form stays in it


def test_a_fault_is_told_on_its_line_of_the_form():
    kind = ADDED_KINDS["event"]
    form = form_of(kind, SETTINGS).replace("\nSista anmälningsdag:", "\nSista anmälningsdag: maj")
    problems = Problems()

    assert plan_addition(read_back(kind, form), kind, Addition(NOW), SETTINGS, problems) is None
    by_label = {problem.location.label: problem for problem in problems}
    line = by_label["Sista anmälningsdag"].location.line
    assert form.splitlines()[line - 1] == "Sista anmälningsdag: maj"
    for label in ("Rubrik", "Typ av aktivitet", "Tillfällen"):
        assert by_label[label].says == _("must be answered")
        assert form.splitlines()[by_label[label].location.line - 1] == f"{label}:"


def test_only_what_has_a_length_is_asked_as_a_text_of_several_lines():
    shapes = {prompt.label: prompt.shape for prompt in prompts_of(ADDED_KINDS["example"], SETTINGS)}

    assert shapes["Resultat"] is AnswerShape.PROSE
    assert shapes["Samtycke till publicering"] is AnswerShape.ATTESTATION
    assert shapes["Målgrupp"] is AnswerShape.CHOICES


def test_a_draft_is_kept_as_a_form_with_its_answers_and_read_back_the_same():
    draft = Draft(
        ADDED_KINDS["example"],
        {
            "attestations": {"consent": {"answer": "yes", "date": "2026-03-12"}},
            "title": "Bildstöd: i duschen",
            "work_areas": ["lss"],
            "lessons": ["En bild i taget.", "- Fråga först."],
        },
        {"Resultat": "Det blev lugnare.\n\nIngen väntar."},
    )
    form = form_of(draft.kind, SETTINGS, draft)

    document = read_back(draft.kind, form)
    assert document.data == draft.settled(SETTINGS, NOW.date()).data
    assert "Det blev lugnare.\n\nIngen väntar." in form
