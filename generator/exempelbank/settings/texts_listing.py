"""The texts of the program -> lines that can be pasted into site_config/texts.yml."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from exempelbank.i18n import N_, Speech, pgettext
from exempelbank.settings.own_texts import StandardText, standard_texts_in
from exempelbank.text.normalization import comparable

# By where the text stands in the program; the longest beginning counts.
_PLACES: Mapping[str, tuple[str, ...]] = {
    N_("texts", "Pages"): ("site/", "templates/", "theme/", "catalogue/"),
    N_("texts", "Forms"): ("questionnaire/", "form_export/", "templates/form", "authoring/"),
    N_("texts", "Letters"): ("letters/", "correspondence/"),
    N_("texts", "Mail-outs"): ("mail/", "templates/mail/"),
    N_("texts", "Feeds and open data"): ("feeds/",),
    N_("texts", "Fields, headings and states"): ("model/",),
    N_("texts", "The report"): ("report/", "templates/report"),
    N_("texts", "What the commands say"): ("",),
}


def listed_texts(speech: Speech, word: str = "") -> Iterator[str]:
    """Those that hold the word, by place; all without one."""
    found: dict[str, dict[str, list[StandardText]]] = {place: {} for place in _PLACES}
    for text in standard_texts_in(speech.language, speech.nouns):
        if _holds(text, speech, comparable(word)):
            found[_place_of(text)].setdefault(text.now, []).append(text)
    for place, texts in found.items():
        if texts:
            yield f"# {pgettext('texts', place)}"
        for key, same in texts.items():
            yield from _lines(key, same, speech)


def _holds(text: StandardText, speech: Speech, word: str) -> bool:
    says = text.now, text.by_default, text.message, _own(text, speech)
    return any(word in comparable(one) for one in says)


def _own(text: StandardText, speech: Speech) -> str:
    return speech.own_texts.get((text.context, text.message), "")


def _place_of(text: StandardText) -> str:
    path = text.files[0].removeprefix("generator/exempelbank/")
    fitting = {
        begins: place
        for place, all_begins in _PLACES.items()
        for begins in all_begins
        if path.startswith(begins)
    }
    return fitting[max(fitting, key=len)]


def _lines(key: str, same: Iterable[StandardText], speech: Speech) -> Iterator[str]:
    """Where one text is several, each can be chosen by its context."""
    contexts = {text.context: text for text in same}
    yield _line(key, next(iter(contexts.values())), speech)
    if len(contexts) > 1:
        for context, text in contexts.items():
            if context:
                yield f"  # {_line(f'{context}::{key}', text, speech).strip()}"


def _line(key: str, text: StandardText, speech: Speech) -> str:
    says = _own(text, speech) or text.now
    return f"  {_quoted(key)}: {_quoted(says)}"


def _quoted(text: str) -> str:
    """As YAML reads it on one line."""
    return json.dumps(text, ensure_ascii=False)
