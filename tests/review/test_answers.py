"""What a form says of what is here already: a newer answer, and one that was waited for."""

import builtins

import pytest

from exempelbank.files.paths import NEWER
from exempelbank.i18n import _
from exempelbank.model.example import Section
from exempelbank.model.review import Review, ReviewState
from exempelbank.model.submission import Submission
from exempelbank.review.newer_answer import plan_merge
from tests.builders import a_submission, moment
from tests.git.builders import git
from tests.intake import builders as intake
from tests.intake.builders import a_csv, changes, imported, reasons
from tests.review.builders import a_project, read, run, stored

LEAD = "FC-2026-006"
BY = ("--by", "bo-lind")


@pytest.fixture
def root(tmp_path):
    """A lead from Huddinge, and a form to answer it by."""
    log = [{"at": "2026-02-05T16:10:00+01:00", "by": "cilla-alm", "did": "lead"}]
    lead = a_submission(id=LEAD, title="Bilder?", review=Review(state=ReviewState.LEAD, log=log))
    return intake.a_project(a_project(tmp_path, stored(lead)))


def the_answer(root):
    (file,) = (path for path in (root / "submissions").glob("*.md") if path.stem != LEAD)
    return file


@pytest.mark.parametrize(
    "words", [("mottaget",), ("--all", "mottaget")], ids=["to one", "to all who wait"]
)
def test_a_receipt_is_no_work_in_the_file_and_a_changed_answer_finds_it(root, tmp_path, words):
    answer = the_first(imported(root, a_csv({})))
    to = ("--out", str(tmp_path / "brev"))
    assert run(root, "letter", *(words if "--all" in words else (answer, *words)), *BY, *to) == 0

    assert changes(imported(root, a_csv({}))) == ["unchanged"]
    assert changes(imported(root, a_csv({"Berätta": "Vi samlas klockan tio."}))) == ["updated"]
    example = submission(root, answer)
    assert "klockan tio" in example.sections[Section.HOW]
    assert [entry.did for entry in example.review.log] == ["received", "letter-receipt", "updated"]


def test_a_receipt_does_not_hide_that_someone_has_worked_in_the_file(root, tmp_path):
    answer = the_first(imported(root, a_csv({})))
    file = the_answer(root)
    file.write_text(file.read_text("utf-8").replace("klockan nio", "klockan åtta"), "utf-8")
    run(root, "letter", answer, "mottaget", *BY, "--out", str(tmp_path / "brev.eml"))

    assert changes(imported(root, a_csv({"Berätta": "Vi samlas klockan tio."}))) == ["kept"]
    assert "klockan åtta" in file.read_text("utf-8")


def submission(root, id):
    return read(root, f"submissions/{id}.md", Submission)


# ---- An answer that was waited for ----


def test_import_says_which_lead_a_new_answer_may_have_come_of(root):
    plan = imported(root, a_csv({}, {"Nr": "2", "Kommun": "Nacka", "Enhet": "Ett annat hus"}))

    assert f"exempelbank tie {the_first(plan)} {LEAD}" in reasons(plan)[0]
    assert reasons(plan)[1] == ""


def the_first(plan):
    return plan.planned[0].id


def test_an_answer_takes_the_id_of_its_lead_and_import_still_knows_it(root):
    answer = the_first(imported(root, a_csv({})))
    assert run(root, "tie", answer, LEAD, *BY) == 0

    example = submission(root, LEAD)
    assert [entry.did for entry in example.review.log] == ["lead", "received", "tied"]
    assert (example.title, example.review.state) == ("Bildstöd i morgonmötet", "received")
    assert not (root / f"submissions/{answer}.md").exists()
    assert changes(imported(root, a_csv({}))) == ["unchanged"]
    assert changes(imported(root, a_csv({"Berätta": "Vi samlas klockan tio."}))) == ["updated"]
    assert "klockan tio" in submission(root, LEAD).sections[Section.HOW]


def test_only_an_answer_is_tied_and_only_to_a_lead(root, capsys):
    answer = the_first(imported(root, a_csv({})))

    assert run(root, "tie", LEAD, answer, *BY) == 1
    assert _("{id} is no lead").format(id=answer) in capsys.readouterr().err
    assert submission(root, LEAD).review.state is ReviewState.LEAD


