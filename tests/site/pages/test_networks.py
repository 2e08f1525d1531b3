"""The networks: who runs them, whom to ask, and what is said of one that has ended."""

from dataclasses import replace

import pytest

from exempelbank.catalogue import Catalogue
from exempelbank.model.content import Network
from exempelbank.site.pages import networks
from tests.feeds.builders import a_catalogue, event
from tests.site.pages.builders import Read, pages_of, the_settings

OFFICE = the_settings().organisation


def a_network(**given):
    whole = {"form": "natverk", "run": "planerat", "status": "pagar"}
    return Network(id="ips", title="IPS", need="Många är ensamma.", **{**whole, **given})


def printed(network, **organisation):
    settings = the_settings()
    settings = replace(settings, organisation=OFFICE.model_copy(update=organisation))
    return pages_of(networks, of=Catalogue(content=(network,)), settings=settings)


@pytest.mark.parametrize(
    ("run", "words"),
    [("planerat", "Nätverk · drivs av Forum Carpe"), ("sjalvgaende", "drivs av deltagarna")],
)
def test_a_network_says_who_runs_it(run, words):
    pages = printed(a_network(run=run))

    assert words in Read(pages["natverk/"]).text
    assert words in Read(pages["natverk/ips/"]).text


def test_a_network_that_has_ended_is_told_of_as_what_was():
    page = Read(printed(a_network(status="avslutat"))["natverk/ips/"]).text

    assert "Nätverk · avslutat" in page
    assert "Därför behövdes det" in page
    assert "drivs av" not in page.lower() and "behövs" not in page


def test_who_passes_the_invitation_on_is_said_in_the_words_of_the_organisation():
    said = Read(printed(a_network(), local_contact="SAM (samordnare)")["natverk/"]).text
    unsaid = Read(printed(a_network(), local_contact="")["natverk/"]).text

    assert "SAM (samordnare) i din kommun skickar inbjudan" in said
    assert "Skriv till kontakten för nätverket, så får du inbjudan." in unsaid
    assert "CKA" not in said + unsaid


def test_a_meeting_of_a_network_can_be_put_in_ones_own_calendar():
    meeting = event("traff", networks=("ips",))
    page = pages_of(networks, of=a_catalogue(meeting))["natverk/ips/"]

    assert "/kalendarium/traff/traff.ics" in Read(page).links
