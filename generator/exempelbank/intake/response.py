"""A parsed row -> a Response: what a submission is made of, and what holds it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from exempelbank.i18n import _
from exempelbank.intake.form.field_kinds import ATTESTATIONS
from exempelbank.intake.identity.response_key import (
    Secret,
    blocking_key,
    key_from_id,
    key_without_id,
)
from exempelbank.intake.parsing.file_names import FileName
from exempelbank.intake.parsing.parsed_row import Hold, ParsedRow, ScannedText
from exempelbank.model.example import CONTACT
from exempelbank.model.response_kind import ResponseKind
from exempelbank.privacy.rules import Enforcement, Rule, findings_in


@dataclass(frozen=True)
class Response:
    key: str
    row: int
    blocking_key: str = ""  # without an id from the form tool: shared with those it may be
    file: str = ""  # that it came in, where there are several
    fault: str = ""  # why the row can't be read; then there is no key
    skipped: str = ""  # why it is no response that was sent in
    holds: tuple[Hold, ...] = ()
    warnings: tuple[str, ...] = ()
    consents: bool = True
    submitted_at: datetime | None = None
    modified_at: datetime | None = None
    # Of those fields of the submission that the sender filled in: plain values.
    values: Mapping[str, Any] = field(default_factory=dict)
    pictures: tuple[FileName, ...] = ()
    sender_hash: str = ""
    answers_hash: str = ""

    @property
    def has_id(self) -> bool:
        return not self.blocking_key

    @property
    def title(self) -> str:
        """Of an example; the number of the one that a trial note is on."""
        return str(self.values.get("title") or self.values.get("example", ""))

    @property
    def unit(self) -> str:
        return str(self.values.get("unit", ""))


def response_from(
    parsed: ParsedRow,
    dialect: str,
    form: str,
    secret: Secret,
    record: ResponseKind = ResponseKind.EXAMPLE,
) -> Response:
    """`dialect` and `form` are part of its key; `secret` hashes what may tell who sent it.
    `record`: what it is to become.
    """
    if parsed.fault:
        return Response("", parsed.number, fault=parsed.fault)
    email = parsed.text("contact_email")
    is_note = record is ResponseKind.TRIAL_NOTE
    values = _note_values(parsed) if is_note else _submission_values(parsed)
    answers_hash = _answers_hash(values)
    if parsed.response_id:
        block, key = "", key_from_id(dialect, form, parsed.response_id, secret)
    else:
        unit = parsed.text("unit")
        block = blocking_key(dialect, form, parsed.submitted_at, unit, email, secret)
        key = key_without_id(block, parsed.text("title") or parsed.text("example"), answers_hash)
    if parsed.skipped:
        return Response(
            key, parsed.number, block, skipped=parsed.skipped, submitted_at=parsed.submitted_at
        )
    # An answer that was lost on its way is not known to be a no.
    consents = not record.needs_consent or parsed.says_yes("consent") or "consent" in parsed.lost
    holds = [*parsed.holds] if consents else [Hold(no_consent()), *parsed.holds]
    warnings = [*parsed.warnings]
    for rule, says in _privacy_findings(parsed.scanned_texts):
        if rule.enforcement.blocks_publication:
            holds.append(Hold(says, rule.enforcement is Enforcement.RELEASABLE))
        else:
            warnings.append(says)
    return Response(
        key=key,
        row=parsed.number,
        blocking_key=block,
        holds=tuple(dict.fromkeys(holds)),
        warnings=tuple(dict.fromkeys(warnings)),
        consents=consents,
        submitted_at=parsed.submitted_at,
        modified_at=parsed.modified_at,
        values=values,
        pictures=parsed.pictures,
        sender_hash="sha256:" + secret.hash("sender", email.casefold()) if email else "",
        answers_hash=answers_hash,
    )


def no_consent() -> str:
    return _("no consent to publish")


def _privacy_findings(texts: tuple[ScannedText, ...]) -> Iterator[tuple[Rule, str]]:
    """Each rule that an answer breaks, once, and what to say of it."""
    for question, text, is_running in texts:
        for rule in dict.fromkeys(found.rule for found in findings_in(text, is_running)):
            yield (
                rule,
                _("“{question}”: {finding}").format(question=question, finding=rule.says),
            )


def _submission_values(parsed: ParsedRow) -> dict[str, Any]:
    values = dict(parsed.values)
    unmatched = {name: list(dict.fromkeys(texts)) for name, texts in parsed.unmatched.items()}
    publishes = parsed.says_yes("contact_publish")
    if not publishes:
        for name in CONTACT:
            values.pop(name, None)
    values["attachments"] = [*values.pop("attachments", ()), *parsed.image_names]
    for name in ("image.alt", "image.photographer"):  # until there is a picture to say it of
        if text := values.pop(name, ""):
            unmatched[name] = [text]
    if supplier := values.pop("supplier", ""):
        values["supplier"] = {"name": supplier, "paid": parsed.yes_no.get("supplier.paid")}
    return values | {
        "contact_publish": publishes,
        "sections": dict(parsed.sections),
        "unmatched": unmatched,
        "attestations": _attestations(parsed),
    }


def _note_values(parsed: ParsedRow) -> dict[str, Any]:
    unmatched = {name: list(dict.fromkeys(texts)) for name, texts in parsed.unmatched.items()}
    attestations = _attestations(parsed)
    return {**parsed.values, "unmatched": unmatched, "attestations": attestations}


def _attestations(parsed: ParsedRow) -> dict[str, dict[str, Any]]:
    submitted = parsed.submitted_at
    return {
        name: {"answer": answer, "date": submitted.date() if submitted else None}
        for name in ATTESTATIONS
        if (answer := parsed.yes_no.get(name)) is not None
    }


def _answers_hash(values: Mapping[str, Any]) -> str:
    """Of what was answered; when, and in which file, does not matter."""
    attested = {name: attestation["answer"] for name, attestation in values["attestations"].items()}
    canonical = json.dumps(
        {**values, "attestations": attested},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()
