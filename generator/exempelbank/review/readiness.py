"""What stands between a contribution and approval: the text, the attestations, the checklist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exempelbank.checks import check_contribution
from exempelbank.i18n import _
from exempelbank.model.contribution import Contribution
from exempelbank.model.example import Example
from exempelbank.model.labels import label_of
from exempelbank.model.record import InVocabulary
from exempelbank.model.review import Answer
from exempelbank.model.submission import Attestations, UnderReview
from exempelbank.model.trial_note import TrialNote
from exempelbank.problems import Problem, Problems
from exempelbank.review.checklist import unanswered_items
from exempelbank.review.repository import StoredRecord
from exempelbank.rules.terms import may_tell_of_own_experience
from exempelbank.settings import Need, Settings

_QUOTED = re.compile(r"[”“\"»«]([^”“\"»«\n]+)[”“\"»«]|^> ?(\S.*)$", re.MULTILINE)
_WORDS_OF_A_QUOTE = 4  # fewer are a name, a title or a turn of phrase


def check_ready(stored: StoredRecord[UnderReview], settings: Settings, problems: Problems) -> None:
    """Everything but the two pairs of eyes."""
    check_contribution(stored.document, stored.record, settings, problems)
    problems.found += missing_attestations(stored, settings)
    problems.found += unanswered_items(stored, settings)
    municipality = next(
        (m for m in settings.municipalities if m.id == stored.record.municipality), None
    )
    if municipality and municipality.member == "no":
        problems.warning(
            stored.document.location("municipality"),
            _("{municipality} is not a member").format(municipality=municipality.label),
            _("Ask the group leader whether it is to be published all the same."),
        )
    nearest = _("Put in the terms that come nearest, and take the answers away from here.")
    for name in stored.record.unmatched:
        problems.warning(
            stored.document.location("unmatched", name),
            _("holds answers that have no term of ours"),
            f"{nearest}\n{_choices(stored.record, name, settings)}".strip(),
        )


def _choices(contribution: Contribution, field: str, settings: Settings) -> str:
    kind = type(contribution)
    found = kind.constraint(field, InVocabulary) if field in kind.model_fields else None
    return settings.vocabulary(found.vocabulary).choices("") if found else ""


def missing_attestations(
    stored: StoredRecord[UnderReview], settings: Settings
) -> Iterator[Problem]:
    """Every attestation that is required must be a yes; the one for quotes only where someone
    speaks or is seen.
    """
    attestations = stored.record.attestations
    for name in settings.fields.attestations:
        if settings.fields.attestation_need(name) is not Need.REQUIRED:
            continue
        if name == "consent_quote_image" and not needs_consent_of_the_quoted(
            stored.record, settings
        ):
            continue
        attestation = getattr(attestations, name)
        if attestation is None or not attestation.answer:
            yield Problem(
                stored.document.location("attestations", name),
                _("is not attested") if attestation is None else _("is attested with no"),
                _where_to_attest(stored, name),
            )


def _where_to_attest(stored: StoredRecord[UnderReview], name: str) -> str:
    """By line, where there is one: the file may call it by another name than we do."""
    document = stored.document
    line = f"{label_of(Attestations, name)}: {Answer.YES.label.lower()}, 2026-03-16"
    if ("attestations", name) in document.lines:
        says = _("Ask the sender, and write their answer and its day on line {n}: “{line}”.")
    elif ("attestations",) in document.lines:
        says = _(
            "Ask the sender, and write their answer and its day on a new line below line {n}, with "
            "two spaces first: “{line}”."
        )
    else:
        says = _("Ask the sender, and write their answer and its day below {part}: “{line}”.")
    return says.format(
        n=document.location("attestations", name).line,
        part=label_of(UnderReview, "attestations"),
        line=line,
    )


def needs_consent_of_the_quoted(contribution: Contribution, settings: Settings) -> bool:
    """There is an image, someone's own experience, or a quotation long enough to be someone's."""
    if isinstance(contribution, Example):
        if contribution.image or may_tell_of_own_experience(contribution, settings):
            return True
        texts = [contribution.summary, *contribution.lessons, *contribution.sections.values()]
    else:
        texts = [contribution.text] if isinstance(contribution, TrialNote) else []
    return any(
        len((inline or block).split()) >= _WORDS_OF_A_QUOTE
        for text in texts
        for inline, block in _QUOTED.findall(text)
    )
