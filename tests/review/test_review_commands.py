"""The review as a person does it: commands, on files that people also edit."""

import json

import pytest

from exempelbank.cli.review_context import ReviewContext
from exempelbank.i18n import _
from exempelbank.model.content import NewsItem
from exempelbank.model.review import Answer, ReviewState
from exempelbank.model.submission import Attestation, PublishedExample, Submission
from tests.builders import a_published, a_submission, sample_settings
from tests.review.builders import (
    ATTESTED,
    a_project,
    a_ready_one,
    in_state,
    read,
    run,
    stored,
    write,
)

FILE = "submissions/FC-2026-014.md"
EVERY_ITEM = [f"{item.id}=yes" for item in sample_settings().checklist]


@pytest.fixture
def project(tmp_path):
    """One response has come in, and someone has made a note in its file."""
    root = a_project(tmp_path, stored(a_submission(attestations=ATTESTED)))
    noted = (root / FILE).read_text("utf-8").replace("kind: ", "# Ring Eva om bilderna.\nkind: ")
    write(root, FILE, noted)
    return root


def test_the_walk_from_response_to_library(project, capsys):
    assert run(project, "handle", "FC-2026-014", "--by", "bo-lind", "--not-involved") == 0
    assert run(project, "checklist", "FC-2026-014", *EVERY_ITEM, "--by", "bo-lind") == 0
    assert "# Ring Eva om bilderna.\n" in (project / FILE).read_text("utf-8")
    assert run(project, "approve", "FC-2026-014", "--by", "anna-ek", "--not-involved") == 0

    said = capsys.readouterr().out
    example = read(project, "content/examples/bildstod-i-morgonmotet.md", PublishedExample)
    assert example.review.approved_by == ("bo-lind", "anna-ek")
    reviewed = read(project, "submissions/approved/FC-2026-014.md", Submission)
    assert reviewed.review.checklist and reviewed.attestations == ATTESTED
    assert "submissions/approved" in said and "exempelbank build" in said
    (news,) = (project / NewsItem.folder).glob("*.md")
    assert example.id in news.read_text("utf-8")
    assert not (project / FILE).exists()
    capsys.readouterr()
    assert run(project, "check") == 0


def test_words_that_someone_typed_are_written_as_ids_by_fmt_and_by_every_command(project, capsys):
    typed = (project / FILE).read_text("utf-8").replace("kind: arbetssatt", "Typ av exempel: Metod")
    write(project, FILE, typed)

    assert run(project, "fmt", "--check") == 1
    assert (project / FILE).read_text("utf-8") == typed
    assert FILE in capsys.readouterr().out
    assert run(project, "handle", "FC-2026-014", "--by", "bo-lind") == 0
    assert "\nkind: metod\n" in (project / FILE).read_text("utf-8")

    write(project, FILE, typed)
    assert run(project, "fmt", "FC-2026-014") == 0
    text = (project / FILE).read_text("utf-8")
    assert text == typed.replace("Typ av exempel: Metod", "kind: metod")
    assert run(project, "fmt", "--check") == 0


def test_the_answers_may_stand_after_who_answers(project):
    run(project, "handle", "FC-2026-014", "--by", "bo-lind", "--not-involved")

    assert run(project, "checklist", "FC-2026-014", "--by", "bo-lind", *EVERY_ITEM) == 0


def test_who_approves_an_edited_page_is_told_to_name_the_one_who_read_it(tmp_path, capsys):
    root = a_project(tmp_path, stored(a_published()))

    run(root, "approve", "FC-2026-014", "--by", "anna-ek", "--not-involved", "--what", "Resultat")

    assert "--handled-by" in capsys.readouterr().err


def test_the_log_tells_who_did_what(project):
    run(project, "handle", "FC-2026-014", "--by", "bo-lind")
    run(project, "checklist", "FC-2026-014", "privacy=yes", "--by", "bo-lind")
    run(
        project,
        "set-state",
        "FC-2026-014",
        "changes-requested",
        "--by",
        "anna-ek",
        "--note",
        "Mejl",
    )
    review = read(project, FILE, Submission).review

    assert [(entry.by, entry.did, entry.note) for entry in review.log] == [
        ("bo-lind", "in-review", ""),
        ("bo-lind", "checklist", ""),
        ("anna-ek", "changes-requested", "Mejl"),
    ]
    assert {str(entry.at.date()) for entry in review.log} == {"2026-03-16"}, "the site's day"


