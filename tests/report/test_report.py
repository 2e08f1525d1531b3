"""What a report says, and what it keeps to itself."""

import pytest

from exempelbank.model.example import Link, Section
from exempelbank.model.review import Approval, Check, LogEntry, Release, Review, ReviewState
from exempelbank.privacy.texts import text_hash
from exempelbank.problems import Location, Problem
from exempelbank.report.build import report_on_unreadable
from exempelbank.report.findings import FindingKind
from exempelbank.report.markdown import as_comment
from exempelbank.report.page import as_page
from exempelbank.report.report import EarlierVersion, Verdict
from exempelbank.report.steps import next_steps, verdict_text
from tests.builders import a_published, a_submission, moment
from tests.report.builders import (
    CASES,
    a_report,
    held_for_privacy,
    lacking_five_things,
    ready_to_approve,
    revising_three_words,
    sections_with,
)
from tests.review.builders import a_ready_one

SECRETS = ("19811228-9874", "19811228", "9874", "08-465 004 17", "004 17")


def test_a_new_response_is_told_what_is_missing_and_what_comes_next():
    report = lacking_five_things()

    assert report.verdict is Verdict.INCOMPLETE
    assert [problem.location.label for problem in report.missing] == [
        "summary",
        "roles",
        "evidence",
        "Råd till er som vill göra likadant",
        "municipality",
    ]
    assert {finding.kind for finding in report.language.findings} >= {
        FindingKind.LONG,
        FindingKind.ABBREVIATION,
        FindingKind.HEAVY,
        FindingKind.LINK,
    }
    assert [one.id for one in report.duplicates] == ["FC-2025-011"]
    assert len(next_steps(report)) == 4


def test_a_revision_is_shown_word_by_word_against_what_is_published():
    report = revising_three_words()

    assert report.verdict is Verdict.READY
    assert [(change.name, change.changed_words) for change in report.changes] == [
        ("Så gjorde vi", 3)
    ]


def test_personal_data_stop_everything_else():
    report = held_for_privacy()

    assert report.verdict is Verdict.HELD
    assert report.personal[0].blocks_publication
    assert len(next_steps(report)) == 3


@pytest.mark.parametrize("write", [as_comment, as_page])
def test_a_secret_is_pointed_at_and_never_shown(write):
    written = write([held_for_privacy()])

    assert "•••" in written
    assert not [secret for secret in SECRETS if secret in written]


@pytest.mark.parametrize("write", [as_comment, as_page])
def test_a_secret_in_any_field_or_in_the_text_before_is_not_shown(write):
    secret = "Kalle 19811228-9874, 08-465 004 17"
    example = a_submission(
        title=secret,
        summary=secret,
        unit=secret,
        kind=secret,
        municipality=secret,
        keywords=(secret,),
        lessons=(secret,),
        sections=dict.fromkeys(Section, secret),
        review=Review(
            state=ReviewState.IN_REVIEW,
            checklist={"privacy": Check(answer="no", comment=secret)},
            log=(LogEntry(at=moment("2026-03-02 08:00"), by=secret, did=secret, note=secret),),
        ),
    )
    before = a_published(title=f"{secret} förut", sections=dict.fromkeys(Section, f"{secret}!"))
    other = a_published(id="FC-2025-011", title=secret)

    written = write(
        [a_report(example, earlier=EarlierVersion(before, "x"), others=[("x.md", other)])]
    )

    assert not [part for part in SECRETS if part in written]


def test_an_example_that_lacks_nothing_waits_for_the_second_pair_of_eyes():
    report = ready_to_approve()

    assert report.verdict is Verdict.READY
    assert not report.missing
    assert "Cilla Alm" in next_steps(report)[0]


