"""The page of an example that is not published, as those see it who review it."""

from exempelbank.catalogue import Catalogue
from exempelbank.site.draft import draft_page
from tests.builders import TODAY, a_submission
from tests.site.pages.builders import Read, the_settings


def test_a_preview_leads_to_its_parts_and_does_not_ask_to_be_sent_on():
    page = Read(draft_page(a_submission(), Catalogue(), the_settings(), TODAY))

    assert {"#sa-gjorde-vi", "#fakta", "#kontakt"} <= set(page.links)
    assert not [link for link in page.links if link.startswith("mailto:?")]
    assert "Skicka till en kollega" not in page.text
