"""What stands between an example and its approval: the text, the attestations, the checklist, and
two pairs of eyes on exactly this text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks import check_example
from generator.model.example import CONTACT, Example
from generator.model.review import Approval, Handling
from generator.model.submission import Attestations, Submission
from generator.problems import Place, Problem, Problems
from generator.review.checklist import unanswered
from generator.review.desk import AnyFiled, Filed
from generator.review.moves import check_reviewer
from generator.settings import Settings
from generator.texts import _

OWN_EXPERIENCE = "egen-erfarenhet"  # the perspective in which someone tells about themselves
_QUOTED = re.compile(r"[”“\"»«]([^”“\"»«\n]+)[”“\"»«]|^> ?(\S.*)$", re.MULTILINE)
_WORDS_OF_A_QUOTE = 4  # fewer are a name, a title or a turn of phrase


def public_part(example: Example) -> Example:
    """What would be published: the public fields, and the contact only where that is agreed."""
    told = {name: getattr(example, name) for name in Example.model_fields}
    if not example.contact_publish:
        told |= dict.fromkeys(CONTACT, "")
    return Example.model_construct(**told)


def check_ready(filed: Filed[Submission], settings: Settings, problems: Problems) -> None:
    """Everything but the two pairs of eyes."""
    check_example(filed.document, filed.example, settings, problems)
    problems.found += unattested(filed)
    problems.found += unanswered(filed, settings)
    home = next((m for m in settings.municipalities if m.id == filed.example.municipality), None)
    if home and home.member == "no":
        problems.warning(
            filed.document.place("municipality"),
            _("{municipality} is not a member").format(municipality=home.label),
            _("Ask the group leader whether the example is to be published all the same."),
        )
    for name in filed.example.unmatched:
        problems.warning(
            filed.document.place("unmatched", name),
            _("holds answers that have no term of ours"),
            _("Put in the terms that come nearest, and take the answers away from here."),
        )


def unattested(filed: Filed[Submission]) -> Iterator[Problem]:
    """Every attestation must be a yes; the one for quotes only where someone speaks or is seen."""
    given = filed.example.attestations
    for name in Attestations.model_fields:
        if name == "consent_quote_image" and not needs_consent_of_the_quoted(filed.example):
            continue
        attestation = getattr(given, name)
        if attestation is None or not attestation.answer:
            yield Problem(
                filed.document.place("attestations", name),
                _("is not attested") if attestation is None else _("is attested with no"),
                _("Ask the sender, and write their answer and its date."),
            )


def needs_consent_of_the_quoted(example: Example) -> bool:
    """There is an image, someone's own experience, or a quotation long enough to be someone's."""
    if example.image or OWN_EXPERIENCE in example.perspectives:
        return True
    return any(
        len((inline or block).split()) >= _WORDS_OF_A_QUOTE
        for text in (example.summary, *example.lessons, *example.sections.values())
        for inline, block in _QUOTED.findall(text)
    )


def check_four_eyes(
    filed: AnyFiled,
    handling: Handling | None,
    approval: Approval,
    settings: Settings,
    problems: Problems,
    leader: str = "",
) -> None:
    """Two different reviewers, neither of them involved. With one at hand, the group leader's note
    stands for the second pair of eyes.
    """
    place = filed.document.place("review", "handled")
    check_reviewer(place, approval.by, settings, problems)
    if handling is None:
        problems.error(
            place,
            _("nobody handles this example yet"),
            _(
                "A colleague takes it on: exempelbank handle {id} --by COLLEAGUE --not-involved."
            ).format(id=filed.example.id),
        )
    else:
        if handling.by != approval.by:
            check_reviewer(place, handling.by, settings, problems)
        _check_not_involved(place, handling.by, handling.not_involved, settings, problems)
        if leader:
            _check_leader(place, handling.by, approval, leader, settings, problems)
        elif handling.by == approval.by:
            problems.error(
                place,
                _("{name} handles this example and can't approve it too").format(
                    name=_name(handling.by, settings)
                ),
                _(
                    "Another reviewer approves. When only one is free, the group leader's note "
                    "counts: --leader LEADER --note “why”."
                ),
            )
    if handling is None or handling.by != approval.by:
        _check_not_involved(place, approval.by, approval.not_involved, settings, problems)
    if approval.content_hash != public_part(filed.example).content_hash():
        problems.error(
            filed.document.place("review", "state"),
            _("the text has been changed since {name} approved it").format(
                name=_name(approval.by, settings)
            ),
            _("Read it as it stands now, and approve it again."),
        )


def _check_leader(
    place: Place,
    handler: str,
    approval: Approval,
    leader: str,
    settings: Settings,
    problems: Problems,
) -> None:
    check_reviewer(place, leader, settings, problems)
    listed = settings.reviewers.get(leader)
    if listed and not listed.leader:
        problems.error(
            place,
            _("{name} is not a group leader").format(name=listed.name),
            _("A leader has leader: yes in site_config/reviewers.yml."),
        )
    if leader in (handler, approval.by):
        problems.error(place, _("the leader's note must come from someone else than the reviewer"))
    if handler != approval.by:
        problems.error(
            place,
            _("there are two reviewers already, so no leader's note is needed"),
            _("Leave --leader out."),
        )
    if not approval.note.strip():
        problems.error(
            place, _("the leader's note is missing"), _("Write --note and why one is enough.")
        )


def _check_not_involved(
    place: Place, reviewer: str, not_involved: bool, settings: Settings, problems: Problems
) -> None:
    if not not_involved:
        problems.error(
            place,
            _("{name} has not declared that they are not involved").format(
                name=_name(reviewer, settings)
            ),
            _(
                "It must not be their own work, their own unit or someone close. "
                "Then add --not-involved."
            ),
        )


def _name(reviewer: str, settings: Settings) -> str:
    return settings.reviewers[reviewer].name if reviewer in settings.reviewers else reviewer
