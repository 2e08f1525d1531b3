"""What the workflows must never do, on any forge."""

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.builders import PROJECT

GITHUB, FORGEJO = PROJECT / ".github" / "workflows", PROJECT / ".forgejo" / "workflows"
WORKFLOWS = [*GITHUB.glob("*.yml"), *FORGEJO.glob("*.yml")]
SCRIPT = PROJECT / ".forgejo" / "review.sh"
GITLAB = PROJECT / "docs" / "examples" / "gitlab-ci.yml"
EVERYTHING = [*WORKFLOWS, SCRIPT, GITLAB]

of_each_file = pytest.mark.parametrize(
    "path", EVERYTHING, ids=lambda path: path.relative_to(PROJECT).as_posix()
)


@cache
def read(path: Path):
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


def steps(path: Path, job: str = ""):
    """Of one job, or of all."""
    jobs = read(path)["jobs"]
    chosen = [jobs[job]] if job else jobs.values()
    return [step for job in chosen for step in job.get("steps", ())]


def commands(path: Path, job: str = ""):
    """Each line of shell, those that go on over several lines made one."""
    if path == SCRIPT:
        text = path.read_text("utf-8")
    elif path == GITLAB:
        jobs = [job for job in read(path).values() if isinstance(job, dict)]
        text = "\n".join(
            line for job in jobs for key in ("before_script", "script") for line in job.get(key, ())
        )
    else:
        text = "\n".join(step.get("run", "") for step in steps(path, job))
    return re.sub(r"\\\n\s*", "", text).splitlines()


def checkouts(path: Path):
    return [step["with"] for step in steps(path) if "checkout" in step.get("uses", "")]


def workflow(name: str):
    return read(GITHUB / f"{name}.yml")


# ---- Who decides what is run ----


@of_each_file
def test_nothing_from_a_fork_is_given_a_token_that_writes(path):
    assert "pull_request_target" not in path.read_text("utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_no_expression_stands_in_a_command(path):
    assert not [step for step in steps(path) if "${{" in step.get("run", "")]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_what_judges_or_writes_is_never_taken_from_a_pull_request(path):
    ours = read(path)
    decides = any("check --since" in line for line in commands(path)) or "review.sh" in str(ours)
    writes = "write" in str([job.get("permissions") for job in (ours, *ours["jobs"].values())])

    if decides or writes:
        assert not {event for event in ours["on"] if event.startswith("pull_request")}


def test_the_judging_is_started_by_a_workflow_that_may_do_nothing_and_does_nothing():
    wake, review = workflow("wake"), workflow("review")

    assert review["on"] == {"workflow_run": {"workflows": [wake["name"]], "types": ["completed"]}}
    assert wake["permissions"] == {}
    assert [step["run"] for step in steps(GITHUB / "wake.yml")] == ["true"]
    assert not any("permissions" in job for job in wake["jobs"].values())


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        ("pull_request", "opened"),
        ("pull_request", "reopened"),
        ("pull_request", "synchronize"),
        ("pull_request", "edited"),  # given another base
        ("pull_request_review", "submitted"),
        ("pull_request_review", "dismissed"),
    ],
)
def test_all_that_may_change_the_verdict_starts_the_judging(event, kind):
    assert kind in workflow("wake")["on"][event]["types"]


def test_on_forgejo_the_judging_is_started_by_the_clock_on_main():
    assert set(read(FORGEJO / "review.yml")["on"]) == {"schedule"}


@pytest.mark.parametrize(
    ("path", "refs"),
    [
        (GITHUB / "review.yml", {"${{ github.event.repository.default_branch }}"}),
        (GITHUB / "publish.yml", {"main"}),
        (FORGEJO / "review.yml", {"main"}),
    ],
)
def test_what_is_checked_out_and_installed_is_main_as_it_is_now(path, refs):
    """Not the commit that the event names: an older one, when a run is repeated."""
    assert {checkout["ref"] for checkout in checkouts(path)} == refs
    assert all(checkout["persist-credentials"] == "false" for checkout in checkouts(path))


# ---- What is proposed ----

JUDGES = [GITHUB / "review.yml", SCRIPT, GITLAB]


@pytest.mark.parametrize("path", JUDGES, ids=lambda path: path.name)
def test_the_gate_reads_what_is_proposed_as_git_objects_from_the_newest_main(path):
    gates = [line for line in commands(path) if "check --since" in line]

    assert gates
    for line in gates:
        assert re.search(
            r'--project "?(?:\$tool|tool)"? check --since "\$(?:main|BASE)" '
            r'--head "\$(?:HEAD|head|CI_COMMIT_SHA)" --facts',
            line,
        )


@pytest.mark.parametrize("path", JUDGES, ids=lambda path: path.name)
def test_what_is_proposed_is_read_and_never_installed_or_run(path):
    """Its files are named where they are laid out, and where the report reads them."""
    naming = [line for line in commands(path) if re.search(r"\bproposal\b", line)]

    assert naming
    for line in naming:
        assert re.search(r"worktree add --quiet --detach \S*proposal\b", line) or re.search(
            r"(?:exempelbank|bank) --project proposal (?:report|preview) ", line
        )


@pytest.mark.parametrize("path", JUDGES, ids=lambda path: path.name)
def test_no_link_and_no_pointer_in_the_proposal_is_followed(path):
    laid_out = [line for line in commands(path) if "worktree add" in line and "proposal" in line]

    assert all("-c core.symlinks=false" in line for line in laid_out)
    assert re.search(r'GIT_LFS_SKIP_SMUDGE(?:=|: ")1', path.read_text("utf-8"))


