"""Where the menu and the footer lead for who wants to reach the office."""

from exempelbank.plugin.templates import contact_link
from tests.builders import sample_settings

OFFICE = sample_settings().organisation


def contact(pages: set[str], **given: str) -> str:
    return contact_link(OFFICE.model_copy(update=given), pages, "/banken/".__add__).href


def test_to_the_page_about_it():
    assert contact({"om/kontakt/"}) == "/banken/om/kontakt/"


def test_to_its_address_when_there_is_no_such_page():
    mail = f"mailto:{OFFICE.email}"

    assert contact({"om/"}) == mail
    assert contact({"om/"}, contact_page="") == mail
