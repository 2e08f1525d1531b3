"""An approved example -> what is published of it."""

from datetime import date

import pytest

from exempelbank.documents import document_from
from exempelbank.model.content import NewsItem
from exempelbank.model.example import Example, Section
from exempelbank.model.review import LogEntry, ReviewState
from exempelbank.model.submission import PublishedExample, Source
from exempelbank.problems import Problems
from exempelbank.records import record_from
from exempelbank.review.approve import ApprovalRequest, plan_approval
from exempelbank.rules.publication import months_later
from tests.builders import a_published, moment, sample_settings
from tests.review.builders import CHECKLIST, a_ready_one, errors_in, labels, saying, stored

SETTINGS = sample_settings()
NOW = moment("2026-03-16 09:15")
EMPTY = {PublishedExample.folder: frozenset(), NewsItem.folder: frozenset()}


def approve(example, revised=None, taken=EMPTY, problems=None, **options):
    """The change, or None. Anna Ek approves what Bo Lind handled."""
    if isinstance(example.record, PublishedExample):
        options = {"handled_by": "bo-lind", **options}
    request = ApprovalRequest(**{"by": "anna-ek", "now": NOW, "not_involved": True, **options})
    problems = Problems() if problems is None else problems
    change = plan_approval(example, request, revised, taken, SETTINGS, problems)
    assert (change is None) == bool(problems.errors)
    return change


def published_in(change):
    (path,) = [path for path in change.write if path.startswith(PublishedExample.folder)]
    problems = Problems()
    example = record_from(document_from(path, change.write[path]), PublishedExample, problems)
    assert example, "\n".join(map(str, problems))
    return path, example


def news_in(change):
    (path,) = [path for path in change.write if path.startswith(NewsItem.folder)]
    return path, record_from(document_from(path, change.write[path]), NewsItem, Problems())


def test_an_example_moves_to_the_library_with_its_news_in_one_change():
    change = approve(stored(a_ready_one(title="Bildstöd på mötet!")))

    assert sorted(change.write) == [
        "content/examples/bildstod-pa-motet.md",
        "content/news/2026-03-16-bildstod-pa-motet.md",
    ]
    assert change.remove == ("submissions/FC-2026-014.md",)


def test_it_says_by_whom_and_when_and_for_how_long():
    submission = a_ready_one()
    published = published_in(approve(stored(submission)))[1]
    review = published.review

    assert review.state is ReviewState.APPROVED
    assert review.version == 1
    assert (review.published, review.updated) == (date(2026, 3, 16), date(2026, 3, 16))
    assert review.review_by == date(2028, 3, 16)
    assert review.approved_by == ("bo-lind", "anna-ek")
    assert published.content_hash() == review.content_hash


def test_the_log_starts_anew_with_who_and_when_only():
    log = (LogEntry(at=NOW, by="bo-lind", did="in-review", note="Rang avsändaren."),)
    review = published_in(approve(stored(a_ready_one(review={"log": log}))))[1].review

    assert review.log == (LogEntry(at=NOW, by="anna-ek", did="approved"),)


def test_every_public_field_follows_and_keeps_its_value():
    submission = a_ready_one(
        keywords=("bild", "möte"),
        contact_publish=True,
        contact_role="Chef",
        contact_email="chef@enheten.example",
        supplier={"name": "Bildbolaget", "paid": True},
    )
    example = published_in(approve(stored(submission)))[1]

    for field in Example.model_fields:
        assert getattr(example, field) == getattr(submission, field), field


CANARY = "KANARIE"
PRIVATE = {
    "attachments": (f"{CANARY}.pdf",),
    "unmatched": {"roles": (f"{CANARY} på en annan arbetsplats",)},
    "contact_role": CANARY,
    "contact_name": CANARY,
    "contact_email": f"{CANARY.lower()}@hemma.example",
    "contact_phone": f"08-465 004 99 {CANARY}",
    "review": {
        "checklist": {item: check.model_copy(update={"comment": CANARY})
            for item, check in CHECKLIST.items()},
        "log": (LogEntry(at=NOW, by="bo-lind", did="in-review", note=CANARY),),
    },
}  # fmt: skip


