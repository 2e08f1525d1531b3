"""An inspection -> the text of a mapping file to read through, correct and save."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from exempelbank.documents import as_yaml
from exempelbank.i18n import _
from exempelbank.intake.form.cleaning import one_line
from exempelbank.intake.form.dialects import DIALECTS, Dialect
from exempelbank.intake.form.fields import FIELDS, YES_NO_FIELDS, Kind, vocabulary_of
from exempelbank.intake.suggest.inspection import Inspection, column_answers
from exempelbank.intake.suggest.pairs import OTHER, Question, paired, questions_in
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
_NO_ANSWERS = ("/QueryID", "/Name")  # Open ePlatform's own, beside each answer
_NO = {"nej", "no", "n", "0", "false", "inte markerat"}


def skeleton(found: Inspection, settings: Settings, name: str) -> str:
    about = DIALECTS[found.dialect]
    fixed = {*about.fixed, *about.id, *about.submitted_at, *about.modified_at}
    fixed_columns = _fixed_columns(found, about)
    fixed |= {str(each["column"]) for each in fixed_columns.values()}
    headers = [h for h in found.export.headers if h not in fixed and not h.endswith(_NO_ANSWERS)]
    pairs, left = paired(questions_in(headers))
    options: dict[str, dict[str, object]] = {}
    fields = {
        field: _how(field, pairs[field], found, about, settings, options)
        for field in FIELDS
        if field in pairs
    }
    head: dict[str, object] = {
        "version": "1",
        "dialect": found.dialect,
        "form": name,
        "timezone": about.timezone or settings.organisation.timezone,
    }
    parts = [
        _comment(
            _(
                "A suggestion made from {file}. Read it through, correct it, and save it as {path}."
            ).format(file=found.export.path, path=f"site_config/forms/{name}.yml")
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
    if found.dialect == "generic" and "id" not in fixed_columns:
        parts.append(_comment(_("id: is missing. Which column holds the number of the response?")))
    if found.dialect == "generic" and "submitted_at" not in fixed_columns:
        parts.append(_comment(_("submitted_at: is missing. Which column holds the time?")))
    if "consent" not in fields:
        parts.append(
            _comment(_("consent: is missing. Which question asks for consent to publish?"))
        )
    if left:
        parts += ["\n", _comment(_("These are not read. Is any of them a field of ours?"))]
        parts += [_comment(question.text) for question in left]
    return "".join(parts)


def _comment(text: str) -> str:
    return "# " + one_line(text) + "\n"


def _fixed_columns(found: Inspection, about: Dialect) -> dict[str, dict[str, str]]:
    """id and times, where the file has the tool's own columns, or some that are called so."""
    told: dict[str, dict[str, str]] = {}
    if found.dialect == "generic":
        for key, words in (("id", _ID), ("submitted_at", _TIME)):
            header = next((h for h in found.export.headers if words.match(h)), None)
            if header:
                told[key] = {"column": header} | ({} if key == "id" else {"format": "iso"})
        return told
    for key in ("id", "submitted_at", "modified_at"):
        names = getattr(about, key)
        header = next((name for name in names if found.export.column(name)), None)
        if header is None:
            continue
        told[key] = (
            {"column": header} if key == "id" else {"column": header, "format": about.formats[0]}
        )
    if "submitted_at" in told and found.dialect == "google-forms":
        first = next(column_answers(found.export, found.export.headers[0]), "")
        if "/" in first:
            told["submitted_at"] = {"column": found.export.headers[0], "format": "google-direct"}
    return told


def _how(
    field: str,
    question: Question,
    found: Inspection,
    about: Dialect,
    settings: Settings,
    options: dict[str, dict[str, object]],
) -> Mapping[str, object]:
    if question.options:
        return _in_columns(field, question, found, settings, options)
    header = question.headers[0]
    how: dict[str, object] = {"column": header}
    answers = list(dict.fromkeys(column_answers(found.export, header)))
    kind = FIELDS[field]
    if field in YES_NO_FIELDS:
        # Consent is often given by ticking a sentence.
        no = [answer for answer in answers if answer.casefold() in _NO]
        other = [answer for answer in answers if answer not in no]
        yes = other if field == "consent" else [a for a in other if a.casefold() in _YES]
        how["bool"] = {"true": yes or ["Ja"], "false": [*(no or ["Nej"]), ""]}
    elif kind in (Kind.TERM, Kind.TERMS) and field not in (
        "municipality",
        "district",
        "organisation",
    ):
        if kind is Kind.TERMS and field != "other_municipalities":
            sep = about.sep or ";"
            how |= {"multi": "array"} if found.export.nested else {"multi": "joined", "sep": sep}
            answers = list(dict.fromkeys(p for a in answers for p in _pieces(a, sep)))
            how["other"] = "yes"
        if 0 < len(answers) <= _MOST_OPTIONS and max(map(len, answers)) <= _LONGEST_OPTION:
            options[field] = dict(_meanings(field, answers, settings))
            how["options"] = field
    elif kind in (Kind.TEXTS, Kind.LINKS):
        how["split"] = "lines"
    elif kind is Kind.FILES:
        how["files"] = "urls" if any("://" in answer for answer in answers) else "names"
    return how


def _in_columns(
    field: str,
    question: Question,
    found: Inspection,
    settings: Settings,
    options: dict[str, dict[str, object]],
) -> Mapping[str, object]:
    others = [header for header, text in question.options.items() if OTHER.fullmatch(text.strip())]
    columns = {h: t for h, t in question.options.items() if h not in others}
    if field in YES_NO_FIELDS or FIELDS[field] not in (Kind.TERMS, Kind.TEXTS):
        header = next(iter(columns))
        return {
            "column": header,
            "bool": {"true": ["Y", "Ja", "1"], "false": ["", "N", "Nej", "0"]},
        }
    values = {v for header in columns for v in column_answers(found.export, header)}
    how: dict[str, object] = {
        "multi": "columns",
        "columns": columns,
        "true": sorted(v for v in values if v.casefold() not in _NO) or ["Y"],
        "options": field,
    }
    options[field] = dict(_meanings(field, columns.values(), settings))
    return how | ({"other_column": others[0]} if others else {})


def _pieces(answer: str, sep: str) -> Iterator[str]:
    yield from (piece.strip() for piece in answer.split(sep.strip() or sep) if piece.strip())


def _meanings(
    field: str, answers: Iterable[str], settings: Settings
) -> Iterator[tuple[str, object]]:
    vocabulary = settings.vocabulary(vocabulary_of(field))
    for answer in answers:
        term = vocabulary.find(answer)
        yield answer, term.id if term else "null"
