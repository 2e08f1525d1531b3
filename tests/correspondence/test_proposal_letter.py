"""The answer to whoever has proposed a network."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from exempelbank.correspondence.proposal_letter import (
    ProposalAnswer,
    build_proposal_letter,
    check_answer,
)
from exempelbank.letters.kinds import LetterKind
from exempelbank.letters.templates import load_template
from exempelbank.problems import Problems
from exempelbank.settings import NamedText, NetworkProposals
from tests.builders import sample_settings

RECEIVED, DECLINED = LetterKind.PROPOSAL_RECEIVED, LetterKind.PROPOSAL_DECLINED
PROPOSALS = NetworkProposals(
    criteria=(NamedText(name="Öppet", about="Alla får vara med."), NamedText(name="Nytt")),
    steps=(NamedText(name="Vi frågar runt", about="Det tar en månad."), NamedText(name="Beslut")),
)


@cache
def the_settings():
    return replace(sample_settings(), network_proposals=PROPOSALS)


def an_answer(*reasons, network="Nattpersonal", note=""):
    return ProposalAnswer(network, reasons, note)


def body_of(kind, answer):
    template = load_template(Path("nowhere"), kind, Problems())
    return build_proposal_letter(template, answer, "", the_settings()).body


def problems_in(kind, answer):
    return [str(problem) for problem in check_answer(answer, kind, the_settings())]


def test_a_receipt_says_how_it_is_decided_and_by_what():
    body = body_of(RECEIVED, an_answer())

    assert "”Nattpersonal”" in body
    assert "1. Vi frågar runt. Det tar en månad.\n2. Beslut\n" in body
    assert "– Öppet. Alla får vara med.\n– Nytt\n" in body


def test_a_yes_leads_to_the_networks_and_a_no_to_what_they_must_meet():
    accepted = body_of(LetterKind.PROPOSAL_ACCEPTED, an_answer(note="Vi ses i maj."))
    declined = body_of(DECLINED, an_answer("öppet=Bara för chefer."))

    assert "Vi ses i maj." in accepted and "/natverk/\n" in accepted
    assert "– Öppet: Bara för chefer.\n" in declined and "/foresla-natverk/\n" in declined


def test_a_no_has_a_reason_against_a_criterion():
    assert problems_in(DECLINED, an_answer("Nytt=Det finns ett.")) == []
    assert "Öppet=…" in problems_in(DECLINED, an_answer())[0]
    assert "Öppet=…" in problems_in(DECLINED, an_answer("Öpet=Nej"))[0]
    assert "Öppet, Nytt" in problems_in(DECLINED, an_answer("Öppet"))[0]


def test_a_network_is_named():
    assert problems_in(RECEIVED, an_answer(network=" "))


@pytest.mark.parametrize(
    "answer",
    [
        an_answer(network="Möten om 191212121212"),
        an_answer(note="Ring 191212121212."),
        an_answer("Nytt=191212121212 har det redan."),
    ],
)
def test_a_number_of_a_person_goes_nowhere(answer):
    (problem,) = problems_in(RECEIVED, answer)

    assert "personnummer" in problem and "19121212" not in problem
