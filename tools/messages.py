"""Bring the message catalogues up to date with the program: `make messages`.

English is the text itself, with the nouns marked that an organisation may choose; a translation of
another language is marked by hand (`noun_marks.py`, `exempelbank/nouns.py`).

Extracts every text from generator/, merges it into each language's .po, and compiles the .mo that
the program reads. Says which texts lack a translation, or have one that can't be filled in or is
not marked, and exits 1 while any does.

    python tools/messages.py                      extract, merge, compile
    python tools/messages.py --fill sv new.json   and put in translations: {"english": "svenska",
                                               "one|many": ["en", "flera"], "context::english": "…"}
    python tools/messages.py --check              change nothing; exit 1 when one is out of date
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from noun_marks import is_free, marked_english, wrong_marks

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "generator" / "exempelbank"
LOCALE = PACKAGE / "locale"
NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # the same texts give the same bytes on any day
KEYWORDS = {
    "_": None,
    "N_": ((1, "c"), 2),
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
METHODS = [
    ("**.py", "python"),
    ("templates/**.html", "jinja2"),
    ("theme/**.html", "jinja2"),
    ("templates/**.txt", "jinja2"),
]
OPTIONS = {"templates/**.html": {"silent": "false"}, "theme/**.html": {"silent": "false"}}


def extracted() -> Catalog:
    catalogue = Catalog(project="exempelbank", charset="utf-8")
    for file, _line, message, comments, context in extract_from_dir(
        PACKAGE, METHODS, OPTIONS, KEYWORDS, comment_tags=("Translators:",)
    ):
        catalogue.add(
            message,
            None,
            [(f"generator/exempelbank/{file}", 0)],
            auto_comments=comments,
            context=context,
        )
    return catalogue


def message_key(message: Message) -> str:
    text = message.id if isinstance(message.id, str) else "|".join(message.id)
    return f"{message.context}::{text}" if message.context else text


def wrong_placeholders(message: Message) -> set[str]:
    """Those of a translation that the text has not: to fill them in would fail."""
    texts, translations = (
        [part] if isinstance(part, str) else part for part in (message.id, message.string)
    )
    known, used = (set(re.findall(r"\{(\w+)", " ".join(part))) for part in (texts, translations))
    return used - known


def brought_up_to_date(
    language: str, template: Catalog, new: dict[str, str | list[str]]
) -> Catalog:
    path = LOCALE / language / "LC_MESSAGES" / "exempelbank.po"
    old = read_po(path.open("rb"), locale=language) if path.exists() else Catalog(locale=language)
    catalogue = Catalog(
        locale=language,
        project="exempelbank",
        charset="utf-8",
        header_comment=f"# {language}: what people read.",
    )
    for message in template:
        if not message.id:
            continue
        known = old.get(message.id, message.context)
        string = new.get(message_key(message)) or (known.string if known else None)
        if language == "en":
            string = _english(message)
        catalogue.add(
            message.id,
            tuple(string) if isinstance(string, list) else string,
            [(file, None) for file, _line in message.locations],
            context=message.context,
        )
    catalogue.creation_date = catalogue.revision_date = NO_DAY
    return catalogue


def _english(message: Message) -> str | list[str]:
    if is_free(message.context or "", message.id if isinstance(message.id, str) else message.id[0]):
        return message.id
    if isinstance(message.id, str):
        return marked_english(message.id)
    return [*map(marked_english, message.id)]


def wrongly_marked(language: str, message: Message) -> list[str]:
    one = message.id if isinstance(message.id, str) else message.id[0]
    if is_free(message.context or "", one):
        return []
    texts = [message.string] if isinstance(message.string, str) else message.string
    return [says for text in texts for says in wrong_marks(language, text)]


def as_bytes(writer, catalogue: Catalog, **options) -> bytes:
    buffer = io.BytesIO()
    writer(buffer, catalogue, **options)
    return (
        b"".join(
            line
            for line in buffer.getvalue().splitlines(keepends=True)
            if not line.startswith((b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Generated-By'))
        )
        if writer is write_po
        else buffer.getvalue()
    )


def main() -> int:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--fill", nargs=2, metavar=("LANGUAGE", "FILE"))
    arguments.add_argument("--check", action="store_true")
    chosen = arguments.parse_args()
    fill = (
        {chosen.fill[0]: json.loads(Path(chosen.fill[1]).read_text("utf-8"))} if chosen.fill else {}
    )

    template = extracted()
    stale, missing, wrong, unmarked = [], [], [], []
    for language in ("sv", "en"):
        catalogue = brought_up_to_date(language, template, fill.get(language, {}))
        missing += [f"{language}: {message_key(m)}" for m in catalogue if m.id and not _complete(m)]
        wrong += [
            f"{language}: {message_key(m)}: {', '.join(sorted(wrong_placeholders(m)))}"
            for m in catalogue
            if m.id and _complete(m) and wrong_placeholders(m)
        ]
        unmarked += [
            f"{language}: {message_key(m)}: {says}"
            for m in catalogue
            if m.id and _complete(m)
            for says in wrongly_marked(language, m)
        ]
        folder = LOCALE / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        for path, raw in (
            (
                folder / "exempelbank.po",
                as_bytes(write_po, catalogue, sort_output=True, width=100, include_lineno=False),
            ),
            (folder / "exempelbank.mo", as_bytes(write_mo, catalogue)),
        ):
            if path.exists() and path.read_bytes() == raw:
                continue
            stale.append(path.relative_to(ROOT))
            if not chosen.check:
                path.write_bytes(raw)
    for text in missing:
        print(f"no translation: {text}", file=sys.stderr)
    for text in wrong:
        print(f"no such placeholder: {text}", file=sys.stderr)
    for text in unmarked:
        print(text, file=sys.stderr)
    if chosen.check:
        for path in stale:
            print(f"out of date: {path} (run make messages)", file=sys.stderr)
    return 1 if missing or wrong or unmarked or (chosen.check and stale) else 0


def _complete(message: Message) -> bool:
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(strings)


if __name__ == "__main__":
    sys.exit(main())
