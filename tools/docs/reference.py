"""The types of the program -> two pages of our documentation: every setting, and every field.

The pages are in Swedish, as the guides that they stand among.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any, get_args

from key_examples import Written, example_of, read_examples  # beside this file, as the next
from key_forms import anchor_of, form_of
from pydantic.fields import FieldInfo

from exempelbank.i18n import pgettext
from exempelbank.intake.form.descriptions import MAPPING_DESCRIPTIONS
from exempelbank.intake.form.mapping import FormMapping
from exempelbank.markdown_pages import PageFrontMatter
from exempelbank.model.content import ContentRecord
from exempelbank.model.contribution import Contribution
from exempelbank.model.descriptions import FIELD_DESCRIPTIONS, description_of
from exempelbank.model.example import Example, Section
from exempelbank.model.kinds import RECORD_KINDS
from exempelbank.model.labels import FIELD_LABELS, field_label
from exempelbank.model.record import FrozenModel, InVocabulary, Record, Required
from exempelbank.settings.descriptions import SETTING_DESCRIPTIONS
from exempelbank.settings.file_descriptions import FILE_DESCRIPTIONS
from exempelbank.settings.files import SETTINGS_FILES

DESCRIPTIONS = {**FIELD_DESCRIPTIONS, **SETTING_DESCRIPTIONS, **MAPPING_DESCRIPTIONS}
BODY = {"sections", "text"}  # what does not stand among the fields
HEADER = ("| Nyckel | Vad | Skrivs | Behövs |", "|---|---|---|---|")
MADE = """
Sidan görs av programmet, så den stämmer alltid med det. Nycklar som inte står här nekas.

**Behövs** säger vad som händer utan nyckeln. *ja*: filen går inte att läsa. *före godkännande*:
exemplet kan granskas, men inte godkännas. *annars …*: då gäller det som står. Ett streck: den får
utelämnas.
"""
SETTINGS = f"""# Inställningar

Varje fil i `site_config/`, nyckel för nyckel. Utöver filerna här finns `synonyms.txt`, som
[sökningen](search.md) läser, och `mkdocs.yml`, som står under
[För den som kan Material](material.md).
{MADE}"""
FIELDS = f"""# Fälten i filerna

Det som får stå i faktarutan överst i varje slags fil.
{MADE}
## Exempel {{ #example }}

Det offentliga. Det står både i svaret som granskas och i det publicerade exemplet.
"""
FORMS = """## `forms/….yml` { #forms }

