"""A mapping as someone wrote it, with labels -> the same by the names and ids that import uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exempelbank import i18n
from exempelbank.intake.form.field_kinds import FieldKind, vocabulary_of
from exempelbank.intake.form.mapping import FieldMapping, FormMapping, Options
from exempelbank.model.example import sections_by_heading
from exempelbank.model.labels import FIELD_LABELS
from exempelbank.model.trial_note import outcomes_by_wording
from exempelbank.records import term_ids_in
from exempelbank.settings import Settings
from exempelbank.text.normalization import comparable, words_alone


def by_ids(mapping: FormMapping, settings: Settings) -> FormMapping:
    """What no one thing is called is left, and is told of by whoever checks the mapping."""
    mapping = mapping.model_copy(update={"fields": _fields(mapping)})
    options = {
        name: _meanings(answers, mapping, name, settings)
        for name, answers in (mapping.options or {}).items()
    }
    return mapping.model_copy(update={"options": options}) if options else mapping


def _fields(mapping: FormMapping) -> Mapping[str, FieldMapping]:
    names = {
        words_alone(wording): field
        for field, label in FIELD_LABELS.items()
        for wording in i18n.wordings("a field", label)
        if field in mapping.kinds
    } | {words_alone(heading): section.value for heading, section in sections_by_heading().items()}
    found: dict[str, FieldMapping] = {}
    for key, field in mapping.fields.items():
        name = names.get(words_alone(key), key)
        is_taken = name in mapping.fields or name in found or name not in mapping.kinds
        found[key if is_taken else name] = field
    return found


def _meanings(answers: Options, mapping: FormMapping, name: str, settings: Settings) -> Options:
    """`name`: of the list, by which fields say that their answers stand there."""
    if not isinstance(answers, Mapping):
        return answers
    used_by = [field for field, one in mapping.fields.items() if one.options == name]
    kinds = {mapping.kinds.get(field) for field in used_by}
    if kinds == {FieldKind.OUTCOME}:
        outcomes = outcomes_by_wording()
        return {
            answer: words and tuple(str(outcomes.get(comparable(word), word)) for word in words)
            for answer, words in answers.items()
        }
    vocabularies = {vocabulary_of(field) for field in used_by}
    if not kinds <= {FieldKind.TERM, FieldKind.TERMS} or len(vocabularies) != 1:
        return answers
    (vocabulary,) = vocabularies
    return {
        answer: words and tuple(_ids(words, vocabulary, settings))
        for answer, words in answers.items()
    }


def _ids(words: Iterable[str], vocabulary: str, settings: Settings) -> dict[str, None]:
    return dict.fromkeys(id for word in words for id in term_ids_in(word, vocabulary, settings))
