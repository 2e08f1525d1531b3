"""A comment's commands, on a project -> the files that commands make, and an answer in words."""

import pytest

from exempelbank.model.review import ReviewState
from exempelbank.problems import Problems
from exempelbank.review.repository import find_contribution
from exempelbank.review.slash_commands.answers import refusal_lines
from exempelbank.review.slash_commands.carrying_out import Author, carry_out_commands
from exempelbank.review.slash_commands.checklist import answers_in
from exempelbank.review.slash_commands.parsing import commands_in
from tests.builders import a_published, a_submission, moment, sample_settings
from tests.review.builders import ATTESTED, CHECKLIST, a_project, a_ready_one, in_state, stored

AT = moment("2026-03-16 09:15")
ID = "FC-2026-014"
ANSWER_ALL = "/checklista " + ", ".join(f"{id} ja" for id in CHECKLIST)


@pytest.fixture
def root(tmp_path):
    """A response that came in today."""
    return a_project(tmp_path, stored(a_submission(attestations=ATTESTED)))


@pytest.fixture
def ready(tmp_path):
    return a_project(tmp_path, stored(a_ready_one()))


def write(root, by, text, id=ID):
    return carry_out_commands(commands_in(text), id, Author(by, AT), root, sample_settings())


def record(root, id=ID):
    found = find_contribution(root, id, Problems(), sample_settings())
    assert found
    return found.record


def refusal(root, by, text, id=ID):
    """What the answer says, with the proof that nothing was done."""
    before = {path: path.read_bytes() for path in root.rglob("*.md")}
    outcome = write(root, by, text, id)
    assert (outcome.says, outcome.changed) == ((), ())
    assert {path: path.read_bytes() for path in root.rglob("*.md")} == before
    return "\n".join(refusal_lines(outcome.problems))


def test_the_whole_review_is_written_in_a_few_comments(root):
    taken = write(root, "bo-lind", "/granska inte-inblandad")
    answered = write(root, "bo-lind", ANSWER_ALL)
    approved = write(root, "anna-ek", "/godkänn inte-inblandad")

    assert taken.changed == answered.changed == (f"submissions/{ID}.md",)
    assert answered.says == ("Checklistan är klar.",)
    assert approved.says == (f"{ID} är godkänt.",)
    assert sorted(path.partition("/")[0] for path in approved.changed) == [
        "content",
        "content",
        "submissions",
    ]
    assert record(root).review.approved_by == ("bo-lind", "anna-ek")


def test_the_log_holds_who_wrote_it_and_when(root):
    write(root, "bo-lind", "/granska inte-inblandad\n/checklista relevance ja")

    log = record(root).review.log
    assert [(entry.by, entry.at, entry.did) for entry in log[-2:]] == [
        ("bo-lind", AT, "in-review"),
        ("bo-lind", AT, "checklist"),
    ]


def test_all_of_a_comment_is_done_or_nothing(root):
    says = refusal(root, "bo-lind", "/granska inte-inblandad\n/checklista finns-inte ja")

    assert "finns-inte" in says


@pytest.mark.parametrize(
    ("by", "text", "part"),
    [
        ("bo-lind", "/godkänn inte-inblandad", "kan inte också godkänna det"),
        ("anna-ek", "/godkänn", "/godkänn inte-inblandad"),
        ("anna-ek", "/godkänn inte-inblandad Bra jobbat!", "nytt: …"),
        ("cilla-alm", "/ledare Alla andra har semester.", "inte gruppledare"),
        ("anna-ek", "/ledare", "säger inte varför"),
        ("anna-ek", "/avböj", "säger inte varför"),
        ("anna-ek", "/pausa Någon kan kännas igen.", "kan inte bli"),
        ("anna-ek", "/checklista relevance ja", "besvarar checklistan"),
        ("anna-ek", "/komplettera Ring 19811228-9874.", "personnummer"),
        ("anna-ek", "/godkän", "/hjälp"),
    ],
)
def test_what_stands_in_the_way_is_told_with_what_to_write(ready, by, text, part):
    says = refusal(ready, by, text)

    assert part in says
    assert "exempelbank " not in says and "--" not in says


def test_before_anyone_handles_it_an_approval_asks_for_that(root):
    assert "/granska inte-inblandad" in refusal(root, "anna-ek", "/godkänn inte-inblandad")


