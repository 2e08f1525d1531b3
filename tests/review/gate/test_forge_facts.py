"""What a forge answers -> what it has confirmed. The answers are made up, in the forges' form."""

import json
import subprocess

import pytest

from exempelbank.review.gate.forge_facts import facts_from
from tests.builders import PROJECT
from tests.review.gate.forges import WORKFLOWS, facts_of, filter_in, needs_jq

pytestmark = needs_jq

GITHUB = WORKFLOWS / "review.yml"
FORGEJO = PROJECT / ".forgejo" / "review.sh"
GITLAB = PROJECT / "docs" / "examples" / "gitlab-ci.yml"
HEAD, OLD = "a" * 40, "b" * 40


def user(login, kind="User"):
    return {"login": login, "type": kind}


BO, CILLA, WEB = user("bo-l"), user("cilla"), user("web-flow")


def commit(author, committer, reason="valid", sha=HEAD, parents=1, message="x", verified=None):
    return {
        "sha": sha,
        "author": author,
        "committer": committer,
        "parents": [{"sha": OLD}] * parents,
        "commit": {
            "author": {"name": "Bo Lind", "email": "bo@kommunen.example"},
            "message": message,
            "verification": {
                "verified": reason == "valid" if verified is None else verified,
                "reason": reason,
            },
        },
    }


def review(who, state, commit=HEAD):
    return {"user": who, "state": state, "commit_id": commit}


@pytest.fixture
def github(tmp_path):
    def facts(*commits, reviews=(), **pull):
        asked = {"user": user("anna-e"), "commits": len(commits), **pull}
        return facts_of(GITHUB, tmp_path, asked, commits=[[*commits]], reviews=[[*reviews]])

    return facts


# ---- GitHub: who signed ----


@pytest.mark.parametrize(
    ("says", "commit", "by"),
    [
        ("signed by its author", commit(BO, BO), "bo-l"),
        ("edited in the browser", commit(BO, WEB), "bo-l"),
        ("said to be another's, and signed", commit(BO, CILLA), "cilla"),
        ("said to be another's, and not signed", commit(BO, CILLA, "unsigned"), ""),
        ("signed with a key that is not the committer's", commit(BO, BO, "bad_email"), ""),
        ("with a key that no longer holds", commit(BO, BO, "expired_key"), ""),
        ("called verified, for another reason", commit(BO, BO, "unknown_key", verified=True), ""),
        ("called valid, but not verified", commit(BO, BO, verified=False), ""),
        ("by an address that no account has", commit(BO, None), ""),
        ("by an account that is gone", commit(BO, {}), ""),
        ("in the browser, by nobody known", commit(None, WEB), ""),
        ("by an app", commit(BO, user("import[bot]", "Bot")), ""),
        ("in GitHub's name, by an app", commit(user("import[bot]", "Bot"), WEB), ""),
        (
            "with a co-author",
            commit(CILLA, CILLA, message="x\n\nCo-authored-by: Bo <b@x>"),
            "cilla",
        ),
        ("main merged in by a button", commit(BO, WEB, parents=2), ""),
        ("main merged in and signed", commit(BO, BO, parents=2), "bo-l"),
    ],
)
def test_a_commit_counts_for_the_account_that_signed_it(github, says, commit, by):
    facts = github(commit)

    assert facts["commits"] == [{"commit": HEAD, "by": by}]
    assert facts["commit_authors"] == ([by] if by else [])


def test_every_commit_is_told_of_in_order_from_all_pages(tmp_path):
    pages = [[commit(BO, BO, sha=OLD)], [commit(BO, BO, "unsigned"), commit(CILLA, CILLA)]]
    facts = facts_of(GITHUB, tmp_path, {"commits": 3}, commits=pages, reviews=[[]])

    assert [commit["by"] for commit in facts["commits"]] == ["bo-l", "", "cilla"]
    assert facts["commit_authors"] == ["bo-l", "cilla"]


def test_more_commits_than_github_lists_are_refused(github):
    with pytest.raises(subprocess.CalledProcessError) as refused:
        github(commit(BO, BO), commits=251)

    assert "250" in refused.value.stderr


# ---- GitHub: who opened and who approved ----


@pytest.mark.parametrize(
    ("opened_by", "author"),
    [(user("anna-e"), "anna-e"), (user("import[bot]", "Bot"), ""), (None, "")],
)
def test_a_pull_request_is_opened_by_a_person_or_by_nobody(github, opened_by, author):
    assert github(user=opened_by)["author"] == author


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        ("APPROVED", "approved"),
        ("CHANGES_REQUESTED", "changes-requested"),
        ("COMMENTED", "commented"),
        ("DISMISSED", "dismissed"),
    ],
)
def test_a_review_is_told_of_with_the_commit_that_was_read(github, state, verdict):
    facts = github(reviews=[review(BO, state, OLD)])

    assert facts["reviews"] == [{"by": "bo-l", "commit": OLD, "verdict": verdict}]