def test_nothing_private_follows():
    example = stored(a_ready_one(**PRIVATE))
    assert example.document.text.casefold().count("kanarie") == 6 + len(CHECKLIST) + 1

    change = approve(example, note=CANARY)
    for path, text in change.write.items():
        assert "kanarie" not in text.casefold(), path


def test_what_is_added_to_a_submission_is_private_until_named():
    assert set(PublishedExample.model_fields) - {"review", "source"} == set(Example.model_fields)


@pytest.mark.parametrize(
    ("title", "taken", "slug"),
    [
        ("Bildstöd", (), "bildstod"),
        ("Bildstöd", ("bildstod",), "bildstod-2"),
        ("Bildstöd", ("bildstod", "bildstod-2"), "bildstod-3"),
        ("Index", (), "fc-2026-014"),  # kept by web servers
        ("Sida", (), "fc-2026-014"),  # where the site's own pages lie
        ("CON", (), "fc-2026-014"),  # kept by Windows
        ("✨", (), "fc-2026-014"),
        ("../../etc/passwd", (), "etc-passwd"),
        ("ä" * 80, (), "a" * 76),
    ],
)
def test_the_address_comes_from_the_title_and_is_nobody_elses(title, taken, slug):
    change = approve(
        stored(a_ready_one(title=title)), taken={**EMPTY, PublishedExample.folder: frozenset(taken)}
    )

    assert published_in(change)[0] == f"content/examples/{slug}.md"


@pytest.mark.parametrize("slug", ["bildstod", "Å", "a/b", "../x", "index", "sida", "-a", "a" * 81])
def test_a_wished_address_must_be_free_and_fit(slug):
    taken = {**EMPTY, PublishedExample.folder: frozenset({"bildstod"})}
    problems = Problems()

    assert approve(stored(a_ready_one()), taken=taken, slug=slug, problems=problems) is None


def test_a_wished_address_is_taken():
    change = approve(stored(a_ready_one()), slug="morgonmote")

    assert published_in(change)[0] == "content/examples/morgonmote.md"


def test_the_news_tells_of_the_example_in_our_words():
    example = a_ready_one(focus_areas=("psykisk-halsa",), networks=("ips",), lessons=("# Köp nu",))
    _path, item = news_in(approve(stored(example)))

    assert item.draft
    assert item.example == example.id
    assert item.title == example.title
    assert item.kind == "larande-exempel"
    assert item.published == date(2026, 3, 16)
    assert (item.focus_areas, item.networks) == (("psykisk-halsa",), ("ips",))
    assert "Köp" not in item.text


def test_two_news_of_one_day_and_title_stand_side_by_side():
    taken = {**EMPTY, NewsItem.folder: frozenset({"2026-03-16-bildstod-i-morgonmotet"})}

    assert news_in(approve(stored(a_ready_one()), taken=taken))[0].endswith("-morgonmotet-2.md")


def test_a_long_title_makes_a_news_address_that_fits():
    _path, item = news_in(approve(stored(a_ready_one(title="lång " * 16))))

    assert item is not None
    assert len(item.id) <= 80


# ---- Once published ----


def test_an_unchanged_one_is_renewed():
    old = stored(a_published(review={"state": ReviewState.NEEDS_REVIEW}))
    new = published_in(approve(old))[1].review

    assert new.state is ReviewState.APPROVED
    assert new.review_by == date(2028, 3, 16)
    assert (new.version, new.updated) == (old.record.review.version, old.record.review.updated)
    assert [entry.did for entry in new.log] == ["renewed"]


def test_a_changed_text_is_a_new_version():
    before = a_published()
    edited = stored(before.model_copy(update={"summary": "En ny sammanfattning."}))
    path, new = published_in(approve(edited, what="Sammanfattningen är kortare."))

    assert path == edited.document.path
    assert new.review.version == 2
    assert new.review.published == before.review.published
    assert new.review.updated == date(2026, 3, 16)
    assert new.review.content_hash == new.content_hash() != before.review.content_hash
    assert new.review.versions[-1].what == "Sammanfattningen är kortare."


