"""site_config/forms/ -> how a form asks for each field, for letters to those who answered it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from exempelbank.documents import read_document
from exempelbank.files.paths import FORMS
from exempelbank.intake.form.mapping import FieldMapping, FormMapping
from exempelbank.model.submission import Source
from exempelbank.problems import Problems
from exempelbank.records import validated
from exempelbank.text.normalization import normalised

_CODE = re.compile(r"[a-z0-9_]+|[A-Z]{1,3}[0-9]+")  # a question by its code, which nobody reads
_YEAR = re.compile(r"[-_ ]?20[0-9]{2}$")


class FormQuestion(NamedTuple):
    text: str
    answers: tuple[str, ...]  # to choose among, where the mapping knows them


def form_questions(root: Path, source: Source) -> Mapping[str, FormQuestion]:
    """By field. Empty when no mapping is of that form, or of the same in another year; a field is
    left out when its question is known by a code alone, or is asked in several columns.
    """
    form, mappings = source.form, list(_mappings(root)) if source.form else []
    of_tool = [mapping for mapping in mappings if mapping.dialect == source.dialect]
    of_form = [mapping for mapping in of_tool if mapping.form == form]
    of_another_year = [one for one in of_tool if _without_year(one.form) == _without_year(form)]
    for mapping in (*of_form, *of_another_year):
        return {
            name: FormQuestion(question, _answers(field, mapping))
            for name, field in mapping.fields.items()
            if (question := _question(field))
        }
    return {}


def _mappings(root: Path) -> Iterator[FormMapping]:
    problems = Problems()  # `check` tells what is wrong
    for path in sorted((root / FORMS).glob("*.yml")):
        document = read_document(path, root, problems)
        mapping = document and validated(document.data, FormMapping, document, problems)
        if mapping:
            yield mapping


def _without_year(form: str) -> str:
    return _YEAR.sub("", form)


def _question(field: FieldMapping) -> str:
    question = normalised(field.column[0]) if field.column else ""
    return "" if _CODE.fullmatch(question) else question


def _answers(field: FieldMapping, mapping: FormMapping) -> tuple[str, ...]:
    return tuple((mapping.options or {}).get(field.options, ()))
