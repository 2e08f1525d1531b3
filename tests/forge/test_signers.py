"""Whose signature a commit bears, by what each forge answers. The answers are made up."""

import pytest

from exempelbank.forge.adapters import forgejo_answers, github_answers

HEAD, OLD = "a" * 40, "b" * 40


def user(login, kind="User"):
    return {"login": login, "type": kind}


BO, CILLA, WEB = user("bo-l"), user("cilla"), user("web-flow")


def commit(author, committer, reason="valid", parents=1, message="x", verified=None):
    return {
        "sha": HEAD,
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
def test_a_commit_counts_for_the_account_that_signed_it(says, commit, by):
    signed = github_answers.signed_from(commit)

    assert (signed.commit, signed.by) == (HEAD, by)


def signed(verified, signer):
    verification = {"verified": verified, "reason": "x", "signer": signer}
    return {"sha": HEAD, "author": {"login": "bo-l"}, "commit": {"verification": verification}}


@pytest.mark.parametrize(
    ("answer", "by"),
    [
        (signed(True, {"name": "cilla", "email": "c@x"}), "cilla"),
        (signed(False, {"name": "cilla", "email": "c@x"}), ""),
        (signed(True, None), ""),
        ({"sha": HEAD, "author": {"login": "bo-l"}, "commit": {"verification": None}}, ""),
    ],
)
def test_on_forgejo_a_commit_counts_for_whose_key_signed_it(answer, by):
    assert forgejo_answers.signed_from(answer).by == by
