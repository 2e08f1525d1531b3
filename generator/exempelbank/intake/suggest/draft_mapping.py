"""An inspection -> the text of a mapping file to read through, correct and save."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from exempelbank.documents import as_yaml
from exempelbank.files.paths import FORMS
from exempelbank.i18n import _
from exempelbank.intake.cleaning import one_line
from exempelbank.intake.form.dialects import DIALECTS, Dialect
from exempelbank.intake.form.field_kinds import (
    FIELD_KINDS,
    PLACES,
    YES_NO_FIELDS,
    FieldKind,
    vocabulary_of,
)
from exempelbank.intake.suggest.headers import (
    OTHER_OPTION,
    ExportQuestion,
    group_headers,
    match_headers,
)
from exempelbank.intake.suggest.inspection import Inspection, column_answers
from exempelbank.settings import Settings

_MOST_OPTIONS = 40  # more different answers than this are people's own words
_LONGEST_OPTION = 120
_YES = {"ja", "yes", "y", "1", "true", "x", "markerat"}
_ID = re.compile(
    r"(?:id|nr|respondent|respondentid|svarsid|nummer|löpnr|löpnummer|svarsnummer|ärendenummer|diarienummer)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:inkom|svarstid|tidsstämpel|tidstämpel|slutförd|inskickat|skickat|skickad|besvarat|datum|tid|tidpunkt|submitted|date)\b",
    re.IGNORECASE,
)
_NOT_ANSWERS = ("/QueryID", "/Name")  # Open ePlatform's own, beside each answer
_NO = {"nej", "no", "n", "0", "false", "inte markerat"}


def draft_mapping(inspection: Inspection, settings: Settings, name: str) -> str:
    dialect = DIALECTS[inspection.dialect]
    fixed = {*dialect.fixed, *dialect.id, *dialect.submitted_at, *dialect.modified_at}
    fixed_columns = _fixed_columns(inspection, dialect)
    fixed |= {str(mapping["column"]) for mapping in fixed_columns.values()}
    headers = [
        h for h in inspection.export.headers if h not in fixed and not h.endswith(_NOT_ANSWERS)
    ]
    questions, unmatched = match_headers(group_headers(headers))
    options: dict[str, dict[str, object]] = {}
    fields = {
        field: _field_mapping(field, questions[field], inspection, dialect, settings, options)
        for field in FIELD_KINDS
        if field in questions
    }
    head: dict[str, object] = {
        "version": "1",
        "dialect": inspection.dialect,
        "form": name,
        "timezone": dialect.timezone or settings.organisation.timezone,
    }
    parts = [
        _comment(
            _(
                "A suggestion made from {file}. Read it through, correct it, and save it as {path}."
            ).format(file=inspection.export.path, path=f"{FORMS}/{name}.yml")
        ),
        _comment(
            _("Only the questions named here are read. Each “column” is the words of the question.")
        ),
        as_yaml(head | fixed_columns),
    ]
    if options:
        parts += [
            "\n",
            _comment(
                _("The form's answers and what they mean to us; null: we have no word for it.")
            ),
            as_yaml({"options": options}).replace("'null'", "null"),
        ]
    parts += ["\n", as_yaml({"fields": fields})]
    if inspection.dialect == "generic" and "id" not in fixed_columns:
        parts.append(_comment(_("id: is missing. Which column holds the number of the response?")))
    if inspection.dialect == "generic" and "submitted_at" not in fixed_columns:
        parts.append(_comment(_("submitted_at: is missing. Which column holds the time?")))
    if "consent" not in fields:
        parts.append(
            _comment(_("consent: is missing. Which question asks for consent to publish?"))
        )
    if unmatched:
        parts += ["\n", _comment(_("These are not read. Is any of them a field of ours?"))]
        parts += [_comment(question.text) for question in unmatched]
    return "".join(parts)


def _comment(text: str) -> str:
    return "# " + one_line(text) + "\n"


def _fixed_columns(inspection: Inspection, dialect: Dialect) -> dict[str, dict[str, str]]:
    """id and times, where the file has the tool's own columns, or some that are called so."""
    columns: dict[str, dict[str, str]] = {}
    if inspection.dialect == "generic":
        for key, words in (("id", _ID), ("submitted_at", _TIME)):
            header = next((h for h in inspection.export.headers if words.match(h)), None)
            if header:
                columns[key] = {"column": header} | ({} if key == "id" else {"format": "iso"})
        return columns
    for key in ("id", "submitted_at", "modified_at"):
        names = getattr(dialect, key)
        header = next((name for name in names if inspection.export.header_for(name)), None)
        if header is None:
            continue
        columns[key] = (
            {"column": header} if key == "id" else {"column": header, "format": dialect.formats[0]}
        )
    if "submitted_at" in columns and inspection.dialect == "google-forms":
        first = next(column_answers(inspection.export, inspection.export.headers[0]), "")
        if "/" in first:
            columns["submitted_at"] = {
                "column": inspection.export.headers[0],
                "format": "google-direct",
            }
    return columns


