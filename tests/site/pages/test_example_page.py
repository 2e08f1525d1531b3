"""What a reader meets on the page of an example."""

import json
import re
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from exempelbank.catalogue.related import WEIGHTS
from exempelbank.documents.images import ImageFile
from exempelbank.model.example import Image, Link, Section
from exempelbank.site.components.cards import REASONS
from exempelbank.site.pages import example
from exempelbank.site.pages.example import ANCHORS
from tests.builders import WHOLE
from tests.feeds.builders import a_catalogue, an_example, event
from tests.site.pages.builders import Read, a_site, pages_of, phones

PAGE = "larande-exempel/bildstod/"


def page_of(*others, **given):
    return pages_of(example, of=a_catalogue(an_example(**given), *others))[PAGE]


def sections(**texts):
    return {**WHOLE["sections"], **{Section(name): text for name, text in texts.items()}}


def test_the_lessons_come_before_what_was_done():
    text = Read(page_of(lessons=("Lärdomen",), sections=sections(background="Bakgrunden"))).text

    assert text.index("Lärdomen") < text.index("Bakgrunden")


def test_the_review_is_of_the_text_and_not_of_the_method():
    assert "har granskat texten, inte godkänt metoden" in Read(page_of()).text


@pytest.mark.parametrize(
    ("review", "says"),
    [
        ({"state": "archived"}, "Exemplet är arkiverat"),
        ({"review_by": date(2026, 3, 1)}, "Ska granskas på nytt"),
        ({"state": "needs-review"}, "Ska granskas på nytt"),
    ],
)
def test_an_example_says_when_it_may_be_out_of_date(review, says):
    assert says in Read(page_of(review=review)).text
    assert says not in Read(page_of()).text


def test_readers_without_a_contact_are_sent_to_the_office():
    letters = [link for link in Read(page_of()).links if link.startswith("mailto:exempel@")]

    assert all(link.startswith("mailto:exempel@forumcarpe.example?") for link in letters)
    assert len(letters) == 2  # the question, “suggest a change”


def test_a_letter_to_a_colleague_holds_the_title_and_the_address_and_nothing_else():
    page = page_of(title="Bilder & bcc=x@y.example")
    letter = next(link for link in Read(page).links if link.startswith("mailto:?"))

    assert parse_qs(urlsplit(letter).query) == {
        "subject": ["Bilder & bcc=x@y.example"],
        "body": ["https://exempelbanken.example/larande-exempel/bildstod/"],
    }


def test_the_page_leads_to_those_of_its_parts_that_are_there():
    all_of_them = sections(did_not_work="Tavlan.", easy_read="Kort.")
    whole, short = Read(page_of(sections=all_of_them)), Read(page_of(sections=sections()))
    jumps = [link for link in whole.links if link.startswith("#")]

    assert jumps == ["#sa-gjorde-vi", "#fungerade-inte", "#lattlast", "#fakta", "#kontakt"]
    assert [link for link in short.links if link.startswith("#")] == [jumps[0], *jumps[3:]]
    assert {jump[1:] for jump in jumps} <= set(whole.ids)


def test_every_section_has_an_anchor_of_its_own():
    assert ANCHORS.keys() == set(Section)
    assert len(set(ANCHORS.values())) == len(Section)


def test_a_keyword_leads_to_a_search_for_it():
    assert "/sok/?q=r%C3%B6st%20%26%20val" in Read(page_of(keywords=("röst & val",))).links


def test_the_unit_and_who_runs_it_are_facts_of_their_own():
    page = page_of(unit="Björken", provider="privat")

    assert "<dt>Verksamhet</dt><dd>Björken</dd>" in page.html
    assert "<dt>Utförare</dt><dd>Privat</dd>" in page.html


