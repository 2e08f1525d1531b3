"""Our own forms as people meet them: by keyboard, with errors, without scripts, to the file."""

from __future__ import annotations

import gzip
import json
import random
import shutil

import pytest
from playwright.sync_api import expect

from exempelbank.documents import read_document
from exempelbank.model.example import Section
from exempelbank.model.response_kind import ResponseKind
from exempelbank.model.submission import Attestations, Submission, TrialNoteSubmission
from exempelbank.privacy.advice import advice_on
from exempelbank.problems import Problems
from exempelbank.questionnaire import faults_in, questionnaire_for
from exempelbank.questionnaire.asked_fields import AnswerShape
from exempelbank.records import record_from
from exempelbank.site.components.own_form import rules_of
from tests.axe import context_with_axe, violations
from tests.builders import PROJECT, sample_settings
from tests.intake.own_answers import read_in
from tests.privacy.advice_cases import CASES
from tests.questionnaire.builders import of_another_organisation, some_answers, whole_answers
from tests.site.forms import ADDRESSES, answer_a_tip, fill_in

pytestmark = pytest.mark.browser

SCRIPTS = PROJECT / "generator" / "exempelbank" / "theme" / "assets" / "form"
SEND = "Spara svaret som en fil"


@pytest.fixture(scope="session")
def bare(tmp_path_factory, serve_folder):
    """The scripts on an empty page."""
    folder = tmp_path_factory.mktemp("bare-form")
    shutil.copytree(SCRIPTS, folder / "form")
    (folder / "index.html").write_text("<!doctype html><title>x</title>")
    return serve_folder(folder)


# ---- The same rules in both languages ----


@pytest.mark.parametrize("settings", [sample_settings, of_another_organisation])
@pytest.mark.parametrize("form", list(ResponseKind))
def test_the_browser_finds_the_same_faults_as_the_program(page, bare, form, settings):
    questionnaire = questionnaire_for(form, settings())
    chance = random.Random(22)
    cases = [some_answers(questionnaire, chance) for _ in range(400)]
    expected = [
        [
            [fault.question, fault.kind.value, fault.number]
            for fault in faults_in(one, questionnaire)
        ]
        for one in cases
    ]
    page.goto(bare)
    found = page.evaluate(
        """async ([cases, rules]) => {
          const { faultsIn } = await import("./form/check.js");
          return cases.map((answers) => faultsIn(answers, rules)
            .map(({ question, kind, number }) => [question, kind, number]));
        }""",
        [cases, rules_of(questionnaire)],
    )

    assert [] in expected and any(len(one) > 3 for one in expected)
    assert found == expected


def test_the_browser_gives_the_same_advice_as_the_program(page, bare):
    rules = rules_of(questionnaire_for(ResponseKind.LEAD, sample_settings()))["advice"]
    texts = [text for text, _found in CASES]
    page.goto(bare)
    found = page.evaluate(
        """async ([texts, rules]) => {
          const { adviceOn } = await import("./form/advice.js");
          return texts.map((text) => adviceOn(text, rules).map((one) => one.says));
        }""",
        [texts, rules],
    )

    assert found == [[one.says for one in advice_on(text)] for text in texts]


# ---- As it is used ----


def test_all_that_an_example_needs_is_written_by_keyboard_alone(page, served_site):
    """No pointer, from the first question to the receipt."""
    asked = questionnaire_for(ResponseKind.EXAMPLE, sample_settings())
    needed = {one.id: one for one in asked.questions if one.required and not one.condition}
    page.goto(served_site + "lamna-exempel/")
    page.get_by_label("Rubrik").focus()
    for _ in range(300):
        at = page.evaluate(FOCUSED)
        if at["text"] == SEND:
            break
        if (question := needed.pop(at["name"], None)) is not None:
            answer_by_keyboard(page, question)
        page.keyboard.press("Tab")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    saved = json.loads(download.value.path().read_text("utf-8"))

    assert needed == {}
    assert (saved["form"], saved["version"], len(saved["key"])) == ("example", 1, 32)
    assert saved["answers"]["title"] == "Vi provade"
    assert saved["answers"]["municipality"] == "nacka"
    assert "Svaret är sparat" in page.evaluate("document.activeElement.textContent")
    letter = page.get_by_role("link", name="Öppna ett mejl till oss").get_attribute("href")
    assert letter.startswith("mailto:") and "provade" not in letter


