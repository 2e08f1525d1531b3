"""Which nouns of a translation an organisation may choose, and whether they are marked.

`nouns.py` in the program tells of marks. English gets its own here: a text says `example`, and its
translation `[example]`. Swedish is marked by hand, since `exempel` is one or many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exempelbank.nouns import default_nouns, unknown_marks

# By context and English: where the word means something else, or is one that programs read.
NOT_THE_NOUN = {
    ("", "{line} says more of a command, with examples."),  # how to type it
    ("note", "Example"),  # what an explanation is headed by
    ("", "which form: example, lead or trial-note"),
    (  # its brackets are no marks
        "",
        "“{name}” can't be built with: the project's file is called {file}. What differs can stand "
        "there as “!ENV [NAME, value]”, and what is shared in a file that it names by INHERIT.",
    ),
    (
        "use of a field",
        "A form service's address that gets the answers to the site's own forms. {form} becomes "
        "example, lead or trial-note. Left out, senders save a file and send it in a letter",
    ),
}
# Of the words by which readers look for a page there can't be too many.
FREE_CONTEXTS = {"what readers call a page"}

# Marks, what is put in, paths and addresses; and where the word is part of another.
_FREE = re.compile(
    r"\[[^\[\]]+\](?!\()|\{\w+\}|\S+@\S+|[\w/.-]*[/_.]\w+|--[\w-]+"
    r"|\btill exempel\b|\bfor example\b|\bexempelbank\b|\bexempeldata\b",
    re.IGNORECASE,
)


def _marks_by_form(language: str) -> dict[str, list[str]]:
    """In small letters; the longest first."""
    found: dict[str, list[str]] = {}
    for name, noun in default_nouns(language).items():
        *forms, _stem = noun.forms(language)
        for form, mark in zip(forms, default_nouns("en")[name].forms("en"), strict=False):
            found.setdefault(form.casefold(), []).append(f"[{mark}]")
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


MARKS = {language: _marks_by_form(language) for language in ("sv", "en")}
_NOUN = {
    language: re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, marks))})(?![\w-])", re.IGNORECASE
    )
    for language, marks in MARKS.items()
}
_STEM = re.compile(r"\bexempel(?=[a-zåäö]{3})", re.IGNORECASE)


def is_free(context: str, message: str) -> bool:
    return context in FREE_CONTEXTS or (context, message) in NOT_THE_NOUN


def marked_english(text: str) -> str:
    """With every noun of an organisation marked."""
    aside: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        aside.append(found[0])
        return f"\0{len(aside) - 1}\0"

    marked = _NOUN["en"].sub(r"[\g<0>]", _FREE.sub(put_aside, text))
    return re.sub(r"\0(\d+)\0", lambda found: aside[int(found[1])], marked)


def wrong_marks(language: str, text: str) -> Iterator[str]:
    """What is wrong, in a sentence each."""
    for mark in unknown_marks(text):
        if mark == "exempelbank":  # the plugin, as mkdocs.yml lists it
            continue
        yield f"[{mark}] names no noun" + (
            ", or not which of several: [godkänt|godkänd: example]" if "|" in mark else ""
        )
    rest = _FREE.sub(" ", text)
    for found in _NOUN[language].findall(rest):
        marks = " or ".join(MARKS[language][found.casefold()])
        yield f"“{found}” is a noun that an organisation may choose: write {marks}"
    if language == "sv" and (found := _STEM.search(rest)):
        yield f"“{found[0]}…” begins with such a noun: write [example-]"
