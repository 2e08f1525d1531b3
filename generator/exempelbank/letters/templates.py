"""site_config/letters/<kind>.md -> the text of a letter; without a file, that of the program."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from exempelbank import i18n
from exempelbank.documents import Document, as_yaml, read_document
from exempelbank.files.paths import LETTERS
from exempelbank.i18n import N_, _, pgettext
from exempelbank.letters.kinds import LetterKind, kind_from
from exempelbank.letters.placeholders import (
    OPEN,
    Placeholder,
    in_subject,
    needed_in,
    placeholder_from,
    placeholders_of,
)
from exempelbank.problems import Location, Problem, Problems
from exempelbank.text.normalization import comparable, nearest, slug_from

_SUBJECT = N_("letter", "subject")


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """With placeholders: `{title}`."""

    kind: LetterKind
    subject: str
    body: str


def load_template(root: Path, kind: LetterKind, problems: Problems) -> LetterTemplate | None:
    """None, and problems, when the organisation has a text of its own that can't be used."""
    for path in _files(root):
        if kind_from(path.stem) is kind:
            return _read(path, root, kind, problems)
    return LetterTemplate(kind, kind.subject, kind.body)


def check_templates(root: Path, problems: Problems) -> None:
    """Every text in the folder, whatever its name."""
    seen: dict[LetterKind, str] = {}
    for path in _files(root):
        place = Location(path.relative_to(root).as_posix())
        kind = kind_from(path.stem)
        if kind is None:
            names = [one.label for one in LetterKind]
            close = nearest(path.stem, names)
            problems.error(
                place,
                _("there is no letter called “{name}”").format(name=path.stem),
                _("Did you mean “{word}”?").format(word=close)
                if close
                else _("The letters: {names}.").format(names=", ".join(names)),
            )
        elif kind in seen:
            problems.error(
                place,
                _("the letter “{name}” is written in {file} too").format(
                    name=kind.label, file=seen[kind]
                ),
                _("Keep one of them."),
            )
        else:
            seen[kind] = place.path
            _read(path, root, kind, problems)


def template_text(kind: LetterKind) -> str:
    """The text that comes with the program, as it would stand in its file."""
    subject = {pgettext("letter", _SUBJECT): with_localized_placeholders(kind.subject)}
    return f"---\n{as_yaml(subject)}---\n\n{with_localized_placeholders(kind.body)}\n"


def file_of(kind: LetterKind) -> str:
    return f"{LETTERS}/{slug_from(kind.label)}.md"


def with_localized_placeholders(text: str) -> str:
    """Placeholders in the language in use."""
    return OPEN.sub(lambda found: f"{{{Placeholder(found[1]).label}}}", text)


def _files(root: Path) -> list[Path]:
    return sorted((root / LETTERS).glob("*.md"))


def _read(path: Path, root: Path, kind: LetterKind, problems: Problems) -> LetterTemplate | None:
    document = read_document(path, root, problems)
    if document is None:
        return None
    found = list(_problems_in(document, kind))
    problems.found += found
    if found:
        return None
    subject, body = _subject_of(document), document.body.strip()
    return LetterTemplate(kind, _with_ids(subject), _with_ids(body))


def _subject_names() -> list[str]:
    return ["subject", *i18n.wordings("letter", _SUBJECT)]


def _subject_of(document: Document) -> str:
    names = _subject_names()
    subjects = [value for key, value in document.data.items() if comparable(key) in names]
    return subjects[0].strip() if subjects and isinstance(subjects[0], str) else ""


def _problems_in(document: Document, kind: LetterKind) -> Iterator[Problem]:
    subject, named = _subject_of(document), pgettext("letter", _SUBJECT)
    for key in document.data:
        if comparable(key) not in _subject_names():
            yield Problem(
                document.location(key),
                _("there is no field called “{field}” here").format(field=key),
                _("Above the letter stands its {subject} and nothing else.").format(subject=named),
            )
    if not subject:
        yield Problem(
            Location(document.path, 1, named),
            _("the letter has no subject"),
            _("Write it between the lines of ---, as in {subject}: {example}").format(
                subject=named, example=with_localized_placeholders(kind.subject)
            ),
        )
    place = next((document.location(key) for key in document.data), Location(document.path, 1))
    yield from _wrong_placeholders(subject, place, in_subject(kind))
    allowed = placeholders_of(kind)
    for number, line in enumerate(document.body.splitlines()):
        place = Location(document.path, document.body_line + number)
        yield from _wrong_placeholders(line, place, allowed)
    there = {placeholder_from(name) for name in OPEN.findall(document.body)}
    for needed in needed_in(kind):
        if needed not in there:
            yield Problem(
                Location(document.path, document.body_line),
                _("the letter never says {{{name}}}").format(name=needed.label),
                _("Write it where it should stand, on a line of its own."),
            )


def _wrong_placeholders(
    text: str, place: Location, allowed: Collection[Placeholder]
) -> Iterator[Problem]:
    names = [one.label for one in allowed]
    says_all = _("Here can stand: {names}.").format(names=" ".join(f"{{{one}}}" for one in names))
    for name in OPEN.findall(text):
        if placeholder_from(name) not in allowed:
            close = nearest(name, names)
            yield Problem(
                place,
                _("“{{{name}}}” says nothing here").format(name=name),
                _("Did you mean “{word}”?").format(word=f"{{{close}}}") if close else says_all,
            )
    if set("{}") & set(OPEN.sub("", text)):
        yield Problem(place, _("a brace has no partner on its line"), says_all)


def _with_ids(text: str) -> str:
    return OPEN.sub(lambda found: f"{{{placeholder_from(found[1])}}}", text)
