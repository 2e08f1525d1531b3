"""What must hold before a record may be shown, one field at a time and together."""

import dataclasses

import pytest

from exempelbank.checks import check_contribution, check_record
from exempelbank.model.content import Event, NewsItem
from exempelbank.model.example import Image, Link, Section, Supplier
from exempelbank.problems import Problems, Severity
from exempelbank.records import document_of
from exempelbank.settings import Term, Vocabulary
from tests.builders import a_published, a_submission, sample_settings

SETTINGS = sample_settings()


def found_in(example, settings=SETTINGS):
    """(field, severity) of each problem in a published example, or in another record of content."""
    problems = Problems()
    name = "bildstod" if example.folder == "content/examples" else example.id
    document = document_of(example, f"{example.folder}/{name}.md")
    check_record(document, example, settings, problems)
    return [(problem.location.label, problem.severity) for problem in problems]


def fields_of(example, **given):
    return [field for field, _severity in found_in(example, **given)]


def test_a_whole_example_is_sound():
    assert found_in(a_published()) == []


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"title": "a" * 81}, "title"),
        ({"summary": "a" * 281}, "summary"),
        ({"unit": "a" * 101}, "unit"),
        ({"lessons": ("Kort", "a" * 161)}, "lessons.2"),
        ({"lessons": ("Kort",) * 6}, "lessons"),
        ({"work_areas": ("daglig-verksamhet",) * 4}, "work_areas"),
        ({"keywords": ("a" * 31,)}, "keywords.1"),
        ({"kind": "skvaller"}, "kind"),
        ({"roles": ("stodpedagog", "kung")}, "roles.2"),
        ({"focus_areas": ("okant",)}, "focus_areas.1"),
        ({"networks": ("okant",)}, "networks.1"),
        ({"other_municipalities": ("oslo",)}, "other_municipalities.1"),
        ({"started": "mars 2025"}, "started"),
        ({"started": "2025-13"}, "started"),
        ({"started": "2025-03", "ended": "2025-01"}, "ended"),
        ({"organisation": "okand"}, "organisation"),
        ({"municipality": ""}, "municipality"),
        ({"municipality": "stockholm"}, "district"),
        ({"district": "farsta"}, "district"),
        ({"municipality": "stockholm", "district": "norrmalm"}, "district"),
        ({"supplier": Supplier(name="a" * 161)}, "supplier.name"),
        ({"links": (Link(url="https://a.example"),) * 6}, "links"),
        ({"links": (Link(url="https://a.example", title="a" * 81),)}, "links.1.title"),
        ({"contact_publish": True, "contact_role": "Chef"}, "contact_email"),
        ({"contact_publish": True, "contact_email": "a@b.example"}, "contact_role"),
        ({"contact_email": "a@b"}, "contact_email"),
        ({"contact_phone": "08-465 004 01"}, "contact_phone"),
        ({"image": Image(file="x.jpg", photographer="Eva")}, "image.alt"),
        ({"image": Image(file="x.jpg", alt="Ett bord")}, "image.photographer"),
        ({"image": Image(file="../x.jpg", alt="Ett bord", photographer="Eva")}, "image.file"),
        ({"image": Image(file="x.svg", alt="Ett bord", photographer="Eva")}, "image.file"),
        ({"sections": {**dict.fromkeys(Section, "Så."), Section.HOW: "a" * 2001}}, "Så gjorde vi"),
    ],
)
def test_each_limit_holds_for_what_is_published(given, field):
    assert field in fields_of(a_published(**given))


@pytest.mark.parametrize(
    "given",
    [
        {"title": "a" * 80},
        {"lessons": ("a" * 160,) * 5},
        {"keywords": ("a" * 30,) * 5},
        {"municipality": "stockholm", "district": "farsta"},
        {"started": "2025-03", "ended": "2025-03"},
        {"links": (Link(url="https://exempel.example/å?b=c#d", title="5 % < 10 %"),)},
        {"contact_publish": True, "contact_role": "Chef", "contact_email": "a.b+c@d-e.example"},
        {"image": Image(file="x.JPG", alt="Ett bord", photographer="Eva")},
        {"sections": dict.fromkeys(Section, "a" * 400)},
    ],
)
def test_what_just_fits_passes(given):
    assert found_in(a_published(**given)) == []


