"""What tells of a person is an error in every record, and is never shown."""

from datetime import date

import pytest

from exempelbank.checks import check_contribution, check_record
from exempelbank.checks.privacy import check_page, check_settings_file
from exempelbank.documents import document_from
from exempelbank.files.paths import PAGES
from exempelbank.model.content import NewsItem, Tip
from exempelbank.model.example import Section
from exempelbank.model.review import Release, Version
from exempelbank.privacy.texts import text_hash
from exempelbank.problems import Location, Problems, Severity
from exempelbank.records import document_of
from tests.builders import a_published, a_submission, sample_settings

SETTINGS = sample_settings()
NUMBER = "811228-9874"
HEALTH = "Kalle har epilepsi."


def a_news_item(**given):
    whole = {"id": "nyhet", "title": "Nyhet", "kind": "samverkan", "published": date(2026, 2, 2)}
    return NewsItem(**{**whole, **given})


def found_in(record, path=""):
    problems = Problems()
    name = record.id if isinstance(record, (NewsItem, Tip)) else "bildstod"
    document = document_of(record, path or f"{record.folder}/{name}.md")
    check_record(document, record, SETTINGS, problems)
    return problems


@pytest.mark.parametrize("secret", [NUMBER, HEALTH])
@pytest.mark.parametrize(
    "record",
    [
        lambda secret: a_published(summary=secret),
        lambda secret: a_published(sections={**a_published().sections, Section.EASY_READ: secret}),
        lambda secret: a_published(
            review={"versions": (Version(number=1, date=date(2026, 2, 2), what=secret),)}
        ),
        lambda secret: a_news_item(title=secret),
        lambda secret: a_news_item(text=f"Ett.\n\n{secret}"),
        lambda secret: Tip(id="tips", title="T", during=("Ett", secret)),
    ],
)
def test_no_record_may_tell_of_a_person(record, secret):
    (problem,) = found_in(record(secret)).errors

    assert problem.location.line
    assert "Kalle" not in str(problem) and "9874" not in str(problem)


def test_a_submission_under_review_is_stopped_too():
    submission = a_submission(summary=f"{NUMBER} och {HEALTH}", title="")
    problems = Problems()

    check_contribution(
        document_of(submission, "submissions/x.md"), submission, SETTINGS, problems, strict=False
    )

    assert [problem.location.label for problem in problems.errors] == ["summary", "summary"]


def test_a_number_in_the_name_of_a_file_is_found_and_not_shown():
    problems = found_in(a_news_item(id=NUMBER))

    assert [problem.location.path for problem in problems.errors] == ["content/news/•••••••••••.md"]


def test_each_line_is_told_of_once():
    lines = [
        problem.location.line
        for problem in found_in(a_news_item(text=f"{NUMBER} {NUMBER}\n{NUMBER}"))
    ]

    assert len(lines) == len(set(lines)) == 2


def test_a_release_is_for_one_rule_and_one_text_and_never_for_a_number():
    def with_releases(text, *releases):
        given = tuple(
            Release(rule=rule, text_hash=text_hash(of), by="bo-lind", reason="Ur en bok.")
            for rule, of in releases
        )
        return len(found_in(a_news_item(text=text, releases=given)).errors)

    assert with_releases(HEALTH, ("health", HEALTH)) == 0
    assert with_releases(HEALTH, ("name", HEALTH)) == 1
    assert with_releases(HEALTH, ("health", "Kalle har epilepsi!")) == 1
    assert with_releases(NUMBER, ("personal-number", NUMBER)) == 1


def test_a_release_of_an_example_stands_in_its_review():
    release = Release(rule="health", text_hash=text_hash(HEALTH), by="bo-lind")

    review = {"releases": (release,), "hash_version": 2}
    assert not found_in(a_published(summary=HEALTH, review=review)).errors


def test_what_is_pointed_out_to_a_reviewer_is_not_for_check():
    problems = found_in(a_news_item(text="Lisa svarar på 08-465 004 12, på Storgatan 5."))

    assert len(problems) == 0


def test_a_release_that_no_approval_has_bound_releases_nothing():
    release = Release(rule="health", text_hash=text_hash(HEALTH), by="bo-lind")
    review = {"releases": (release,), "hash_version": 1}

    assert len(found_in(a_published(summary=HEALTH, review=review)).errors) == 1


def test_a_release_without_a_log_says_who_and_why():
    release = Release(rule="health", text_hash=text_hash(HEALTH), by="nobody")

    problems = found_in(a_news_item(text=HEALTH, releases=(release,)))

    assert [problem.location.label for problem in problems.errors] == [
        "releases.1.by",
        "releases.1",
    ]


def a_page(text, releases=""):
    return document_from(f"{PAGES}/om.md", f"---\ntitle: Om\n{releases}---\n\n{text}\n")


def test_a_page_written_by_hand_is_held_to_the_same_rules():
    (problem,) = check_page(a_page(f"Ett.\n\n{HEALTH}"), SETTINGS)

    assert (problem.location, problem.severity) == (Location(f"{PAGES}/om.md", 7), Severity.ERROR)


def test_a_page_written_by_hand_can_be_released():
    given = f"releases:\n  - rule: health\n    text_hash: {text_hash(HEALTH)}\n    by: bo-lind\n"

    assert not [*check_page(a_page(HEALTH, f"{given}    reason: Ur en bok.\n"), SETTINGS)]
    assert [*check_page(a_page(HEALTH, given), SETTINGS)]
    assert [*check_page(a_page(f"{HEALTH} {HEALTH}", given), SETTINGS)]


def test_the_words_of_the_settings_can_never_be_released():
    words = document_from("site_config/about.yml", f"steps:\n  - name: Ett\n    about: {HEALTH}\n")

    (problem,) = check_settings_file(words)

    assert problem.location == Location("site_config/about.yml", 3, "steps.1.about")
