"""What stands on the sheet that an example has for a workplace meeting."""

import re
from dataclasses import replace

from exempelbank.site.pages import example, example_sheet
from tests.feeds.builders import a_catalogue, an_example
from tests.site.pages.builders import Read, pages_of, phones, the_settings

SHEET = "larande-exempel/bildstod/apt/"


def sheet_of(settings=None, **given):
    return pages_of(example_sheet, of=a_catalogue(an_example(**given)), settings=settings)[SHEET]


def test_it_has_one_name_wherever_it_is_spoken_of():
    catalogue = a_catalogue(an_example(discussion_questions=("Vem äger morgonen?",)))
    pages = pages_of(example, example_sheet, of=catalogue)
    link = re.compile(rf'href="/{SHEET}"[^>]*>(.*?)</a>', re.DOTALL)
    links = link.findall(pages["larande-exempel/bildstod/"].html)
    sheet = pages[SHEET]

    assert {Read(link).text for link in links} == {"Ta med till arbetsplatsträffen"}
    assert Read(sheet).text.count("Ta med till arbetsplatsträffen") == 2  # crumb, heading
    assert sheet.title.startswith("Ta med till arbetsplatsträffen: ")


def test_it_has_the_examples_own_questions_or_else_some_that_always_work():
    own, usual = sheet_of(discussion_questions=("Vem äger morgonen?",)), sheet_of()

    assert "Vem äger morgonen?" in Read(own).text
    assert "Vad kan vi prova i sex veckor?" in Read(usual).text


def test_it_says_whom_to_tell():
    contact = {"contact_role": "Enhetschef", "contact_email": "bo@huddinge.example"}
    own, office = Read(sheet_of(contact_publish=True, **contact)), Read(sheet_of())

    assert "mailto:bo@huddinge.example" in own.links
    assert "Enhetschef" in own.text
    assert any(link.startswith("mailto:exempel@forumcarpe.example?") for link in office.links)
    assert phones(office) == ["08-465 004 00"]


def test_it_carries_a_qr_code_with_the_address_in_words_beside_it():
    own = the_settings()
    organisation = own.organisation.model_copy(update={"qr_codes": False})
    without = sheet_of(replace(own, organisation=organisation))
    address = "exempelbanken.example/larande-exempel/bildstod/"

    assert 'role="img" aria-label="QR-kod med adressen till exemplet"' in sheet_of().html
    assert "QR-kod" not in without.html
    assert address in Read(sheet_of()).text and address in Read(without).text
