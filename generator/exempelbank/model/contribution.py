"""What someone has sent in: an example or a trial note, which the same review takes care of.

A contribution holds public fields only. What is private stands in `UnderReview`, what publishing
adds in `Published`; so "may this reach the site?" is a question of type.
"""

import hashlib
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic_core import to_json

from exempelbank.model.record import ExampleId, FrozenModel, Record


class Contribution(Record):
    hashed_as: ClassVar[str]  # what a content hash calls it

    id: ExampleId

    if TYPE_CHECKING:  # what each of them has, most of it as a field of its own

        @property
        def title(self) -> str: ...
        @property
        def municipality(self) -> str: ...
        @property
        def district(self) -> str: ...
        @property
        def organisation(self) -> str: ...
        @property
        def unit(self) -> str: ...

    @classmethod
    def public_type(cls) -> type["Contribution"]:
        """The type that holds its public fields and nothing else."""
        raise NotImplementedError

    @property
    def origin(self) -> str:
        """The id of the municipality, or else of the organisation, that it comes from."""
        return self.municipality or self.organisation

    @property
    def image_file(self) -> str:
        """The name of its picture in content/media; empty when there is none."""
        return ""

    def content_hash(self) -> str:
        """Of every public field and section that says something, and of nothing else. A field that
        is added to the model later, and not answered here, leaves it as it was.
        """
        return hash_of(self.hashed_fields())

    def hashed_fields(self) -> dict[str, Any]:
        """In order of name."""
        values, always = self.__dict__, self.hashed_at_default
        return {
            name: value if isinstance(value, str) else _canonical(value)
            for name, default in _public_defaults(self.public_type()).items()
            if (value := values[name]) != default or name in always
        }


def hash_of(values: Mapping[str, Any]) -> str:
    return "sha256:" + hashlib.sha256(to_json(values)).hexdigest()


@cache
def _public_defaults(kind: type[Contribution]) -> Mapping[str, Any]:
    """By the name of the field, in order."""
    return {
        name: field.get_default(call_default_factory=True)
        for name, field in sorted(kind.model_fields.items())
        if name not in ("schema_version", "id")
    }


def _canonical(value: Any) -> Any:
    """As it is written in a file, with names in order."""
    match value:
        case tuple():
            return [item if isinstance(item, str) else _canonical(item) for item in value]
        case bool():
            return "yes" if value else "no"
        case FrozenModel():
            value = value.hashed_fields()
    if isinstance(value, Mapping):
        return {str(name): value[name] for name in sorted(value)}
    return value
