"""The lists of examples as they are printed, for those without scripts too."""

import pytest

from exempelbank.model.example import Section
from exempelbank.site.pages import examples, start
from tests.feeds.builders import a_catalogue, an_example
from tests.site.pages.builders import Read, pages_of

TELLS = {Section.DID_NOT_WORK: "Filmen gick inte att stanna i."}


def printed(*shown):
    return pages_of(examples, start, of=a_catalogue(*shown))


@pytest.fixture(scope="module")
def two():
    """One that tells what did not work and has ended, and one that does not and has not."""
    return printed(
        an_example("film", id="FC-2026-001", title="Filmen", stage="avslutat", sections=TELLS),
        an_example("bok", id="FC-2026-002", title="Boken", stage="infort", sections={}),
    )


def test_what_did_not_work_can_be_browsed_from_the_start_page(two):
    listed = Read(two["larande-exempel/fungerade-inte/"])

    assert "/larande-exempel/fungerade-inte/" in Read(two[""]).links
    assert "Filmen" in listed.text and "Boken" not in listed.text
    assert two["larande-exempel/fungerade-inte/"].title == (
        "Exempel som berättar vad som inte fungerade"
    )


def test_no_one_is_led_to_what_did_not_work_when_nobody_tells_of_it():
    pages = printed(an_example(sections={}))

    assert "/larande-exempel/fungerade-inte/" not in Read(pages[""]).links


def test_each_stage_has_a_list(two):
    assert "Filmen" in Read(two["larande-exempel/lage/avslutat/"]).text
    assert "Filmen" not in Read(two["larande-exempel/lage/infort/"]).text


def test_a_choice_is_offered_when_it_would_leave_something_out(two):
    """One value is worth choosing, if others lack it; two are not, if all have both."""
    page = two["larande-exempel/"].html

    assert 'data-facet="fungerade-inte"' in page and 'data-facet="lage"' in page
    assert 'data-facet="verksamhetsomrade"' not in page and 'data-facet="lattlast"' not in page


def test_the_letters_lead_to_what_begins_with_them_in_the_order_of_the_swedish_alphabet():
    titles = (
        "Ängen",
        "”Bilder” i hallen",
        "Åka buss",
        "Échec",
        "Ordna",
        "Östra",
        "7 steg",
        "Eftermiddag",
    )
    page = printed(
        *(an_example(f"e-{n}", id=f"FC-2026-{n:03}", title=one) for n, one in enumerate(titles, 1))
    )["larande-exempel/ordning/namn/"]
    read = Read(page)

    letters = ["0–9", "b", "e", "o", "å", "ä", "ö"]
    assert [link[1:] for link in read.links if link.startswith("#")] == letters
    assert [id for id in read.ids if id in letters] == letters
    assert "<section aria-" not in page.html  # a landmark for each letter is none
