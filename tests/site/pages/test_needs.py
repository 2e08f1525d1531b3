"""What is asked of readers: examples that are missing, and networks that are not there yet."""

from dataclasses import replace
from urllib.parse import unquote

from exempelbank.catalogue import Catalogue
from exempelbank.model.content import FocusArea, Period
from exempelbank.settings import NamedText, NetworkProposals
from exempelbank.site.pages import examples, focus_areas, network_proposal, networks, wanted
from tests.builders import TODAY
from tests.feeds.builders import a_catalogue, an_example
from tests.site.pages.builders import Read, pages_of, the_settings

AREA = FocusArea(
    id="natten", title="Natten", periods=(Period(**{"from": TODAY.year, "to": TODAY.year}),)
)


def wanted_page(*records, **given):
    settings = replace(the_settings(), **given)
    return Read(pages_of(wanted, of=a_catalogue(*records), settings=settings)["vi-saknar/"])


def proposal_page(**given):
    settings = replace(the_settings(), network_proposals=NetworkProposals(**given))
    return Read(pages_of(network_proposal, of=Catalogue(), settings=settings)["foresla-natverk/"])


# ---- Examples ----


def test_what_is_asked_for_is_said_and_where_to_tell_of_it():
    topic = NamedText(name="Mellan två boenden", about="Hur gör ni i flytten?")

    page = wanted_page(an_example(), wanted=(topic,))

    assert "Mellan två boenden" in page.text and "Hur gör ni i flytten?" in page.text
    assert {"/lamna-exempel/", "/tipsa/"} <= set(page.links)


def test_what_no_example_tells_of_is_counted_and_not_written():
    page = wanted_page(an_example(target_groups=("autism",)), wanted=())

    assert "Personer med flerfunktionsnedsättning" in page.text
    assert "Personer med autism" not in page.text


def test_a_focus_area_leads_to_what_it_lacks():
    catalogue = a_catalogue(an_example(), AREA)

    links = Read(pages_of(focus_areas, of=catalogue)["fokusomraden/natten/"]).links

    assert "/vi-saknar/#omrade-natten" in links
    assert "omrade-natten" in Read(pages_of(wanted, of=catalogue)["vi-saknar/"]).ids


def test_a_focus_area_of_which_we_do_not_ask_leads_nowhere():
    over = FocusArea(id="forr", title="Förr", periods=(Period(**{"from": 2020, "to": 2021}),))
    page = pages_of(focus_areas, of=a_catalogue(AREA, over))["fokusomraden/forr/"]

    assert not any("/vi-saknar/" in link for link in Read(page).links)


def test_a_list_without_examples_leads_to_what_is_missing():
    pages = pages_of(examples, of=a_catalogue(an_example()))

    assert "/vi-saknar/" in Read(pages["larande-exempel/kommun/nacka/"]).links


def test_a_library_without_examples_says_so_and_counts_no_gaps():
    page = wanted_page(wanted=())

    assert "Vad du än berättar om blir det första" in page.text
    assert "Målgrupp" not in page.text


# ---- Networks ----


def test_whoever_proposes_a_network_reads_what_is_asked_and_who_decides():
    page = proposal_page(
        criteria=(NamedText(name="Öppet", about="Alla får vara med."),),
        steps=(NamedText(name="Beslut", about="Gruppen beslutar i maj."),),
        questions=("Vem vill ha det?",),
        email="natverk@forumcarpe.example",
    )

    for words in ("Alla får vara med.", "Gruppen beslutar i maj.", "Vem vill ha det?"):
        assert words in page.text
    (letter,) = (link for link in page.links if "subject=" in link)
    assert letter.startswith("mailto:natverk@forumcarpe.example?")
    assert "Vem vill ha det?" in unquote(letter)


def test_without_settings_the_page_of_proposals_is_whole():
    page = proposal_page()

    assert "Vilket behov ska det möta?" in page.text
    assert "Från förslag till beslut" not in page.text
    assert any(link.startswith("mailto:exempel@forumcarpe.example?") for link in page.links)


def test_the_networks_lead_to_the_page_of_proposals():
    pages = pages_of(networks, of=a_catalogue())

    for page in pages.values():
        assert "/foresla-natverk/" in Read(page).links
