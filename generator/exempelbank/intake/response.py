"""A row of an export -> a Response: what a submission is made of, and what holds it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from exempelbank.i18n import _
from exempelbank.intake.answers import CONTACT, Answers, Hold, read_answers
from exempelbank.intake.export.rows import ExportRow
from exempelbank.intake.form.excel import shortened_number
from exempelbank.intake.form.fields import ATTESTATIONS
from exempelbank.intake.form.sheet import Sheet
from exempelbank.intake.identity import Secret, key_from_id, key_without_id
from exempelbank.privacy.rules import Gravity, findings_in
from exempelbank.settings import Settings


@dataclass(frozen=True)
class Response:
    """`told`: the fields of a Submission that the sender filled in, as plain values."""

    key: str
    row: int
    has_id: bool = True  # given by the form tool
    skipped: str = ""  # why it is no response that was sent in
    holds: tuple[Hold, ...] = ()
    warnings: tuple[str, ...] = ()
    consents: bool = True
    submitted_at: datetime | None = None
    modified_at: datetime | None = None
    told: Mapping[str, Any] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()  # names of files
    sender_hash: str = ""
    answers_hash: str = ""

    @property
    def title(self) -> str:
        return str(self.told.get("title", ""))

    @property
    def unit(self) -> str:
        return str(self.told.get("unit", ""))


def response_from(
    row: ExportRow, sheet: Sheet, settings: Settings, secret: Secret, now: datetime
) -> Response:
    """`now`: a time later than this is warned of."""
    skipped = sheet.why_skipped(row)
    answers = Answers() if skipped else read_answers(row, sheet, settings)
    submitted = _time("submitted_at", row, sheet, now, answers)
    modified = _time("modified_at", row, sheet, now, answers)
    response_id = sheet.response_id(row)
    email = answers.text("contact_email")
    key = _key(response_id, submitted, email, sheet, secret, answers)
    if skipped:
        return Response(key, row.number, skipped=skipped, submitted_at=submitted)
    consents = answers.yes_no.get("consent") is True
    if not consents:
        answers.holds.insert(0, Hold(_("no consent to publish")))
    for question, text, running in answers.told:
        for rule in dict.fromkeys(found.rule for found in findings_in(text, running)):
            says = _("“{question}”: {finding}").format(question=question, finding=rule.says)
            if rule.gravity.blocks_publication:
                answers.holds.append(Hold(says, rule.gravity is Gravity.RELEASABLE))
            else:
                answers.warnings.append(says)
    told = _told(answers, submitted)
    return Response(
        key=key,
        row=row.number,
        has_id=bool(response_id),
        holds=tuple(dict.fromkeys(answers.holds)),
        warnings=tuple(dict.fromkeys(answers.warnings)),
        consents=consents,
        submitted_at=submitted,
        modified_at=modified,
        told=told,
        pictures=tuple(answers.fields.get("image", ())),
        sender_hash="sha256:" + secret.hash("sender", email.casefold()) if email else "",
        answers_hash=_answers_hash(told),
    )


def _key(
    response_id: str,
    submitted: datetime | None,
    email: str,
    sheet: Sheet,
    secret: Secret,
    answers: Answers,
) -> str:
    dialect, form, unit = sheet.mapping.dialect, sheet.mapping.form, answers.text("unit")
    if shortened_number(response_id):
        answers.holds.append(Hold(_("Excel has shortened the id to {id}").format(id=response_id)))
    if response_id:
        return key_from_id(dialect, form, response_id, secret)
    if sheet.has_ids():
        answers.holds.append(Hold(_("the row has no id")))
    elif not submitted or not (unit or email):
        answers.holds.append(
            Hold(
                _(
                    "nothing tells this response from others: "
                    "it needs a time, and a unit or a mail address"
                )
            )
        )
    return key_without_id(dialect, form, submitted, unit, email, secret)


def _time(
    key: str, row: ExportRow, sheet: Sheet, now: datetime, answers: Answers
) -> datetime | None:
    text, read = sheet.time(key, row)
    if not text.strip():
        return None
    time = _("the time of sending") if key == "submitted_at" else _("the time of change")
    if read is None:
        says = _("{time} can't be read; see “format” in the mapping")
        answers.holds.append(Hold(says.format(time=time)))
        return None
    if read.ambiguous:
        says = _("{time} lies in the hour when summer time begins or ends")
        answers.warnings.append(says.format(time=time))
    if read.moment > now:
        answers.warnings.append(_("{time} has not come yet").format(time=time))
    return read.moment


def _told(answers: Answers, submitted: datetime | None) -> dict[str, Any]:
    told = dict(answers.fields)
    unmatched = {name: list(dict.fromkeys(texts)) for name, texts in answers.unmatched.items()}
    publishes = answers.yes_no.get("contact_publish") is True
    if not publishes:
        for name in CONTACT:
            told.pop(name, None)
    told["attachments"] = [*told.pop("attachments", ()), *told.pop("image", ())]
    for name in ("image.alt", "image.photographer"):  # until there is a picture to say it of
        if text := told.pop(name, ""):
            unmatched[name] = [text]
    if supplier := told.pop("supplier", ""):
        told["supplier"] = {"name": supplier, "paid": answers.yes_no.get("supplier.paid")}
    attestations = {
        name: {"answer": answer, "date": submitted.date() if submitted else None}
        for name in ATTESTATIONS
        if (answer := answers.yes_no.get(name)) is not None
    }
    return told | {
        "contact_publish": publishes,
        "sections": dict(answers.sections),
        "unmatched": unmatched,
        "attestations": attestations,
    }


def _answers_hash(told: Mapping[str, Any]) -> str:
    """Of what was answered; when, and in which file, does not matter."""
    vows = {name: each["answer"] for name, each in told["attestations"].items()}
    canonical = json.dumps(
        {**told, "attestations": vows}, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()
