"""Withdrawing: no word is left, nothing else is touched, and nobody does it by mistake."""

from __future__ import annotations

import pytest

from exempelbank.i18n import _
from exempelbank.model.content import NewsItem
from exempelbank.model.example import Image
from exempelbank.model.review import LogEntry, Release, Review, ReviewState
from exempelbank.model.submission import PublishedExample, Source, Submission
from exempelbank.records import document_of
from exempelbank.rules.erasure import erased, is_erased
from tests.builders import a_published, a_submission, moment
from tests.git.builders import git
from tests.review.builders import ATTESTED, a_project, a_ready_one, read, run, stored, write

FILE, NEWS, PICTURE = "content/examples/bildstod.md", "content/news/nytt.md", "content/media/a.jpg"
WITHDRAW = ("withdraw", "FC-2026-014", "--by", "anna-ek", "--reason", "De vill inte längre.")
NOTED = LogEntry(at=moment("2026-02-02 09:00"), by="anna-ek", did="paused", note="Ring Eva.")
PRIVATE = {"contact_name": "Eva Ek", "contact_email": "eva@huddinge.example"}


@pytest.fixture
def project(tmp_path):
    example = a_published(
        **PRIVATE,
        image=Image(file="a.jpg", alt="En tavla", photographer="Eva Ek"),
        source=Source(key="ms-forms:x:7"),
        review={"log": (NOTED,)},
    )
    root = a_project(tmp_path / "project", stored(example))
    item = NewsItem(id="nytt", title="Bildstöd", summary="Eva berättar.", kind="forskning",
                    published="2026-03-02", example=example.id, text="Mer av Eva.")  # fmt: skip
    write(root, NEWS, document_of(item, NEWS).text)
    write(root, PICTURE, "en bild")
    write(root, "submissions/approved/FC-2026-014.md", "Eva skrev först.")
    write(root, "submissions/newer/FC-2026-014.md", "Eva skrev sedan.")
    noted = (root / FILE).read_text("utf-8").replace("kind: ", "# Ring Eva.\nkind: ", 1)
    write(root, FILE, noted)
    return root


def words_of(root):
    """In all that is left, of what the example said."""
    texts = [path.read_text("utf-8") for path in root.rglob("*.md")]
    return [word for word in ("Eva", "klockan nio", "Bildstöd") for text in texts if word in text]


def test_no_word_is_left_and_the_address_the_state_and_the_log_are(project, capsys):
    assert run(project, *WITHDRAW, "--yes", "--decision", "Dnr 2026/17") == 0

    said = capsys.readouterr().out
    example = read(project, FILE, PublishedExample)
    assert words_of(project) == [] and is_erased(example)
    assert (example.id, example.source.key) == ("FC-2026-014", "ms-forms:x:7")
    assert [(entry.did, entry.note) for entry in example.review.log] == [
        ("paused", ""),
        ("withdrawn", "De vill inte längre. Beslut: Dnr 2026/17"),
    ]
    assert read(project, NEWS, NewsItem).example == "FC-2026-014"
    gone = [PICTURE, "submissions/approved/FC-2026-014.md", "submissions/newer/FC-2026-014.md"]
    assert not any((project / path).exists() for path in gone)
    assert all(path in said for path in [FILE, NEWS, *gone, "docs/radera.md", "build"])
    assert run(project, "check") == 0


@pytest.mark.parametrize(
    ("options", "says"),
    [(("--yes",), "--decision"), (("--decision", "Dnr 1"), "--yes")],
)
def test_without_a_decision_or_a_yes_nothing_happens(project, options, says, capsys):
    before = words_of(project)

    assert run(project, *WITHDRAW, *options) == 1
    assert says in capsys.readouterr().err and words_of(project) == before


@pytest.mark.parametrize(("answers", "code"), [(["ja"], 0), (["nej"], 1), (["", "ja"], 0)])
def test_a_person_is_asked_until_the_answer_is_yes_or_no(project, answers, code, monkeypatch):
    given = iter(answers)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _question: next(given))

    assert run(project, *WITHDRAW, "--decision", "Dnr 1") == code
    assert bool(words_of(project)) == bool(code)


@pytest.mark.parametrize("stops", [EOFError, KeyboardInterrupt])
def test_whoever_ends_the_question_has_changed_nothing(project, stops, monkeypatch, capsys):
    def stopped(_question):
        raise stops

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", stopped)

    assert run(project, *WITHDRAW, "--decision", "Dnr 1") == 1
    assert words_of(project) and capsys.readouterr().err == _("Nothing was changed.") + "\n"


def test_what_git_has_needs_no_decision_and_is_told_of(project, capsys):
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--no-gpg-sign", "--message", "x")

    assert run(project, *WITHDRAW, "--yes") == 0
    assert "git" in capsys.readouterr().out


def test_a_picture_and_a_file_that_others_need_stay(project):
    other = a_published(id="FC-2026-015", image=Image(file="a.jpg", alt="x", photographer="y"))
    write(project, "content/examples/annat.md", stored(other, "annat").document.text)
    write(project, "submissions/newer/FC-2026-020.md", "Någon annan.")

    assert run(project, *WITHDRAW, "--yes", "--decision", "1") == 0
    assert (project / PICTURE).exists() and (project / "submissions/newer/FC-2026-020.md").exists()


def test_a_submission_is_emptied_too_and_its_revision_is_told_of(tmp_path, capsys):
    response = a_ready_one(**PRIVATE, attachments=("eva.pdf",), review={"log": (NOTED,)})
    revision = a_submission(id="FC-2026-020", revises=response.id)
    root = a_project(tmp_path, stored(response), stored(revision))

    assert run(root, *WITHDRAW, "--yes", "--decision", "1") == 0
    assert "FC-2026-020" in capsys.readouterr().out
    left = read(root, "submissions/FC-2026-014.md", Submission)
    assert is_erased(left) and left.source == response.source
    assert "Eva" not in (root / "submissions/FC-2026-014.md").read_text("utf-8").lower()


def test_what_was_withdrawn_before_is_erased_once(project):
    text = (project / FILE).read_text("utf-8")
    write(project, FILE, text.replace("state: approved", "state: withdrawn"))

    assert run(project, *WITHDRAW, "--yes", "--decision", "1") == 0
    assert words_of(project) == []
    assert run(project, *WITHDRAW, "--yes", "--decision", "1") == 1


def test_nothing_but_what_is_named_survives():
    """A field that is added to them goes too, until someone says otherwise."""
    release = Release(rule="health", text_hash="sha256:" + "0" * 64, by="bo-lind")
    whole = a_published(**PRIVATE, review={"releases": (release,), "log": (NOTED,)})
    response = a_submission(
        **PRIVATE,
        attestations=ATTESTED,
        review=Review(state=ReviewState.WITHDRAWN, log=(NOTED,), releases=(release,)),
    )

    for record in (whole, response):
        left = erased(record)
        differs = {n for n in type(left).model_fields if getattr(left, n) != getattr(record, n)}
        same_as_empty = {
            name
            for name, field in type(left).model_fields.items()
            if getattr(left, name) == field.get_default(call_default_factory=True)
        }
        assert differs - {"review"} <= same_as_empty
        assert {"id", "schema_version"} | ({"source"} & set(type(left).model_fields)) >= (
            set(type(left).model_fields) - same_as_empty - {"review"}
        )
    assert erased(whole).review.versions == () and erased(whole).review.releases == ()
