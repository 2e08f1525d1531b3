"""content/ -> Catalogue: what is sound is loaded, what is not is refused by name."""

import pickle

import PIL.Image
import pytest

from exempelbank.cache import MemoryCache
from exempelbank.catalogue import load_catalogue
from exempelbank.catalogue.reading import FileToRead, read_file
from exempelbank.model.content import NewsItem
from exempelbank.model.example import Image
from exempelbank.model.review import ReviewState
from exempelbank.model.submission import PublishedExample
from exempelbank.problems import Problems
from exempelbank.records import document_of
from tests.builders import a_published, a_published_note, a_submission, sample_settings


@pytest.fixture
def project(tmp_path):
    def write(record, path):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(document_of(record, path).text, "utf-8")
        return file

    write.root = tmp_path
    return write


def loaded(project, **given):
    problems = Problems()
    return load_catalogue(project.root, sample_settings(), problems, **given), problems


def test_the_name_of_the_file_is_the_slug(project):
    project(a_published(), "content/examples/bildstod.md")

    catalogue, problems = loaded(project)

    assert not problems.errors
    assert [example.slug for example in catalogue.examples] == ["bildstod"]


@pytest.mark.parametrize(
    "state",
    ["lead", "received", "in-review", "changes-requested", "declined", "Inkommen", "godkänd"],
)
def test_an_example_that_is_not_approved_is_refused_by_name(project, state):
    file = project(a_published(), "content/examples/bildstod.md")
    file.write_text(file.read_text("utf-8").replace("state: approved", f"state: {state}"), "utf-8")

    catalogue, problems = loaded(project)

    assert not catalogue.public_examples and not catalogue.hidden_examples
    assert [error.location.path for error in problems.errors] == ["content/examples/bildstod.md"]


@pytest.mark.parametrize(
    ("old", "new", "id"),
    [
        ("klockan nio", "klockan tio", "FC-2026-014"),
        ("kind: ", "kind: [", "FC-2026-014"),
        ("id: FC-2026-014", "id: ett", ""),
    ],
)
def test_an_example_that_is_not_as_it_was_approved_is_refused_and_keeps_its_address(
    project, old, new, id
):
    file = project(a_published(), "content/examples/bildstod.md")
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")

    catalogue, problems = loaded(project)

    assert problems.errors and not catalogue.public_examples
    assert [(one.id, one.slug, one.refused) for one in catalogue.hidden_examples] == [
        (id, "bildstod", True)
    ]


def test_what_is_withdrawn_says_so_when_its_file_is_broken_too(project):
    file = project(a_published(review={"state": "withdrawn"}), "content/examples/bildstod.md")
    file.write_text(file.read_text("utf-8").replace("kind: ", "kind: ["), "utf-8")

    assert [one.state for one in loaded(project)[0].hidden_examples] == [ReviewState.WITHDRAWN]


@pytest.mark.parametrize("name", ["sida", "Bildstöd"])
def test_a_file_whose_name_is_no_address_gets_none(project, name):
    project(a_published(), f"content/examples/{name}.md")

    catalogue, problems = loaded(project)

    assert problems.errors and not catalogue.hidden_examples


def test_a_trial_note_that_is_not_as_it_was_approved_is_taken_out_of_feeds(project):
    project(a_published(), "content/examples/bildstod.md")
    file = project(a_published_note(), "content/trial_notes/fc-2026-101.md")
    file.write_text(f"{file.read_text('utf-8')}Mer.\n", "utf-8")

    catalogue, problems = loaded(project)

    assert problems.errors and not catalogue.trial_notes
    assert [note.id for note in catalogue.hidden_trial_notes] == [a_published_note().id]