@pytest.mark.parametrize(
    "address",
    [
        "http://a.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "//a.example",
        "a.example",
        "https://",
        "https://localhost",
        "https://bank.example@b.example",
        "https://a.example:x/",
        "https://[a.example",
        "https://a.example/a b",
        "https://a.example/\u202e",
        "mailto:a@b.example",
    ],
)
def test_a_link_leads_where_a_reader_thinks(address):
    assert fields_of(a_published(links=(Link(url=address),))) == ["links.1.url"]


@pytest.mark.parametrize(
    ("address", "sound"),
    [
        ("mailto:a@b.example", True),
        ("https://a.example", True),
        ("mailto:a", False),
        ("tel:1", False),
    ],
)
def test_one_signs_up_by_mail_or_on_a_page(address, sound):
    event = Event(id="traff", title="Träff", kind="seminarium", sign_up=address,
        occasions=[{"starts": "2026-03-05 13:00", "ends": "2026-03-05 16:00"}])  # fmt: skip

    assert fields_of(event) == ([] if sound else ["sign_up"])


def test_the_terms_of_other_records_are_looked_up_too():
    item = NewsItem(id="nytt", title="Nytt", kind="skvaller", published="2026-03-01")

    assert fields_of(item) == ["kind"]


@pytest.mark.parametrize(
    ("wording", "meant"),
    [("metdo", "”Metod”"), ("Samvärkan", "”Samverkan”"), ("hund", "Välj bland: ")],
)
def test_a_term_that_is_nearly_right_is_suggested(wording, meant):
    problems = Problems()
    example = a_published(kind=wording)
    check_record(document_of(example, "content/examples/x.md"), example, SETTINGS, problems)

    fix = problems.found[0].fix
    assert meant in fix
    assert "Arbetssätt" in fix, "the others are shown too"


def test_of_many_words_the_nearest_are_shown_and_where_the_rest_stand():
    problems = Problems()
    example = a_published(municipality="Nakka", roles=())
    check_record(document_of(example, "content/examples/x.md"), example, SETTINGS, problems)

    (fix,) = [one.fix for one in problems if one.location.label == "municipality"]
    asked, listed = fix.splitlines()
    assert asked == "Menade du ”Nacka”?"
    assert listed.startswith("Några av dem: Nacka, Nykvarn, ")
    assert listed.count(", ") == 11
    assert listed.endswith("site_config/municipalities.yml.")
    (fix,) = [one.fix for one in problems if one.location.label == "roles"]
    assert "Stödassistent" in fix, "what is missing can be chosen too"


def test_a_retired_term_may_stay_where_it_is_published_but_not_come_in_anew():
    kinds = Vocabulary("kinds", (Term(id="arbetssatt", label="A", replaced_by="metod"),))
    settings = dataclasses.replace(SETTINGS, vocabularies={**SETTINGS.vocabularies, "kinds": kinds})
    assert found_in(a_published(), settings=settings) == [("kind", Severity.WARNING)]

    submission, problems = a_submission(), Problems()
    document = document_of(submission, "submissions/FC-2026-014.md")
    check_contribution(document, submission, settings, problems)
    assert [(p.location.label, p.severity) for p in problems] == [("kind", Severity.ERROR)]


def test_an_answer_is_kept_as_it_was_given_with_warnings():
    submission = a_submission(title="a" * 81, kind="Annat", roles=(), sections={})
    problems = Problems()
    document = document_of(submission, "submissions/FC-2026-014.md")
    check_contribution(document, submission, SETTINGS, problems, strict=False)

    assert [problem.location.label for problem in problems] == ["title", "kind"]
    assert not problems.errors


@pytest.mark.parametrize(
    ("review", "field"),
    [
        ({"approved_by": ("anna-ek",)}, "review.approved_by"),
        ({"approved_by": ("anna-ek", "anna-ek")}, "review.approved_by"),
        ({"approved_by": ("anna-ek", "someone-else")}, "review.approved_by.2"),
        ({"updated": "2026-01-01"}, "review.updated"),
        ({"review_by": "2026-01-01"}, "review.updated"),
    ],
)
def test_an_approval_is_by_two_and_its_dates_follow_each_other(review, field):
    assert fields_of(a_published(review=review)) == [field]


def test_a_text_changed_after_approval_is_not_shown():
    changed = a_published().model_copy(update={"title": "Något annat"})

    assert fields_of(changed) == ["review.content_hash"]