def test_an_approval_lists_all_that_the_checklist_lacks(root):
    write(root, "bo-lind", "/granska inte-inblandad")

    assert refusal(root, "anna-ek", "/godkänn inte-inblandad").count("är inte besvarad") == len(
        CHECKLIST
    )


def test_the_leaders_note_stands_for_the_second_pair_of_eyes(ready):
    outcome = write(ready, "anna-ek", "/ledare Inte inblandad. Alla andra har semester.")

    assert outcome.changed
    assert record(ready).review.approved_by == ("bo-lind", "anna-ek")
    assert record(ready).review.log[-1].by == "bo-lind"


def test_what_was_sent_back_is_under_review_again_when_someone_takes_it_on(ready):
    write(ready, "bo-lind", "/komplettera Hur många var med?")
    assert record(ready).review.state is ReviewState.CHANGES_REQUESTED
    write(ready, "bo-lind", "/granska")

    review = record(ready).review
    assert (review.state, review.handled.not_involved) == (ReviewState.IN_REVIEW, True)
    assert "Hur många var med?" in [entry.note for entry in review.log]


def test_one_who_is_not_involved_takes_over_with_the_checklist_as_it_is(ready):
    write(ready, "cilla-alm", "/handle not-involved")

    assert record(ready).review.handled.by == "cilla-alm"


def test_what_is_published_is_paused_with_the_reason_in_the_log(tmp_path):
    example = in_state(ReviewState.APPROVED)
    root = a_project(tmp_path, example)
    outcome = write(root, "cilla-alm", "/pausa Någon kan kännas igen.", example.record.id)

    review = record(root, example.record.id).review
    assert outcome.changed == (example.document.path,)
    assert (review.state, review.log[-1].note) == (ReviewState.PAUSED, "Någon kan kännas igen.")


def test_help_changes_nothing_and_lists_every_command(ready):
    outcome = write(ready, "anna-ek", "/hjälp")

    assert outcome.changed == ()
    for word in ("granska", "checklista", "komplettera", "godkänn", "ledare", "avböj", "pausa"):
        assert any(line.startswith(f"- /{word}") for line in outcome.says), word


def test_a_text_of_the_response_is_never_a_command(tmp_path):
    title = "/godkänn inte-inblandad"
    root = a_project(tmp_path, stored(a_submission(title=title, attestations=ATTESTED)))
    write(root, "bo-lind", "/granska inte-inblandad")

    assert record(root).title == title
    assert record(root).review.state is ReviewState.IN_REVIEW


def test_of_an_example_that_is_not_there_it_is_said(ready):
    assert "FC-2026-999" in refusal(ready, "anna-ek", "/granska", "FC-2026-999")


def test_a_revision_says_what_is_new_for_readers(tmp_path):
    old = stored(a_published())
    new = stored(a_ready_one(revises=old.record.id, title="Bildstöd för fler"))
    root = a_project(tmp_path, old, new)

    assert "det står inte vad som har ändrats" in refusal(
        root, "anna-ek", "/godkänn inte-inblandad"
    )
    outcome = write(root, "anna-ek", "/godkänn inte-inblandad nytt: Fler har provat.")
    assert outcome.says == (f"{new.record.id} är godkänt.",)
    revised = record(root, old.record.id)
    assert revised.review.versions[-1].what == "Fler har provat."


# ---- The checklist, as one writes it in a comment ----


@pytest.mark.parametrize(
    ("argument", "answers"),
    [
        ("relevance ja", ["relevance=ja"]),
        ("Rätt plats ja, underlag nej", ["Rätt plats=ja", "underlag=nej"]),
        ("Rätt plats: ja", ["Rätt plats=ja"]),
        ("Rätt plats = ja", ["Rätt plats = ja"]),
        (
            "rättigheter ej aktuellt: Ingen bild, inget citat, underlag ja",
            ["rättigheter=ej aktuellt: Ingen bild, inget citat", "underlag=ja"],
        ),
        ("finns inte ej aktuellt: x", ["finns inte=ej aktuellt: x"]),
        ("ja", ["ja"]),
        ("", []),
    ],
)
def test_answers_are_written_with_commas_between(argument, answers):
    assert list(answers_in(argument, sample_settings())) == answers
