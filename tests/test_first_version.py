"""A project as it was in the first version is read and built by this one, approvals and all.

tests/fixtures/v1 is a copy of the sample project of November 2026. It is never changed.
"""

import json
import shutil
from html import escape
from pathlib import Path

import pytest

from exempelbank.catalogue import load_catalogue
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.problems import Problems
from exempelbank.records import load_records
from exempelbank.rules.terms import MARKED_LISTS, may_tell_of_own_experience
from exempelbank.settings import load_settings
from tests.builders import a_submission
from tests.site.builders import exempelbank

V1 = Path(__file__).parent / "fixtures" / "v1"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("v1") / "project"
    shutil.copytree(V1, folder)
    return folder


def published() -> list[PublishedExample]:
    problems = Problems()
    examples = [example for _, example in load_records(PublishedExample, V1, problems)]
    assert not problems.found
    return examples


def test_every_approval_still_binds_its_text():
    examples = published()

    assert len(examples) > 10
    assert [e.id for e in examples if e.review.content_hash != e.content_hash()] == []


def test_every_submission_is_read():
    problems = Problems()
    submissions = [*load_records(Submission, V1, problems)]

    assert len(submissions) == len([*(V1 / "submissions").glob("*.md")])
    assert not problems.found


def test_all_that_was_shown_is_shown():
    problems = Problems()
    settings = load_settings(V1, problems)
    catalogue = load_catalogue(V1, settings, problems)

    assert not problems.found
    shown = {e.id for e in catalogue.public_examples} | {e.id for e in catalogue.hidden_examples}
    assert shown == {e.id for e in published()}


def test_what_its_lists_do_not_say_is_told_of_and_nothing_else(project):
    checked = exempelbank(project, "check", "--format", "json")

    problems = json.loads(checked.stdout)
    assert {problem["severity"] for problem in problems} == {"warning"}
    assert {problem["path"] for problem in problems} == {"site_config/vocabularies.yml"}
    assert len(problems) == sum(map(len, MARKED_LISTS.values()))


def test_whoever_tells_of_themselves_is_asked_for_consent_all_the_same():
    settings = load_settings(V1, Problems())

    assert may_tell_of_own_experience(a_submission(perspectives=("egen-erfarenhet",)), settings)


def test_it_is_checked_and_built_without_an_error(project):
    checked = exempelbank(project, "check")
    built = exempelbank(project, "build")

    assert (checked.returncode, built.returncode) == (0, 0), checked.stderr + built.stderr
    pages = "".join(
        page.read_text("utf-8") for page in (project / "site" / "larande-exempel").glob("*/*.html")
    )
    public = [example for example in published() if example.review.state.public]
    assert [example.title for example in public if escape(example.title) not in pages] == []