def test_a_new_version_says_what_changed():
    problems = Problems()
    edited = stored(a_published().model_copy(update={"summary": "En ny sammanfattning."}))
    approve(edited, problems=problems)

    assert "review.versions" in labels(problems)


HANDLED = "content/examples/bildstod.md review.handled"
UNDECLARED = "{name} has not declared that they are not involved"


@pytest.mark.parametrize(
    ("options", "missing"),
    [
        ({}, []),
        ({"handled_by": ""}, [saying(HANDLED, "nobody handles this example yet")]),
        (
            {"handled_by": "anna-ek"},
            [
                saying(
                    HANDLED,
                    "{name} handles this example and can't approve it too",
                    name="Anna Ek",
                )
            ],
        ),
        (
            {"not_involved": False},
            [saying(HANDLED, UNDECLARED, name=name) for name in ("Bo Lind", "Anna Ek")],
        ),
        ({"by": "bo-lind", "handled_by": "", "leader": "anna-ek", "note": "Semester."}, []),
        (
            {"slug": "annan"},
            [
                saying(
                    "content/examples/bildstod.md",
                    "the address of a published example is never changed",
                )
            ],
        ),
    ],
)
def test_a_renewal_takes_two_pairs_of_eyes_too(options, missing):
    problems = Problems()
    approve(stored(a_published()), problems=problems, **options)

    assert errors_in(problems) == missing


@pytest.mark.parametrize("state", [ReviewState.PAUSED, ReviewState.ARCHIVED])
def test_what_was_away_comes_back_by_approval(state):
    change = approve(stored(a_published(review={"state": state})))

    assert published_in(change)[1].review.state is ReviewState.APPROVED


def test_what_was_withdrawn_stays_away():
    problems = Problems()
    approve(stored(a_published(review={"state": ReviewState.WITHDRAWN})), problems=problems)

    assert "review.state" in labels(problems)


# ---- A submission that changes a published example ----


def a_revision(**given):
    source = Source(key="ms-forms:exempel:7", dialect="ms-forms")
    return stored(a_ready_one(id="FC-2026-020", revises="FC-2026-014", source=source, **given))


def test_a_revision_changes_the_published_file_and_keeps_its_history():
    old = stored(a_published(source=Source(key="ms-forms:exempel:7")), slug="bildstod")
    sections = {**old.record.sections, Section.HOW: "Nu gör vi så."}
    proposed = a_revision(title="Ny rubrik", keywords=("bild",), sections=sections)
    change = approve(proposed, revised=old, what="Nytt arbetssätt.")
    path, new = published_in(change)

    assert path == "content/examples/bildstod.md"
    assert change.remove == ("submissions/FC-2026-020.md",)
    assert (new.id, new.title, new.keywords) == ("FC-2026-014", "Ny rubrik", ("bild",))
    assert new.sections[Section.HOW] == "Nu gör vi så."
    assert (new.review.version, new.review.published) == (2, old.record.review.published)
    assert new.source.dialect == "ms-forms"


def test_comments_in_the_published_file_survive_a_revision():
    old = stored(a_published())
    commented = document_from(
        old.document.path, old.document.text.replace("kind:", "# Vald med avsändaren.\nkind:")
    )
    change = approve(
        a_revision(title="Ny"), revised=type(old)(commented, old.record), what="Rubriken."
    )

    assert "# Vald med avsändaren.\n" in change.write["content/examples/bildstod.md"]


def test_a_revision_of_nothing_is_refused():
    problems = Problems()
    approve(a_revision(), revised=None, problems=problems)

    assert labels(problems) == ["revises"]


def test_a_revision_of_what_was_withdrawn_is_refused():
    problems = Problems()
    gone = stored(a_published(review={"state": ReviewState.WITHDRAWN}))
    approve(a_revision(title="Ny"), revised=gone, what="Rubriken.", problems=problems)

    assert "review.state" in labels(problems)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-03-16", 24, "2028-03-16"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-01-31", 1, "2026-02-28"),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(day, months, later):
    assert str(months_later(date.fromisoformat(day), months)) == later
