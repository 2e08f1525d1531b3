"""One question at a time: numbers or words, a fault told at once, and always a way back."""

from datetime import date

import pytest

from exempelbank.authoring.draft import Draft
from exempelbank.authoring.interview import Interview, summary
from exempelbank.authoring.kinds import ADDED_KINDS
from exempelbank.authoring.prompts import prompts_of
from exempelbank.exceptions import NoConsent
from exempelbank.i18n import _
from tests.builders import sample_settings

SETTINGS = sample_settings()
TODAY = date(2026, 3, 17)
CONSENT = "Samtycke till publicering"
YES = {CONSENT: ["ja"], "Rubrik": ["Bildstöd"]}


class Person:
    """Answers what is asked, by its label, and passes over all else."""

    def __init__(self, answers):
        self.answers = {label: [*lines] for label, lines in answers.items()}
        self.heard = []
        self.asked = []

    def hear(self, line):
        if self.heard and not self.heard[-1]:
            self.asked.append(line.partition(" (")[0])
        self.heard.append(line)

    def answer(self, _mark):
        lines = self.answers.get(self.asked[-1])
        if not lines and self.heard[-1] == _("  It must be answered."):
            pytest.fail(f"“{self.asked[-1]}” must be answered, and has no answer")
        return lines.pop(0) if lines else ""

    def tells(self, kind, known=None, **also):
        kind = ADDED_KINDS[kind]
        interview = Interview(SETTINGS, TODAY, self.answer, self.hear, **also)
        return interview.run(Draft(kind, known or {}), prompts_of(kind, SETTINGS))


def test_answers_are_numbers_labels_or_ids_and_become_ids():
    draft = Person(
        YES
        | {
            "Typ av exempel": ["arbetssätt"],
            "Verksamhetsområde": ["1, 3"],
            "Målgrupp": ["Personer med autism, adhd-npf"],
            "Det här lärde vi oss": ["En bild i taget.", "Fråga först, sedan tavlan."],
            "Resultat": ["Det blev lugnare.", "", "Ingen väntar längre.", "", ""],
        }
    ).tells("example")

    areas = [*SETTINGS.vocabulary("work_areas").by_id]
    assert draft.data["kind"] == "arbetssatt"
    assert draft.data["work_areas"] == [areas[0], areas[2]]
    assert draft.data["target_groups"] == ["autism", "adhd-npf"]
    assert draft.data["lessons"] == ["En bild i taget.", "Fråga först, sedan tavlan."]
    assert draft.data["attestations"] == {"consent": {"answer": "yes"}}
    assert draft.texts["Resultat"] == "Det blev lugnare.\n\nIngen väntar längre."


def test_consent_is_asked_first_and_without_it_nothing_more_is():
    person = Person({CONSENT: ["nej"]})

    with pytest.raises(NoConsent):
        person.tells("example")
    assert person.asked == [CONSENT]


@pytest.mark.parametrize(
    ("label", "wrong", "right"),
    (
        ("Startade", "våren", "2025-09"),
        ("Verksamhetsområde", "99", "1"),
        ("Typ av exempel", "Hittepå", "Metod"),
        ("Rubrik", "För lång " * 20, "Kort"),
        ("Sammanfattning", "Kalle, 19121212-1212, fick bildstöd.", "En person fick bildstöd."),
        ("Delaktighet", "Kalle har 121212-1212.", "Alla fick säga sitt."),
    ),
)
def test_what_is_wrong_is_told_at_once_and_asked_again(label, wrong, right):
    several = ["", ""] if label == "Delaktighet" else []
    person = Person(YES | {label: [wrong, *several, right, *several]})
    person.tells("example")

    assert not person.answers[label]
    assert person.asked.count(label) == 1


def test_back_asks_the_question_before_and_an_empty_line_keeps_its_answer():
    person = Person(YES | {"Sammanfattning": ["tillbaka", "Vi hängde upp bilder."]})
    draft = person.tells("example")

    assert person.asked[:4] == [CONSENT, "Rubrik", "Sammanfattning", "Rubrik"]
    assert draft.data["title"] == "Bildstöd"
    assert draft.data["summary"] == "Vi hängde upp bilder."


def test_what_must_be_answered_is_asked_until_it_is_and_the_rest_can_wait():
    person = Person({CONSENT: ["ja"], "Rubrik": ["", "Bildstöd"]})
    draft = person.tells("example")

    assert _("  It must be answered.") in person.heard
    assert {*draft.data} == {"attestations", "title"}


def test_only_what_follows_from_the_answers_is_asked():
    huddinge = Person(YES | {"Kommun": ["Huddinge"], "Visa kontakten": ["nej"]})
    huddinge.tells("example")
    stockholm = Person(YES | {"Kommun": ["Stockholm"], "Stadsdelsförvaltning": ["Farsta"]})

    assert stockholm.tells("example").data["district"] == "farsta"
    assert not {"Stadsdelsförvaltning", "Organisation", "Kontakt: roll"} & {*huddinge.asked}


