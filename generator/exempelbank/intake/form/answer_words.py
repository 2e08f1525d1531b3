"""A mapping -> what is wrong with the words that it gives to the answers of the form."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.intake.form.field_kinds import FieldKind, vocabulary_of
from exempelbank.model.labels import field_label
from exempelbank.model.trial_note import Outcome
from exempelbank.problems import Problems
from exempelbank.settings import Settings, Vocabulary
from exempelbank.text.choices import choices_text

if TYPE_CHECKING:
    from exempelbank.intake.form.mapping import FieldMapping, FormMapping


def check_words(
    mapping: FormMapping, document: Document, settings: Settings, found: Problems
) -> None:
    """A word of ours that isn't in the list would go into every file, and stop every approval."""
    for field, field_mapping in mapping.fields.items():
        kind = mapping.kinds.get(field)
        if kind is FieldKind.OUTCOME:
            _check_outcomes(mapping, field_mapping, document, found)
        if kind not in (FieldKind.TERM, FieldKind.TERMS):
            continue
        terms = settings.vocabulary(vocabulary_of(field))
        answers = mapping.known_answers.get(field_mapping.options, {})
        if answers and all(meaning is None for meaning in answers.values()):
            found.warning(
                document.location("options", field_mapping.options),
                _("no answer to “{field}” has a word of ours").format(field=field_label(field)),
                _how_to_say(answers, terms),
            )
        for answer, meaning in answers.items():
            for word in meaning or ():
                if terms.by_id and word not in (*terms.by_id, *terms.damaged_files):
                    found.warning(
                        document.location("options", field_mapping.options, answer),
                        _("“{word}” is not among the words to choose from").format(word=word),
                        terms.choices(word),
                    )


def _check_outcomes(
    mapping: FormMapping, field_mapping: FieldMapping, document: Document, found: Problems
) -> None:
    for answer, meaning in mapping.known_answers.get(field_mapping.options, {}).items():
        for word in meaning or ():
            if word not in list(Outcome):
                found.error(
                    document.location("options", field_mapping.options, answer),
                    _("must be one of the words that may stand here"),
                    choices_text(word, (outcome.label for outcome in Outcome)),
                )


def _how_to_say(answers: Iterable[str], terms: Vocabulary) -> str:
    """With an answer and words of theirs: codes as SQ002 say nothing to a reviewer."""
    answer = next(iter(answers))
    words = [term.id for term in islice((one for one in terms.terms if not one.replaced_by), 2)]
    says = _("Write what each answer means, such as “{one}”, or several words: “{several}”.")
    lines = [
        says.format(one=f"{answer}: {words[0]}", several=f"{answer}: [{', '.join(words)}]")
        if words
        else "",
        terms.choices(""),
    ]
    return "\n".join(filter(None, lines))
