"""An inspection -> the text of a mapping file to read through, correct and save."""

from __future__ import annotations

import json
from collections.abc import Iterator

from exempelbank.documents import as_yaml
from exempelbank.files.paths import FORMS, MAPPING_SCHEMA
from exempelbank.i18n import _
from exempelbank.intake.cleaning import one_line
from exempelbank.intake.form.dialects import DIALECTS
from exempelbank.intake.form.field_kinds import FIELD_KINDS
from exempelbank.intake.suggest.bare_options import with_bare_options
from exempelbank.intake.suggest.field_drafts import FieldDrafts
from exempelbank.intake.suggest.headings import questions_of
from exempelbank.intake.suggest.identity_columns import draft_identity
from exempelbank.intake.suggest.inspection import Inspection
from exempelbank.intake.suggest.lacking import lacking_lines, lacking_questions
from exempelbank.intake.suggest.matching import FieldMatch, Matches, asks_yes_or_no, match_questions
from exempelbank.intake.suggest.samples import harmless_answers
from exempelbank.settings import Settings

_NOT_ANSWERS = ("/QueryID", "/Name")  # Open ePlatform's own, beside each answer


def matches_of(inspection: Inspection, settings: Settings) -> Matches:
    """The questions of the form, each with the field that it seems to ask for."""
    dialect = DIALECTS[inspection.dialect]
    fixed = {*dialect.fixed, *dialect.id, *dialect.submitted_at, *dialect.modified_at}
    fixed |= draft_identity(inspection, dialect).headers
    columns = {
        header: column
        for header, column in inspection.columns.items()
        if header not in fixed
        and not header.startswith(tuple(f"{name}/" for name in fixed))
        and not header.endswith(_NOT_ANSWERS)
    }
    questions = with_bare_options(questions_of(columns, asks_yes_or_no), columns, settings)
    return match_questions([*questions], columns, settings)


def draft_mapping(inspection: Inspection, settings: Settings, name: str) -> str:
    dialect = DIALECTS[inspection.dialect]
    identity = draft_identity(inspection, dialect)
    matches = matches_of(inspection, settings)
    drafts = FieldDrafts(
        inspection.columns,
        inspection.export.nested,
        dialect,
        settings,
        harmless_answers(settings),
    )
    fields = {
        field: drafts.draft(field, matches.questions[field])
        for field in FIELD_KINDS
        if field in matches.questions
    }
    head: dict[str, object] = {
        "version": "1",
        "dialect": inspection.dialect,
        "form": name,
        "timezone": dialect.timezone or settings.organisation.timezone,
    }
    parts = [
        f"{MAPPING_SCHEMA}\n",
        _comment(
            # The export's own name stays out of it: “Svar från Eva Ek.csv”.
            _("A suggestion. Read it through, correct it, and save it as {path}.").format(
                path=f"{FORMS}/{name}.yml"
            )
        ),
        _comment(
            _("Only the questions named here are read. Each “column” is the words of the question.")
        ),
        as_yaml(head | identity.mapping),
        *map(_comment, identity.remarks),
    ]
    if drafts.options:
        parts += [
            "\n",
            _comment(
                _("The form's answers and what they mean to us; null: we have no word for it.")
            ),
            as_yaml({"options": drafts.options}).replace("'null'", "null"),
        ]
    parts += ["\n", as_yaml({"fields": fields})]
    parts += map(_comment, drafts.remarks)
    if "consent" not in fields:
        parts.append(
            _comment(_("consent: is missing. Which question asks for consent to publish?"))
        )
    parts += map(_comment, map(_doubt, matches.doubtful))
    if matches.left:
        parts += ["\n", _comment(_("These are not read. Is any of them a field of ours?"))]
        parts += map(_comment, _left_columns(matches))
    if lacking := lacking_questions(matches.questions, settings):
        parts += ["\n", *(f"# {line}\n" for line in lacking_lines(lacking))]
    return "".join(parts)


def _doubt(match: FieldMatch) -> str:
    says = _(
        "{field}: is it “{question}”? Its answers look like something else. If so, add: {line}"
    )
    column = json.dumps(match.question.headers[0], ensure_ascii=False)
    line = f"{match.field}: {{column: {column}}}"
    return says.format(field=match.field, question=match.question.text, line=line)


def _left_columns(matches: Matches) -> Iterator[str]:
    """Each as it stands in the file, with the field that it would also fit."""
    also = {match.question.headers[0]: match.field for match in reversed(matches.runners_up)}
    for question in matches.left:
        for header in question.headers:
            field = also.get(header)
            also_fits = _("may also be {field}").format(field=field)
            yield f"{header} ({also_fits})" if field else header


def _comment(text: str) -> str:
    return "# " + one_line(text) + "\n"
