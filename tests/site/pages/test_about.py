"""The organisation and the checklist, as they are configured."""

from dataclasses import replace
from datetime import date

from exempelbank.settings import About, Milestone, NamedText
from exempelbank.site.pages import about
from tests.feeds.builders import NETWORK, a_catalogue
from tests.site.pages.builders import Read, pages_of, the_settings


def organisation_page(catalogue=None, **fields):
    settings = replace(the_settings(), about=About(**fields))
    pages = pages_of(about, of=catalogue or a_catalogue(), settings=settings)
    return Read(pages["om/organisation/"])


def test_roles_and_steps_come_from_the_configuration():
    page = organisation_page(
        roles=(NamedText(name="Vaktmästaren", about="Låser upp."),),
        steps=(NamedText(name="Kaffe"),),
    )

    assert "Vaktmästaren" in page.text and "Låser upp." in page.text and "Kaffe" in page.text


def test_another_organisation_may_tell_nothing():
    assert organisation_page().headings[0] == 1


def test_what_has_happened_is_told_with_the_latest_first():
    network = NETWORK.model_copy(update={"decided": date(2022, 5, 1), "ended": date(2024, 6, 1)})
    catalogue = replace(a_catalogue(), content=(network,))

    text = organisation_page(catalogue, history=(Milestone(year=2023, what="Nytt hus"),)).text

    assert text.index("2024") < text.index("2023 Nytt hus") < text.index("2022")


def test_what_is_only_decided_for_later_has_not_happened():
    network = NETWORK.model_copy(update={"decided": date(2027, 1, 1)})

    page = organisation_page(replace(a_catalogue(), content=(network,)))

    assert "/natverk/ips/" not in page.links


def test_every_question_of_the_checklist_is_public():
    page = Read(pages_of(about, of=a_catalogue())["om/checklista/"])

    assert [
        item.question for item in the_settings().checklist if item.question not in page.text
    ] == []