def test_two_files_with_one_id_are_both_refused(project):
    """One of them may be paused. The addresses of both answer."""
    project(a_published(), "content/examples/bildstod.md")
    project(a_published(review={"state": "paused"}), "content/examples/bildstod-igen.md")

    catalogue, problems = loaded(project)

    assert not catalogue.public_examples
    assert {one.slug for one in catalogue.hidden_examples} == {"bildstod", "bildstod-igen"}
    assert {error.location.path for error in problems.errors} == {
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
    assert [error.location.path for error in problems.errors] == ["content/examples/trasig.md"]


def test_a_record_with_an_unknown_term_is_refused(project):
    item = NewsItem(id="nytt", title="Nytt", kind="skvaller", published="2026-03-01")
    project(item, "content/news/nytt.md")

    catalogue, problems = loaded(project)

    assert not catalogue.news
    assert problems.errors[0].location.path == "content/news/nytt.md"


def test_a_draft_of_news_is_in_a_preview_alone(project):
    item = NewsItem(id="nytt", title="N", kind="forskning", published="2026-03-01", draft=True)
    project(item, "content/news/nytt.md")

    assert not loaded(project)[0].content
    assert loaded(project, drafts=True)[0].news == (item,)


def test_what_waits_for_review_is_not_read(project):
    project(a_submission(state=ReviewState.APPROVED), "submissions/FC-2026-014.md")

    catalogue, problems = loaded(project)

    assert not catalogue.public_examples and not problems.found


def a_picture(project, name="tavla.jpg"):
    file = project.root / "content/media" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    PIL.Image.new("RGB", (40, 30), "#0e3d37").save(file, "JPEG", comment=b"hemligt")


def with_picture(file="tavla.jpg", **given):
    return a_published(image=Image(file=file, alt="En tavla", photographer="Kim Ek"), **given)


def test_the_picture_of_a_shown_example_is_written_anew(project):
    a_picture(project)
    project(with_picture(), "content/examples/bildstod.md")

    catalogue, problems = loaded(project)

    picture = catalogue.images["FC-2026-014"]
    assert not problems.errors
    assert (picture.width, picture.height) == (40, 30)
    assert b"hemligt" not in picture.read()


def test_the_picture_of_a_hidden_example_stays_in_its_folder(project):
    a_picture(project)
    project(with_picture(review={"state": "paused"}), "content/examples/bildstod.md")

    assert not loaded(project)[0].images


def test_a_picture_that_is_a_link_or_missing_is_named_and_the_example_is_shown(project):
    outside = project.root / "hemlig.jpg"
    PIL.Image.new("RGB", (4, 3)).save(outside, "JPEG")
    (project.root / "content/media").mkdir(parents=True)
    (project.root / "content/media/tavla.jpg").symlink_to(outside)
    project(with_picture(), "content/examples/bildstod.md")
    project(with_picture("ingen.jpg", id="FC-2026-015"), "content/examples/annan.md")

    catalogue, problems = loaded(project)

    assert not catalogue.images and len(catalogue.examples) == 2
    assert [error.location.label for error in problems.errors] == ["image.file", "image.file"]


def test_what_was_read_before_gives_the_same_catalogue(project):
    """Two of one id, one that is broken, and one whose picture is not there."""
    project(a_published(), "content/examples/bildstod.md")
    project(a_published(), "content/examples/bildstod-igen.md")
    project(a_published(title=""), "content/examples/utan-titel.md")
    project(with_picture(id="FC-2026-015"), "content/examples/annan.md")
    project(NewsItem(id="nytt", title="Nytt", kind="forskning", published="2026-03-01"),
            "content/news/nytt.md")  # fmt: skip
    cache = MemoryCache()

    first, second = loaded(project, cache=cache), loaded(project, cache=cache)

    assert first == second == loaded(project)


class Keeping(MemoryCache):
    """Tells what it was given to keep."""

    def __init__(self):
        super().__init__()
        self.stored = []

    def keep(self, function, made):
        super().keep(function, made)
        self.stored += made.values()


def test_only_what_has_nothing_wrong_in_it_is_kept(project):
    """A problem quotes the file."""
    project(a_published(), "content/examples/bildstod.md")
    project(a_published(title="", id="FC-2026-015"), "content/examples/utan-titel.md")
    cache = Keeping()

    _catalogue, problems = loaded(project, cache=cache)

    assert problems.errors
    assert [one.shown.slug for one in cache.stored] == ["bildstod"]


def test_what_was_read_of_a_hidden_example_holds_none_of_its_words(project):
    path = "content/examples/bildstod.md"
    file = project(a_published(review={"state": "paused"}), path)

    read = read_file(sample_settings(), FileToRead(PublishedExample, path, file.read_bytes()))

    assert read.shown and not read.problems
    assert b"klockan nio" not in pickle.dumps(read) and b"morgon" not in pickle.dumps(read)