FOCUSED = """() => {
  const { name, textContent } = document.activeElement;
  return { name: name ?? "", text: textContent };
}"""


def answer_by_keyboard(page, question) -> None:
    if question.id == "municipality":
        page.keyboard.type("Nacka")
    elif question.id == "contact_publish":  # the first says yes
        page.keyboard.press("ArrowDown")
    elif question.choices or question.shape is AnswerShape.ATTESTATION:
        page.keyboard.press("Space")
    else:
        page.keyboard.type("2026-02" if question.form == "month" else "Vi provade")


def test_what_is_wrong_is_in_view_at_400_percent_and_nothing_goes_out_at_the_side(
    browser, served_site
):
    """A window of 1280 pixels is 320 wide then."""
    context = browser.new_context(locale="sv-SE", viewport={"width": 320, "height": 256})
    page = context.new_page()
    page.goto(served_site + "lamna-exempel/")
    page.get_by_role("button", name=SEND).press("Enter")
    summary = page.locator("[data-part=faults]")
    expect(summary).to_be_focused()
    top = summary.evaluate("(box) => box.getBoundingClientRect().top")
    covered = page.locator("header").first.evaluate(
        "(bar) => ['sticky', 'fixed'].includes(getComputedStyle(bar).position)"
        " ? bar.getBoundingClientRect().bottom : 0"
    )
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    context.close()

    assert wide == 0
    assert covered - 1 < top < 256 / 2


def test_an_answer_that_is_changed_keeps_its_key(page, served_site):
    page.goto(served_site + "tipsa/")
    answer_a_tip(page)
    saved = []
    for title in ("Bilder", "Bilder på schemat"):
        page.get_by_label("Rubrik").fill(title)
        with page.expect_download() as download:
            page.get_by_role("button", name=SEND).click()
        saved.append(json.loads(download.value.path().read_text("utf-8")))
        page.get_by_role("button", name="Ändra svaret").click()

    assert [one["answers"]["title"] for one in saved] == ["Bilder", "Bilder på schemat"]
    assert saved[0]["key"] == saved[1]["key"]


def test_what_is_wrong_is_told_first_and_leads_to_the_question(page, served_site):
    page.goto(served_site + "tipsa/")
    page.get_by_label("Rubrik").fill("x" * 83)
    page.get_by_role("button", name=SEND).click()

    assert page.title().startswith("Fel:")
    assert page.evaluate("document.activeElement.dataset.part") == "faults"
    page.get_by_role("link", name="Rubrik: korta med 3 tecken").click()
    title = page.get_by_label("Rubrik")
    expect(title).to_be_focused()
    expect(title).to_have_attribute("aria-invalid", "true")
    expect(title).to_have_accessible_description(
        "Vad handlar det om, i en mening? Högst 80 tecken. Fel: korta med 3 tecken"
    )


@pytest.mark.parametrize("look", [{"color_scheme": "light"}, {"forced_colors": "active"}])
def test_axe_finds_nothing_with_errors_nor_at_the_receipt(browser, served_site, look):
    context = context_with_axe(browser, viewport={"width": 360, "height": 900}, **look)
    page = context.new_page()
    page.goto(served_site + "tipsa/")
    page.get_by_role("button", name=SEND).click()
    with_errors = violations(page)
    answer_a_tip(page)
    page.get_by_role("button", name=SEND).click()
    page.get_by_role("heading", name="Svaret är sparat").wait_for()
    at_receipt = violations(page)
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    context.close()

    assert (with_errors, at_receipt, wide) == ([], [], 0)


def test_questions_come_when_they_are_needed_and_one_part_at_a_time(page, served_site):
    page.goto(served_site + "lamna-exempel/")
    district, role = page.get_by_label("Stadsdel"), page.get_by_label("Kontakt: roll")
    expect(district).to_be_hidden()
    page.get_by_label("Kommun", exact=True).select_option("stockholm")
    expect(district).to_be_visible()
    expect(role).to_be_hidden()
    page.locator("[name=contact_publish][value=yes]").check()
    expect(role).to_be_visible()

    page.get_by_role("button", name="Visa en del i taget").click()
    expect(district).to_be_hidden()
    page.get_by_role("button", name="Nästa del").click()
    assert page.title().startswith("Fel:")
    expect(page.get_by_text("Del 1 av 6")).to_be_visible()


