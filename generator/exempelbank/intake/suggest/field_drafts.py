"""A question, and the field that it seems to ask for -> how the mapping may read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from exempelbank.i18n import ngettext
from exempelbank.intake.form.dialect import Dialect
from exempelbank.intake.form.field_kinds import (
    FIELD_KINDS,
    PLACES,
    YES_NO_FIELDS,
    FieldKind,
    vocabulary_of,
)
from exempelbank.intake.suggest.assent import meanings_of
from exempelbank.intake.suggest.export_column import YES, ExportColumn
from exempelbank.intake.suggest.heading_words import words_of
from exempelbank.intake.suggest.headings import ExportQuestion, is_other
from exempelbank.intake.suggest.samples import HarmlessAnswers
from exempelbank.intake.suggest.separators import (
    choices_in,
    file_separator,
    known_wordings,
    term_separator,
)
from exempelbank.settings import Settings, Vocabulary
from exempelbank.text.normalization import comparable

_MOST_OPTIONS = 40  # more different answers than this are people's own words
# “Nobody can be recognised”
_NEGATED = frozenset({"ingen", "inga", "inte", "ej", "no", "nobody", "not"})


@dataclass
class FieldDrafts:
    """Fills `options` and `remarks` as it is asked for one field after the other."""

    columns: Mapping[str, ExportColumn]
    nested: bool
    dialect: Dialect
    settings: Settings
    harmless: HarmlessAnswers
    options: dict[str, Mapping[str, object]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)  # whole sentences to whoever reads the draft

    def draft(self, name: str, question: ExportQuestion) -> Mapping[str, object]:
        """What stands under the field's name in the mapping."""
        if question.options and name not in YES_NO_FIELDS:
            return self._of_columns(name, question)
        column = self.columns[_column_to_read(question)]
        mapping: dict[str, object] = {"column": column.header}
        kind = FIELD_KINDS[name]
        match kind:
            case FieldKind.YES_NO:
                mapping["bool"] = self._yes_and_no(name, question, column)
            case FieldKind.TERM | FieldKind.TERMS if name not in PLACES:
                mapping |= self._of_terms(name, column)
            case FieldKind.TEXTS | FieldKind.LINKS:
                mapping["split"] = "lines"
            case FieldKind.FILES:
                mapping["files"] = _form_of_files(column)
                if mapping["files"] != "limesurvey-json" and (sep := file_separator(column)):
                    mapping["sep"] = sep
        return mapping

    def _yes_and_no(
        self, name: str, question: ExportQuestion, column: ExportColumn
    ) -> Mapping[str, object]:
        meanings = meanings_of(column.counts)
        if meanings.unclear:
            rows = sum(column.counts[answer] for answer in meanings.unclear)
            says = ngettext(
                "{field}: {n} answer is neither a clear yes nor a clear no. "
                "Write which words mean yes (true) and no (false).",
                "{field}: {n} answers are neither a clear yes nor a clear no. "
                "Write which words mean yes (true) and no (false).",
                rows,
            )
            self.remarks.append(says.format(field=name, n=rows))
        yes, no = meanings.yes or ("Ja",), meanings.no or ("Nej",)
        asked = set(words_of(question.text))
        if name == "no_identifiable_person" and asked.isdisjoint(_NEGATED):
            yes, no = no, yes  # “Can anybody be recognised?”
        return {"true": [*yes], "false": [*no, ""]}

    # ---- Answers with a term ----

    def _of_terms(self, name: str, column: ExportColumn) -> Mapping[str, object]:
        mapping: dict[str, object] = {}
        vocabulary = self.settings.vocabulary(vocabulary_of(name))
        counts = column.counts
        if FIELD_KINDS[name] is FieldKind.TERMS:
            if self.nested:  # lists, which are shown with a line for each
                sep = "\n"
                mapping["multi"] = "array"
            else:
                sep = term_separator(column, vocabulary, self.dialect.sep)
                mapping |= {"multi": "joined", "sep": sep}
            counts = choices_in(column, sep, known_wordings(vocabulary))
            mapping["other"] = "yes"
        self._add_options(name, counts, vocabulary, mapping)
        return mapping

    def _add_options(
        self,
        name: str,
        counts: Counter[str],
        vocabulary: Vocabulary,
        mapping: dict[str, object],
    ) -> None:
        shown = list(self.harmless.options(counts, vocabulary))
        if len(counts) > _MOST_OPTIONS or not shown:
            return
        self.options[name] = _meanings(shown, vocabulary)
        mapping["options"] = name
        if hidden := len(counts) - len(shown):
            says = ngettext(
                "{field}: {n} other answer, which may tell of a person, is not listed. "
                "If the form offers it, add it under options.",
                "{field}: {n} other answers, which may tell of a person, are not listed. "
                "If the form offers any of them, add it under options.",
                hidden,
            )
            self.remarks.append(says.format(field=name, n=hidden))

    def _of_columns(self, name: str, question: ExportQuestion) -> Mapping[str, object]:
        others = [header for header, text in question.options.items() if is_other(text)]
        columns = {h: text for h, text in question.options.items() if h not in others}
        mapping: dict[str, object] = {"multi": "columns", "columns": columns}
        seen = {answer for header in columns for answer in self.columns[header].counts}
        if ticked := sorted(answer for answer in seen if comparable(answer) in YES):
            mapping["true"] = ticked
        elif any(
            comparable(t) in map(comparable, self.columns[h].counts) for h, t in columns.items()
        ):
            mapping = {"multi": "cells", "columns": list(columns)}
        if FIELD_KINDS[name] in (FieldKind.TERM, FieldKind.TERMS):
            vocabulary = self.settings.vocabulary(vocabulary_of(name))
            self.options[name] = _meanings(columns.values(), vocabulary)
            mapping["options"] = name
        return mapping | ({"other_column": others[0]} if others else {})


def _form_of_files(column: ExportColumn) -> str:
    if any(answer.lstrip().startswith(("[{", "{")) for answer in column.counts):
        return "limesurvey-json"
    return "urls" if any("://" in answer for answer in column.counts) else "names"


def _column_to_read(question: ExportQuestion) -> str:
    """Of a yes-no question with a column for each answer, the one that says yes."""
    yes = (h for h, option in question.options.items() if meanings_of([option]).yes)
    return next(yes, question.headers[0])


def _meanings(answers: Iterable[str], vocabulary: Vocabulary) -> Mapping[str, object]:
    found = {answer: vocabulary.find(answer) for answer in answers}
    return {answer: term.id if term else "null" for answer, term in found.items()}
