"""Import -> branches -> pull requests, on a repository of its own and a forge in memory."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from exempelbank.correspondence.sender_letter import noted_in_log
from exempelbank.exceptions import ForgeDenied, GitError
from exempelbank.intake.importing import ImportChoices
from exempelbank.intake.known_records import known_records_from
from exempelbank.letters.kinds import LetterKind
from exempelbank.model.review import ReviewState
from exempelbank.model.submission import Submission
from exempelbank.problems import Problems
from exempelbank.pull_requests.place import check_repository
from exempelbank.records import document_from_bytes, record_from
from exempelbank.review.repository import StoredRecord
from exempelbank.review.slash_commands.parsing import Command
from tests.builders import a_picture
from tests.git.builders import commit_files, git
from tests.intake.builders import NOW
from tests.pull_requests.builders import ONE, Shared, acts

NUMBER = "811228-9874"  # a birth number that nobody is given
FIRST = {"Nr": "1"}
EDITED = {"Nr": "1", "Berätta": "Vi samlas klockan tio."}
AGAIN = {"Nr": "1", "Berätta": "Vi samlas klockan elva."}
SECOND = {"Nr": "2", "Rubrik": "Ett annat", "Inkom": "2026-03-03 09:15"}
BRANCH = f"svar/{ONE}"
FILE = f"submissions/{ONE}.md"


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


# ---- An export goes in ----


def test_each_response_becomes_a_branch_and_a_pull_request(shared):
    outcome = shared.proposed(FIRST, SECOND)

    assert [*acts(outcome).values()] == ["create", "create"] and outcome.is_whole
    in_order = [f"svar/{step.id}" for step in outcome.plan.planned]
    assert [pull.head for pull in shared.state.pulls] == [*acts(outcome)] == in_order
    assert git(shared.bare, "diff", "--name-only", f"main...{BRANCH}") == FILE
    assert [pull.labels for pull in shared.state.pulls] == [[ReviewState.RECEIVED.label]] * 2


def test_the_same_export_again_changes_nothing(shared):
    shared.proposed(FIRST, SECOND)
    before = shared.everything()

    assert shared.proposed(SECOND, FIRST).branches == ()
    assert shared.everything() == before


def test_the_folder_is_left_as_it_was_but_for_the_own_secret(shared):
    before = files_in(shared.folder)

    shared.proposed(FIRST)

    assert files_in(shared.folder).keys() - before.keys() == {".exempelbank/secret"}
    assert git(shared.folder, "for-each-ref", "refs/remotes/origin/svar") == ""


def test_commits_are_the_tools_own_and_hold_our_words_and_the_id_alone(shared):
    shared.proposed(FIRST)

    who = git(shared.bare, "log", "-1", "--format=%an %ae %cn %ce%n%B", BRANCH)
    assert who.splitlines()[0].split() == ["exempelbank", "noreply@exempelbanken.example"] * 2
    assert "Bildstöd" not in who and ONE in who


def test_a_dry_run_says_the_same_and_does_nothing(shared):
    said = acts(shared.proposed(FIRST, dry_run=True))
    assert shared.heads() == {} and shared.state.pulls == []

    assert said == acts(shared.proposed(FIRST))


def test_what_is_held_never_becomes_a_branch(shared):
    outcome = shared.proposed(
        {"Nr": "1", "Samtycke": "Nej"}, {"Nr": "2", "Berätta": f"Hennes nummer är {NUMBER}."}
    )

    assert outcome.branches == () and shared.heads() == {}


def test_reviewers_with_an_account_are_asked_but_not_who_opened_it(shared):
    shared.with_accounts(anna_ek="anna-e", bo_lind="bo-l", cilla_alm=shared.forge.account)

    shared.proposed(FIRST)

    assert shared.state.pulls[0].reviewers == ["anna-e", "bo-l"]


def test_those_are_asked_whom_the_settings_name(shared):
    shared.with_accounts(anna_ek="anna-e", bo_lind="bo-l")

    shared.proposed(FIRST, place=replace(shared.place(), ask=("bo-lind",)))

    assert shared.state.pulls[0].reviewers == ["bo-l"]


def test_one_who_can_not_be_asked_keeps_nobody_else_from_it_and_is_told_of(shared):
    shared.with_accounts(anna_ek="anna-e", bo_lind="gone")

    outcome = shared.proposed(FIRST)

    assert shared.state.pulls[0].reviewers == ["anna-e"]
    assert [*outcome.not_asked] == ["gone"] and outcome.is_whole


def test_a_picture_comes_in_the_same_commit(shared):
    pictures = shared.folder.parent / "bilder"
    pictures.mkdir()
    (pictures / f"{ONE}.jpg").write_bytes(a_picture("JPEG"))

    shared.proposed(FIRST, choices=ImportChoices(attachments=pictures))

    changed = git(shared.bare, "show", "--format=", "--name-only", BRANCH).splitlines()
    assert changed == [f"content/media/{ONE}.jpg", FILE]
    assert shared.proposed(FIRST, choices=ImportChoices(attachments=pictures)).branches == ()
    assert [*acts(shared.proposed(EDITED)).values()] == ["add-commit"]


def test_a_first_load_comes_in_one_branch(shared):
    outcome = shared.proposed(FIRST, SECOND, batch=True)

    (name,) = shared.heads()
    assert acts(outcome) == {name: "create"} and name.startswith("svar/samling-")
    assert len(shared.state.pulls) == 1 and "2" in shared.state.pulls[0].title
    assert shared.proposed(FIRST, SECOND, batch=True).branches == ()
    assert acts(shared.proposed(EDITED, SECOND)) == {name: "add-commit"}


def test_what_comes_after_a_first_load_comes_in_a_branch_of_its_own(shared):
    shared.proposed(FIRST, batch=True)

    shared.proposed(FIRST, SECOND, batch=True)

    assert [name[-2:] for name in shared.heads()] == ["-1", "-2"]


@pytest.mark.parametrize(
    ("workflow", "reports", "words"),
    [("", 1, False), ("comment.yml", 0, False), ("words.yml", 1, True)],
)
def test_what_no_workflow_does_is_done_here(shared, workflow, reports, words):
    """And nothing is promised that nobody reads."""
    if workflow:
        path = f".github/workflows/{workflow}"
        marks = {"comment.yml": "<!-- exempelbank:report -->", "words.yml": "words post plan.json"}
        commit_files(shared.folder, "Work", {path: marks[workflow]})
        git(shared.folder, "push", "--quiet", "origin", "main")

    shared.proposed(FIRST)

    (pull,) = shared.state.pulls
    assert len(pull.comments) == reports
    assert (Command.APPROVE.label in pull.body) is words


def test_the_guide_is_linked_where_the_project_holds_it(shared):
    commit_files(shared.folder, "Guide", {"docs/granskning.md": "# Granska\n"})
    git(shared.folder, "push", "--quiet", "origin", "main")

    shared.proposed(FIRST)

    url = "https://forge.example/forum-carpe/bank/blob/main/docs/granskning.md"
    assert f"({url})" in shared.state.pulls[0].body


# ---- It was changed in the form ----


def test_an_edit_becomes_a_commit_on_a_branch_that_nobody_has_touched(shared):
    shared.proposed(FIRST)
    first = shared.heads()[BRANCH]

    assert acts(shared.proposed(EDITED)) == {BRANCH: "add-commit"}
    assert git(shared.bare, "rev-list", f"main..{BRANCH}").split()[1:] == [first]
    assert "klockan tio" in shared.text(BRANCH, FILE) and len(shared.state.pulls) == 1
    assert shared.proposed(EDITED).branches == ()


@pytest.mark.parametrize(
    "what",
    [
        {FILE: "---\nid: x\n---\n"},
        {"content/pages/om.md": "# Om\n"},
        {f"content/media/{ONE}.jpg": b"x"},
    ],
    ids=["the file", "another file", "its picture"],
)
def test_an_edit_becomes_one_comment_on_a_branch_where_someone_has_worked(shared, what):
    shared.proposed(FIRST)
    if FILE in what:
        what = {FILE: shared.text(BRANCH, FILE).replace("Bildstöd", "Stöd av bilder")}
    head = shared.edit(BRANCH, what)

    outcome = shared.proposed(EDITED)
    shared.proposed(EDITED)

    assert acts(outcome) == {BRANCH: "comment"} and shared.heads()[BRANCH] == head
    (comment,) = [c.body for c in shared.state.pulls[0].comments if "take-newer" in c.body]
    assert f"git switch {BRANCH}" in comment and "tio" not in comment


def test_a_receipt_that_is_noted_in_the_branch_is_no_work_there(shared):
    shared.proposed(FIRST)
    problems = Problems()
    text = shared.text(BRANCH, FILE).rstrip("\n") + "\n"
    document = document_from_bytes(FILE, text.encode(), problems)
    stored = StoredRecord(document, record_from(document, Submission, problems))
    noted = noted_in_log(stored, LetterKind.RECEIPT, "bo-lind", NOW)
    shared.edit(BRANCH, {FILE: noted.text})

    assert acts(shared.proposed(EDITED)) == {BRANCH: "add-commit"}
    assert "klockan tio" in shared.text(BRANCH, FILE)
    assert "letter-receipt" in shared.text(BRANCH, FILE)


def test_one_who_calls_themselves_the_tool_has_worked_there_all_the_same(shared):
    shared.proposed(FIRST)
    who = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "exempelbank"), ("EMAIL", "noreply@exempelbanken.example"))
    }
    shared.edit(BRANCH, {FILE: shared.text(BRANCH, FILE).replace("Bildstöd", "Stöd")}, **who)

    assert acts(shared.proposed(EDITED)) == {BRANCH: "comment"}


def test_consent_that_is_no_longer_given_is_told_of_once_and_nothing_is_written(shared):
    shared.proposed(FIRST)
    head = shared.heads()[BRANCH]

    outcome = shared.proposed({**FIRST, "Samtycke": "Nej"})
    shared.proposed({**FIRST, "Samtycke": "Nej"})

    assert acts(outcome) == {BRANCH: "comment"} and shared.heads()[BRANCH] == head
    assert BRANCH in outcome.plan.planned[0].reasons[-1]
    assert len([c for c in shared.state.pulls[0].comments if "withdraw" in c.body]) == 1


def test_a_second_edit_is_told_of_in_a_second_comment(shared):
    shared.proposed(FIRST)
    shared.edit(BRANCH, {"content/pages/om.md": "# Om\n"})
    shared.proposed(EDITED)

    shared.proposed(AGAIN)

    assert len([c for c in shared.state.pulls[0].comments if "take-newer" in c.body]) == 2


def test_what_is_broken_in_a_branch_is_still_known(shared):
    shared.proposed(FIRST)
    shared.edit(BRANCH, {FILE: "---\ntitle: [\n---\n"})

    assert shared.proposed(FIRST).branches == ()
    assert acts(shared.proposed(EDITED)) == {BRANCH: "comment"}


def test_a_response_that_someone_took_out_of_its_branch_is_left_out(shared):
    shared.proposed(FIRST)
    folder = shared.folder.parent / "colleague"
    shared.edit(BRANCH, {"submissions/.keep": ""})
    git(folder, "rm", "--quiet", FILE)
    git(folder, "commit", "--quiet", "--message", "Take it away")
    git(folder, "push", "--quiet", "origin", BRANCH)

    assert shared.proposed(FIRST).branches == () and [*shared.heads()] == [BRANCH]


# ---- What has become of the pull request ----


def test_closed_stays_closed(shared):
    shared.proposed(FIRST)
    shared.state.close_pull(1)
    before = shared.everything()

    outcome = shared.proposed(EDITED)

    assert outcome.branches == () and shared.everything() == before
    assert "1" in outcome.plan.planned[0].reasons[0]


def test_closed_stays_closed_when_its_branch_is_gone(shared):
    shared.proposed(FIRST)
    shared.state.close_pull(1)
    git(shared.bare, "update-ref", "-d", f"refs/heads/{BRANCH}")

    assert shared.proposed(FIRST).branches == () and shared.heads() == {}


def test_a_pull_request_from_a_fork_stands_in_for_nothing(shared):
    git(shared.bare, "branch", BRANCH.replace("svar", "x"), "main")
    shared.proposed(SECOND)
    shared.state.pulls[0].head = BRANCH  # of the same name as ours, in the fork
    shared.state.pulls[0].from_fork = True
    shared.state.close_pull(1)

    assert acts(shared.proposed(FIRST))[BRANCH] == "create"


def test_a_branch_without_a_pull_request_gets_one(shared):
    Shared.proposed(shared, FIRST)
    shared.state.pulls.clear()

    outcome = shared.proposed(FIRST)

    assert acts(outcome) == {BRANCH: ""} and shared.state.pulls[0].head == BRANCH


def test_what_is_merged_is_known_on_main(shared):
    shared.proposed(FIRST)
    shared.merge(1)

    assert shared.proposed(FIRST).branches == () and len(shared.state.pulls) == 1


def test_an_edit_of_what_is_merged_comes_in_a_branch_of_its_own(shared):
    shared.proposed(FIRST)
    shared.merge(1)

    assert acts(shared.proposed(EDITED)) == {f"{BRANCH}-2": "create"}
    assert git(shared.bare, "diff", "--name-only", f"main...{BRANCH}-2") == FILE
    assert shared.proposed(EDITED).branches == ()


def test_an_edit_of_what_someone_has_worked_with_on_main_lies_beside_it(shared):
    shared.proposed(FIRST)
    shared.edit(BRANCH, {FILE: shared.text(BRANCH, FILE).replace("Bildstöd", "Stöd av bilder")})
    shared.merge(1)
    newer = f"submissions/newer/{ONE}.md"

    assert acts(shared.proposed(EDITED)) == {f"{BRANCH}-2": "create"}
    assert git(shared.bare, "diff", "--name-only", f"main...{BRANCH}-2") == newer
    assert shared.proposed(EDITED).branches == ()
    assert acts(shared.proposed(AGAIN)) == {f"{BRANCH}-2": "add-commit"}
    shared.edit(f"{BRANCH}-2", {"content/pages/om.md": "# Om\n"})
    assert acts(shared.proposed(EDITED)) == {f"{BRANCH}-2": "comment"}


def test_what_was_joined_into_one_commit_is_done_with(shared):
    shared.proposed(FIRST)
    commit_files(shared.folder, "As one", {FILE: shared.text(BRANCH, FILE)})
    git(shared.folder, "push", "--quiet", "origin", "main")

    assert acts(shared.proposed(EDITED)) == {f"{BRANCH}-2": "create"}


def test_what_was_merged_and_then_erased_does_not_come_back(shared):
    shared.proposed(FIRST)
    shared.merge(1)
    git(shared.bare, "update-ref", "-d", f"refs/heads/{BRANCH}")
    git(shared.folder, "rm", "--quiet", FILE)
    git(shared.folder, "commit", "--quiet", "--message", "Erase")
    git(shared.folder, "push", "--quiet", "origin", "main")

    assert shared.proposed(FIRST).branches == ()


def test_a_label_follows_the_state_and_leaves_those_of_people(shared):
    shared.proposed(FIRST)
    shared.state.add_label("Bråttom", "ff0000", "")
    shared.state.label_pull(1, ["Bråttom", ReviewState.RECEIVED.label])
    text = shared.text(BRANCH, FILE).replace("state: received", "state: Under granskning")
    shared.edit(BRANCH, {FILE: text})

    shared.proposed(FIRST)

    assert shared.state.pulls[0].labels == ["Bråttom", ReviewState.IN_REVIEW.label]


# ---- Where it may not go ----


@pytest.mark.parametrize("visibility", ["public", "internal"])
def test_a_repository_that_others_can_read_is_refused(shared, visibility):
    shared.state.visibility = visibility

    with pytest.raises(ForgeDenied):
        check_repository(shared.forge.repository())


def test_a_token_that_may_not_push_is_refused(shared):
    shared.state.accounts[shared.forge.account].role = "read"

    with pytest.raises(ForgeDenied):
        check_repository(shared.forge.repository())


def test_a_folder_that_is_behind_is_refused_before_anything_is_done(shared):
    colleague = shared.folder.parent / "colleague"
    git(shared.folder.parent, "clone", "--quiet", str(shared.bare), str(colleague))
    commit_files(colleague, "More", {"x.md": "x"})
    git(colleague, "push", "--quiet", "origin", "main")

    with pytest.raises(GitError) as why:
        shared.proposed(FIRST)

    assert "git pull" in why.value.fix and shared.heads() == {}


def test_settings_that_are_not_on_main_are_told_of(shared):
    (shared.folder / "site_config/forms/ny.yml").write_text("x: y\n")

    shared.proposed(FIRST)

    assert [str(p.location) for p in shared.problems.warnings] == ["site_config/forms/ny.yml"]


def test_a_file_on_main_that_can_not_be_read_stops_it(shared):
    commit_files(shared.folder, "Break", {"submissions/FC-2026-001.md": "---\na: [\n---\n"})
    git(shared.folder, "push", "--quiet", "origin", "main")

    with pytest.raises(AssertionError, match=r"FC-2026-001\.md"):
        shared.proposed(FIRST)

    assert shared.heads() == {}


def test_a_project_within_a_repository_writes_below_itself(tmp_path):
    shared = Shared(tmp_path)
    (shared.folder / "bank").mkdir()
    git(shared.folder, "mv", "site_config", "bank/site_config")
    git(shared.folder, "commit", "--quiet", "--message", "Move it")
    git(shared.folder, "push", "--quiet", "origin", "main")
    shared.folder /= "bank"

    shared.proposed(FIRST)

    assert git(shared.bare, "diff", "--name-only", f"main...{BRANCH}") == f"bank/{FILE}"
    assert shared.proposed(FIRST).branches == ()


# ---- Without a forge ----


def test_without_a_forge_there_are_branches_alone(tmp_path):
    shared = Shared(tmp_path, on_forge=False)
    assert acts(shared.proposed(FIRST)) == {BRANCH: "create"}
    assert acts(shared.proposed(EDITED)) == {BRANCH: "add-commit"}
    shared.edit(BRANCH, {"content/pages/om.md": "# Om\n"})

    outcome = shared.proposed(FIRST)

    assert acts(outcome) == {BRANCH: "comment"} and shared.state.pulls == []
    assert BRANCH in outcome.plan.planned[0].reasons[0]
    git(shared.folder, "fetch", "--quiet", "origin", BRANCH)
    git(shared.folder, "merge", "--quiet", "--no-edit", "FETCH_HEAD")
    git(shared.folder, "push", "--quiet", "origin", "main")
    assert shared.proposed(EDITED).branches == ()


def test_what_is_written_in_a_branch_is_known_as_what_is_written_in_the_folder(shared):
    shared.proposed(FIRST)
    document = document_from_bytes(FILE, shared.text(BRANCH, FILE).encode(), Problems())

    (record,) = known_records_from([document]).records

    assert (record.id, record.key, record.published) == (ONE, "generic:prov:1", False)