def test_what_is_refused_changes_nothing_and_says_why(project, capsys):
    before = (project / FILE).read_bytes()

    assert run(project, "approve", "FC-2026-014", "--by", "anna-ek", "--not-involved") == 1
    assert (project / FILE).read_bytes() == before
    assert not (project / "content/examples").exists()
    assert _("nobody handles this example yet") in capsys.readouterr().err


def test_only_the_handler_answers_the_checklist_and_a_colleague_may_take_over(project, capsys):
    run(project, "handle", "FC-2026-014", "--by", "bo-lind")
    says = _("{name} handles this example and answers its checklist").format(name="Bo Lind")
    assert run(project, "checklist", "FC-2026-014", "privacy=yes", "--by", "anna-ek") == 1
    assert says in capsys.readouterr().err

    run(project, "handle", "FC-2026-014", "--by", "anna-ek")
    assert run(project, "checklist", "FC-2026-014", "privacy=yes", "--by", "anna-ek") == 0


NO_ANSWER = "“{answer}” is not an answer to “{item}”"


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("privacy", NO_ANSWER),
        ("privacy=", NO_ANSWER),
        ("privacy=true", NO_ANSWER),
        ("privacy=kanske", NO_ANSWER),
        ("privasy=yes", "there is no “{item}” in the checklist"),
        ("privacy=not-applicable", "“{item}” is not applicable, but why is not said"),
    ],
)
def test_an_answer_that_is_not_one_is_refused(project, answer, says, capsys):
    run(project, "handle", "FC-2026-014", "--by", "bo-lind")

    item, _equals, given = answer.partition("=")
    item = {"privacy": "Ingen går att känna igen"}.get(item, item)
    assert run(project, "checklist", "FC-2026-014", answer, "--by", "bo-lind") == 1
    said = capsys.readouterr().err
    assert _(says).format(item=item, answer=given) in said
    assert said.endswith(
        _("Nothing was saved, of the other answers neither. Give them all once more.") + "\n"
    )


def test_a_consent_of_a_day_that_is_yet_to_come_is_told_by_check(tmp_path, capsys):
    consent = Attestation(answer=True, date="2099-01-01")
    attested = ATTESTED.model_copy(update={"consent": consent})
    root = a_project(tmp_path, stored(a_submission(attestations=attested)))

    assert run(root, "check") == 1
    assert _("is a day that has not come yet") in capsys.readouterr().out


def test_an_answer_keeps_its_comment_colons_and_all(project):
    run(project, "handle", "FC-2026-014", "--by", "bo-lind")
    run(
        project,
        "checklist",
        "FC-2026-014",
        "rights=not-applicable:Obs: ingen bild",
        "--by",
        "bo-lind",
    )
    check = read(project, FILE, Submission).review.checklist["rights"]

    assert (check.answer, check.comment) == (Answer.NOT_APPLICABLE, "Obs: ingen bild")


def test_the_checklist_alone_tells_what_is_left(project, capsys):
    run(project, "handle", "FC-2026-014", "--by", "bo-lind")
    run(project, "checklist", "FC-2026-014", *EVERY_ITEM[1:], "--by", "bo-lind")
    capsys.readouterr()
    run(project, "checklist", "FC-2026-014", "--by", "bo-lind")

    assert "Rätt plats" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "state"),
    [
        (["pause", "--reason", "Ett klagomål."], ReviewState.PAUSED),
        (
            ["withdraw", "--yes", "--decision", "Dnr 1", "--reason", "Samtycket är återtaget."],
            ReviewState.WITHDRAWN,
        ),
        (["archive"], ReviewState.ARCHIVED),
    ],
)
def test_a_published_one_is_taken_away_by_one_reviewer(tmp_path, command, state):
    root = a_project(tmp_path, stored(a_published()))
    name, *rest = command

    assert run(root, name, "FC-2026-014", "--by", "cilla-alm", *rest) == 0
    assert read(root, "content/examples/bildstod.md", PublishedExample).review.state is state
    assert run(root, "check") == 0, "the text is as it was approved"


