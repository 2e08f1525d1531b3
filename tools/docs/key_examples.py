"""The settings that come along -> an example of each key, as it stands in a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from pydantic.fields import FieldInfo

from exempelbank.documents import read_document
from exempelbank.files.paths import CONFIG, FORMS
from exempelbank.intake.form.mapping import FormMapping
from exempelbank.model.record import FrozenModel
from exempelbank.problems import Problems
from exempelbank.settings.files import SETTINGS_FILES
from exempelbank.settings.listing import choices_of

PROJECT = Path(__file__).resolve().parents[2]
STARTERS = PROJECT / "generator/exempelbank/starters/files"
# The sample first. What neither it nor a starter says stands beside this file.
FOLDERS = (
    PROJECT,
    STARTERS / "samordningsforbund/sv",
    STARTERS / "common/sv",
    Path(__file__).with_name("examples"),
)
LONGEST = 80

Written = Mapping[type[FrozenModel], list[Mapping[str, Any]]]


def read_examples() -> Written:
    """What stands in the files, by the type that it is read as."""
    found: defaultdict[type[FrozenModel], list[Mapping[str, Any]]] = defaultdict(list)
    for folder in FOLDERS:
        files = {folder / CONFIG / f"{name}.yml": kind for name, kind in SETTINGS_FILES.items()}
        files |= dict.fromkeys(sorted((folder / FORMS).glob("*.yml")), FormMapping)
        for path, kind in files.items():
            document = read_document(path, folder, Problems()) if path.is_file() else None
            for part, data in _parts_of(kind, document.data if document else None):
                found[part].append(data)
    return found


def _parts_of(type_: Any, value: Any) -> Iterator[tuple[type[FrozenModel], Mapping[str, Any]]]:
    """Each model in it, however deep, with what is written there."""
    if isinstance(type_, type) and issubclass(type_, FrozenModel):
        fields = {field.alias or name: field for name, field in type_.model_fields.items()}
        if isinstance(value, dict) and value.keys() <= fields.keys():
            yield type_, value
            for name, inner in value.items():
                yield from _parts_of(fields[name].annotation, inner)
        return
    held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for argument in get_args(type_):
        for one in (value, *held):
            yield from _parts_of(argument, one)


def example_of(field: FieldInfo, name: str, written: list[Mapping[str, Any]]) -> str:
    """A line of YAML, or nothing when only a part with keys of its own could stand there."""
    for data in written:
        if line := _line(name, data.get(name)):
            return line
    for choice in choices_of(field.annotation):
        return f"{name}: {choice}"
    default = field.get_default(call_default_factory=True)
    return _line(name, str(default)) if isinstance(default, str | int) and default != "" else ""


def _line(name: str, value: Any) -> str:
    match value:
        case str() if value and "<<" not in value and "\n" not in value:
            line = f'{name}: "{value}"' if ": " in value or value[:1] == "0" else f"{name}: {value}"
        case dict() if value and all(isinstance(one, str) for one in value.values()):
            key, one = next(iter(value.items()))
            line = f"{name}: {{{key}: {one}}}"
        case [str(), *_] if all(isinstance(one, str) for one in value):
            line = f"{name}: [{', '.join(value)}]"
        case _:
            return ""
    return line if len(line) <= LONGEST else ""