# ---- An answer that was changed while someone edited the file ----


@pytest.fixture
def edited(root):
    """Someone has edited the story and the kind, and the sender has changed three answers."""
    imported(root, a_csv({}))
    file = the_answer(root)
    text = file.read_text("utf-8").replace("Vi samlas klockan nio.", "Alla samlas klockan nio.")
    file.write_text(text.replace("municipality:", "kind: metod  # Ring Eva.\nmunicipality:"))
    newer = {"Rubrik": "Bildstöd varje morgon", "Enhet": "Verkstan", "Berätta": "Klockan åtta."}
    imported(root, a_csv(newer))
    return root, file.stem


def save_in_git(root):
    git(root, "init", "--quiet")
    git(root, "add", "--", "submissions")
    git(root, "commit", "--quiet", "--message", "Save")


def test_all_is_not_taken_where_it_would_write_over_words_that_stand_nowhere_else(edited, capsys):
    root, id = edited
    before = intake.submission_files(root)

    assert run(root, "take-newer", id, *BY, "--all") == 1
    said = capsys.readouterr().err
    assert "Rubrik" in said and "--all" in said
    assert intake.submission_files(root) == before
    save_in_git(root)
    assert run(root, "take-newer", id, *BY, "--all") == 0
    assert (
        _("    before: {text}").format(text="Alla samlas klockan nio.") in capsys.readouterr().out
    )


def test_all_of_a_newer_answer_is_taken_but_what_it_leaves_empty(edited):
    root, id = edited
    save_in_git(root)
    assert run(root, "take-newer", id, *BY, "--all") == 0

    example = submission(root, id)
    assert (example.title, example.unit) == ("Bildstöd varje morgon", "Verkstan")
    assert example.sections[Section.HOW] == "Klockan åtta."
    assert example.kind == "metod"
    assert "# Ring Eva." in (root / f"submissions/{id}.md").read_text("utf-8")
    assert (example.review.log[-1].by, example.review.log[-1].did) == ("bo-lind", "updated")
    assert not (root / NEWER / f"{id}.md").exists()


def test_what_is_asked_for_is_taken_field_by_field(edited, monkeypatch, capsys):
    root, id = edited
    answers = iter(("j", "kanske", "nej", "N"))
    monkeypatch.setattr(builtins, "input", lambda _mark: next(answers))
    assert run(root, "take-newer", id, *BY) == 0

    example = submission(root, id)
    assert (example.title, example.unit) == ("Bildstöd varje morgon", "Snickeriet")
    assert example.sections[Section.HOW] == "Alla samlas klockan nio."
    shown = capsys.readouterr().out
    assert "Snickeriet" in shown and "Verkstan" in shown


def test_an_answer_that_has_been_taken_is_not_brought_again(edited):
    root, id = edited
    save_in_git(root)
    run(root, "take-newer", id, *BY, "--all")
    same = {"Rubrik": "Bildstöd varje morgon", "Enhet": "Verkstan", "Berätta": "Klockan åtta."}

    assert changes(imported(root, a_csv(same))) == ["unchanged"]
    assert run(root, "take-newer", id, *BY, "--all") == 1


def test_whoever_stops_choosing_has_changed_nothing(edited, monkeypatch):
    root, id = edited
    before = intake.submission_files(root)

    def stops(_mark):
        raise KeyboardInterrupt

    monkeypatch.setattr(builtins, "input", stops)
    assert run(root, "take-newer", id, *BY) == 130
    assert intake.submission_files(root) == before


def test_show_tells_of_a_newer_answer(edited, capsys):
    root, id = edited
    run(root, "show", id)

    assert f"take-newer {id}" in capsys.readouterr().out


def test_a_contact_who_will_no_longer_be_shown_is_taken_away_whatever_is_chosen():
    shown = {"contact_publish": True, "contact_email": "anna@huddinge.example"}
    before = stored(a_submission(**shown))
    newer = stored(a_submission(title="Ny rubrik"))
    change = plan_merge(before, newer, (), "bo-lind", moment("2026-03-16 09:15"))

    (text,) = change.write.values()
    assert "anna@huddinge.example" not in text
    assert "contact_publish: 'no'" in text
    assert "Ny rubrik" not in text