def test_a_published_one_comes_back_and_is_renewed(tmp_path):
    root = a_project(tmp_path, in_state(ReviewState.PAUSED))
    eyes = ["--by", "anna-ek", "--handled-by", "bo-lind", "--not-involved"]

    assert run(root, "approve", "FC-2026-014", *eyes) == 0
    review = read(root, "content/examples/bildstod.md", PublishedExample).review
    assert (review.state, review.version) == (ReviewState.APPROVED, 1)


def test_an_edited_one_is_approved_as_a_new_version(tmp_path):
    root = a_project(tmp_path, stored(a_published()))
    path = root / "content/examples/bildstod.md"
    path.write_text(path.read_text("utf-8").replace("Börja smått.", "Börja i tid."), "utf-8")
    eyes = ["--by", "anna-ek", "--handled-by", "bo-lind", "--not-involved"]

    assert run(root, "check") == 1
    assert run(root, "approve", "FC-2026-014", *eyes) == 1, "it must say what changed"
    assert run(root, "approve", "FC-2026-014", *eyes, "--what", "Rådet är tydligare.") == 0
    assert run(root, "check") == 0
    assert read(root, "content/examples/bildstod.md", PublishedExample).review.version == 2


def test_states_answers_and_reviewers_are_called_by_their_names(project, capsys):
    assert run(project, "handle", "FC-2026-014", "--by", "Bo Lind") == 0
    answers = ("Rätt plats=ja", "Rättigheter=ej aktuellt: Ingen bild.", "learning=Nej")
    assert run(project, "checklist", "FC-2026-014", *answers, "--by", "bo lind") == 0
    asked = ("set-state", "FC-2026-014", "Komplettering begärd", "--by", "Anna Ek")
    assert run(project, *asked) == 0

    review = read(project, FILE, Submission).review
    assert review.state is ReviewState.CHANGES_REQUESTED
    assert {item: (check.answer, check.comment) for item, check in review.checklist.items()} == {
        "relevance": (Answer.YES, ""),
        "rights": (Answer.NOT_APPLICABLE, "Ingen bild."),
        "learning": (Answer.NO, ""),
    }
    assert [entry.by for entry in review.log] == ["bo-lind", "bo-lind", "anna-ek"]
    capsys.readouterr()
    run(project, "show", "FC-2026-014")
    shown = capsys.readouterr().out
    assert '"Under granskning"' in shown
    assert "Ingen går att känna igen:" in shown
    assert not {"in-review", "relevance", "privacy"} & {*shown.replace("=", " ").split()}


NO_SUCH_STATE = _("There is no state called “{state}”.")


@pytest.mark.parametrize(
    ("state", "says"),
    [
        ("approved", "exempelbank approve FC-2026-014 --help"),
        ("paused", "exempelbank pause FC-2026-014 --help"),
        ("withdrawn", "exempelbank withdraw FC-2026-014 --help"),
        ("archived", "exempelbank archive FC-2026-014 --help"),
        ("godkänd", NO_SUCH_STATE.format(state="godkänd")),
        ("Publicerad", "exempelbank approve FC-2026-014 --help"),
        ("Begärd komplettering", "Komplettering begärd"),
    ],
)
def test_set_state_points_to_the_command_that_a_state_has(project, state, says, capsys):
    assert run(project, "set-state", "FC-2026-014", state, "--by", "anna-ek") == 1
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("id", ["FC-2026-015", "../x", "", "FC-2026-01\n4"])
def test_an_id_that_nothing_has_is_a_sentence_and_no_traceback(project, id, capsys):
    says = _("there is no example with the id “{id}”").format(id=id)
    assert run(project, "show", id) == 1
    assert says in capsys.readouterr().err


def test_the_queue_tells_what_waits_and_for_how_long(tmp_path, capsys):
    source = {"submitted_at": "2026-03-06T10:00:00+01:00"}
    root = a_project(
        tmp_path,
        stored(a_submission(id="FC-2026-021", source=source, state=ReviewState.RECEIVED)),
        stored(a_ready_one(id="FC-2026-022")),
        stored(a_submission(id="FC-2026-023", state=ReviewState.DECLINED)),
        stored(a_published(id="FC-2024-001", review={"review_by": "2026-03-01",
            "published": "2024-03-01", "updated": "2024-03-01"}), slug="gammal"),
        stored(a_published(id="FC-2026-001"), slug="ny"),
    )  # fmt: skip
    assert run(root, "queue", "--format", "json") == 0

    entries = json.loads(capsys.readouterr().out)
    assert [(e["id"], e["state"], e["days"], e["handler"]) for e in entries] == [
        ("FC-2026-021", "received", 10, ""),
        ("FC-2026-022", "in-review", None, "Bo Lind"),
        ("FC-2024-001", "needs-review", 15, ""),
    ]
    assert entries[0]["home"] == "Huddinge"