En koppling för varje formulär. [Koppla ett formulär](koppla-formular.md) visar hur den görs.
"""
KINDS = {
    "submission": "Bara i svar som granskas",
    "trial-note-submission": "”Vi har provat” som granskas",
    "example": "Bara i publicerade exempel",
    "trial-note": "Publicerade ”Vi har provat”",
    "news": "Nyheter",
    "event": "Kalender",
    "network": "Nätverk",
    "focus-area": "Fokusområden",
    "tip": "Tips och metoder",
    "initiative": "Gemensamma satsningar",
}

Shown = set[type[FrozenModel]]


def settings_page() -> str:
    shown: Shown = set()
    written = read_examples()
    lines = [SETTINGS]
    for name, kind in SETTINGS_FILES.items():
        tables = _tables(kind, shown, written=written)
        lines += [f"## `{name}.yml` {{ #{name} }}", "", _file_use(name), "", *tables]
    lines += [FORMS, *_tables(FormMapping, shown, written=written)]
    lines += ["## Vilka fält som väljer ur vilken ordlista { #ordlistor }", "", *_vocabularies()]
    return "\n".join(lines)


def _file_use(name: str) -> str:
    says = pgettext("use of a file", FILE_DESCRIPTIONS[name])
    needed = name in ("organisation", "municipalities", "vocabularies", "reviewers", "checklist")
    return says if needed else f"{says} Filen får saknas."


def fields_page() -> str:
    shown: Shown = set()
    lines = [FIELDS, *_tables(Example, shown)]
    lines += ["### Avsnitten i texten { #sections }", "", *_sections()]
    for kind in RECORD_KINDS:
        folder = kind.record.folder
        known: Container[str] = ()
        if issubclass(kind.record, Example):
            known = Example.model_fields
        elif issubclass(kind.record, ContentRecord):
            known = {"id"}  # the name of the file
        lines += [
            f"## {KINDS[kind.name]} {{ #{anchor_of_folder(folder)} }}",
            "",
            f"I `{folder}/`.",
            "",
        ]
        lines += _tables(kind.record, shown, known)
    lines += ["## Sidor som skrivs för hand { #pages }", "", "I `content/pages/`.", ""]
    lines += _tables(PageFrontMatter, shown)
    return "\n".join(lines)


def anchor_of_folder(folder: str) -> str:
    return folder.removeprefix("content/").replace("/", "-")


def _tables(
    kind: type[FrozenModel],
    shown: Shown,
    known: Container[str] = (),
    written: Written | None = None,
) -> Iterator[str]:
    """A table of the fields, and one for each of its parts that has not been shown. `written`: to
    choose examples from.
    """
    fields = {
        name: field
        for name, field in kind.model_fields.items()
        if name not in known and not (issubclass(kind, Record) and name in BODY)
    }
    yield from HEADER
    for name, field in fields.items():
        key, form = field.alias or name, form_of(field)
        if written and (example := example_of(field, key, written.get(kind, []))):
            form += f"<br>Till exempel `{example}`"
        cells = (f"`{key}`", _use(kind, name), form, _need(kind, name))
        yield f"| {' | '.join(cells)} |"
    yield ""
    for name, field in fields.items():
        for part in _parts(field.annotation):
            if part not in shown:
                shown.add(part)
                yield from (f"### I `{field.alias or name}` {{ #{anchor_of(part)} }}", "")
                yield from _tables(part, shown, written=written)


def _use(kind: type[FrozenModel], name: str) -> str:
    """With what people call it, where the guides and messages do."""
    description = description_of(kind, name, DESCRIPTIONS)
    is_named = issubclass(kind, Contribution) and name in FIELD_LABELS
    return f"**{field_label(name)}**<br>{description}" if is_named else description


def _need(kind: type[FrozenModel], name: str) -> str:
    field: FieldInfo = kind.model_fields[name]
    if field.is_required():
        return "ja"
    if kind.constraint(name, Required):
        return "före godkännande"
    match field.get_default(call_default_factory=True):
        case bool(value):
            return "annars `yes`" if value else "annars `no`"
        case str() | int() as value if value != "":
            return f"annars `{value}`"
    return "–"


def _parts(type_: Any) -> Iterator[type[FrozenModel]]:
    """The models that it holds, however deep in lists and choices."""
    if isinstance(type_, type) and issubclass(type_, FrozenModel):
        yield type_
    for argument in get_args(type_):
        yield from _parts(argument)


def _sections() -> Iterator[str]:
    yield from ("| Rubrik | I kopplingen | Längd | Behövs |", "|---|---|---|---|")
    for section in Section:
        need = "före godkännande" if section.needed else "–"
        length = f"högst {section.at_most} tecken"
        yield f"| `## {section.heading}` | `{section}` | {length} | {need} |"
    yield ""


def _vocabularies() -> Iterator[str]:
    users: dict[str, dict[str, None]] = {}
    for kind in RECORD_KINDS:
        where = "exempel" if issubclass(kind.record, Example) else KINDS[kind.name].lower()
        for name in kind.record.model_fields:
            if mark := kind.record.constraint(name, InVocabulary):
                users.setdefault(mark.vocabulary, {})[f"`{name}` ({where})"] = None
    yield from ("| Lista | Fält |", "|---|---|")
    for vocabulary, fields in users.items():
        yield f"| `{vocabulary}` | {', '.join(fields)} |"
