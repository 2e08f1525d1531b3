"""A text of a set form, which tells people in words what is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, LiteralString

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

Mend = Callable[[str], str]  # what was meant; an empty text when that can't be told


def unmended(_text: str) -> str:
    return ""


def refusal(fault: LiteralString, meant: str, **context: str) -> PydanticCustomError:
    """`meant`: what the writer may have meant, or an empty text."""
    return PydanticCustomError(fault, "is not written as it must be", {"meant": meant, **context})


@dataclass(frozen=True, slots=True)
class WrittenAs:
    """A text of this form. `says` tells people of it, in words: N_("written as", …)."""

    pattern: str  # of the whole text
    says: str
    mend: Mend = unmended

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "pattern": f"^{self.pattern}$"}

    def _checked(self, text: str) -> str:
        form = re.compile(self.pattern)
        if form.fullmatch(text):
            return text
        mended = self.mend(text)
        raise refusal("written_as", mended if form.fullmatch(mended) else "", says=self.says)