def test_the_queue_and_the_view_of_one_are_texts_too(project, capsys):
    assert run(project, "queue") == 0
    assert "FC-2026-014" in capsys.readouterr().out
    assert run(project, "show", "FC-2026-014") == 0
    assert "exempelbank handle FC-2026-014" in capsys.readouterr().out


@pytest.mark.parametrize("state", ReviewState)
def test_there_is_a_view_for_every_state(tmp_path, state, capsys):
    root = a_project(tmp_path, in_state(state))

    assert run(root, "show", "FC-2026-014") == 0
    assert state.label in capsys.readouterr().out


@pytest.mark.parametrize(
    "command",
    (
        ("handle", "FC-2026-014", "--by", "anna-ek"),
        ("checklist", "FC-2026-014", "relevance=yes", "--by", "bo-lind"),
        ("set-state", "FC-2026-014", "declined", "--by", "anna-ek", "--note", "x"),
        ("approve", "FC-2026-014", "--by", "anna-ek", "--not-involved"),
        ("withdraw", "FC-2026-014", "--by", "anna-ek", "--reason", "x", "--yes", "--decision", "1"),
    ),
)
def test_what_someone_saves_while_a_command_thinks_is_not_written_over(
    tmp_path, monkeypatch, capsys, command
):
    root = a_project(tmp_path, stored(a_ready_one()))

    def saved(_desk):
        write(root, FILE, "theirs")

    monkeypatch.setattr(ReviewContext, "fail_on_errors", saved)  # the last step before it writes

    assert run(root, *command) == 1
    assert FILE in capsys.readouterr().err
    assert (root / FILE).read_text("utf-8") == "theirs"
    assert not (root / "content/examples").exists()


def test_an_approval_takes_no_address_that_someone_has_taken_meanwhile(
    tmp_path, monkeypatch, capsys
):
    root = a_project(tmp_path, stored(a_ready_one()))
    path = "content/examples/bildstod-i-morgonmotet.md"
    monkeypatch.setattr(
        ReviewContext, "fail_on_errors", lambda _context: write(root, path, "theirs")
    )

    assert run(root, "approve", "FC-2026-014", "--by", "anna-ek", "--not-involved") == 1
    assert path in capsys.readouterr().err
    assert (root / path).read_text("utf-8") == "theirs"
    assert (root / FILE).exists()


def test_a_broken_file_is_a_problem_and_no_traceback(tmp_path, capsys):
    root = a_project(tmp_path)
    write(root, "content/examples/trasig.md", "---\nid: FC-2026-014\ntitle: a: b\n---\n")
    write(root, "submissions/FC-2026-015.md", "---\ntitle: a: b\n---\n")

    for id in ("FC-2026-014", "FC-2026-015"):
        assert run(root, "show", id) == 1
        assert "a: b" not in capsys.readouterr().err


@pytest.mark.parametrize("typed", ("fc-2026-014", "014", "2026-014"))
def test_an_example_is_found_however_its_id_is_capitalised_and_by_the_end_of_it(project, typed):
    assert run(project, "show", typed) == 0


def test_an_end_that_two_ids_share_is_none_of_them(tmp_path, capsys):
    root = a_project(tmp_path, *(stored(a_submission(id=f"FC-{y}-014")) for y in (2025, 2026)))

    assert run(root, "show", "014") == 1
    assert "014" in capsys.readouterr().err


def test_a_reviewer_may_be_typed_by_a_first_name_that_one_alone_has(project):
    assert run(project, "handle", "FC-2026-014", "--by", "Bo", "--not-involved") == 0
    assert read(project, FILE, Submission).review.handled.by == "bo-lind"


def test_what_word_keeps_of_an_open_file_is_no_record(project):
    write(project, "submissions/~$-2026-014.md", "\x00")
    write(project, "submissions/.~lock.FC-2026-014.md#", "Bo")

    assert run(project, "check") == 0