def _field_mapping(
    field: str,
    question: ExportQuestion,
    inspection: Inspection,
    dialect: Dialect,
    settings: Settings,
    options: dict[str, dict[str, object]],
) -> Mapping[str, object]:
    if question.options:
        return _mapping_of_columns(field, question, inspection, settings, options)
    header = question.headers[0]
    mapping: dict[str, object] = {"column": header}
    answers = list(dict.fromkeys(column_answers(inspection.export, header)))
    kind = FIELD_KINDS[field]
    if field in YES_NO_FIELDS:
        # Consent is often given by ticking a sentence.
        no = [answer for answer in answers if answer.casefold() in _NO]
        other = [answer for answer in answers if answer not in no]
        yes = other if field == "consent" else [a for a in other if a.casefold() in _YES]
        mapping["bool"] = {"true": yes or ["Ja"], "false": [*(no or ["Nej"]), ""]}
    elif kind is FieldKind.TERMS or (kind is FieldKind.TERM and field not in PLACES):
        if kind is FieldKind.TERMS and field not in PLACES:
            sep = dialect.sep or ";"
            mapping |= (
                {"multi": "array"} if inspection.export.nested else {"multi": "joined", "sep": sep}
            )
            answers = list(dict.fromkeys(p for a in answers for p in _split(a, sep)))
            mapping["other"] = "yes"
        if 0 < len(answers) <= _MOST_OPTIONS and max(map(len, answers)) <= _LONGEST_OPTION:
            options[field] = dict(_meanings(field, answers, settings))
            mapping["options"] = field
    elif kind in (FieldKind.TEXTS, FieldKind.LINKS):
        mapping["split"] = "lines"
    elif kind is FieldKind.FILES:
        mapping["files"] = "urls" if any("://" in answer for answer in answers) else "names"
    return mapping


def _mapping_of_columns(
    field: str,
    question: ExportQuestion,
    inspection: Inspection,
    settings: Settings,
    options: dict[str, dict[str, object]],
) -> Mapping[str, object]:
    others = [
        header for header, text in question.options.items() if OTHER_OPTION.fullmatch(text.strip())
    ]
    columns = {h: t for h, t in question.options.items() if h not in others}
    if field in YES_NO_FIELDS or FIELD_KINDS[field] not in (FieldKind.TERMS, FieldKind.TEXTS):
        header = next(iter(columns))
        return {
            "column": header,
            "bool": {"true": ["Y", "Ja", "1"], "false": ["", "N", "Nej", "0"]},
        }
    values = {v for header in columns for v in column_answers(inspection.export, header)}
    mapping: dict[str, object] = {
        "multi": "columns",
        "columns": columns,
        "true": sorted(v for v in values if v.casefold() not in _NO) or ["Y"],
        "options": field,
    }
    options[field] = dict(_meanings(field, columns.values(), settings))
    return mapping | ({"other_column": others[0]} if others else {})


def _split(answer: str, sep: str) -> Iterator[str]:
    yield from (piece.strip() for piece in answer.split(sep.strip() or sep) if piece.strip())


def _meanings(
    field: str, answers: Iterable[str], settings: Settings
) -> Iterator[tuple[str, object]]:
    vocabulary = settings.vocabulary(vocabulary_of(field))
    for answer in answers:
        term = vocabulary.find(answer)
        yield answer, term.id if term else "null"