@pytest.mark.parametrize("path", [GITHUB / "review.yml", SCRIPT], ids=lambda path: path.name)
def test_an_earlier_verdict_is_taken_back_before_anything_is_read(path):
    lines = commands(path)
    first = next(n for n, line in enumerate(lines) if "say pending" in line)

    assert not any("check --since" in line or " fetch " in line for line in lines[:first])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.parts[-3])
def test_what_is_not_published_is_kept_for_two_weeks_at_most(path):
    for step in steps(path):
        if "upload-artifact" in step.get("uses", ""):
            assert int(step["with"]["retention-days"]) <= 14


# ---- Who may do what ----


def test_a_job_may_do_no_more_than_it_must():
    assert workflow("review")["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow("review")["jobs"].items()} == {
        "pull": {"pull-requests": "read", "statuses": "write"},
        "judge": {"contents": "read", "pull-requests": "read"},
        "status": {"statuses": "write"},
        "comment": {"actions": "read", "pull-requests": "write"},
        "words": {"contents": "read"},
    }
    assert workflow("comment")["permissions"] == {}
    assert workflow("comment")["jobs"]["comment"]["permissions"] == {
        "actions": "read",
        "pull-requests": "write",
    }


@pytest.mark.parametrize(
    ("path", "job"),
    [
        (GITHUB / "review.yml", "pull"),
        (GITHUB / "review.yml", "status"),
        (GITHUB / "comment.yml", "comment"),
    ],
)
def test_what_may_write_checks_nothing_out_and_runs_nothing_of_ours(path, job):
    assert not [step for step in steps(path, job) if "uses" in step]
    assert not re.search(r"\b(?:pip|python3?|exempelbank) ", "\n".join(commands(path, job)))


def test_the_program_that_reads_a_proposal_is_handed_no_token():
    judge = steps(GITHUB / "review.yml", "judge")
    asks = [step for step in judge if " words facts " in step.get("run", "")]
    reads = [step for step in judge if "exempelbank --project" in step.get("run", "")]
    reads = [step for step in reads if step not in asks]

    assert judge.index(asks[0]) < min(
        map(judge.index, reads)
    )  # it asks the forge, and nothing else
    assert not [step for step in reads if "github.token" in str(step) or "secrets." in str(step)]
    # Forgejo's jobs have their token in the environment.
    assert not [line for line in commands(SCRIPT) if re.match(r"(?:if )?exempelbank ", line)]
    assert "bank() { env --unset=TOKEN --unset=FORGEJO_TOKEN --unset=GITHUB_TOKEN " in "\n".join(
        commands(SCRIPT)
    )


# ---- The comment ----

COMMENTS = [GITHUB / "comment.yml", SCRIPT, GITLAB]


@pytest.mark.parametrize("path", COMMENTS, ids=lambda path: path.name)
def test_the_report_is_cut_made_harmless_and_sent_as_a_file(path):
    post = "\n".join(commands(path))

    assert "$report[:60000]" in post
    assert 'gsub("<(?!/?(?:strong|del|ins)>)"; "&lt;")' in post
    assert 'gsub("@(?!\\u2060)"; "@\\u2060")' in post
    assert re.search(r"--input comment\.json|--json @comment\.json", post)


@pytest.mark.parametrize("path", COMMENTS, ids=lambda path: path.name)
def test_the_earlier_comment_is_known_by_mark_and_author(path):
    post = "\n".join(commands(path))

    assert re.search(r"select\(\.user\.login == \"|select\(\.author\.id == \$me\)", post)
    assert "startswith($mark)" in post


# ---- Publishing ----


def test_what_is_wrong_stops_no_pause_from_being_published():
    publish = workflow("publish")["jobs"]
    steps = {step["id"]: step for step in publish["build"]["steps"] if "id" in step}

    assert steps["check"]["continue-on-error"] == steps["build"]["continue-on-error"] == "true"
    assert publish["deploy"]["needs"] == "build"
    assert "if" not in publish["deploy"]


def test_what_is_wrong_turns_the_run_red_once_the_site_is_out():
    publish = workflow("publish")["jobs"]
    last = publish["right"]

    assert last["needs"] == ["build", "deploy"]
    for step in ("check", "build"):
        assert publish["build"]["outputs"][step] == f"${{{{ steps.{step}.outcome }}}}"
        assert f"needs.build.outputs.{step} == 'failure'" in last["if"]
    assert last["steps"][-1]["run"].splitlines()[-1] == "exit 1"


def test_a_publication_waits_for_one_other_at_most_and_that_is_soon_over():
    publish = workflow("publish")

    assert publish["concurrency"] == {"group": "publish", "cancel-in-progress": "false"}
    assert all(int(job["timeout-minutes"]) <= 10 for job in publish["jobs"].values())


# ---- What people are told to set ----


def test_the_name_to_require_is_the_name_that_is_set():
    guide = (PROJECT / "docs" / "plattformar.md").read_text("utf-8")

    assert "exempelbank/gate" in guide
    for path in (GITHUB / "review.yml", SCRIPT):
        assert set(re.findall(r"exempelbank/\w+", path.read_text("utf-8"))) == {"exempelbank/gate"}


@pytest.mark.parametrize(
    "path",
    [".github/", ".forgejo/", "generator/", "site_config/", "mkdocs.yml", "pyproject.toml"],
)
def test_what_decides_what_is_published_has_owners_in_the_example(path):
    lines = (PROJECT / "docs" / "examples" / "CODEOWNERS").read_text("utf-8").splitlines()

    assert [line for line in lines if re.fullmatch(rf"/{re.escape(path)} +@\S+", line)]
    assert f"`{path}`" in (PROJECT / "docs" / "plattformar.md").read_text("utf-8")