def test_an_attestation_in_other_words_is_told_how_it_is_written():
    person = Person(YES | {"Chefen är informerad": ["ja, i våras", "ja, 2026-03-05"]})

    draft = person.tells("example")

    says = _("must be a yes or a no, and perhaps the day: yes, 2026-03-05")
    assert f"  ! {says}" in person.heard
    assert draft.data["attestations"]["manager_informed"]["date"] == "2026-03-05"


def test_days_may_be_typed_in_words_and_become_days():
    draft = Person(
        {CONSENT: ["ja, i går"], "Rubrik": ["Bildstöd"]}
        | {"Chefen är informerad": ["ja, 5 mars 2026"], "Startade": ["september 2025"]}
    ).tells("example")
    news = Person({"Rubrik": ["Nyhet"], "Typ av nyhet": ["1"], "Visas från": ["I dag"]}).tells(
        "news"
    )
    event = Person(
        {"Rubrik": ["Träff"], "Typ av aktivitet": ["1"]}
        | {"Tillfällen": ["5 maj 2026 kl. 13", "5 maj 2026 15:00", ""]}
    ).tells("event")

    given = draft.data["attestations"]
    assert given["consent"] == {"answer": "yes", "date": "2026-03-16"}
    assert given["manager_informed"]["date"] == "2026-03-05"
    assert draft.data["started"] == "2025-09"
    assert news.data["published"] == "2026-03-17"
    assert event.data["occasions"] == [{"starts": "2026-05-05 13:00", "ends": "2026-05-05 15:00"}]


def test_occasions_are_asked_one_after_the_other_until_an_empty_line():
    person = Person(
        {
            "Rubrik": ["Träff"],
            "Typ av aktivitet": ["Nätverksträff"],
            "Tillfällen": [
                *("2026-05-05 13:00", "2026-05-05 12:00", ""),  # ends before it starts
                *("2026-05-05 13:00", "2026-05-05 15:00", "2026-05-12", "2026-05-12", ""),
            ],
        }
    )

    assert [one["starts"] for one in person.tells("event").data["occasions"]] == [
        "2026-05-05 13:00",
        "2026-05-12",
    ]


def test_what_a_lead_tells_already_is_offered_and_can_be_taken_away():
    known = {"title": "Läxhjälp", "summary": "Ett tips.", "municipality": "tyreso"}
    person = Person({CONSENT: ["ja"], "Sammanfattning": ["-"]})

    assert person.tells("example", known).data == {
        "title": "Läxhjälp",
        "municipality": "tyreso",
        "attestations": {"consent": {"answer": "yes"}},
    }


def test_lines_that_are_pasted_at_a_question_are_its_answer_and_not_those_of_the_next():
    whole = Person(YES | {"Rubrik": ["Bildstöd\ni duschen"]})  # as a terminal with readline gives
    draft = whole.tells("example")

    assert draft.data["title"] == "Bildstöd i duschen"
    assert "summary" not in draft.data
    assert _("  Several lines were pasted, and are taken as one answer.") in whole.heard

    waits = iter((False, True, True))
    apart = Person(YES | {"Rubrik": ["Bildstöd", "i", "duschen"]})
    draft = apart.tells("example", more_is_typed=lambda: next(waits, False))
    assert draft.data["title"] == "Bildstöd i duschen"


def test_a_text_may_be_pasted_with_its_paragraphs():
    pasted = "Det blev lugnare.\n\n\nIngen väntar längre."
    draft = Person(
        YES | {"Resultat": [pasted, "", ""], "Det här lärde vi oss": ["Ett.\n\nTvå."]}
    ).tells("example")

    assert draft.data["lessons"] == ["Ett.", "Två."]
    assert "Ingen väntar längre." in draft.texts["Resultat"]


def test_how_far_one_has_come_is_told_with_each_question():
    person = Person(YES)
    person.tells("example")
    count = len(prompts_of(ADDED_KINDS["example"], SETTINGS))

    says = _("question {n} of {all}").format(n=2, all=count)
    assert f"Rubrik ({_('must be answered')}, {says})" in person.heard


def test_a_contact_that_nobody_said_shall_be_shown_is_not_asked_for():
    person = Person(YES)
    person.tells("example")

    assert not [label for label in person.asked if label.startswith("Kontakt")]


def test_what_was_refused_is_not_among_what_is_kept():
    drafts = []
    Person(YES | {"Sammanfattning": ["Kalle, 19121212-1212.", "En person."]}).tells(
        "example", keep=drafts.append
    )

    assert drafts[-1].data["summary"] == "En person."
    assert not [draft for draft in drafts if "Kalle" in str(draft.data)]


def test_the_summary_tells_all_that_was_answered_by_the_names_of_the_questions():
    draft = Person(YES | {"Kommun": ["Huddinge"]}).tells("example")

    lines = [*summary(draft, prompts_of(ADDED_KINDS["example"], SETTINGS))]
    assert lines == [f"  {CONSENT}: yes", "  Rubrik: Bildstöd", "  Kommun: Huddinge"]
