"""A row of an export -> a Response: a submission, or why there is none."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from generator.intake import limits
from generator.intake.export.rows import ExportRow
from generator.intake.form.cleaning import lines, mixes_scripts, one_line
from generator.intake.form.fields import ATTESTATIONS, FIELDS, Kind, vocabulary_of
from generator.intake.form.sheet import Sheet
from generator.intake.form.values import NotClear, Unknown, Values
from generator.intake.identity import Secret, key_from_id, key_without_id
from generator.intake.privacy.gate import Told, findings
from generator.model.example import Example, Section
from generator.model.record import AtMost, Items, Month
from generator.settings import Settings
from generator.texts import _

_CONTACT = ("contact_role", "contact_name", "contact_email", "contact_phone")
_NOT_RUNNING = {*_CONTACT, "links", "attachments", "image", "image.photographer", "municipality",
                "district", "other_municipalities", "organisation"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hold:
    why: str
    releasable: bool = False


@dataclass(frozen=True)
class Response:
    """`told`: what a Submission is made of, when nothing holds it."""

    key: str
    row: int
    has_id: bool = True  # given by the form tool
    skipped: str = ""
    holds: tuple[Hold, ...] = ()
    warnings: tuple[str, ...] = ()
    consents: bool = True
    submitted_at: datetime | None = None
    modified_at: datetime | None = None
    told: Mapping[str, Any] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()
    sender_hash: str = ""
    answers_hash: str = ""

    @property
    def title(self) -> str:
        return str(self.told.get("title", ""))

    @property
    def unit(self) -> str:
        return str(self.told.get("unit", ""))


@dataclass
class _Row:
    """What has been found in one row so far."""

    holds: list[Hold] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    told: dict[str, Any] = field(default_factory=dict)
    unmatched: dict[str, list[str]] = field(default_factory=dict)
    sections: dict[Section, str] = field(default_factory=dict)
    yes_no: dict[str, bool | None] = field(default_factory=dict)
    seen: list[Told] = field(default_factory=list)


def response_from(
    row: ExportRow, sheet: Sheet, settings: Settings, secret: Secret, now: datetime
) -> Response:
    found = _Row()
    mapping = sheet.mapping
    submitted, modified = (
        _time(key, row, sheet, now, found) for key in ("submitted_at", "modified_at")
    )
    skipped = sheet.why_skipped(row)
    if not skipped:
        _read_fields(row, sheet, settings, found)
    email = one_line(str(found.told.get("contact_email", "")))
    unit = str(found.told.get("unit", ""))
    response_id = sheet.response_id(row)
    if response_id:
        key = key_from_id(mapping.dialect, mapping.form, response_id, secret)
    else:
        key = key_without_id(mapping.dialect, mapping.form, submitted, unit, email, secret)
        if sheet.has_ids():
            found.holds.append(Hold(_("the row has no id")))
        elif not submitted or not (unit or email):
            found.holds.append(
                Hold(
                    _(
                        "nothing tells this response from others: it needs a time, and a unit or a mail address"
                    )
                )
            )
    if skipped:
        return Response(key, row.number, skipped=skipped, submitted_at=submitted)
    consents = found.yes_no.get("consent") is True
    if not consents:
        found.holds.insert(0, Hold(_("no consent to publish")))
    _check_privacy(found)
    told = _told(found, submitted)
    return Response(
        key=key,
        row=row.number,
        has_id=bool(response_id),
        holds=tuple(dict.fromkeys(found.holds)),
        warnings=tuple(dict.fromkeys(found.warnings)),
        consents=consents,
        submitted_at=submitted,
        modified_at=modified,
        told=told,
        pictures=tuple(found.told.get("image") or ()),
        sender_hash="sha256:" + secret.hash("sender", email.casefold()) if email else "",
        answers_hash=_answers_hash(told),
    )


def _time(key: str, row: ExportRow, sheet: Sheet, now: datetime, found: _Row) -> datetime | None:
    text, read = sheet.time(key, row)
    if not text.strip():
        return None
    label = _("the time of sending") if key == "submitted_at" else _("the time of change")
    if read is None:
        found.holds.append(
            Hold(_("{time} can't be read; see “format” in the mapping").format(time=label))
        )
        return None
    if read.ambiguous:
        found.warnings.append(
            _("{time} lies in the hour when summer time begins or ends").format(time=label)
        )
    if read.moment > now:
        found.warnings.append(_("{time} has not come yet").format(time=label))
    return read.moment


def _read_fields(row: ExportRow, sheet: Sheet, settings: Settings, found: _Row) -> None:
    values = Values(row, sheet, settings)
    size = 0
    for name, how in sheet.mapping.fields.items():
        kind = FIELDS[name]
        question = one_line(" ".join(how.column or (name,)))[:80]
        value: Any
        try:
            match kind:
                case Kind.SECTION:
                    value = lines(values.text(how))
                    if value:
                        found.sections[Section(name)] = value
                case Kind.YES_NO:
                    value = values.yes_no(how)
                    found.yes_no[name] = value
                case Kind.TERM | Kind.TERMS:
                    terms, unknown = values.terms(how, vocabulary_of(name))
                    value = _placed(name, terms, unknown, found, question, settings)
                case Kind.TEXTS:
                    value = values.several(how)
                case Kind.LINKS:
                    value = values.links(how)
                case Kind.FILES:
                    value = values.files(how)
                case Kind.MONTH:
                    value = values.month(how)
                case _:
                    value = one_line(values.text(how))
        except NotClear:
            found.yes_no[name] = None
            if name != "consent":  # what is no clear yes is no consent, and says so itself
                found.holds.append(
                    Hold(
                        _(
                            "“{question}”: the answer is neither of those that mean yes or no"
                        ).format(question=question)
                    )
                )
            continue
        texts = list(_texts_in(value))
        size += sum(map(len, texts))
        if kind not in (Kind.SECTION, Kind.YES_NO) and value:
            found.told[name] = value
        running = name not in _NOT_RUNNING
        found.seen += (Told(question, text, running) for text in texts)
        if any(mixes_scripts(text) for text in texts):
            found.warnings.append(
                _("“{question}” mixes letters of different alphabets in a word").format(
                    question=question
                )
            )
        _check_size(name, kind, value, question, found)
    if size > limits.RESPONSE:
        found.holds.append(
            Hold(_("the answers are {n} characters, which nobody can review").format(n=size))
        )


def _placed(
    name: str,
    terms: Sequence[str],
    unknown: Sequence[Unknown],
    found: _Row,
    question: str,
    settings: Settings,
) -> Any:
    """Terms into the field; what has no term beside it, or in place of it where a place is meant."""
    several = FIELDS[name] is Kind.TERMS
    if name in ("municipality", "district", "organisation", "other_municipalities"):
        for each in unknown:
            found.warnings.append(
                _unknown_place(each.text, question, vocabulary_of(name), settings)
            )
        terms = [*terms, *(each.text for each in unknown)]
    else:
        for each in unknown:
            found.unmatched.setdefault(name, []).append(each.text)
            found.seen.append(Told(question, each.text, True))
            if not each.expected:
                found.warnings.append(
                    _("“{question}” has an answer that the mapping does not know").format(
                        question=question
                    )
                )
    if several:
        return list(dict.fromkeys(terms))
    if len(terms) > 1:
        found.unmatched.setdefault(name, []).extend(terms[1:])
    return terms[0] if terms else ""


def _unknown_place(text: str, question: str, vocabulary: str, settings: Settings) -> str:
    suggestion = settings.vocabulary(vocabulary).suggestion(text)
    says = _("“{question}” names a place that is not in the list").format(question=question)
    return says + (_(" – is it “{word}”?").format(word=suggestion) if suggestion else "")


def _check_size(name: str, kind: Kind, value: Any, question: str, found: _Row) -> None:
    """Too long blocks approval, not import."""
    longest = 0
    if kind is Kind.SECTION:
        longest = Section(name).at_most
    elif name in Example.model_fields:
        mark, items, month = (Example.mark(name, each) for each in (AtMost, Items, Month))
        longest = mark.characters if isinstance(mark, AtMost) else 0
        if isinstance(items, Items) and isinstance(value, list) and len(value) > items.most:
            found.warnings.append(
                _("“{question}” has {n} answers; there is room for {most}").format(
                    question=question, n=len(value), most=items.most
                )
            )
        if month and value and not Month.pattern.fullmatch(value):
            found.warnings.append(
                _("“{question}” is not a month such as 2026-03").format(question=question)
            )
    if longest and any(len(text) > longest for text in _texts_in(value)):
        found.warnings.append(
            _("“{question}” is longer than {n} characters").format(question=question, n=longest)
        )
    if kind is Kind.LINKS and len(value) > limits.LINKS:
        found.holds.append(
            Hold(
                _("“{question}” has {n} addresses, which looks like advertising").format(
                    question=question, n=len(value)
                ),
                True,
            )
        )


def _check_privacy(found: _Row) -> None:
    for what, question in findings(found.seen):
        if what.holds:
            found.holds.append(Hold(what.says(question), what.releasable))
        else:
            found.warnings.append(what.says(question))


def _texts_in(value: Any) -> Iterator[str]:
    match value:
        case str():
            if value:
                yield value
        case Mapping():
            for inner in value.values():
                yield from _texts_in(inner)
        case list() | tuple():
            for inner in value:
                yield from _texts_in(inner)


def _told(found: _Row, submitted: datetime | None) -> dict[str, Any]:
    """The fields of a Submission, without what says who and when."""
    told = dict(found.told)
    publishes = found.yes_no.get("contact_publish") is True
    for name in _CONTACT:
        contact = told.pop(name, None)
        if contact and publishes:
            told[name] = contact
    pictures = told.pop("image", ())
    told["attachments"] = [*told.pop("attachments", ()), *pictures]
    about = {name: told.pop(name, "") for name in ("image.alt", "image.photographer")}
    found.unmatched |= {name: [text] for name, text in about.items() if text}
    supplier = told.pop("supplier", "")
    if supplier:
        told["supplier"] = {"name": supplier, "paid": found.yes_no.get("supplier.paid")}
    told["contact_publish"] = publishes
    told["sections"] = dict(found.sections)
    told["unmatched"] = {
        name: list(dict.fromkeys(texts)) for name, texts in found.unmatched.items()
    }
    told["attestations"] = {
        name: {"answer": answer, "date": submitted.date() if submitted else None}
        for name in ATTESTATIONS
        if (answer := found.yes_no.get(name)) is not None
    }
    return told


def _answers_hash(told: Mapping[str, Any]) -> str:
    """Of what was answered; when and by which file does not matter."""
    plain = {
        **told,
        "attestations": {name: each["answer"] for name, each in told["attestations"].items()},
    }
    canonical = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
