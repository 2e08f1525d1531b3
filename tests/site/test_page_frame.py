"""What stands around every page: the menu, the button and the footer."""

from dataclasses import replace

import pytest

from exempelbank.files.paths import MKDOCS_FILE
from exempelbank.problems import Problems
from exempelbank.settings.menu import Menu
from exempelbank.settings.mkdocs_file import read_mkdocs_file
from exempelbank.site.assembly import assemble_site
from exempelbank.site.page_frame import PageFrame, contact_link
from tests.builders import PROJECT, TODAY, sample_settings
from tests.rules.knobs import mkdocs_yml_with
from tests.site.builders import write

OFFICE = sample_settings().organisation


@pytest.fixture(scope="module")
def frame_of(tmp_path_factory):
    """Of the sample with another menu.yml, and perhaps another mkdocs.yml."""
    assembled = assemble_site(PROJECT, sample_settings(), TODAY, Problems())

    def made(nav="", **menu):
        settings = replace(assembled.settings, menu=Menu.model_validate(menu))
        context = replace(assembled.context, settings=settings)
        config = read_mkdocs_file(PROJECT)
        if nav:
            folder = tmp_path_factory.mktemp("nav")
            write(folder, MKDOCS_FILE, mkdocs_yml_with(f"nav: {nav}"))
            config = read_mkdocs_file(folder)
        return PageFrame(replace(assembled, context=context), config)

    return made


def names(links):
    return [link.title for link in links]


def test_without_a_file_the_sections_stand_in_the_program_s_order(frame_of):
    frame = frame_of()

    assert [link.section for link in frame.menu] == [link.to for link in Menu().menu]
    assert [link.section for link in frame.on_phones] == ["tips", "about", ""]
    assert frame.button.section == "contribute"
    assert [len(column.links) for column in frame.footer] == [4, 5, 4]


def test_the_menu_holds_what_the_file_says_and_then_what_nav_adds(frame_of):
    written = [
        "news",
        {"to": "examples", "name": "Guldkorn"},
        "om/",
        {"to": "om/kontakt/", "name": "Fråga oss"},
        {"to": "https://region.example/", "name": "Regionen"},
    ]
    frame = frame_of(nav="[{Sist: /nyheter/}]", menu=written)

    assert names(frame.menu) == [
        "Nyheter",
        "Guldkorn",
        "Om Exempelbanken",
        "Fråga oss",
        "Regionen",
        "Sist",
    ]
    assert [link.href for link in frame.menu[1:5]] == [
        "/larande-exempel/",
        "/om/",
        "/om/kontakt/",
        "https://region.example/",
    ]


def test_on_phones_nothing_of_the_menu_is_said_again(frame_of):
    assert names(frame_of(menu=["tips", "about", "contact"]).on_phones) == []


def test_a_page_that_is_not_there_is_left_out(frame_of):
    assert names(frame_of(menu=["news", "finns/inte/"]).menu) == ["Nyheter"]


def test_a_section_that_is_off_is_left_out_wherever_it_stands(frame_of):
    frame = frame_of(off=["networks", "tips", "hint"], menu=["networks", "news"])
    everything = (frame.menu, frame.on_phones, *(column.links for column in frame.footer))

    assert not {"networks", "tips", "hint"} & {link.section for part in everything for link in part}
    assert names(frame.menu) == ["Nyheter"]


def test_the_button_may_lead_elsewhere_or_be_none(frame_of):
    own = frame_of(button={"to": "om/kontakt/", "name": "Hör av dig"}).button

    assert (own.title, own.href) == ("Hör av dig", "/om/kontakt/")
    assert frame_of(button="none").button is None


def test_the_office_can_be_reached_from_any_footer(frame_of):
    columns = [{"title": "Om oss", "links": ["about", "accessibility", "privacy"]}]
    (column,) = frame_of(footer=columns).footer

    assert names(column.links)[-1] == "Kontakta oss"
    columns[0]["links"].insert(0, "contact")
    (column,) = frame_of(footer=columns).footer
    assert names(column.links).index("Kontakta oss") == 0 and len(column.links) == 4


def contact(pages: set[str], **given: str) -> str:
    return contact_link(OFFICE.model_copy(update=given), pages, "/banken/".__add__).href


def test_the_contact_link_leads_to_the_page_about_it():
    assert contact({"om/kontakt/"}) == "/banken/om/kontakt/"


def test_the_contact_link_leads_to_the_address_when_there_is_no_such_page():
    mail = f"mailto:{OFFICE.email}"

    assert contact({"om/"}) == mail
    assert contact({"om/"}, contact_page="") == mail
