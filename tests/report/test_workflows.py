"""What the workflows must never do, on any forge."""

import re
from pathlib import Path

import pytest
import yaml

from tests.builders import PROJECT

GITHUB, FORGEJO = PROJECT / ".github" / "workflows", PROJECT / ".forgejo" / "workflows"
WORKFLOWS = [*GITHUB.glob("*.yml"), *FORGEJO.glob("*.yml")]
POST = "Post it, in place of the earlier one"


def read(path: Path):
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


def steps(path: Path, job: str):
    return read(path)["jobs"][job]["steps"]


def commands(path: Path, job: str):
    return "\n".join(step.get("run", "") for step in steps(path, job))


REVIEWS = [(GITHUB / "review.yml", "report"), (FORGEJO / "review.yml", "report")]
COMMENTS = [(GITHUB / "comment.yml", "comment"), (FORGEJO / "review.yml", "comment")]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_no_expression_stands_in_a_command(path):
    for job in read(path)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_nothing_from_a_fork_is_given_a_token_that_writes(path):
    assert "pull_request_target" not in path.read_text("utf-8")


@pytest.mark.parametrize(("path", "job"), REVIEWS)
def test_the_tool_comes_from_the_base_and_the_content_from_the_head(path, job):
    checkouts = {
        step["with"]["path"]: step["with"]
        for step in steps(path, job)
        if "checkout" in step.get("uses", "")
    }

    assert checkouts["tool"]["ref"] == "${{ github.event.pull_request.base.sha }}"
    assert checkouts["proposal"]["ref"] == "${{ github.event.pull_request.head.sha }}"
    assert all(checkout["persist-credentials"] == "false" for checkout in checkouts.values())


@pytest.mark.parametrize(("path", "job"), REVIEWS)
def test_what_is_proposed_is_read_and_never_installed_or_run(path, job):
    mentions = re.findall(r"\S* ?proposal\b\S*", commands(path, job))

    assert set(mentions) == {"--project proposal"}


@pytest.mark.parametrize(("path", "job"), REVIEWS)
def test_the_report_is_kept_for_two_weeks_at_most(path, job):
    (upload,) = [step for step in steps(path, job) if "upload-artifact" in step.get("uses", "")]

    assert int(upload["with"]["retention-days"]) <= 14


@pytest.mark.parametrize(("path", "job"), REVIEWS)
def test_a_link_in_the_proposal_is_never_followed(path, job):
    first = next(n for n, step in enumerate(steps(path, job)) if "uses" in step)

    assert any("core.symlinks false" in step.get("run", "") for step in steps(path, job)[:first])


@pytest.mark.parametrize(("path", "job"), COMMENTS)
def test_what_may_write_checks_nothing_out_and_runs_nothing_of_ours(path, job):
    assert not [step for step in steps(path, job) if "checkout" in step.get("uses", "")]
    assert not re.search(r"\b(?:pip|python3?|exempelbank) ", commands(path, job))


@pytest.mark.parametrize(("path", "job"), COMMENTS)
def test_the_report_is_cut_made_harmless_and_sent_as_a_file(path, job):
    (post,) = [step["run"] for step in steps(path, job) if step.get("name") == POST]

    assert "$report[:60000]" in post
    assert 'gsub("<(?!/?(?:strong|del|ins)>)"; "&lt;")' in post
    assert 'gsub("@(?!\\u2060)"; "@\\u2060")' in post
    assert re.search(r"--input comment\.json|--json @comment\.json", post)


@pytest.mark.parametrize(("path", "job"), COMMENTS)
def test_the_earlier_comment_is_known_by_mark_and_author(path, job):
    (post,) = [step["run"] for step in steps(path, job) if step.get("name") == POST]

    assert re.search(r"select\(\.user\.login == \"[a-z-]+(?:\[bot\])?\"\)", post)
    assert "startswith($mark)" in post


def test_the_comment_may_do_no_more_than_it_must():
    workflow = read(GITHUB / "comment.yml")

    assert workflow["permissions"] == {}
    assert workflow["jobs"]["comment"]["permissions"] == {
        "actions": "read",
        "pull-requests": "write",
    }


def test_the_review_may_only_read():
    workflow = read(GITHUB / "review.yml")

    assert workflow["permissions"] == {}
    assert set(workflow["jobs"]["report"]["permissions"].values()) == {"read"}
