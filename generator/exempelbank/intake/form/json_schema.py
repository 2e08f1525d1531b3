"""The type of a form's mapping -> JSON Schema, as that of every other file of site_config."""

from __future__ import annotations

from collections.abc import Mapping

from exempelbank.intake.form.descriptions import MAPPING_DESCRIPTIONS
from exempelbank.intake.form.dialects import DIALECTS
from exempelbank.intake.form.field_kinds import FIELD_KINDS_OF
from exempelbank.intake.form.mapping import FormMapping
from exempelbank.settings.json_schema import schema_text, settings_schema


def mapping_schema_files() -> Mapping[str, str]:
    """Name of file -> its text."""
    schema = settings_schema(FormMapping, MAPPING_DESCRIPTIONS)
    properties = schema["properties"]
    properties["dialect"]["enum"] = [*DIALECTS]
    fields = (field for kinds in FIELD_KINDS_OF.values() for field in kinds)
    properties["fields"]["propertyNames"] = {"enum": [*dict.fromkeys(fields)]}
    return {"form.json": schema_text(schema)}