def test_a_draft_is_kept_only_when_it_is_chosen_and_goes_when_it_is_removed(page, served_site):
    page.goto(served_site + "tipsa/")
    page.get_by_label("Rubrik").fill("Inte sparat")
    page.reload()
    assert page.evaluate("localStorage.length") == 0
    expect(page.get_by_label("Rubrik")).to_have_value("")

    page.get_by_label("Rubrik").fill("Sparat")
    page.get_by_label("Behåll ett utkast").check()
    page.reload()
    expect(page.get_by_label("Rubrik")).to_have_value("Sparat")
    page.get_by_role("button", name="Ta bort utkastet").click()
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(page.get_by_label("Rubrik")).to_have_value("")


def test_a_draft_older_than_seven_days_is_gone(page, served_site):
    page.goto(served_site + "tipsa/")
    page.evaluate(
        "localStorage['eb-draft-lead'] = JSON.stringify("
        "{ saved: Date.now() - 8 * 86400000, answers: { title: 'Gammalt' } })"
    )
    page.reload()

    expect(page.get_by_label("Rubrik")).to_have_value("")
    assert page.evaluate("localStorage.length") == 0


def test_a_trial_note_knows_the_example_one_comes_from(page, served_site):
    page.goto(served_site + "larande-exempel/bildstod-i-morgonmotet-gav-lugnare-start-pa-dagen/")
    page.locator("a[href*='vi-har-provat/?example=']").first.click()

    expect(page.get_by_label("Exempel", exact=True)).to_have_value("FC-2025-003")


def test_without_scripts_the_page_says_how_to_answer_on_paper(browser, served_site):
    page = browser.new_context(java_script_enabled=False, locale="sv-SE").new_page()
    page.goto(served_site + "lamna-exempel/")

    expect(page.get_by_role("heading", name="Svara på papper")).to_be_visible()
    expect(page.get_by_role("button", name=SEND)).to_be_hidden()
    expect(page.get_by_label("Rubrik")).to_be_visible()
    page.context.close()


def test_the_form_weighs_at_most_70_kilobytes_with_all_it_fetches(page, served_site):
    got = []
    page.on("response", lambda answer: got.append(answer))
    page.goto(served_site + "lamna-exempel/")
    page.wait_for_load_state("networkidle")
    sizes = {
        answer.url: len(body if answer.url.endswith(".woff2") else gzip.compress(body))
        for answer in got
        for body in [answer.body()]
    }

    assert sum(sizes.values()) <= 70_000, sizes


# ---- And then ----


@pytest.mark.parametrize("form", list(ResponseKind))
def test_what_is_written_in_the_form_is_what_is_read_in(page, served_site, tmp_path, form):
    """Every field and all eight sections."""
    answers = whole_answers(questionnaire_for(form, sample_settings()))
    page.goto(served_site + ADDRESSES[form])
    fill_in(page, answers)
    with page.expect_download() as download:
        page.get_by_role("button", name=SEND).click()
    file = tmp_path / "svar.json"
    download.value.save_as(file)
    assert json.loads(file.read_text("utf-8"))["answers"] == answers

    root = tmp_path / "projekt"
    root.mkdir()
    read_in(root, file)
    (path,) = (root / "submissions").rglob("*.md")
    problems = Problems()
    document = read_document(path, root, problems)
    kind = TrialNoteSubmission if form is ResponseKind.TRIAL_NOTE else Submission
    record = document and record_from(document, kind, problems)

    assert record, [*map(str, problems)]
    read = {name: answer_in(record, name) for name in answers}
    assert read == {**answers, **STAYS_IN_THE_FILE[form]}


STAYS_IN_THE_FILE = {
    ResponseKind.EXAMPLE: {},
    ResponseKind.LEAD: {"contact": ""},
    ResponseKind.TRIAL_NOTE: {},
}


def answer_in(record, name: str) -> str | list[str]:
    """What a submission says to this question, as a form says it."""
    if name in {*Section}:
        return record.sections[Section(name)]
    if name in Attestations.model_fields:
        attestation = getattr(record.attestations, name)
        return "yes" if attestation and attestation.answer else "no"
    match name:
        case "contact":
            return ""
        case "links":
            return [f"{link.title} {link.url}" for link in record.links]
        case "supplier":
            return record.supplier.name
        case "supplier.paid":
            return "yes" if record.supplier.paid else "no"
    value = getattr(record, name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return [*value] if isinstance(value, tuple) else str(value)