def test_the_order_of_reviews_is_kept(github):
    states = ["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED"]
    facts = github(reviews=[review(BO, state) for state in states])

    assert [review["verdict"] for review in facts["reviews"]] == [
        "approved", "changes-requested", "commented", "dismissed",
    ]  # fmt: skip


def test_an_objection_counts_although_its_commit_is_gone(github):
    facts = github(reviews=[review(BO, "CHANGES_REQUESTED", None)])

    assert facts["reviews"] == [{"by": "bo-l", "commit": "", "verdict": "changes-requested"}]


@pytest.mark.parametrize(
    "nobody",
    [
        review(None, "APPROVED"),
        review(user("helper[bot]", "Bot"), "APPROVED"),
        review(BO, "PENDING"),
    ],
)
def test_an_app_a_deleted_account_and_what_is_not_sent_have_no_verdict(github, nobody):
    assert github(reviews=[nobody])["reviews"] == []


def test_a_verdict_of_a_kind_not_known_confirms_nothing(github):
    facts = github(reviews=[review(BO, "ENDORSED")])

    assert facts_from(json.dumps(facts)) is None


# ---- Forgejo ----


@pytest.fixture
def forgejo(tmp_path):
    def facts(*commits, reviews=()):
        pull = {"user": {"login": "anna-e"}}
        return facts_of(FORGEJO, tmp_path, pull, commits=[*commits], reviews=[*reviews])

    return facts


def signed(verified, signer):
    verification = {"verified": verified, "reason": "x", "signer": signer}
    return {"sha": HEAD, "author": {"login": "bo-l"}, "commit": {"verification": verification}}


@pytest.mark.parametrize(
    ("signed", "by"),
    [
        (signed(True, {"name": "cilla", "email": "c@x"}), "cilla"),
        (signed(False, {"name": "cilla", "email": "c@x"}), ""),
        (signed(True, None), ""),
        ({"sha": HEAD, "author": {"login": "bo-l"}, "commit": {"verification": None}}, ""),
    ],
)
def test_on_forgejo_a_commit_counts_for_whose_key_signed_it(forgejo, signed, by):
    assert forgejo(signed)["commits"] == [{"commit": HEAD, "by": by}]


@pytest.mark.parametrize(
    ("state", "dismissed", "verdict"),
    [
        ("APPROVED", False, "approved"),
        ("APPROVED", True, "dismissed"),
        ("REQUEST_CHANGES", False, "changes-requested"),
        ("COMMENT", False, "commented"),
    ],
)
def test_on_forgejo_a_review_is_told_of_with_the_commit_that_was_read(
    forgejo, state, dismissed, verdict
):
    dismissal = review({"login": "bo-l"}, state, OLD) | {
        "dismissed": dismissed,
        "submitted_at": "2026",
    }

    assert forgejo(reviews=[dismissal])["reviews"] == [
        {"by": "bo-l", "commit": OLD, "verdict": verdict}
    ]


def test_on_forgejo_who_has_only_been_asked_has_no_verdict(forgejo):
    asked = [review({"login": "bo-l"}, "REQUEST_REVIEW"), review(None, "APPROVED")]

    assert forgejo(reviews=asked)["reviews"] == []


# ---- GitLab ----

VERSIONS = [
    {"created_at": "2026-03-02T10:00:00.000Z", "head_commit_sha": HEAD},
    {"created_at": "2026-03-01T10:00:00.000Z", "head_commit_sha": OLD},
]


@pytest.mark.parametrize(
    ("approved", "commit"),
    [
        ({"approved_at": "2026-03-02T11:00:00.000Z"}, HEAD),
        ({"approved_at": "2026-03-01T11:00:00.000Z"}, OLD),
        ({"approved_at": "2026-02-01T11:00:00.000Z"}, ""),
        ({}, ""),
    ],
)
def test_on_gitlab_an_approval_is_of_the_version_that_there_was(tmp_path, approved, commit):
    facts = facts_of(
        GITLAB,
        tmp_path,
        {"author": {"username": "anna-e"}},
        versions=VERSIONS,
        commits=[{"id": HEAD}],
        approvals={"approved_by": [{"user": {"username": "bo-l"}} | approved]},
    )

    assert facts["author"] == "anna-e"
    assert facts["reviews"] == [{"by": "bo-l", "commit": commit, "verdict": "approved"}]
    assert facts["commits"] == [{"commit": HEAD, "by": ""}]


@pytest.mark.parametrize("path", [GITHUB, FORGEJO, GITLAB], ids=lambda path: path.name)
def test_there_is_one_program_that_makes_facts(path):
    program, names = filter_in(path)

    assert path.read_text("utf-8").count("jq --slurpfile") == 1
    assert "commits" in names
    assert "forge:" in program
