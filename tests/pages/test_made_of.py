"""What a page says it is made of decides what it is; a change reaches no further than it must."""

from datetime import date, timedelta

import pytest

from generator.model.example import Image, Link, Section, Supplier
from generator.model.review import ReviewState
from generator.pages import examples, plans
from generator.pages.build import SECTIONS
from generator.pages.press import Press
from tests.builders import TODAY, Remembering
from tests.feeds.builders import a_catalogue, an_example, event, news
from tests.pages.builders import a_site, the_settings

OURS = an_example("bildstod", id="FC-2026-001", networks=("ips",), keywords=("bild",))
OTHERS = (
    an_example(
        "schema",
        id="FC-2026-002",
        networks=("ips",),
        keywords=("bild",),
        review={"published": date(2026, 3, 5)},
    ),
    news("nytt", example="FC-2026-001"),
    event("traff", networks=("ips",)),
)
ALONE = {  # what nobody but the example tells
    "lessons": (*OURS.lessons[:1], "En ny lärdom."),
    "discussion_questions": ("Vad gör vi?",),
    "links": (Link(title="Mer", url="https://exempel.example/"),),
    "image": Image(file="bild.jpg", alt="En bild", photographer="Någon"),
    "supplier": Supplier(name="Firman", paid=False),
    "contact_publish": True,
    "contact_role": "Samordnare",
    "contact_name": "Kim Exempel",
    "contact_email": "kim@exempel.example",
    "contact_phone": "08-123 45 67",
    "storyteller": ("medarbetare",),
    "sections": {**OURS.sections, Section.RESULTS: "Det blev lugnare."},
}
SHOWN = {
    "title": "Ett annat namn",
    "summary": "En annan sammanfattning.",
    "lessons": ("En annan lärdom.",),
    "work_areas": ("sysselsattning",),
    "evidence": ("uppfoljning-matt",),
    "municipality": "sundbyberg",
    "keywords": ("schema",),
    "stage": "avslutat",
}


def with_changes(changes):
    return a_site(a_catalogue(OURS.model_copy(update=changes), *OTHERS))


def changed_in(after, before):
    return {
        address
        for address, page in before.planned_pages.items()
        if page.made_of != after.planned_pages[address].made_of
    }


@pytest.fixture(scope="module")
def before():
    return a_site(a_catalogue(OURS, *OTHERS))


@pytest.mark.parametrize("changes", [ALONE, SHOWN])
def test_a_page_made_of_the_same_is_the_same(before, changes):
    after = with_changes(changes)
    same = [
        address
        for address, page in before.planned_pages.items()
        if page.made_of and page.made_of == after.planned_pages[address].made_of
    ]
    assert same
    for address in same:
        assert before.pages[address] == after.pages[address], address


def test_what_an_example_alone_tells_is_no_part_of_lists_and_of_its_likes(before):
    own = {"larande-exempel/bildstod/", "larande-exempel/bildstod/apt/"}
    # A focus area tells when its examples were last revised.
    changed = {
        address
        for address in changed_in(with_changes(ALONE), before)
        if not address.startswith("fokusomraden/")
    }
    assert changed == own


@pytest.mark.parametrize("field, value", SHOWN.items())
def test_what_lists_show_of_an_example_changes_them(before, field, value):
    assert "larande-exempel/" in changed_in(with_changes({field: value}), before)


def test_a_new_version_with_the_same_face_leaves_lists_as_they_were(before):
    review = OURS.review.model_copy(update={"version": 7, "updated": date(2026, 3, 9)})
    changed = changed_in(with_changes({"review": review}), before)
    assert "larande-exempel/bildstod/" in changed
    assert not changed & {"larande-exempel/", "", "larande-exempel/schema/", "kommuner/"}


def press_of(today=TODAY, **changes):
    catalogue = a_catalogue(OURS.model_copy(update=changes), *OTHERS)
    return Press(catalogue, the_settings(), today)


ANOTHER_PRESS = {
    "another day": press_of(TODAY + timedelta(days=400)),
    "archived": press_of(review=OURS.review.model_copy(update={"state": ReviewState.ARCHIVED})),
    **{field: press_of(**{field: value}) for field, value in SHOWN.items()},
    "all it tells alone": press_of(**ALONE),
}


@pytest.mark.parametrize("press", ANOTHER_PRESS.values(), ids=ANOTHER_PRESS)
@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.__name__)
def test_a_section_made_of_the_same_has_the_same_pages(section, press):
    before = press_of()
    if section.made_of(before) == section.made_of(press):
        assert [page.make() for page in section.pages(before)] == [
            page.make() for page in section.pages(press)
        ]


def test_a_page_is_made_although_its_plan_was_kept(before):
    memory = Remembering()

    def planned():
        press = Press(a_catalogue(OURS, *OTHERS), the_settings(), TODAY, memory)
        return {page.address: page for page in plans.kept_plan(examples, press)}

    first, again = planned(), planned()
    assert again.keys() == first.keys()
    for address, page in again.items():
        assert page.made_of == first[address].made_of
        assert page.make() == before.pages[address]
