"""A proposed network and what was decided -> the letter to whoever proposed it. Nothing is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.checks.privacy import check_words
from exempelbank.correspondence.contents import known_of_office
from exempelbank.i18n import _
from exempelbank.letters.kinds import LetterKind
from exempelbank.letters.letter import SenderLetter, letter_from
from exempelbank.letters.placeholders import Placeholder
from exempelbank.letters.templates import LetterTemplate
from exempelbank.problems import Location, Problem
from exempelbank.settings import NamedText, Settings
from exempelbank.text.normalization import comparable, nearest


@dataclass(frozen=True, slots=True)
class ProposalAnswer:
    network: str  # what the proposed one was called, or is about
    reasons: Sequence[str] = ()  # "criterion=why it is not met"
    note: str = ""  # in the words of whoever answers


def check_answer(answer: ProposalAnswer, kind: LetterKind, settings: Settings) -> Iterator[Problem]:
    """A network is named, a refusal has reasons, each against a criterion, and nothing tells of a
    person.
    """
    if not answer.network.strip():
        yield Problem(
            Location("--network"),
            _("nothing says which network it is about"),
            _("Write what it was called in the proposal."),
        )
    criteria = settings.network_proposals.criteria
    names = [one.name for one in criteria]
    if kind is LetterKind.PROPOSAL_DECLINED and not answer.reasons:
        yield Problem(
            Location("--reason"),
            _("nothing says why it is declined"),
            _('Write --reason "{criterion}=…" and what is not met.').format(
                criterion=names[0] if names else "…"
            ),
        )
    for reason in answer.reasons:
        name, _sign, why = reason.partition("=")
        if criteria and (not why.strip() or _criterion(name, criteria) is None):
            close = nearest(name, names)
            yield Problem(
                Location("--reason"),
                _("“{reason}” names no criterion, or says nothing of it").format(reason=name),
                _("Did you mean “{word}”?").format(word=f"{close}=…")
                if close and why.strip()
                else _("Write one of these, = and why: {names}.").format(names=", ".join(names)),
            )
    texts = [("--network", answer.network), ("--note", answer.note)]
    for option, text in [*texts, *(("--reason", reason) for reason in answer.reasons)]:
        yield from check_words(Location(option), text)


def build_proposal_letter(
    template: LetterTemplate, answer: ProposalAnswer, by: str, settings: Settings
) -> SenderLetter:
    """Of an answer that `check_answer` has let pass."""
    urls, proposals = UrlBuilder(settings), settings.network_proposals
    accepted = template.kind is LetterKind.PROPOSAL_ACCEPTED
    steps = [f"{n}. {_in_a_line(one)}" for n, one in enumerate(proposals.steps, 1)]
    criteria = [f"– {_in_a_line(one)}" for one in proposals.criteria]
    reasons = [f"– {_reason(one, proposals.criteria)}" for one in answer.reasons]
    known = known_of_office(settings, by) | {
        Placeholder.TITLE: answer.network,
        Placeholder.NOTE: answer.note,
        Placeholder.STEPS: "\n".join(steps),
        Placeholder.CRITERIA: "\n".join(criteria),
        Placeholder.REASONS: "\n".join(reasons),
        Placeholder.ADDRESS: urls.full(
            urls.first_section("networks" if accepted else "network_proposal")
        ),
    }
    return letter_from(template, known)


def _criterion(name: str, criteria: Iterable[NamedText]) -> NamedText | None:
    return next((one for one in criteria if comparable(one.name) == comparable(name)), None)


def _in_a_line(one: NamedText) -> str:
    return f"{one.name}. {one.about}" if one.about else one.name


def _reason(reason: str, criteria: Iterable[NamedText]) -> str:
    name, _sign, why = reason.partition("=")
    found = _criterion(name, criteria)
    return f"{found.name}: {why.strip()}" if found else reason
