"""The types of the records -> JSON Schema, so that an editor can help the one who writes a file.

Limits, lists and patterns come from the constraints of the model, terms from the vocabularies,
titles and descriptions from the words people use. The body of a file, with its sections, is not
part of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from exempelbank.model.content import ContentRecord
from exempelbank.model.descriptions import Descriptions, description_of
from exempelbank.model.kinds import RECORD_KINDS
from exempelbank.model.labels import label_of
from exempelbank.model.record import (
    Email,
    FrozenModel,
    InVocabulary,
    ListSize,
    MaxLength,
    MinLength,
    Record,
    Required,
    UrlWithScheme,
    YearMonth,
)
from exempelbank.model.review import ReviewState
from exempelbank.model.submission import Published
from exempelbank.model.trial_note import Outcome
from exempelbank.settings import Settings, Vocabulary
from exempelbank.settings.descriptions import SETTING_DESCRIPTIONS
from exempelbank.settings.files import SETTINGS_FILES

BODY = {"sections", "text"}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_files(settings: Settings) -> Mapping[str, str]:
    """Name of file -> its text."""
    return {
        f"{kind.name}.json": schema_text(schema_of(kind.record, settings)) for kind in RECORD_KINDS
    }


def settings_schema_files() -> Mapping[str, str]:
    """The same of the files of site_config."""
    return {
        f"{name}.json": schema_text(settings_schema(kind, SETTING_DESCRIPTIONS))
        for name, kind in SETTINGS_FILES.items()
    }


def schema_text(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def settings_schema(kind: type[FrozenModel], descriptions: Descriptions) -> dict[str, Any]:
    """Of a file in which all is text until its type says otherwise."""
    schema = kind.model_json_schema(by_alias=True)
    parts = {part.__name__: part for part in _parts(FrozenModel)}
    for definition, part in (
        (schema, kind),
        *(
            (schema["$defs"][name], parts[name])
            for name in schema.get("$defs", ())
            if name in parts
        ),
    ):
        for name, field in part.model_fields.items():
            property = definition["properties"][field.alias or name]
            if description := description_of(part, name, descriptions):
                property["description"] = description
            if property.get("type") == "boolean":  # an editor may take yes and no for texts
                property |= {"enum": ["yes", "no", True, False]}
                del property["type"], property["default"]
            if str(number := property.get("const", "")).isdigit():  # and a digit for a number
                property["enum"] = [number, int(number)]
                del property["type"], property["const"]
    return {"$schema": _DRAFT, **schema}


def schema_of(kind: type[Record], settings: Settings) -> dict[str, Any]:
    schema = kind.model_json_schema(by_alias=True)
    parts = {part.__name__: part for part in _parts(FrozenModel)}
    for name, definition in schema.get("$defs", {}).items():
        if name == ReviewState.__name__:
            definition["enumDescriptions"] = [ReviewState(s).label for s in definition["enum"]]
        elif name == Outcome.__name__:
            definition["enumDescriptions"] = [Outcome(o).label for o in definition["enum"]]
        elif name in parts:
            _add_constraints(definition, parts[name], settings)
    _add_constraints(schema, kind, settings)
    # The name of the file says it; in that of a contribution it stands.
    taken = {*BODY, "id"} if issubclass(kind, ContentRecord) else BODY
    for field in taken & schema["properties"].keys():
        del schema["properties"][field]
    schema["required"] = [f for f in schema.get("required", ()) if f not in taken]
    if issubclass(kind, Published):
        constraint = settings.fields.constraint
        needed = [name for name in kind.model_fields if constraint(kind, name, Required)]
        required = [name for name in needed if name not in taken]
        schema["required"] = [*schema["required"], *required]
    return {"$schema": _DRAFT, **schema}


def _parts(kind: type[FrozenModel]) -> Iterator[type[FrozenModel]]:
    for part in kind.__subclasses__():
        yield part
        yield from _parts(part)


def _add_constraints(schema: dict[str, Any], kind: type[FrozenModel], settings: Settings) -> None:
    """Puts the constraints of a type on the properties of its schema."""
    constraints = settings.fields.constraints(kind)
    for name, field in kind.model_fields.items():
        property = schema["properties"][field.alias or name]
        property.pop("default", None)
        if description := description_of(kind, name):
            property["description"] = description
        if label := label_of(kind, name):
            property["title"] = label
        each = property.get("items", property)  # the text, or each text of the list
        for constraint in constraints[name]:
            match constraint:
                case MaxLength(most):
                    each["maxLength"] = most
                case MinLength(fewest):
                    each["minLength"] = fewest
                case ListSize(most, least):
                    property |= {"maxItems": most} | ({"minItems": least} if least else {})
                case InVocabulary(vocabulary):
                    each |= _terms(settings.vocabulary(vocabulary))
                case YearMonth(pattern=pattern) | Email(pattern=pattern):
                    each["pattern"] = f"^{pattern.pattern}$"
                case UrlWithScheme(schemes):
                    each["pattern"] = f"^({'|'.join(schemes)}):"


def _terms(vocabulary: Vocabulary) -> dict[str, Any]:
    """Those in use; an empty list says nothing."""
    terms = [term for term in vocabulary if not term.replaced_by]
    if not terms:
        return {}
    return {
        "enum": [term.id for term in terms],
        "enumDescriptions": [term.label for term in terms],
    }
