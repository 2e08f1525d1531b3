"""What a new project holds, before anything is written."""

from __future__ import annotations

import re

import pytest
import yaml

from exempelbank.starters import STARTERS, plan_project
from tests.builders import PROJECT
from tests.starters.builders import WHEEL_NAME, a_wheel, new_project
from tools.starters import STARTERS as FILES
from tools.starters import WORKFLOWS, starter_files

EVERY = [(starter, language) for starter, one in STARTERS.items() for language in one.site_names]


def planned(**given):
    return {
        path: raw.decode()
        for path, raw in plan_project(new_project(**given)).items()
        if b"\0" not in raw
    }


@pytest.mark.parametrize(("starter", "language"), EVERY)
def test_nothing_is_left_to_be_put_into_a_file(starter, language):
    files = planned(**{"from": starter}, language=language, forge="github")

    assert not [path for path, text in files.items() if re.search(r"<<\w", text)]
    assert not [path for path in files if "dot_" in path]


def test_what_was_answered_stands_in_the_settings():
    files = planned()
    organisation = yaml.safe_load(files["site_config/organisation.yml"])
    reviewers = yaml.safe_load(files["site_config/reviewers.yml"])["reviewers"]

    assert organisation["name"] == "Lärnätverket i Norrlandet"
    assert organisation["url"] == "https://bank.larnatverket.se/"
    assert organisation["id_prefix"] == "LAR"
    assert [one["id"] for one in reviewers] == ["asa-ek", "bo-lind"]


@pytest.mark.parametrize(("starter", "language"), EVERY)
def test_every_settings_file_names_its_schema_on_its_first_line(starter, language):
    files = planned(**{"from": starter}, language=language)

    for path, text in files.items():
        if name := re.fullmatch(r"site_config/(\w+)\.yml", path):
            first = f"# yaml-language-server: $schema=schemas/{name[1]}.json"
            assert text.splitlines()[0] == first, path


def test_a_wheel_comes_along_and_is_locked_by_its_checksum():
    files = plan_project(new_project())
    locked = files["requirements.txt"].decode()

    assert files[f"wheels/{WHEEL_NAME}"] == a_wheel()
    assert locked.startswith("--find-links wheels\nexempelbank==1.2.3 \\\n    --hash=sha256:")


def test_all_that_is_installed_has_a_checksum():
    files = planned()

    for name in ("requirements.txt", "requirements-build.txt"):
        packages = re.findall(
            r"^\w\S*==.*\n((?: +--hash=sha256:[0-9a-f]{64}.*\n)*)", files[name], re.M
        )
        assert packages and all(packages), name


@pytest.mark.parametrize(
    ("forge", "path"),
    [
        ("github", ".github/workflows/publish.yml"),
        ("forgejo", ".forgejo/workflows/review.yml"),
        ("gitlab", "gitlab-ci.yml"),
    ],
)
def test_the_workflows_of_the_platform_come_along_and_no_others(forge, path):
    places = (".github/", ".forgejo/", "gitlab-ci.yml")
    found = [one for one in planned(forge=forge) if one.startswith(places)]

    assert path in found
    assert len({one.split("/")[0] for one in found}) == 1
    assert not [one for one in planned(forge="none") if one.startswith(places)]


def test_the_workflows_and_the_locked_packages_are_those_of_our_own():
    made = starter_files()
    there = {
        path
        for part in ("forges", "locked")
        for path in (FILES / part).rglob("*")
        if path.is_file()
    }

    assert {path: path.read_text("utf-8") for path in there} == dict(made), "run make starters"


def test_a_workflow_of_a_new_project_differs_in_where_the_program_comes_from_alone():
    for ours, there in WORKFLOWS.items():
        of_ours = (PROJECT / ours).read_text("utf-8").splitlines()
        new = (FILES / there).read_text("utf-8").splitlines()
        differing = [line for line in new if line not in of_ours]

        assert all("requirements" in line for line in differing), there
        assert "--no-deps" not in "\n".join(new), there


def test_the_same_answers_give_the_same_files():
    assert plan_project(new_project()) == plan_project(new_project())