def test_an_approval_counts_for_the_very_text_it_was_given():
    base = a_submission(state=ReviewState.IN_REVIEW)
    approval = Approval(
        by="bo-lind", at=moment("2026-03-05 10:00"), content_hash=base.content_hash()
    )
    approved = base.model_copy(
        update={"review": Review(state=ReviewState.IN_REVIEW, approvals=(approval,))}
    )
    edited = approved.model_copy(update={"title": "En annan rubrik"})

    assert a_report(approved).approvers == ("Bo Lind",)
    assert a_report(edited).approvers == ()


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        (ReviewState.LEAD, Verdict.INCOMPLETE),
        (ReviewState.DECLINED, Verdict.CLOSED),
        (ReviewState.WITHDRAWN, Verdict.CLOSED),
    ],
)
def test_the_state_decides_where_nothing_is_wrong(state, verdict):
    report = a_report(state=state)

    assert report.verdict is verdict
    assert verdict_text(report)
    assert next_steps(report)


def test_a_published_text_that_was_edited_is_read_again_by_two():
    published = a_published()
    edited = published.model_copy(
        update={"sections": sections_with(Section.HOW, "Vi samlas tidigt.")}
    )
    report = a_report(edited, earlier=EarlierVersion(published, "texten före den här ändringen"))

    assert report.changes
    assert "två av er" in " ".join(next_steps(report))


def test_a_text_edited_and_approved_anew_is_not_said_to_lack_approval():
    before = a_published(sections=sections_with(Section.HOW, "Vi samlas sent."))
    report = a_report(
        a_published(), earlier=EarlierVersion(before, "texten före den här ändringen")
    )

    assert report.changes
    assert report.verdict is Verdict.READY
    assert "två av er" not in " ".join(next_steps(report))
    assert "Anna Ek, Bo Lind" in report.approved


def test_a_paused_example_is_said_to_show_nothing():
    report = a_report(a_published(review={"state": ReviewState.PAUSED}))

    assert "pausa" in " ".join(next_steps(report))


def test_a_file_that_is_no_example_is_told_of_too():
    wrong = Problem(Location("submissions/FC-2026-099.md", 3), "har “title” två gånger")
    report = report_on_unreadable("submissions/FC-2026-099.md", [wrong])

    for written in (as_comment([report]), as_page([report])):
        assert "FC-2026-099" in written
        assert "två gånger" in written


def test_a_secret_in_a_file_that_is_no_example_is_not_shown():
    secret = "Kalle 19811228-9874"
    path = f"submissions/{secret}.md"
    wrong = Problem(Location(path, 3, secret), f"har “{secret}” två gånger", f"Behåll “{secret}”.")
    report = report_on_unreadable(path, [wrong])

    for written in (as_comment([report]), as_page([report])):
        assert not [part for part in SECRETS if part in written]


def test_a_whole_load_is_told_of_on_one_page():
    page = as_page([make() for make in CASES.values()])

    assert page.count("<article") == len(CASES)
    assert '<nav class="contents"' in page


def test_what_has_been_released_is_shown_with_whose_word_it_is():
    text = "Kalle har epilepsi."
    release = Release(rule="health", text_hash=text_hash(text), by="bo-lind")
    word = LogEntry(at=moment("2026-03-16 09:15"), by="bo-lind", did="released", note="En bok.")
    review = {"releases": (release,), "log": (word,)}

    def about_health(summary):
        report = a_report(a_ready_one(summary=summary, review=review))
        return [one for one in report.personal if "diagnos" in one.says]

    (released,), (stopped, *_others) = about_health(text), about_health(f"{text} {text}")
    assert (released.blocks_publication, released.fix) == (False, "Släppt av Bo Lind: En bok.")
    assert stopped.blocks_publication


@pytest.mark.parametrize(
    "link",
    [
        Link(title="www.skr.se", url="https://annan.example/x"),
        Link(title="", url="https://bit.ly/x"),
    ],
)
def test_a_link_that_hides_where_it_leads_is_pointed_out(link):
    assert any("reklam" in finding.says for finding in a_report(links=(link,)).personal)
    assert not a_report(links=(Link(title="www.skr.se", url="https://skr.se/x"),)).personal