def test_a_letter_says_which_example_it_is_about_and_a_title_adds_no_header():
    page = page_of(title="A&bcc=x@y.example #1")
    letter = next(link for link in Read(page).links if "?subject=F%C3%B6resl" in link)
    fields = parse_qs(urlsplit(letter).query)

    assert set(fields) == {"subject", "body"}
    assert fields["subject"] == ["Föreslå ändring: FC-2026-014"]
    assert "A&bcc=x@y.example #1" in unquote(fields["body"][0])


def test_related_examples_say_why():
    other = an_example("annan", id="FC-2026-015", title="Det andra", keywords=("AKK",))

    text = Read(page_of(other, keywords=("AKK",))).text

    assert re.search(r"Läs också .*Det andra .*Samma ämnesord: akk", text)


def test_the_network_says_when_it_meets_next():
    meeting = event("traff", title="Vårens träff", networks=("ips",))

    page = Read(page_of(meeting, networks=("ips",)))

    assert "/natverk/ips/" in page.links and "/kalendarium/traff/" in page.links


def test_a_link_that_could_run_something_is_left_out():
    links = (Link(title="Bra", url="https://a.example/x"), Link(title="Dålig", url="javascript:x"))

    found = Read(page_of(links=links)).links

    assert "https://a.example/x" in found
    assert not [link for link in found if link.startswith("javascript")]


def test_what_a_sender_wrote_stays_text():
    hostile = '</script><img src=x onerror=alert(1)>"&'
    page = page_of(title=hostile, lessons=(hostile,), sections=sections(background=hostile))

    assert "<img" not in page.html + page.head
    assert hostile in Read(page).text


def test_facts_for_search_engines_can_be_read():
    page = page_of(title='Slut </script> & "början"')
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.head)
    article, crumbs = map(json.loads, scripts)

    assert article["headline"] == 'Slut </script> & "början"'
    assert article["identifier"] == "FC-2026-014"
    assert [step["name"] for step in crumbs["itemListElement"]][:2] == ["Start", "Lärande exempel"]


def test_a_line_that_looks_like_a_heading_divides_nothing():
    text = "Först\n\n# Inte en rubrik\n\n---\n\nSedan"
    page = page_of(sections=sections(background=text))

    assert Read(page).headings == Read(page_of()).headings


def test_what_is_not_told_has_no_heading():
    assert "Lättläst" not in Read(page_of()).text
    assert "Lättläst" in Read(page_of(sections=sections(easy_read="Kort."))).text


def test_a_contact_without_a_telephone_leaves_that_of_the_office():
    contact = {"contact_publish": True, "contact_role": "Chef", "contact_email": "bo@x.example"}

    assert phones(Read(page_of(**contact))) == ["08-465 004 00"]
    assert phones(Read(page_of(**contact, contact_phone="08-465 004 12"))) == ["08-465 004 12"]


def test_a_picture_stands_on_the_page_with_its_words_and_its_photographer():
    image = Image(file="tavla.jpg", alt="En tavla med kort", photographer="Kim Ek")
    shown = a_catalogue(an_example(image=image))
    catalogue = replace(
        shown, images={"FC-2026-014": ImageFile(40, 30, "sha256:", lambda: b"jpeg")}
    )

    site = a_site(catalogue)

    assert site.files["larande-exempel/bildstod/bild.jpg"] == b"jpeg"
    assert 'alt="En tavla med kort" width="40" height="30"' in site.pages[PAGE].html
    assert "Foto: Kim Ek" in Read(site.pages[PAGE]).text


def test_a_portrait_does_not_fill_the_screen():
    image = Image(file="tavla.jpg", alt="En tavla med kort", photographer="Kim Ek")
    shown = a_catalogue(an_example(image=image))
    tall = ImageFile(900, 1600, "sha256:", lambda: b"jpeg")

    page = a_site(replace(shown, images={"FC-2026-014": tall})).pages[PAGE]

    assert 'width="315" height="560"' in page.html


def test_whatever_relates_two_examples_has_its_reason_in_words():
    assert REASONS.keys() == WEIGHTS.keys()
