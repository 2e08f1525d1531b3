"""content/ -> Catalogue: what is sound is loaded, what is not is refused by name."""

import pytest

from generator.catalogue import load_catalogue
from generator.model.content import NewsItem
from generator.model.review import ReviewState
from generator.problems import Problems
from generator.records import document_of
from tests.builders import a_published, a_submission, sample_settings


@pytest.fixture
def project(tmp_path):
    def write(record, path):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(document_of(record, path).text, "utf-8")
        return file

    write.root = tmp_path
    return write


def loaded(project):
    problems = Problems()
    return load_catalogue(project.root, sample_settings(), problems), problems


def test_the_name_of_the_file_is_the_slug(project):
    project(a_published(), "content/examples/bildstod.md")

    catalogue, problems = loaded(project)

    assert not problems.errors
    assert [example.slug for example in catalogue.examples] == ["bildstod"]


@pytest.mark.parametrize(
    "state", ["lead", "received", "in-review", "changes-requested", "declined", "published"]
)
def test_an_example_that_is_not_approved_is_refused_by_name(project, state):
    file = project(a_published(), "content/examples/bildstod.md")
    file.write_text(file.read_text("utf-8").replace("state: approved", f"state: {state}"), "utf-8")

    catalogue, problems = loaded(project)

    assert not catalogue.public_examples and not catalogue.hidden_examples
    assert [error.place.path for error in problems.errors] == ["content/examples/bildstod.md"]


def test_an_example_whose_text_has_changed_since_its_approval_is_refused(project):
    file = project(a_published(), "content/examples/bildstod.md")
    file.write_text(file.read_text("utf-8").replace("klockan nio", "klockan tio"), "utf-8")

    catalogue, problems = loaded(project)

    assert not catalogue.public_examples
    assert problems.errors


def test_two_files_with_one_id_are_both_refused(project):
    """One of them may be paused."""
    project(a_published(), "content/examples/bildstod.md")
    project(a_published(review={"state": "paused"}), "content/examples/bildstod-igen.md")

    catalogue, problems = loaded(project)

    assert not catalogue.public_examples and not catalogue.hidden_examples
    assert {error.place.path for error in problems.errors} == {
        "content/examples/bildstod.md",
        "content/examples/bildstod-igen.md",
    }


def test_one_broken_record_does_not_hide_the_others(project):
    project(a_published(), "content/examples/bildstod.md")
    project(a_published(id="FC-2026-015"), "content/examples/trasig.md").write_text(
        "---\n: :\n---\n"
    )

    catalogue, problems = loaded(project)

    assert [example.slug for example in catalogue.examples] == ["bildstod"]
    assert [error.place.path for error in problems.errors] == ["content/examples/trasig.md"]


def test_a_record_with_an_unknown_term_is_refused(project):
    item = NewsItem(id="nytt", title="Nytt", kind="skvaller", published="2026-03-01")
    project(item, "content/news/nytt.md")

    catalogue, problems = loaded(project)

    assert not catalogue.news
    assert problems.errors[0].place.path == "content/news/nytt.md"


def test_what_waits_for_review_is_not_read(project):
    project(a_submission(state=ReviewState.APPROVED), "submissions/FC-2026-014.md")

    catalogue, problems = loaded(project)

    assert not catalogue.public_examples and not problems.found
